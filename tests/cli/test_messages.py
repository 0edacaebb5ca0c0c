"""Progress, tables and records: small things that a user sees."""

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building import ReportResult
from generator.cli.messages import ProgressLine
from generator.cli.summary import summary_lines
from generator.cli.tables import table


class _Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "options", "told"),
    [
        (_Terminal(), {"quiet": False}, "1/2 so-ket"),
        (_Terminal(), {"quiet": True}, ""),
        (io.StringIO(), {"quiet": False}, ""),
    ],
)
def test_progress_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, options: dict[str, bool], told: str
) -> None:
    """Progress shows on a terminal only, and not with --quiet."""
    monkeypatch.setattr(sys, "stderr", stream)
    line = ProgressLine(**options)
    line.start(2)
    line.step(1, 2, "so-ket")
    assert stream.getvalue().endswith(told)
    assert bool(stream.getvalue()) is bool(told)


def test_the_last_step_clears_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the progress is left when the messages come."""
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    ProgressLine(quiet=False).step(2, 2, "so-ket")
    assert stream.getvalue().endswith("\r\x1b[K")


def test_many_places_are_counted() -> None:
    """A summary for people does not list all provinces of the country."""
    missing = tuple(("pci_score", f"p{number}") for number in range(63))
    (line,) = summary_lines([ReportResult("so-ket", {}, missing=missing)])
    assert line == "so-ket: not found for p0, p1, p2, p3 and 59 more: pci_score"


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=5))
def test_a_table_has_a_line_for_each_row(rows: list[tuple[str, str]]) -> None:
    """Whatever a cell holds, a row stays one line."""
    text = table(("one", "two"), rows)
    assert len(text.split("\n")) == (len(rows) + 1 if rows else 1)
