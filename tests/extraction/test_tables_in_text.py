"""Tables in texts: quotes stand where they say, and all other numbers have their reason."""

from __future__ import annotations

import pytest

from generator.extraction import Extraction, extract
from generator.model.source_text import Segment, SourceInfo, SourceText
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()
TITLE = "Kết quả giải quyết hồ sơ TTHC của tỉnh Hà Nam năm 2023\n\n"


def read(table: str, title: str = TITLE) -> Extraction:
    """Return what a text of a title and a table gives."""
    return extract(SourceText(SourceInfo("a"), title + table), CATALOGUE, RULES)


def reasons(table: str, title: str = TITLE) -> dict[str, str]:
    """Return the reasons of the numbers of a table that became no facts."""
    return {one.printed: one.reason for one in read(table, title).unused}


def test_quotes_and_numbers_stand_at_their_offsets() -> None:
    """The quote reaches from the label to the cell; each number is told once."""
    text = TITLE + "| TT | Đơn vị | **Tiếp nhận** |\n|--|--|--|\n| 1 | Sở Y tế | **1.250** |\n"
    found = extract(SourceText(SourceInfo("a"), text), CATALOGUE, RULES)
    (fact,) = found.facts
    source = fact.source
    assert text[source.start : source.end] == source.quote == "Sở Y tế | **1.250"
    assert text[fact.number_start :].startswith(fact.printed + "**")
    assert [one.printed for one in found.unused] == ["2023", "1"]


def test_a_long_row_is_quoted_by_its_cell() -> None:
    """A label too far away from its cell leaves the quote."""
    notes = " | ".join(["không có gì đáng kể ở đây" * 4] * 5)
    heads = " | ".join(["Ghi chú"] * 5)
    found = read(f"Chỉ tiêu | {heads} | Kết quả\nHồ sơ tiếp nhận | {notes} | 77")
    assert [fact.source.quote for fact in found.facts] == ["77"]


@pytest.mark.parametrize(
    ("table", "printed", "reason"),
    [
        ("Hồ sơ quá hạn | 5 | 7", "5", "a figure of a table whose head cannot be read"),
        (
            "Chỉ tiêu | A | B\nHồ sơ quá hạn | 5",
            "5",
            "a figure of a table whose head cannot be read",
        ),
        (
            "Chỉ tiêu | Cấp xã | Tổng\nHồ sơ trễ | 5 | 6\nHồ sơ nhận | 9",
            "9",
            "a row with more or fewer cells than the head",
        ),
        ("Chỉ tiêu | Kế hoạch\nHồ sơ tiếp nhận | 900", "900", "a target, no result"),
        ("Chỉ tiêu | So với 2022\nHồ sơ tiếp nhận | 12%", "12", "a change"),
        (
            "Hồ sơ trực tuyến | Tiếp nhận\nSố hồ sơ quá hạn | 44",
            "44",
            "head and label both tell what is counted",
        ),
        (
            "Chỉ tiêu | Số lượng\nHồ sơ tiếp nhận (nghìn hồ sơ) | 44",
            "44",
            "in thousands or millions, as the head says",
        ),
        (
            "Đơn vị | Tiếp nhận | Tỷ lệ (%)\nSở Y tế | 44 | 31,5",
            "31,5",
            "a share of which nobody can tell what it is of",
        ),
    ],
)
def test_what_is_no_fact_has_its_reason(table: str, printed: str, reason: str) -> None:
    """A cell that is left out says why."""
    assert reasons(table)[printed] == reason


def test_rows_of_a_document_belong_together_by_their_labels() -> None:
    """Empty lines part no rows of one table; a line of one cell rules those below it."""
    rows = ["Đơn vị | Hồ sơ tiếp nhận", "Cấp xã", "Tiếp nhận chung | 30", "Xã Phù Vân | 12"]
    text, segments = TITLE.strip(), [Segment(0, "đoạn 1")]
    for number, row in enumerate(rows, 1):
        segments.append(Segment(len(text) + 2, f"bảng 1, hàng {number}"))
        text += f"\n\n{row}"
    source = SourceText(SourceInfo("a"), text, tuple(segments))
    found = extract(source, CATALOGUE, RULES).facts
    assert [(fact.level, int(fact.value)) for fact in found] == [("Xã Phù Vân", 12)]


def test_lines_with_bars_that_are_no_table_stay_sentences() -> None:
    """A bar between two statements makes no cells of them."""
    found = read("Năm 2023, tỉnh tiếp nhận 400 hồ sơ | Đọc tiếp: tin khác trong ngày")
    assert [fact.value for fact in found.facts] == [400]


def test_a_table_lends_nothing_to_what_follows_it() -> None:
    """Behind a table of another year the time of the text is in force."""
    found = read("Chỉ tiêu | Năm 2021\nSố hồ sơ quá hạn | 9\n\nTỉnh tiếp nhận 400 hồ sơ.")
    told = [(int(fact.value), fact.period.end.year) for fact in found.facts]
    assert told == [(9, 2021), (400, 2023)]


def test_a_head_of_one_cell_above_the_figures_is_a_head() -> None:
    """The column of labels may have none."""
    found = read("\tNăm 2021\nSố hồ sơ quá hạn\t9\nSố hồ sơ tiếp nhận\t90")
    assert [fact.period.end.year for fact in found.facts] == [2021, 2021]


HEADS = "Đơn vị | Hồ sơ tiếp nhận năm 2023 | Hồ sơ tiếp nhận năm 2022"


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("So với năm 2022", "+5,2%", ("up", "percent", "5.2")),
        ("Tăng, giảm so với cùng kỳ (%)", "-5,2", ("down", "percent", "5.2")),
        ("Tỷ lệ tăng so với năm 2022 (%)", "5,2", ("up", "percent", "5.2")),
        ("Tăng, giảm so với năm 2022", "+52 hồ sơ", ("up", "absolute", "52")),
        ("So với năm 2022 (%)", "105,2", None),
        ("So với năm 2021", "+5,2%", None),
        ("Tăng, giảm (%)", "5,2", None),
        ("So với năm 2022", "+52", None),
    ],
)
def test_a_column_of_changes(head: str, cell: str, expected: tuple[str, ...] | None) -> None:
    """The later figure has the change where sign and unit leave no doubt."""
    found = read(f"{HEADS} | {head}\nHà Nam | 1.052 | 1.000 | {cell}")
    now, before = found.facts
    change = now.change
    told = change and (change.direction.value, change.kind.value, f"{change.value:f}")
    assert (told, before.change) == (expected, None)
    if change:
        assert change.base == "2022"
        assert cell[-4:] in now.source.quote
