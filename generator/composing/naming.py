"""Names of what a report covers, as its subject line and opening say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.catalogue import Place, PlaceKind, Places
from generator.facts.standing import BODIES, PROVINCES
from generator.model.period import Period, PeriodKind
from generator.report.model import Claim, ReportModel, Scope
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


def issuers_phrase(scope: Scope, day: date, table: Places) -> str:
    """Name the places of a report as those who issue it: Thừa Thiên Huế is Huế since 2025."""
    return names_of([table.named_on(place, day) for place in scope.places], day)


def kinds_of(places: Sequence[Place]) -> str:
    """Return what places are together: "địa phương", "bộ, ngành", "bộ, ngành, địa phương"."""
    bodies = any(place.is_body for place in places)
    local = not bodies or any(not place.is_body for place in places)
    return ", ".join(word for word, told in ((BODIES, bodies), (PROVINCES, local)) if told)


def by_kind(claims: Sequence[Claim], places: Places) -> tuple[tuple[Claim, ...], ...]:
    """Split claims into those of central bodies and those of provinces, as far as there are."""
    kinds = [
        tuple(one for one in claims if places[one.fact.place].is_body is kind)
        for kind in (True, False)
    ]
    return tuple(kind for kind in kinds if kind)


def names_of(places: Sequence[Place], day: date) -> str:
    """Name central bodies, then provinces and cities, each kind with its word; of many none."""
    told = (_bodies([p for p in places if p.is_body]), _provinces(places, day))
    return "; ".join(name for name in told if name)


def _bodies(places: Sequence[Place]) -> str:
    """Name central bodies: "Bộ Nội vụ và Bộ Tư pháp"; apart where a name has a comma of its own."""
    names = [place.name for place in places]
    if len(names) > MOST_NAMED:
        return "các bộ, ngành"
    if len(names) < 2 or any("," in name for name in names):
        return "; ".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def _provinces(places: Sequence[Place], day: date) -> str:
    """Name provinces and cities; "Thành phố" is a part of the name of Hồ Chí Minh alone."""
    provinces = [p for p in places if p.kind_on(day) is PlaceKind.PROVINCE]
    cities = [p for p in places if p.kind_on(day) is PlaceKind.CITY]
    if len(provinces) + len(cities) > MOST_NAMED:
        return "các tỉnh, thành phố trực thuộc trung ương"
    parts = []
    whole = [one.official_name(day) for one in cities if one.official_name(day)[:1].isupper()]
    plain = [one for one in cities if one.official_name(day) not in whole]
    for found, many in (
        (provinces, "các tỉnh"),
        (plain, "các thành phố"),
    ):
        if len(found) == 1:
            parts.append(found[0].official_name(day))
        elif found:
            names = [place.name for place in found]
            parts.append(f"{many} {', '.join(names[:-1])} và {names[-1]}")
    return "; ".join([*parts, *whole])


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
