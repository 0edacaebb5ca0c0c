"""Sources are cited in full once, and not again where nothing changed."""

from datetime import date

from generator.composing.citing import Citer, source_name, source_names
from generator.model.source_text import SourceInfo

PAPER = SourceInfo("a", "Đầu đề", "Báo Mẫu", date(2024, 7, 31), "", None)
PLAIN = SourceInfo("b", "Bài khác", "", None, "", None)


def citer() -> Citer:
    """Return a citer of two sources."""
    return Citer({"a": PAPER, "b": PLAIN})


def test_a_source_is_cited_in_full_once() -> None:
    """Later by its number in the list of sources."""
    made = citer()
    assert made.cite(["a"]) == "Báo Mẫu, bài “Đầu đề”, ngày 31/7/2024 (tài liệu [1])."
    assert made.cite(["b"]) == "Bài “Bài khác” (tài liệu [2])."
    assert made.cite(["a"]) == "Báo Mẫu ngày 31/7/2024, tài liệu [1] đã dẫn."


def test_several_that_were_cited_stand_by_their_numbers() -> None:
    """A note of many sources names no publisher again and again; a new one stands in full."""
    late = SourceInfo("c", "Bài mới", "Báo Mẫu", date(2024, 8, 1), "", None)
    made = Citer({"a": PAPER, "b": PLAIN, "c": late})
    made.cite(["a"])
    made.cite(["b"])
    assert made.cite(["b", "c", "a"]) == (
        "Báo Mẫu, bài “Bài mới”, ngày 01/8/2024 (tài liệu [3]); các tài liệu [1] và [2] đã dẫn."
    )
    assert made.cite(["c", "b", "a"]) == "Các tài liệu [1], [2] và [3] đã dẫn."


def test_days_of_one_publisher_stand_together() -> None:
    """Its name is read once under a table."""
    days = [SourceInfo(str(n), "Bài", "Báo Mẫu", date(2024, 8, n), "", None) for n in (1, 2, 2)]
    assert source_names([*days, PLAIN]) == (
        "Báo Mẫu các ngày 01/8/2024 và 02/8/2024",
        "bài “Bài khác”",
    )
    assert source_names(days[1:]) == ("Báo Mẫu ngày 02/8/2024",)


def test_the_same_source_is_not_repeated_within_a_section() -> None:
    """A new section cites it again."""
    made = citer()
    made.cite(["a"])
    assert made.cite(["a"]) == ""
    assert made.anew() == ""
    assert made.cite(["a"]) == "Báo Mẫu ngày 31/7/2024, tài liệu [1] đã dẫn."


def test_a_mark_stands_wherever_the_source_changes() -> None:
    """Back at an earlier source within one section, it is cited again."""
    made = citer()
    made.cite(["a"])
    made.cite(["b"])
    assert made.cite(["a"]) == "Báo Mẫu ngày 31/7/2024, tài liệu [1] đã dẫn."


def test_a_single_source_is_cited_once() -> None:
    """There is nothing to tell apart."""
    made = Citer({"a": PAPER})
    assert made.cite(["a"])
    made.anew()
    assert made.cite(["a"]) == ""


def test_a_source_under_a_table_has_its_whole_title() -> None:
    """No title is cut."""
    assert source_name(PAPER) == "Báo Mẫu ngày 31/7/2024"
    assert source_name(PLAIN) == "bài “Bài khác”"


def test_a_document_outside_the_list_bears_no_name() -> None:
    """No inner name in a footnote, and no footnote of such a document alone."""
    made = citer()
    assert made.cite(["la"]) == ""
    assert made.cite(["la", "b"]) == "Bài “Bài khác” (tài liệu [2])."
