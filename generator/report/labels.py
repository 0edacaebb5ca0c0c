"""Names of computed figures, as the appendix lists them."""

from __future__ import annotations

from dataclasses import replace
from typing import overload

from generator.catalogue import Indicator, Place
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.vi.printing import period_name


@overload
def labelled(figure: Figure, label: str) -> Figure: ...
@overload
def labelled(figure: None, label: str) -> None: ...
@overload
def labelled(figure: Figure | None, label: str) -> Figure | None: ...
def labelled(figure: Figure | None, label: str) -> Figure | None:
    """Return a figure with its name; nothing stays nothing."""
    return replace(figure, label=label) if figure is not None else None


def change_label(indicator: Indicator, place: Place, earlier: Fact, later: Fact) -> str:
    """Name the change of an indicator between two times."""
    return (
        f"{indicator.label}, {place.name}: {period_name(later.period)}"
        f" so với {period_name(earlier.period)}"
    )


def total_label(indicator: Indicator, place: Place, period: Period) -> str:
    """Name the total of an indicator over all levels."""
    return f"{indicator.label}, {place.name}, {period_name(period)}: chung các cấp"


def rate_label(indicator: Indicator, place: Place, period: Period) -> str:
    """Name the share of a total over all levels."""
    return f"{indicator.label}, {place.name}, {period_name(period)}: tỷ lệ chung các cấp"


def share_label(indicator: Indicator, place: Place, period: Period, *, rest: bool) -> str:
    """Name the share that is done, or the rest that is open."""
    what = "tỷ lệ còn lại" if rest else "tỷ lệ trên tổng số"
    return f"{indicator.label}, {place.name}, {period_name(period)}: {what}"
