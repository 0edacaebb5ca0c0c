"""Names of computed figures, as the appendix lists them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import overload

from generator.catalogue import Indicator, Place
from generator.facts.standing import BODIES, PROVINCES
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.vi.printing import period_name, time_name, uncapitalised


@overload
def labelled(figure: Figure, label: str) -> Figure: ...
@overload
def labelled(figure: None, label: str) -> None: ...
@overload
def labelled(figure: Figure | None, label: str) -> Figure | None: ...
def labelled(figure: Figure | None, label: str) -> Figure | None:
    """Return a figure with its name; nothing stays nothing."""
    return replace(figure, label=label) if figure is not None else None


def unit_of(place: Place) -> str:
    """Return what places of the kind of one are counted by: "địa phương", "bộ, ngành"."""
    return BODIES if place.is_body else PROVINCES


def kind_word(place: Place) -> str:
    """Return the word for places of the kind of one in the id of a chart."""
    return "bo-nganh" if place.is_body else "dia-phuong"


def change_label(indicator: Indicator, place: Place, earlier: Fact, later: Fact) -> str:
    """Name the change of an indicator between two times."""
    now, then = (uncapitalised(time_name(fact.period)) for fact in (later, earlier))
    return f"{indicator.label}, {place.listed}: {now} so với {then}"


def total_label(indicator: Indicator, place: Place, period: Period) -> str:
    """Name the total of an indicator over all levels."""
    return f"{indicator.label}, {place.listed}, {period_name(period)}: chung các cấp"


def rate_label(indicator: Indicator, place: Place, period: Period) -> str:
    """Name the share of a total over all levels."""
    return f"{indicator.label}, {place.listed}, {period_name(period)}: tỷ lệ chung các cấp"


def parts_label(indicators: Sequence[Indicator], place: Place, period: Period) -> str:
    """Name the total of the parts of a whole at one time."""
    names = ", ".join(one.label for one in indicators)
    return f"Tổng cộng ({names}), {place.listed}, {uncapitalised(time_name(period))}"


def parts_share_label(indicators: Sequence[Indicator], place: Place, period: Period) -> str:
    """Name the sum of the shares of the parts of a whole at one time."""
    return f"Tỷ lệ {uncapitalised(parts_label(indicators, place, period))}"


def rest_label(indicator: Indicator, place: Place, period: Period) -> str:
    """Name what is left open of a known total."""
    return f"{indicator.label}, {place.listed}, {period_name(period)}: số còn lại"
