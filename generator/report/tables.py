"""Tables of three or more comparable figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.catalogue import Indicator, Language, Place
from generator.facts.comparing import same_length
from generator.facts.derived import computed, rate, total_over_levels, total_over_parts
from generator.facts.formula import joined_sum, result
from generator.facts.precision import share_as_sure
from generator.model.fact import NATION, Fact, docs_of
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.figures import share_of, value_of
from generator.report.labels import (
    labelled,
    parts_label,
    parts_share_label,
    rate_label,
    total_label,
)
from generator.report.measures import DerivedRate
from generator.report.model import DateTable, LevelRow, LevelTable, PlaceTable
from generator.report.passages import LEVELS
from generator.report.rates import standing_in
from generator.report.scope import GRACE
from generator.report.wording import Wording

_WHOLE = Decimal(100)  # percent

LEAST_TOLD = 3
"""A table takes so many comparable figures (contract of the report)."""


def level_tables(
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    language: Language,
) -> tuple[LevelTable, ...]:
    """Return the tables by administrative level of one place, one for each period.

    A table needs two indicators at two levels, so that it has something to compare.
    """
    tables = []
    for relation in language.relations.level_tables:
        columns = tuple(indicators[name] for name in relation.indicators if name in indicators)
        for period in _periods(facts, relation.indicators):
            table = _level_table(relation.id, facts, place, period, columns)
            if table is not None:
                tables.append(table)
    return tuple(tables)


def level_sums(
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    tabled: Iterable[LevelTable],
) -> tuple[LevelTable, ...]:
    """Return the counts of one document that it gives for all levels but not for the whole.

    Each as a table of one column, for a sentence. What ``tabled`` holds is left out.
    """
    shown = {(one.id, table.period) for table in tabled for one in table.indicators}
    wholes = {(fact.indicator, fact.period) for fact in facts if fact.level is None}
    found: dict[tuple[str, Period], list[Fact]] = {}
    for fact in facts:
        key = (fact.indicator, fact.period)
        if fact.level in LEVELS and key not in shown | wholes:
            found.setdefault(key, []).append(fact)
    made = (_level_sum(group, place, indicators[name]) for (name, _), group in found.items())
    return tuple(one for one in made if one is not None)


def _level_sum(facts: Sequence[Fact], place: Place, indicator: Indicator) -> LevelTable | None:
    """Return the levels of one count with their total, None where they make up no whole."""
    period, docs = facts[0].period, docs_of(facts)
    cells: dict[tuple[str, str | None], Fact] = {(one.indicator, one.level): one for one in facts}
    total = _total_row((indicator,), cells, place, period) if len(docs) == 1 else None
    if total is None:
        return None
    levels = [level for level in LEVELS if (indicator.id, level) in cells]
    return LevelTable(
        id=f"cac-cap-{indicator.id}-{place.slug}-{period.end.isoformat()}",
        place=place,
        period=period,
        indicators=(indicator,),
        rows=tuple(_level_row(level, (indicator,), cells) for level in levels),
        total=total,
        docs=docs,
    )


def _periods(facts: Sequence[Fact], names: Sequence[str]) -> list[Period]:
    """Return the periods in which the indicators have figures by level."""
    found = {fact.period for fact in facts if fact.indicator in names and fact.level in LEVELS}
    return sorted(found, key=lambda period: (period.end, period.start or period.end))


def _level_table(
    name: str,
    facts: Sequence[Fact],
    place: Place,
    period: Period,
    columns: Sequence[Indicator],
) -> LevelTable | None:
    """Return the table of one period, None where too little is known."""
    cells: dict[tuple[str, str | None], Fact] = {
        (fact.indicator, fact.level): fact
        for fact in facts
        if fact.period == period and fact.level in LEVELS
    }
    used = tuple(one for one in columns if any((one.id, level) in cells for level in LEVELS))
    levels = [level for level in LEVELS if any((one.id, level) in cells for one in used)]
    if len(used) < 2 or len(levels) < 2:
        return None
    rows = tuple(_level_row(level, used, cells) for level in levels)
    table_facts = tuple(fact for fact in cells.values() if fact.indicator in {o.id for o in used})
    return LevelTable(
        id=f"{name}-{place.slug}-{period.end.isoformat()}",
        place=place,
        period=period,
        indicators=used,
        rows=rows,
        total=_total_row(used, cells, place, period),
        docs=docs_of(table_facts),
    )


def _level_row(
    level: str, columns: Sequence[Indicator], cells: Mapping[tuple[str, str | None], Fact]
) -> LevelRow:
    """Return the row of one level."""
    found = [cells.get((one.id, level)) for one in columns]
    return LevelRow(
        level,
        tuple(value_of(fact) if fact else None for fact in found),
        tuple(share_of(fact) if fact else None for fact in found),
    )


def _total_row(
    columns: Sequence[Indicator],
    cells: Mapping[tuple[str, str | None], Fact],
    place: Place,
    period: Period,
) -> LevelRow | None:
    """Return the computed row over all levels, None where a level is missing."""
    totals = [
        labelled(
            total_over_levels([fact for (name, _), fact in cells.items() if name == one.id], one),
            total_label(one, place, period),
        )
        for one in columns
    ]
    whole = totals[0]
    if whole is None:
        return None
    shares: list[Figure | None] = [None]
    for one, total in zip(columns[1:], totals[1:], strict=True):
        found = rate(total, whole) if total is not None else None
        share = share_as_sure(found, total, whole) if found and total else None
        shares.append(labelled(share, rate_label(one, place, period)))
    return LevelRow(None, tuple(totals), tuple(shares))


def date_tables(
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    language: Language,
) -> tuple[DateTable, ...]:
    """Return the tables of partitions over dates, two dates at least.

    All are days, or all times as long as the newest.
    """
    tables = []
    for relation in language.relations.partitions:
        parts = [indicators[name] for name in relation.parts if name in indicators]
        cells = {
            (fact.indicator, fact.period): fact
            for fact in facts
            if fact.level is None and fact.indicator in relation.parts
        }
        complete = [
            period
            for period in _sorted_periods(cells.values())
            if all((part.id, period) in cells for part in parts)
        ]
        periods = tuple(one for one in complete if same_length(one, complete[-1]))
        if len(periods) > 1:
            used = [cells[(part.id, period)] for part in parts for period in periods]
            tables.append(
                DateTable(
                    id=f"{relation.id}-{place.slug}",
                    place=place,
                    periods=periods,
                    indicators=tuple(parts),
                    cells=tuple(
                        tuple(cells.get((part.id, period)) for period in periods) for part in parts
                    ),
                    totals=tuple(_total(parts, period, cells, place) for period in periods),
                    shares=tuple(_share(parts, period, cells, place) for period in periods),
                    docs=docs_of(used),
                )
            )
    return tuple(tables)


def _total(
    parts: Sequence[Indicator],
    period: Period,
    cells: Mapping[tuple[str, Period], Fact],
    place: Place,
) -> Figure | None:
    """Return the computed total of the parts at one time."""
    total = total_over_parts([cells[part.id, period] for part in parts])
    return labelled(total, parts_label(parts, place, period))


def _share(
    parts: Sequence[Indicator],
    period: Period,
    cells: Mapping[tuple[str, Period], Fact],
    place: Place,
) -> Figure | None:
    """Return the sum of the shares of the parts at one time, None unless it is the whole."""
    facts = [cells[part.id, period] for part in parts]
    shares = [fact.share for fact in facts if fact.share is not None]
    total = sum(shares, Decimal(0))
    if len(shares) < len(facts) or total != _WHOLE:
        return None
    formula = f"{joined_sum(shares)} {result(total, sign='%')}"
    found = computed(total, "%", facts, formula)
    return labelled(found, parts_share_label(parts, place, period))


def place_table(
    newest: Mapping[tuple[str, str], Fact],
    places: Sequence[Place],
    indicators: Mapping[str, Indicator],
    wording: Wording,
    rates: Iterable[DerivedRate] = (),
) -> PlaceTable | None:
    """Return the table of the figures that two or more places have.

    ``newest`` maps indicator and place to the figure that stands for them; ``rates`` that the
    report made of two counts stand beside printed ones. Only figures
    that may stand in one row do: of one sense, over the same period or, of a stock, at
    days that are close. None where no indicator is known for two places, and for fewer than
    three figures of provinces alone, which their own sentences tell better.
    """
    rows: dict[str, dict[str, Fact]] = {}
    made = {(one.indicator.id, one.place.slug): (standing_in(one), one.rate) for one in rates}
    for indicator in sorted(indicators.values(), key=lambda one: one.order):
        keys = [(indicator.id, one.slug) for one in places]
        known = [newest[key] for key in keys if key in newest]
        known += [made[key][0] for key in keys if key in made]
        row = _one_row(known, wording)
        if len(row) > 1:
            rows[indicator.id] = {fact.place: fact for fact in row}
    shared = tuple(indicators[name] for name in rows)
    shown = tuple(place for place in places if any(place.slug in row for row in rows.values()))
    told = sum(len(row) for row in rows.values())
    if len(shown) < 2 or (told < LEAST_TOLD and all(place.slug != NATION for place in shown)):
        return None
    cells = tuple(tuple(row.get(place.slug) for place in shown) for row in rows.values())
    used = [fact for row in cells for fact in row if fact is not None]
    figures = {fact.id: rate for fact, rate in made.values() if fact in used}
    return PlaceTable("so-sanh-dia-phuong", shown, shared, cells, docs_of(used), figures)


def _one_row(known: Sequence[Fact], wording: Wording) -> list[Fact]:
    """Return the largest set of figures of one indicator that may stand side by side."""
    groups: list[list[Fact]] = []
    for fact in known:
        fitting = next((group for group in groups if _beside(group[0], fact, wording)), None)
        if fitting is None:
            groups.append([fact])
        else:
            fitting.append(fact)
    return max(groups, key=len, default=[])


def _beside(first: Fact, second: Fact, wording: Wording) -> bool:
    """Tell whether two figures of one indicator mean the same at about the same time."""
    one, other = first.period, second.period
    if not wording.alike(first, second) or one.is_stock != other.is_stock:
        return False
    return one == other or (one.is_stock and abs(one.end - other.end) <= GRACE)


def _sorted_periods(facts: Iterable[Fact]) -> list[Period]:
    """Return the distinct periods of facts, oldest first."""
    periods = {fact.period for fact in facts}
    return sorted(periods, key=lambda period: (period.end, period.start or period.end))
