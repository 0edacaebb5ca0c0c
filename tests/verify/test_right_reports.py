"""Right reports of rarer kinds: the judge has no objection, and has one to their likes."""

from __future__ import annotations

import json

import pytest

from generator.facts.lineage import digest
from generator.verify.boxes import box_objections
from generator.verify.citations import citing_objections
from generator.verify.grounds import ground_objections
from generator.verify.lineage import Lineage
from generator.verify.naming import naming_objections
from generator.verify.quoting import quoting_objections
from generator.verify.reading.text import FileText, Piece
from generator.verify.roles import roles_of
from generator.verify.stating import stating_objections
from generator.verify.surroundings import surrounding_objections
from tests.verify.making import Tree, fact, figure, lineage, marked, tree
from tests.verify.test_proofs import objections


def halves() -> Tree:
    """Return a lineage with the first halves of two years, 9000 after 6000."""
    content = tree()
    content["facts"] += [
        fact("fh", "bac-giang", "2024-06-30", "9000", printed="9.000"),
        fact("fg", "bac-giang", "2023-06-30", "6000", printed="6.000"),
    ]
    content["figures"] += [figure("fh", "9000", ["fh"]), figure("fg", "6000", ["fg"])]
    content["printed"] = []
    return content


SENTENCE = "6 tháng đầu năm 2024, tỉnh Bắc Giang giải quyết {9.000} hồ sơ"


@pytest.mark.parametrize("base", ["cùng kỳ năm 2023", "cùng kỳ của năm 2023", "cùng kỳ 2023"])
def test_the_same_period_of_a_year_is_no_whole_year(base: str) -> None:
    """The first half of 2023 may stand beside "cùng kỳ năm 2023", that of 2022 may not."""
    content = halves()
    told = f"{SENTENCE}, tăng so với {base} ({{6.000}} hồ sơ)."
    content["printed"] = [marked("paragraph", told, "fh", "fg")]
    assert objections(content) == []
    content["printed"] = [marked("paragraph", told.replace("2023", "2022"), "fh", "fg")]
    assert len(objections(content)) == 1


def head(text: str, column: int) -> Tree:
    """Return a head of the table of half years."""
    return {"kind": "cell", "text": text, "table": "h", "row": 0, "column": column, "head": True}


@pytest.mark.parametrize(("year", "wrong"), [("2023", 0), ("2022", 1)])
def test_the_same_period_heads_a_column(year: str, wrong: int) -> None:
    """A head "Cùng kỳ năm 2023" is of any period that ends in 2023, and of no other."""
    content = halves()
    content["printed"] = [
        head("Nội dung", 0),
        head("6 tháng đầu năm 2024", 1),
        head(f"Cùng kỳ năm {year}", 2),
        {"kind": "cell", "text": "Hồ sơ", "table": "h", "row": 1, "column": 0},
        marked("cell", "{9.000}", "fh", table="h", row=1, column=1),
        marked("cell", "{6.000}", "fg", table="h", row=1, column=2),
    ]
    assert len([one for one in objections(content) if "beside it" in one]) == wrong


@pytest.mark.parametrize(("year", "wrong"), [("2023", 0), ("2022", 1)])
def test_the_same_period_names_a_series(year: str, wrong: int) -> None:
    """A series "Cùng kỳ năm 2023" of a chart is of a period that ends in 2023."""
    content = halves()
    series = {"name": f"Cùng kỳ năm {year}", "figures": ["fg"], "labels": ["6.000"]}
    chart = {"kind": "chart", "text": "Biểu đồ", "id": "b", "form": "bar", "unit": "hồ sơ"}
    content["printed"] = [{**chart, "categories": ["Bắc Giang"], "series": [series]}]
    assert len([one for one in objections(content) if "beside it" in one]) == wrong


def contradicted_rate() -> Tree:
    """Return a rate that its counts contradict, with the finding that tells so."""
    content = tree()
    rate = fact("fr", "bac-giang", "2023-12-31", "97", printed="97")
    content["facts"] += [
        {**rate, "indicator": "on_time_rate", "unit": "%"},
        fact("ft", "bac-giang", "2023-12-31", "10000", printed="10.000"),
        fact("fo", "bac-giang", "2023-12-31", "9300", printed="9.300"),
        fact("fx", "binh-duong", "2023-12-31", "12400", printed="12.400"),
    ]
    formula = "9.300 / 10.000 × 100 = 93,00%"
    content["figures"].append(figure("cz", "93", ["fr", "fo"], unit="%", formula=formula))
    found = {"rule": "rate-count", "message": "Tỷ lệ là 93,00%.", "computation": f"{formula} ≠ 97%"}
    content["findings"] = [{**found, "facts": ["fr", "fo"], "figures": ["cz"], "quotes": []}]
    return content


def test_a_finding_may_divide_by_another_fact_of_its_place() -> None:
    """The whole that a finding computes with is a fact of the same place and time."""
    assert objections(contradicted_rate()) == []


def test_a_formula_may_not_use_facts_of_other_places() -> None:
    """What another place counts is no whole, nor may a plain figure use its place's facts."""
    other = contradicted_rate()
    formula = "9.300 / 12.400 × 100 = 75,00%"
    other["figures"][-1].update(value="75", formula=formula)
    other["findings"][0].update(message="Tỷ lệ là 75,00%.", computation=formula)
    assert any("none of its facts" in one for one in objections(other))
    plain = contradicted_rate()
    plain["findings"] = []
    assert any("none of its facts" in one for one in objections(plain))


def jump() -> Tree:
    """Return a finding about two counts out of proportion, told in a paragraph."""
    content = tree()
    message = "Nguồn nêu 55.200 hồ sơ, năm trước là 1.000 hồ sơ (chênh 55,20 lần)."
    quotes = [{"doc": "mau", "quote": "đã giải quyết 55.200 hồ sơ"}]
    found = {"rule": "jump", "message": message, "computation": "55.200 / 1.000 ≈ 55,20"}
    content["findings"] = [{**found, "facts": ["fc"], "figures": [], "quotes": quotes}]
    text = f"1. {message} Đối chiếu: 55.200 / 1.000 ≈ 55,20."
    content["printed"].append({"kind": "paragraph", "text": text, "role": "body"})
    return content


def test_what_a_finding_computes_needs_no_figure() -> None:
    """The times of an implausible change are told by the finding's own computation."""
    assert objections(jump()) == []


def test_what_a_finding_computes_is_computed_again() -> None:
    """A result that the computation does not give, or that stands elsewhere, is refused."""
    wrong = jump()
    for key in ("message", "computation"):
        wrong["findings"][0][key] = wrong["findings"][0][key].replace("55,20", "56,20")
    wrong["printed"][-1]["text"] = wrong["printed"][-1]["text"].replace("55,20", "56,20")
    assert any("56,20" in one for one in objections(wrong))
    changed = jump()
    changed["printed"][-1]["text"] = changed["printed"][-1]["text"].replace("55,20 lần", "57 lần")
    assert any("“57”" in one for one in objections(changed))
    elsewhere = jump()
    elsewhere["printed"].append({"kind": "paragraph", "text": "Gấp 55,20 lần.", "role": "body"})
    assert any("“55,20”" in one for one in objections(elsewhere))


@pytest.mark.parametrize(
    ("computation", "is_right"),
    [
        ("697 + 692 = 1.389; 731 / 1.389 × 100 ≈ 52,63% ≠ 37%", True),
        ("697 + 692 = 1.389; 731 / 1.389 × 100 ≈ 52,64% ≠ 37%", False),
        ("1.389 ≠ 1.390", True),
        ("hạng 5/63, hạng 6/63; 74 điểm, 75 điểm", True),
    ],
)
def test_each_step_of_a_finding_is_computed(computation: str, is_right: bool) -> None:  # noqa: FBT001
    """Each equation of a computation is computed again; what is none says nothing."""
    content = tree()
    content["findings"] = [{"rule": "x", "message": "", "computation": computation, "facts": []}]
    assert (list(ground_objections(lineage(content))) == []) is is_right


def renamed(text: str) -> Tree:
    """Return a lineage in which a text tells a figure of Thừa Thiên Huế."""
    content = tree()
    content["places"].update({"thua-thien-hue": ["Thừa Thiên Huế"], "hue": ["Huế"]})
    content["facts"] += [
        fact("f1", "thua-thien-hue", "2023-12-31", "70000", printed="70.000"),
        fact("f2", "hue", "2025-12-31", "80000", printed="80.000"),
    ]
    content["figures"].append(figure("f1", "70000", ["f1"]))
    cells = [{**head(text, 1), "table": "t"}, marked("cell", "{70.000}", "f1", **CELL)]
    content["printed"] = [marked("paragraph", f"{text}: {{70.000}} hồ sơ.", "f1"), *cells]
    return content


CELL = {"table": "t", "row": 1, "column": 1}


@pytest.mark.parametrize("name", ["Huế", "Thừa Thiên Huế"])
def test_a_renamed_place_is_one_place(name: str) -> None:
    """A figure of Thừa Thiên Huế may stand under either name, not under another's."""
    assert objections(renamed(name)) == []
    assert len(objections(renamed("Bình Dương"))) == 2


def boxed(shown: int) -> tuple[FileText, Lineage]:
    """Return a box of the mean of two scores in equal words, and how often it shows them."""
    content = tree()
    quote = "đạt 74/100 điểm, xếp thứ 6"
    content["facts"] = [
        fact(name, place, "2023-12-31", "74", printed="74")
        for name, place in (("fa", "bac-giang"), ("fb", "binh-duong"))
    ]
    for one in content["facts"]:
        one["source"]["quote"] = quote
    formula = "(74 + 74) / 2 = 74"
    content["figures"] = [figure("ca", "74", ["fa", "fb"], formula=formula)]
    box = f"74 hồ sơ Cách tính: {formula}" + f" {quote} Tài liệu mẫu Quy tắc trích: mau" * shown
    text = FileText(form="html", lineage="", body=(), boxes={"ca": box})
    content["digest"] = digest(content)
    return text, Lineage.parse(json.dumps(content), "mau.html")


def test_equal_quotes_stand_once_for_each_fact() -> None:
    """A box shows the words of both provinces though they are the same; one is too few."""
    assert list(box_objections(*boxed(2))) == []
    assert list(box_objections(*boxed(1)))
    assert list(box_objections(*boxed(3)))


def test_a_quoted_title_needs_no_figure() -> None:
    """A source may be named "a1" in quotes; the same word without them proves nothing."""
    content = tree()
    content["documents"].append({"id": "x", "title": "a1", "publisher": "", "published": None})
    named = {"kind": "paragraph", "text": "Theo “a1” và “a1”.", "role": "body"}
    assert objections({**content, "printed": [named]}) == []
    named["text"] = "Theo “a2”."
    assert len(objections({**content, "printed": [named]})) == 1


def test_the_day_of_a_decision_needs_no_figure() -> None:
    """A person's correction is told with its day; another day has no ground."""
    content = halves()
    content["facts"][-2]["review"] = {
        "decision": "correct",
        "who": "Nguyễn Văn A",
        "when": "2024-08-05",
        "why": "đối chiếu sổ",
        "was": None,
    }
    told = "Số liệu đã được điều chỉnh (Nguyễn Văn A, ngày 05 tháng 8 năm 2024)."
    content["printed"] = [{"kind": "paragraph", "text": told}]
    assert objections(content) == []
    content["printed"] = [{"kind": "paragraph", "text": told.replace("tháng 8", "tháng 10")}]
    assert objections(content)


@pytest.mark.parametrize(
    ("first", "second", "is_right"),
    [("2022", "2023", True), ("2021", "2023", False), ("2022", "2024", False)],
)
def test_a_difference_names_both_of_its_times(first: str, second: str, is_right: bool) -> None:  # noqa: FBT001
    """Where a sentence tells a difference alone, both of its days must be those of its facts."""
    content = tree()
    text = (
        f"So với ngày 31 tháng 12 năm {first}, đến ngày 31 tháng 12 năm {second}, tỉnh Bắc Giang"
        " giải quyết tăng {200} hồ sơ."
    )
    content["printed"] = [marked("paragraph", text, "ca")]
    assert (objections(content) == []) is is_right


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Trong đó {1.200} hồ sơ đúng hạn, {3.400} hồ sơ trễ hẹn.", True),
        ("Trong đó {1.200} hồ sơ trễ hẹn, {3.400} hồ sơ đúng hạn.", False),
        ("Đúng hạn {1.200} hồ sơ và trễ hẹn {3.400} hồ sơ.", True),
        ("Trễ hẹn {1.200} hồ sơ và đúng hạn {3.400} hồ sơ.", False),
    ],
)
def test_the_own_word_of_a_figure_may_follow_it(text: str, is_right: bool) -> None:  # noqa: FBT001
    """The opposite word that stands before a figure may belong to the figure before."""
    content = tree()
    content["facts"][0]["indicator"] = "dossiers_on_time"
    content["facts"][1]["indicator"] = "dossiers_late"
    for name in ("dossiers_on_time", "dossiers_late"):
        content["indicators"][name] = {"label": name, "unit": "hồ sơ", "kind": "count"}
    content["printed"] = [marked("paragraph", text, "fa", "fb")]
    assert (list(naming_objections(lineage(content))) == []) is is_right


@pytest.mark.parametrize(("label", "is_right"), [("Bảng 7", True), ("Bảng 71", False)])
def test_a_note_may_name_a_table(label: str, is_right: bool) -> None:  # noqa: FBT001
    """A reference in a note is plain text: the number is that of a table of the report."""
    content = tree()
    caption = {"kind": "caption", "text": "Bảng 7. Hồ sơ", "own": [[0, 6]]}
    note = {"kind": "note", "text": f"Số liệu được tính từ số liệu của từng cấp tại {label}."}
    content["printed"] = [caption, note]
    assert (objections(content) == []) is is_right


@pytest.mark.parametrize(("number", "is_right"), [(1, True), (2, False)])
def test_a_quote_is_of_the_document_that_is_named(number: int, is_right: bool) -> None:  # noqa: FBT001
    """Whose words a contradicted statement is must be the source that says it."""
    content = tree()
    content["documents"].append({"id": "khac", "title": "Khác", "publisher": "", "published": None})
    said = "Tỉnh dẫn đầu cả nước về điểm số."
    content["statements"] = [{"text": said, "source": {"doc": "mau", "start": 0, "end": 9}}]
    told = f"Theo tài liệu [{number}], “{said[:-1]}” (xem ghi chú)."
    content["printed"] = [{"kind": "paragraph", "text": told}]
    assert (list(quoting_objections(lineage(content))) == []) is is_right


@pytest.mark.parametrize(
    ("told", "is_right"),
    [
        ("bài “Mẫu”", True),
        ("các nguồn nêu tại Phụ lục I", True),
        ("bài “Khác”", False),
        ("VGP News ngày 02/1/2020", False),
        ("Báo Khác ngày 02/1/2020", False),
    ],
)
def test_a_report_is_taken_from_its_sources_alone(told: str, is_right: bool) -> None:  # noqa: FBT001
    """What a report says that it is taken from has to be one of its documents."""
    content = tree()
    content["documents"][0].update(title="Mẫu", publisher="")
    text = f"Số liệu trên trích từ {told}./."
    content["printed"] = [{"kind": "paragraph", "text": text}]
    found = [one for one in citing_objections(lineage(content)) if "no source is" in str(one)]
    assert (found == []) is is_right


@pytest.mark.parametrize(
    ("opening", "is_right"),
    [
        ("Trong năm 2022", True),
        ("Trong năm 2021", False),
        ("Đến ngày 31 tháng 12 năm 2022", True),
        ("Đến ngày 31 tháng 12 năm 2021", False),
        ("Theo Kế hoạch năm 2021", True),
        ("So với năm 2021", True),
        ("Trong năm 2021, tỉnh ban hành kế hoạch; năm 2022", True),
    ],
)
def test_a_clause_is_of_the_time_that_it_opens_with(opening: str, is_right: bool) -> None:  # noqa: FBT001
    """Under a heading with the right year a sentence may not begin with another one."""
    content = tree()
    content["places"].pop("binh-duong")
    content["facts"] = content["facts"][2:]
    content["figures"] = content["figures"][2:3]
    content["printed"] = [
        {"kind": "heading", "text": "Tỉnh Bắc Giang (năm 2022)", "level": 1},
        marked("paragraph", f"{opening}, tỉnh giải quyết {{1.000}} hồ sơ.", "fc"),
    ]
    found = [one for one in objections(content) if "beside it" in one]
    assert (found == []) is is_right


@pytest.mark.parametrize(("year", "is_right"), [("2022", True), ("2023", False)])
def test_a_year_told_to_its_end_in_brackets_is_still_that_year(year: str, is_right: bool) -> None:  # noqa: FBT001
    """A bracket "(đến hết ngày 31/3/…)" does not free the year before it from being right."""
    content = tree()
    content["places"].pop("binh-duong")
    content["facts"] = content["facts"][2:]
    content["figures"] = content["figures"][2:3]
    text = f"Trong năm {year}, tỉnh giải quyết {{1.000}} hồ sơ (đến hết ngày 31/3/{year})."
    content["printed"] = [
        {"kind": "heading", "text": f"Tỉnh Bắc Giang (năm {year})", "level": 1},
        marked("paragraph", text, "fc"),
    ]
    found = [one for one in objections(content) if "beside it" in one]
    assert (found == []) is is_right


def column(*rows: tuple[str, str], group: str = "") -> Tree:
    """Return a table of a column "Số liệu" with a name and a figure in each row."""
    content = tree()
    content["facts"][1].update(indicator="service_index_rank", unit="hạng")
    content["indicators"]["service_index_rank"] = {
        "label": "Xếp hạng",
        "unit": "hạng",
        "kind": "rank",
    }
    content["figures"][1]["unit"] = "hạng"
    names = {"1.200": "fa", "3.400": "fb", "1.000": "fc"}
    content["printed"] = [
        {**head(text, at), "table": "t"} for at, text in enumerate(("Nội dung", "Số liệu"))
    ]
    for at, (name, printed) in enumerate(rows, start=1):
        place = {"table": "t", "row": 2 * at + 1}
        if group:
            label = {"kind": "cell", "text": group.format(at), "columns": 2, "column": 0}
            content["printed"].append({**label, "table": "t", "row": 2 * at})
        content["printed"].append({"kind": "cell", "text": name, "column": 0, **place})
        cell = marked("cell", f"{{{printed}}}", names[printed], column=1, **place)
        content["printed"].append(cell)
    return content


ROWS = (("Bắc Giang", "1.200"), ("Bình Dương", "3.400"), ("Năm 2022", "1.000"))


def misaligned(content: Tree) -> list[str]:
    """Return the objections to numbers that are of something else than their column."""
    found = naming_objections(lineage(content))
    return [one.message for one in found if "its column" in one.message]


def test_a_column_of_one_measure_holds_no_other() -> None:
    """Where rows are named by places and times alone, the odd figure is out of its column."""
    assert len(misaligned(column(*ROWS))) == 1


def test_a_row_with_a_name_of_its_own_may_be_of_anything() -> None:
    """Rows that name what they are of need not be of one measure: a score and its rank."""
    named = (("Số hồ sơ, Bắc Giang", "1.200"), ("Thứ hạng", "3.400"), ("Số hồ sơ", "1.000"))
    assert misaligned(column(*named)) == []


def test_rows_under_heads_of_groups_may_be_of_anything() -> None:
    """A table of all data has a head for each indicator and one of them may occur once."""
    assert misaligned(column(*ROWS, group="Nhóm {}")) == []


@pytest.mark.parametrize(
    ("known", "is_right"),
    [
        ("Tính đến hết năm 2023|6 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ", True),
        ("Tính đến hết năm 2023\n6 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ", True),
        ("Tính đến ngày 30/6/2024, 6 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ", True),
        ("Trong 16 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ", False),
        ("Trong 1,6 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ", False),
    ],
)
def test_a_quote_may_begin_with_a_number_behind_another(known: str, is_right: bool) -> None:  # noqa: FBT001
    """A digit of the line or clause before is no part of the number that opens a quote."""
    content = tree()
    quote = "6 tháng đầu năm 2024, tỉnh tiếp nhận 81 hồ sơ"
    content["words"] = known.split("|")
    content["printed"] = [{"kind": "cell", "text": f"“{quote}”", **CELL}]
    assert (list(quoting_objections(lineage(content))) == []) is is_right


def test_a_statement_that_is_told_rightly_is_enough() -> None:
    """A sentence that reads like two findings need be only one of them."""
    content = tree()
    said = "Báo cáo sử dụng số liệu đã điều chỉnh"
    content["findings"] = [
        {"message": f"{words}.", "computation": "", "rule": "mau", "facts": [], "figures": []}
        for words in (said.replace("số liệu", "1.200 số liệu"), said)
    ]
    content["printed"] = [{"kind": "paragraph", "text": f"{said}.", "role": "body"}]
    assert list(stating_objections(lineage(content))) == []
    content["findings"].pop()
    assert list(stating_objections(lineage(content))) != []


def test_a_heading_below_a_gap_is_tagged_one_deeper() -> None:
    """A template may go from I. to a); pages leave no level out, Word keeps the level."""
    levels = (1, 3, 3, 2, 3)
    units: list[Tree] = [{"kind": "heading", "text": "A", "level": one} for one in levels]
    named = [{f"heading {one}" for one in pair} for pair in ((1, 1), (3, 2), (3, 3), (2, 2))]
    assert list(roles_of(units)) == [*named, {"heading 3"}]


@pytest.mark.parametrize(("author", "is_right"), [("TỈNH MẪU", True), ("TỈNH KHÁC", False)])
def test_an_issuer_of_two_lines_is_one_author(author: str, *, is_right: bool) -> None:
    """The letterhead parts a name into lines that the properties of a file join."""
    content = tree()
    lines = ("ỦY BAN NHÂN DÂN", "TỈNH MẪU")
    content["printed"] = [{"kind": "letterhead", "text": line} for line in lines]
    named = Piece(f"ỦY BAN NHÂN DÂN {author}", "properties, Author")
    read = FileText("pdf", "", (), others=(named,))
    assert (not list(surrounding_objections(read, lineage(content)))) is is_right
