"""What holds for every text: offsets, spelling, form of the wording, no surprise."""

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.model.source_text import SourceInfo, SourceText
from generator.model.statement import StatementKind
from generator.vi.text import nfc

HEADS = ("", "Tuy nhiên, ", "Đồng thời ", "Thứ hai, ", "Theo đó, ", "- ", "1. ", "a) ", "II. ")
SUBJECTS = (
    "việc giải quyết thủ tục hành chính ",
    "các bộ, ngành, địa phương ",
    "Phó Thủ tướng yêu cầu Sở Nội vụ ",
    "đề nghị Văn phòng UBND tỉnh ",
    "dịch vụ công trực tuyến ở tỉnh Bình Thuận ",
    "bên cạnh đó, công tác cải cách hành chính còn một số tồn tại, hạn chế: hồ sơ ",
    "mô hình “Một cửa lưu động” trong cải cách thủ tục hành chính ",
)
MIDDLES = (
    "",
    "tại\u00a0 nhiều xã[3] ",
    "\nở vùng cao ",
    "(theo Quyết định số 06/QĐ-TTg) ",
    "(",
    "“",
)
PREDICATES = (
    "được quan tâm, đạt nhiều kết quả tích cực",
    "còn chậm, chưa đồng bộ; chưa được kiểm tra thường xuyên",
    "tiếp tục rà soát, cập nhật quy trình nội bộ",
    "cần đẩy mạnh số hóa hồ sơ cấp xã",
    "nguyên nhân là do thiếu công chức",
    "đã chủ động triển khai đầy đủ",
)
ENDS = (
    ".",
    ";",
    "…",
    "./.",
    ":",
    "",
    " trước ngày 31/2.",
    " trong tháng 13/2024.",
    " trước ngày 15/8; hoàn thành việc còn lại trước ngày 30/8.",
    ", đạt 95,5%.",
)
KNOWN = ("Văn phòng Chính phủ", "UBND tỉnh")  # bodies that the texts name
BREAKS = (" ", " ", "\n", "\n\n")
SENTENCES = st.tuples(
    *map(st.sampled_from, (HEADS, SUBJECTS, MIDDLES, PREDICATES, ENDS, BREAKS))
).map("".join)
TEXTS = st.lists(
    st.one_of(SENTENCES, SENTENCES, SENTENCES, st.text(max_size=9)), min_size=1, max_size=8
).map("".join)


def source(text: str, place: str | None = "binh-thuan") -> SourceText:
    """Return a text as a source."""
    return SourceText(SourceInfo("d", title="Cải cách thủ tục hành chính", place=place), text)


def statements(text: str):
    """Return the statements of a text by the shipped rules."""
    return extract_statements(source(text), load_catalogue(), load_statement_rules())


@given(TEXTS)
def test_every_text_gives_sound_statements(text):
    """Whatever the text, a statement is quoted from its place and fit to print."""
    groups = {*load_catalogue().groups, "general"}
    composed = nfc(text)
    for one in statements(text):
        assert one.source.quote == composed[one.source.start : one.source.end]
        assert one.text.endswith((".", "…"))
        assert not one.text.endswith((";.", ",.", "./."))
        assert "  " not in one.text
        assert "\n" not in one.text
        assert "[3]" not in one.text
        assert one.text[0] == one.text[0].upper()
        assert one.theme in groups
        assert one.kind not in (StatementKind.ACHIEVEMENT, StatementKind.MODEL) or not one.speaker
        assert one.speaker in {"", *KNOWN}
        assert one.rules
        assert one.kind is StatementKind.TASK or not (one.responsible or one.deadline_text)


@given(TEXTS)
def test_statements_come_in_order_and_do_not_overlap(text):
    """No stretch of a text is quoted twice."""
    found = statements(text)
    for first, second in pairwise(found):
        assert first.source.end <= second.source.start


@given(TEXTS)
def test_decomposed_text_gives_the_same(text):
    """NFC and NFD input give equal statements."""
    assert statements(unicodedata.normalize("NFD", text)) == statements(nfc(text))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_seeds_in_both_forms_are_equal(form, seed_sources, catalogue, rules):
    """The articles give the same in either normal form, run after run."""
    for one in seed_sources.values():
        other = replace(one, text=unicodedata.normalize(form, one.text))
        expected = extract_statements(one, catalogue, rules)
        assert extract_statements(other, catalogue, rules) == expected


def test_the_place_of_a_tone_mark_does_not_matter(extract):
    """Both places of a tone mark are one word: "số hoá" and "số hóa"."""
    old = extract("Việc số hoá hồ sơ tại các xã được đẩy mạnh trong thời gian qua.")
    new = extract("Việc số hóa hồ sơ tại các xã được đẩy mạnh trong thời gian qua.")
    assert old[0].theme == new[0].theme == "digitisation"


def test_line_breaks_inside_a_sentence_do_not_matter(extract):
    """A line that a PDF broke is one sentence in the wording, verbatim in the quote."""
    (one,) = extract("Việc cập nhật quy trình nội bộ\nở nhiều xã còn chậm.")
    assert one.text == "Việc cập nhật quy trình nội bộ ở nhiều xã còn chậm."
    assert "\n" in one.source.quote


def test_the_texts_above_do_give_statements():
    """The strings that the properties are tried on are no empty exercise."""
    found: list[int] = []

    @given(TEXTS)
    def count(text):
        found.append(len(statements(text)))

    count()
    assert sum(size > 0 for size in found) * 3 > len(found)


def test_an_empty_text_gives_nothing(extract):
    """No text, no statement."""
    assert extract("") == ()
    assert extract(" \n\n ") == ()


def test_a_repeated_statement_is_given_once(extract):
    """The lead of an article that says a sentence of its body again is left out."""
    text = (
        "Việc số hóa hồ sơ tại các xã còn chậm và thiếu đồng bộ.\n\n"
        "Theo đánh giá, việc số hóa hồ sơ tại các xã còn chậm và thiếu đồng bộ."
    )
    assert len(extract(text)) == 1


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("Cải cách thủ tục hành chính ở Bình Thuận", None, "binh-thuan"),
        ("Cải cách thủ tục hành chính ở Bình Thuận và Lâm Đồng", None, "quoc-gia"),
        ("Cải cách thủ tục hành chính", None, "quoc-gia"),
        ("Cải cách thủ tục hành chính ở Bình Thuận", "lam-dong", "lam-dong"),
    ],
)
def test_place_of_a_source(title, place, expected, extract):
    """The place is as the manifest says, else the one province of the title."""
    (one,) = extract("Việc số hóa hồ sơ còn chậm và thiếu đồng bộ.", title=title, place=place)
    assert one.place == expected
