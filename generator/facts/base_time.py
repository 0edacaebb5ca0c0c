"""The time that a source names as the base of a change: "so với 6 tháng đầu năm 2025"."""

from __future__ import annotations

from datetime import date

from generator.extraction.reading import folded
from generator.model.period import Period
from generator.vi.dates import find_times, resolve


def named_base(said: str, day: date) -> Period | None:
    """Return the one time that the words of a base name, on the day of the figure that changed.

    None for words that name no time, or several.
    """
    told = (resolve(mention, day) for mention in find_times(folded(said)))
    found = {period for period in told if period is not None}
    return found.pop() if len(found) == 1 else None
