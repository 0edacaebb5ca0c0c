"""Columns that hold their longest number on one line."""

from decimal import Decimal

import pytest

from generator.model.document import Cell, Column, FigureText, Table, Text
from generator.renderers.column_widths import fitted_widths
from generator.renderers.metrics import text_width


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
