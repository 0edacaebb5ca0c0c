"""Names of what a report covers, as its subject line and opening say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.catalogue import Place, PlaceKind
from generator.model.period import Period, PeriodKind
from generator.report.model import ReportModel, Scope
from generator.vi.printing import long_date, period_name
from generator.vi.text import NBSP

MOST_NAMED = 12
"""More places are not named one by one."""


def scope_name(periods: Sequence[Period]) -> str:
    """Name the periods of a report: "năm 2023", "từ năm 2022 đến 6 tháng đầu năm 2024"."""
    if len(periods) == 1:
        return _one(periods[0])
    return ", ".join(_one(period) for period in periods[:-1]) + " và " + _one(periods[-1])


def _one(period: Period) -> str:
    """Name one period; a long one by its first year and its last part."""
    start, end = period.start, period.end
    if start is None:
        return f"tính đến {long_date(end)}"
    if start.year == end.year or period.kind is PeriodKind.YEARS:
        return period_name(period)
    if (start.month, start.day) == (1, 1):
        last = period_name(Period(end, date(end.year, 1, 1)))
        return f"giai đoạn từ năm{NBSP}{start.year} đến hết {last}"
    return period_name(period)


def places_phrase(scope: Scope, day: date) -> str:
    """Name the places of a report: "các tỉnh Bắc Giang, Bình Dương và Bình Thuận"."""
    return names_of(scope.places, day)


def names_of(places: Sequence[Place], day: date) -> str:
    """Name provinces and cities together, each kind with its word once; of many none."""
    provinces = [p for p in places if p.kind_on(day) is PlaceKind.PROVINCE]
    cities = [p for p in places if p.kind_on(day) is PlaceKind.CITY]
    if len(provinces) + len(cities) > MOST_NAMED:
        return "các tỉnh, thành phố trực thuộc trung ương"
    parts = []
    for found, many in (
        (provinces, "các tỉnh"),
        (cities, "các thành phố"),
    ):
        if len(found) == 1:
            parts.append(found[0].official_name(day))
        elif found:
            names = [place.name for place in found]
            parts.append(f"{many} {', '.join(names[:-1])} và {names[-1]}")
    return "; ".join(parts)


def source_times(model: ReportModel) -> dict[str, str]:
    """Return by document id the month of its day, "" for one that tells no time.

    A source without a day speaks of the last period of its figures.
    """
    last: dict[str, Period] = {}
    for row in model.appendix:
        known = last.get(row.fact.source.doc)
        period = row.fact.period
        if not period.is_stock and (known is None or known.end < period.end):
            last[row.fact.source.doc] = period
    return {
        info.id: f"tháng{NBSP}{info.published.month} năm{NBSP}{info.published.year}"
        if info.published
        else period_name(last[info.id])
        if info.id in last
        else ""
        for info in model.sources
    }
