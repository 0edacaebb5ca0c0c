"""Columns that hold their longest number on one line."""

from decimal import Decimal

import pytest

from generator.model.document import Cell, Column, FigureText, Table, Text
from generator.renderers.column_widths import fitted_widths
from generator.renderers.metrics import text_width, wrap


def table(number, *, widths=(1, 1, 8)):
    """Return a table whose second column holds a number."""
    row = (Cell((Text("1"),)), Cell((FigureText(number, "f"),)), Cell((Text("trích nguồn"),)))
    head = tuple(Cell((Text(word),), header=True) for word in ("TT", "Số", "Trích nguồn"))
    return Table("t", tuple(Column(width) for width in widths), (head,), (row,))


def test_a_column_gets_the_room_of_its_longest_number():
    """A number of thirteen digits takes what it needs from the widest column."""
    number = f"{Decimal(2780000000000):,}".replace(",", ".")
    widths = fitted_widths(table(number), 9000, 200)
    assert sum(widths) == pytest.approx(9000)
    assert widths[1] == pytest.approx(text_width(number, 12) + 200)
    assert widths[0] <= 900


def test_columns_with_room_stay_as_they_are():
    """Where all fits, the shares of the block hold."""
    assert fitted_widths(table("12"), 9000, 200) == [900, 900, 7200]


def test_a_word_wider_than_its_share_of_the_page_may_break():
    """A column is not widened for a text that no column could hold."""
    assert fitted_widths(table("9" * 80), 9000, 200) == [900, 900, 7200]


def test_no_column_falls_below_its_own_need():
    """Where there is not enough for all, the shares of the block hold."""
    assert fitted_widths(table("123.456.789", widths=(1, 1, 1)), 2000, 900) == pytest.approx(
        [2000 / 3] * 3
    )


def words_table(rows, widths):
    """Return a table of plain texts."""
    made = tuple(tuple(Cell((Text(word),)) for word in row) for row in rows)
    return Table("t", tuple(Column(width) for width in widths), (), made)


def lines(block, widths, frame):
    """Return how many lines a row takes, one after the other."""
    return [
        max(
            len(wrap(cell.content[0].text, 12, width - frame))
            for cell, width in zip(row, widths, strict=True)
        )
        for row in block.rows
    ]


def test_room_goes_where_it_saves_lines():
    """A wide column of short formulas gives to the results that would wrap."""
    rows = [["Tỷ lệ đúng hạn, năm 2025", "−0,5 điểm phần trăm", "94,5 − 95 = −0,5"]] * 3
    block = words_table(rows, (4, 1.5, 6))
    total = 9400
    as_written = [total * one / 11.5 for one in (4, 1.5, 6)]
    assert lines(block, as_written, 200) == [2, 2, 2]
    widths = fitted_widths(block, total, 200)
    assert sum(widths) == pytest.approx(total)
    assert lines(block, widths, 200) == [1, 1, 1]


def test_equal_columns_side_by_side_stay_equal():
    """Years or ministries next to each other get room together, or none."""
    rows = [["Tỷ lệ hồ sơ giải quyết", "Bộ Tư pháp và các cục", "95%", "96%"]]
    widths = fitted_widths(words_table(rows, (6, 1.5, 1.5, 1.5)), 9000, 200)
    assert widths[1] == pytest.approx(widths[2]) == pytest.approx(widths[3])
    assert widths[1] > 9000 * 1.5 / 10.5


def test_a_long_table_is_fitted_by_a_part_of_its_rows():
    """Three hundred rows take no longer than sixty, and the columns are as good."""
    rows = [["Bộ Văn hóa, Thể thao và Du lịch", "1", "ghi chú"]] * 300
    block = words_table(rows, (1, 1.2, 2))
    assert lines(block, fitted_widths(block, 9000, 200), 200) == [1] * 300


def test_a_head_is_not_broken_inside_a_compound():
    """The column of a ministry holds "Thể thao" and "Văn hóa," on one line each."""
    head = tuple(
        Cell((Text(word),), header=True)
        for word in ("Chỉ tiêu", "Cả nước", "Bộ Văn hóa, Thể thao và Du lịch")
    )
    row = tuple(Cell((Text(word),)) for word in ("Số hồ sơ thủ tục hành chính", "1", "2"))
    block = Table("t", (Column(5), Column(1), Column(1)), (head,), (row,))
    widths = fitted_widths(block, 6000, 200)
    assert widths[2] >= text_width("Văn hóa,", 12, bold=True) + 200


def test_a_head_that_every_page_repeats_is_on_one_line_where_there_is_room():
    """A line more in one of the quotes costs less than one in the head of all pages."""
    words = ("TT", "Địa phương, cấp", "Trích nguyên văn nguồn")
    head = tuple(Cell((Text(word),), header=True) for word in words)
    quote = "tiếp nhận 12.345 hồ sơ"
    rows = words_table([[str(at), "Cà Mau", quote] for at in range(40)], (1, 1, 1)).rows
    # what the quotes need in one line leaves the second head a little too narrow
    total = 400 + text_width(words[1], 12, bold=True) + text_width(quote * 3, 12) + 360
    long = (Cell((Text("1"),)), Cell((Text("Huế"),)), Cell((Text(" ".join([quote] * 3)),)))
    block = Table("t", (Column(1), Column(3), Column(12)), (head,), (*rows, long))
    widths = fitted_widths(block, total, 200)
    assert widths[1] >= text_width(words[1], 12, bold=True) + 200
