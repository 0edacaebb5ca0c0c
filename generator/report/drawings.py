"""Charts where a comparison or a trend is worth seeing, chosen by stated rules.

- a partition at two or more dates: stacked shares;
- indicators by administrative level: columns side by side;
- a rate over three or more periods, a score over two or more, all of one length: columns,
  from four on a line; the rank is named with the period; times of different length only
  where one source itself tells them side by side, in columns that name each;
- done of all: columns of what is done and what is open;
- counts of one kind at one date: bars.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from generator.catalogue import Indicator, IndicatorSet, Place, Relations
from generator.facts.comparing import same_length
from generator.facts.derived import remainder
from generator.model.chart import Chart, ChartKind, Series
from generator.model.fact import Fact, docs_of
from generator.model.figure import Figure
from generator.report.comparing import LEAST_DRAWN
from generator.report.digits import in_scale, scale_of
from generator.report.figures import share_of, value_of
from generator.report.labels import labelled, rest_label
from generator.report.model import DateTable, LevelTable, Trend
from generator.report.rank_table import Drawing
from generator.report.wording import Wording, reserved_word
from generator.vi.printing import (
    capitalised,
    number,
    period_name,
    reservation,
    time_name,
    with_magnitude,
)

LevelName = Callable[[str | None], str]


def label_of(figure: Figure | None, scale: Decimal | None = None) -> str:
    """Return the printed form of a value at its mark, written as those beside it are, or ""."""
    if figure is None:
        return ""
    text = (
        f"{number(figure.value, figure.decimals)}%" if figure.unit == "%" else _plain(figure, scale)
    )
    own = not figure.is_computed and figure.inputs
    word = reserved_word(figure.inputs[0]) if own else reservation(figure.approx)
    return f"{word} {text}" if word else text


def _plain(figure: Figure, scale: Decimal | None) -> str:
    """Print a count or score in short form."""
    if figure.decimals is not None:
        return number(figure.value, figure.decimals)
    return in_scale(figure.value, scale) or with_magnitude(figure.value)


def chart_of(
    name: str,
    kind: ChartKind,
    categories: Sequence[str],
    series: Sequence[Series],
    unit: str,
    subject: str,
) -> Chart:
    """Return a chart with printed labels and a sentence for who cannot see it."""
    scale = scale_of(value for one in series for value in one.values if value is not None)
    labels = tuple(tuple(label_of(value, scale) for value in one.values) for one in series)
    told = "; ".join(
        f"{category}: "
        + ", ".join(
            f"{one.name} {labels[row][column]}" if len(series) > 1 else labels[row][column]
            for row, one in enumerate(series)
            if labels[row][column]
        )
        for column, category in enumerate(categories)
    )
    decimals = 2 if unit == "%" else 0
    return Chart(
        id=name,
        kind=kind,
        categories=tuple(categories),
        series=tuple(series),
        unit=unit,
        alt=f"{subject}. {told}.",
        decimals=decimals,
        labels=labels,
    )


def of_partition(table: DateTable, wording: Wording) -> Drawing | None:
    """Draw the shares of a partition at its dates, None where a share is missing."""
    rows = [[share_of(fact) if fact else None for fact in row] for row in table.cells]
    if any(value is None for row in rows for value in row):
        return None
    categories = [time_name(period) for period in table.periods]
    series = [
        Series(wording.default(one.id).short, tuple(row))
        for one, row in zip(table.indicators, rows, strict=True)
    ]
    subject = "Cơ cấu dịch vụ"
    chart = chart_of(
        f"bieu-do-{table.id}", ChartKind.STACKED_SHARE, categories, series, "%", subject
    )
    return Drawing(chart, "partition", table.place, table.periods, table.docs)


def of_levels(table: LevelTable, wording: Wording, level_name: LevelName) -> Drawing:
    """Draw the parts of a level table side by side; the whole itself is left out."""
    categories = [capitalised(level_name(row.level)) for row in table.rows]
    series = [
        Series(
            wording.of_all(_inputs(row.figures[column] for row in table.rows), indicator.id).short,
            tuple(row.figures[column] for row in table.rows),
        )
        for column, indicator in enumerate(table.indicators)
        if column
    ]
    chart = chart_of(
        f"bieu-do-{table.id}",
        ChartKind.COLUMN,
        categories,
        series,
        table.indicators[0].unit,
        "Kết quả theo cấp giải quyết",
    )
    return Drawing(chart, "levels", table.place, (table.period,), table.docs)


def of_trend(trend: Trend, ranks: Mapping[str, Sequence[Fact]], wording: Wording) -> Drawing | None:
    """Draw a rate over three or more periods, a score over two or more."""
    least = LEAST_DRAWN.get(trend.indicator.kind)
    if least is None or len(trend.facts) < least:
        return None
    categories = [_category(fact, ranks.get(trend.indicator.id, ())) for fact in trend.facts]
    alike = all(same_length(fact.period, trend.later.period) for fact in trend.facts)
    kind = ChartKind.LINE if alike and len(trend.facts) > 3 else ChartKind.COLUMN
    short = wording.default(trend.indicator.id).short
    series = [Series(short, tuple(value_of(fact) for fact in trend.facts))]
    chart = chart_of(
        f"bieu-do-{trend.indicator.id.replace('_', '-')}-{trend.place.slug}",
        kind,
        categories,
        series,
        trend.indicator.unit,
        short,
    )
    periods = tuple(fact.period for fact in trend.facts)
    return Drawing(chart, "trend", trend.place, periods, docs_of(trend.facts), trend.indicator)


def _category(fact: Fact, ranks: Sequence[Fact]) -> str:
    """Name a period, with the rank of the same period where there is one."""
    name = capitalised(period_name(fact.period))
    rank = next((one for one in ranks if one.period == fact.period), None)
    if rank is None:
        return name
    place = number(rank.value) + (f"/{number(rank.total)}" if rank.total else "")
    return f"{name} (hạng {place})"


def of_progress(
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    wording: Wording,
    relations: Relations,
) -> tuple[Drawing, ...]:
    """Draw tasks that are done and open, of those with a known total, one date at a time."""
    counted = [fact for fact in facts if fact.total and fact.value <= fact.total]
    return tuple(
        _progress(relation, found, place, indicators, wording)
        for relation in relations.progress
        for found in _together(counted, relation, indicators)
    )


def _together(
    facts: Sequence[Fact], relation: IndicatorSet, indicators: Mapping[str, Indicator]
) -> list[list[Fact]]:
    """Return the facts of a set at each date that has two of them, catalogue order."""
    members = [
        fact for fact in facts if fact.indicator in relation.indicators and fact.level is None
    ]
    groups = []
    for period in sorted({fact.period for fact in members}, key=lambda one: one.end):
        found = [fact for fact in members if fact.period == period]
        if len(found) > 1:
            groups.append(sorted(found, key=lambda fact: indicators[fact.indicator].order))
    return groups


def _progress(
    relation: IndicatorSet,
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    wording: Wording,
) -> Drawing:
    """Return the chart of one date."""
    period = facts[0].period
    rest = tuple(
        labelled(remainder(fact), rest_label(indicators[fact.indicator], place, fact.period))
        for fact in facts
    )
    series = [
        Series("Đã hoàn thành", tuple(value_of(fact) for fact in facts)),
        Series("Chưa hoàn thành", rest),
    ]
    chart = chart_of(
        f"bieu-do-{relation.id}-{place.slug}-{period.end.isoformat()}",
        ChartKind.COLUMN,
        [wording.of(fact).short for fact in facts],
        series,
        indicators[facts[0].indicator].unit,
        relation.title,
    )
    return Drawing(chart, "set", place, (period,), docs_of(facts), title=relation.title)


def of_alike(
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    wording: Wording,
    relations: Relations,
) -> tuple[Drawing, ...]:
    """Draw counts of one unit at one date side by side, two at least.

    A figure of a special sense ("phê duyệt phương án") is not of the same kind.
    """
    plain = [fact for fact in facts if wording.apart(fact) < 0]
    return tuple(
        _alike(relation, found, place, indicators, wording)
        for relation in relations.alike
        for found in _together(plain, relation, indicators)
    )


def _alike(
    relation: IndicatorSet,
    facts: Sequence[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    wording: Wording,
) -> Drawing:
    """Return the chart of one date."""
    period, unit = facts[0].period, indicators[facts[0].indicator].unit
    chart = chart_of(
        f"bieu-do-{relation.id}-{place.slug}-{period.end.isoformat()}",
        ChartKind.BAR,
        [wording.of(fact).short for fact in facts],
        [Series(unit, tuple(value_of(fact) for fact in facts))],
        unit,
        relation.title,
    )
    return Drawing(chart, "set", place, (period,), docs_of(facts), title=relation.title)


def _inputs(figures: Iterable[Figure | None]) -> tuple[Fact, ...]:
    """Return the facts that figures print."""
    return tuple(figure.inputs[0] for figure in figures if figure is not None and figure.inputs)
