"""Statements in print: one spelling, whole dates, wrong words only between quotation marks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import load_catalogue
from generator.composing.quoting import Quoter
from generator.composing.spelling import load_spelling
from generator.errors import UsageError
from generator.model.fact import Source
from generator.model.statement import Statement, StatementKind
from generator.vi.text import NBSP

PLACES = load_catalogue().places
SPELLING = load_spelling(PLACES)
QUOTER = Quoter(SPELLING)


def statement(text: str, kind: StatementKind = StatementKind.LIMIT, **more: object) -> Statement:
    """Return a statement of a source."""
    return Statement(kind, text, "binh-thuan", "general", Source("d", 0, len(text), text), **more)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Việc số hoá hồ sơ còn chậm", "Việc số hóa hồ sơ còn chậm."),
        (
            "6 tháng đầu năm 2024, việc rà soát chậm.",
            "Trong 6 tháng đầu năm 2024, việc rà soát chậm.",
        ),
        ("Năm 2023, việc rà soát còn chậm.", "Trong năm 2023, việc rà soát còn chậm."),
        ("Năm 2023 là năm còn khó khăn.", "Năm 2023 là năm còn khó khăn."),
        ("Trên cổng dịch vụ công quốc gia còn lỗi.", "Trên Cổng Dịch vụ công quốc gia còn lỗi."),
        ("Mục “Cổng dịch vụ công quốc gia” còn lỗi.", "Mục “Cổng dịch vụ công quốc gia” còn lỗi."),
        ("Uỷ ban quý này hoà giải khoẻ hơn.", "Ủy ban quý này hòa giải khỏe hơn."),
        ("Tỉ lệ hồ sơ còn thấp, tỉ lệ trả còn cao.", "Tỷ lệ hồ sơ còn thấp, tỷ lệ trả còn cao."),
        ("Nhiều bộ ngành chưa coi trọng.", "Nhiều bộ, ngành chưa coi trọng."),
        ("Cán bộ ngành thuế còn thiếu.", "Cán bộ ngành thuế còn thiếu."),
        (
            "Dữ liệu dân cư, đất đai... chưa đồng bộ.",
            "Dữ liệu dân cư, đất đai v.v. chưa đồng bộ.",
        ),
        (
            "Các xã làm lễ trao giấy, trả kết quả tại nhà…, người dân hài lòng.",
            "Các xã làm lễ trao giấy, trả kết quả tại nhà v.v., người dân hài lòng.",
        ),
        ("Thống nhất nguồn lực, trang thiết bị…", "Thống nhất nguồn lực, trang thiết bị v.v."),
        ("Thống nhất nguồn lực, trang thiết bị....", "Thống nhất nguồn lực, trang thiết bị v.v."),
        ("Hồ sơ  trễ hẹn , quá hạn .", "Hồ sơ trễ hẹn, quá hạn."),
        ("Tại tỉnh Bình thuận còn hồ sơ trễ.", "Tại tỉnh Bình Thuận còn hồ sơ trễ."),
        ("Người dân muốn hòa bình lâu dài.", "Người dân muốn hòa bình lâu dài."),
        ("Ở TP Hồ Chí Minh còn chậm.", "Ở Thành phố Hồ Chí Minh còn chậm."),
        (
            "Ở TP Hà Nội và TP.HCM còn chậm.",
            "Ở thành phố Hà Nội và Thành phố Hồ Chí Minh còn chậm.",
        ),
        ("TP Hà Nội còn chậm.", "Thành phố Hà Nội còn chậm."),
        ("Lãnh đạo các huyện, thị xã, TP.", "Lãnh đạo các huyện, thị xã, thành phố."),
        ("Ở TP. Đà Nẵng còn chậm.", "Ở thành phố Đà Nẵng còn chậm."),
        ("Từ T.Ư đến xã còn chậm.", "Từ Trung ương đến xã còn chậm."),
        ('Dữ liệu chưa "đúng, đủ, sạch, sống".', "Dữ liệu chưa “đúng, đủ, sạch, sống”."),
        ("UBND tỉnh cũng đã ban hành kế hoạch.", "UBND tỉnh đã ban hành kế hoạch."),
        ("Top 5 trong 63 tỉnh thành thấp nhất;", "Top 5 trong 63 tỉnh, thành phố thấp nhất."),
        ("Ngày 10-8-2023, tỉnh còn chậm.", "Ngày 10/8/2023, tỉnh còn chậm."),
        ("Giai đoạn 2025-2030 còn dài.", f"Giai đoạn 2025{NBSP}-{NBSP}2030 còn dài."),
        ("Kế hoạch “Số hóa 2025-2030” còn mới.", "Kế hoạch “Số hóa 2025-2030” còn mới."),
        ("Nghị định 61-2018 còn mới.", "Nghị định 61-2018 còn mới."),
        (
            "Công văn của hội đồng tư vấn cải cách TTHC.",
            "Công văn của Hội đồng tư vấn cải cách TTHC.",
        ),
        ("Phần mềm tại bộ phận một cửa còn cũ.", "Phần mềm tại Bộ phận Một cửa còn cũ."),
        ("Mô hình “Vui ở bộ phận một cửa” còn mới.", "Mô hình “Vui ở bộ phận một cửa” còn mới."),
    ],
)
def test_one_spelling(text, printed):
    """What sources write in several ways is printed in one, and no word is lost."""
    assert QUOTER.sentence(statement(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Giải pháp theo chốt là số hóa hồ sơ.",
        "Các bộ phải giảm thời gian thực hiện thực hiện thủ tục.",
    ],
)
def test_a_wrong_word_is_quoted_verbatim(text):
    """A slip that nobody can mend for certain is neither mended nor made the report's own."""
    assert QUOTER.sentence(statement(text)) == f"“{text[:-1]}”."
    assert QUOTER.corrections_of(statement(text)) == ()


@pytest.mark.parametrize(
    ("text", "printed", "pairs"),
    [
        (
            "Công tác cái cách TTHC nơi đó triển khai tốt.",
            "Công tác cải cách TTHC nơi đó triển khai tốt.",
            (("cái cách", "cải cách"),),
        ),
        (
            "Đây là xu thế của tất yếu của các nước.",
            "Đây là xu thế tất yếu của các nước.",
            (("xu thế của tất yếu", "xu thế tất yếu"),),
        ),
        (
            "Một số chỉ số đạt mức thấp so bình diện chung cả nước.",
            "Một số chỉ số đạt mức thấp so với bình diện chung cả nước.",
            (("so bình diện", "so với bình diện"),),
        ),
        (
            "Dịch vụ bưu chính công ích ngày được mở rộng.",
            "Dịch vụ bưu chính công ích ngày càng được mở rộng.",
            (("ngày được", "ngày càng được"),),
        ),
        (
            "Xác định nhiệm vụ trọng tâm, theo chốt, ưu tiên.",
            "Xác định nhiệm vụ trọng tâm, then chốt, ưu tiên.",
            (("theo chốt", "then chốt"),),
        ),
        (
            "Phường có mô hình “Ngày không hẹn” mô hình làm lễ trao giấy.",
            "Phường có mô hình “Ngày không hẹn”, mô hình làm lễ trao giấy.",
            (("“Ngày không hẹn” mô hình", "“Ngày không hẹn”, mô hình"),),
        ),
        (
            "Cái cách hành chính và cái cách TTHC còn chậm.",
            "Cải cách hành chính và cải cách TTHC còn chậm.",
            (("Cái cách", "Cải cách"), ("cái cách", "cải cách")),
        ),
        ("Cái cách làm này còn mới.", "Cái cách làm này còn mới.", ()),
        ("Dịch vụ được mở từ ngày được cấp.", "Dịch vụ được mở từ ngày được cấp.", ()),
    ],
)
def test_a_certain_slip_is_mended_and_told(text, printed, pairs):
    """Where the right word is certain it is printed, and the pair can be told in the notes."""
    one = statement(text)
    assert QUOTER.sentence(one) == printed
    assert QUOTER.corrections_of(one) == pairs
    assert (one.text, one.source.quote) == (text, text)


@pytest.mark.parametrize(
    "text", ["Việc này còn chậm…", "Việc rà soát còn…", "Một, hai; nhưng… cũng chậm."]
)
def test_a_sentence_that_was_cut_is_quoted_verbatim(text: str) -> None:
    """An ellipsis that ends no list hides words: the report does not call that its sentence."""
    assert QUOTER.sentence(statement(text)) == f"“{text.removesuffix('.')}”."
    assert QUOTER.corrections_of(statement(text)) == ()


def test_a_name_in_a_verbatim_quote_has_single_marks():
    """Quotation marks within quotation marks are single."""
    text = "Mô hình “Ngày không hẹn” giúp dân thực hiện thực hiện thủ tục."
    assert QUOTER.sentence(statement(text)) == (
        "“Mô hình ‘Ngày không hẹn’ giúp dân thực hiện thực hiện thủ tục”."
    )


def test_only_sound_clauses_are_printed_where_they_stand_alone():
    """Of clauses parted by ";" those before the one with a wrong word are told."""
    text = "Các sở tiếp tục thực hiện nhiệm vụ cái cách TTHC; xem đây là việc theo chốt."
    assert QUOTER.sentence(statement(text)) == ("Các sở tiếp tục thực hiện nhiệm vụ cải cách TTHC.")
    assert QUOTER.corrections_of(statement(text)) == (("cái cách", "cải cách"),)


@pytest.mark.parametrize(
    "text",
    ["Tỉnh thực hiện thành công công tác này.", "Dữ liệu đặt trên cơ sở cơ sở dữ liệu chung."],
)
def test_a_syllable_may_meet_its_like(text):
    """Two words of which one ends as the other begins are no slip."""
    assert not SPELLING.has_slip(text)


@pytest.mark.parametrize(
    ("words", "day", "expected"),
    [
        ("trước ngày 15/8", date(2024, 8, 15), "trước ngày 15/8/2024"),
        ("trước 15-8", date(2024, 8, 15), "trước 15/8/2024"),
        ("trong tháng 10/2023", date(2023, 10, 31), "trong tháng 10/2023"),
        ("trong tháng 7", date(2024, 7, 31), "trong tháng 7 năm 2024"),
        ("trước ngày 5 tháng 9", date(2024, 9, 5), "trước ngày 5 tháng 9 năm 2024"),
        ("trong 6 tháng cuối năm", date(2024, 12, 31), "trong 6 tháng cuối năm 2024"),
        ("trước ngày 31/2", None, "trước ngày 31/2"),
        ("", date(2024, 8, 5), "ngày 05/8/2024"),
        ("", None, ""),
    ],
)
def test_a_due_day_has_its_year(words, day, expected):
    """The year that the source's own day gives is printed; one that is not known is not."""
    task = statement("Các sở trả lời.", StatementKind.TASK, deadline=day, deadline_text=words)
    assert QUOTER.deadline(task) == expected


def test_a_task_is_told_with_its_year_and_its_body():
    """The sentence says the same day and body as its columns."""
    task = statement(
        "Đối với ý kiến của huyện, những sở liên quan trả lời trước ngày 15/8.",
        StatementKind.TASK,
        deadline=date(2024, 8, 15),
        deadline_text="trước ngày 15/8",
        responsible="các sở liên quan",
    )
    assert QUOTER.sentence(task) == (
        "Đối với ý kiến của huyện, các sở liên quan trả lời trước ngày 15/8/2024."
    )
    assert QUOTER.responsible(task) == "các sở liên quan"


def test_a_statement_is_left_as_it_is():
    """Printing changes neither the words nor the quote that lineage shows."""
    one = statement("Việc số hoá còn chậm...")
    QUOTER.sentence(one)
    assert (one.text, one.source.quote) == ("Việc số hoá còn chậm...", "Việc số hoá còn chậm...")


@given(st.text(alphabet='aàáoóuúyýqhkt ,.;:"“”…TPtỉnhlệ0123/', max_size=60))
def test_printing_twice_changes_nothing_more(text):
    """The spelling of a text in the report's spelling is the text."""
    once = SPELLING.printed(text)
    assert SPELLING.printed(once) == once


def test_a_project_adds_words(tmp_path):
    """A project's own file counts beside the shipped one."""
    folder = tmp_path / "config" / "language"
    folder.mkdir(parents=True)
    (folder / "spelling.yaml").write_text("spellings:\n  xử lí: xử lý\nslips: [hồ xơ]\n", "utf-8")
    own = load_spelling(PLACES, tmp_path)
    assert own.printed("Xử lí tỉ lệ") == "Xử lý tỷ lệ"
    assert own.has_slip("Nhiều hồ xơ trễ.")
    assert not SPELLING.has_slip("Nhiều hồ xơ trễ.")


def test_a_mistake_in_a_project_file_is_named_with_its_place(tmp_path):
    """FILE:LINE:COLUMN, never a traceback."""
    folder = tmp_path / "config" / "language"
    folder.mkdir(parents=True)
    (folder / "spelling.yaml").write_text("slip: []\n", "utf-8")
    with pytest.raises(UsageError) as caught:
        load_spelling(PLACES, tmp_path)
    assert "spelling.yaml:1:7" in str(caught.value)


def test_what_a_statement_points_back_to_is_called_by_its_name():
    """The words "công tác này" say nothing where what they point to is not quoted."""
    said = statement("Việc chỉ đạo công tác này còn chậm.", referent="cải cách hành chính")
    assert QUOTER.sentence(said) == "Việc chỉ đạo công tác cải cách hành chính còn chậm."
    assert QUOTER.corrections_of(said) == (("công tác này", "công tác cải cách hành chính"),)
    open_end = statement("Việc chỉ đạo công tác này còn chậm.")
    assert QUOTER.sentence(open_end) == "Việc chỉ đạo công tác này còn chậm."
