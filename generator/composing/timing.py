"""When a paragraph has to name its time: not "Trong năm 2025, …" at the head of each one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.period import Period


class Times:
    """Remembers what time the paragraph before told, under one heading.

    Only the time of a report on one period may be left out: its title names it, and a
    figure of any other time names its own.
    """

    def __init__(self, periods: Sequence[Period]) -> None:
        """Start with nothing told; ``periods`` are those of the report."""
        self._only = periods[0] if len(periods) == 1 else None
        self._told: Period | None = None

    def anew(self) -> str:
        """Begin a heading, or words of another time: the next paragraph names its time."""
        self._told = None
        return ""

    def is_clear(self, period: Period) -> bool:
        """Tell whether a paragraph of ``period`` need not name it, and note that it stands."""
        clear = period == self._only == self._told
        self._told = period
        return clear
