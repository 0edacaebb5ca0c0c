"""Sources are cited in full once, and not again where nothing changed."""

from datetime import date

from generator.composing.citing import Citer, source_name
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
    assert made.cite(["b", "a"]) == (
        "Tài liệu [2] đã dẫn; Báo Mẫu ngày 31/7/2024, tài liệu [1] đã dẫn."
    )


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
