"""One index over many places: who stands where, how it moved, who has no figure.

Standings are computed among the places that have a figure of the same period: places
of equal value share the better one, the next stands as many lower as they are many
(1, 2, 2, 4). A place without a figure has no standing and is named as missing; its
gap is never a zero. Of one that a source rounds ("khoảng 92%") beside another so near that
either may be ahead, neither has a standing. A figure of another area stands in no row: Lâm
Đồng of before 1 July 2025 is a third of what it is since. One of the same area under an older
name does (Thừa Thiên Huế).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.catalogue import Indicator, Language, Phrase, Place, Places
from generator.config.values import ReportConfig
from generator.facts.comparing import same_length
from generator.facts.derived import POINTS, change_of, computed, difference
from generator.facts.formula import MINUS, result
from generator.facts.standing import LEAST, Better, rank_among, without_parts
from generator.model.chart import Chart, ChartKind, Series
from generator.model.fact import NATION, Fact, docs_of
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import age
from generator.report.drawings import label_of
from generator.report.figures import value_of
from generator.report.labels import change_label, labelled, unit_of
from generator.report.place_notes import NameNote
from generator.report.rank_table import Drawing, Ranking, RankRow
from generator.report.wording import Wording
from generator.vi.printing import capitalised, number, period_name

MOST_LINES = 5  # as many as are told apart in grey
_LEAST_PERIODS = 3  # for the line of a single place


@dataclass(frozen=True, slots=True)
class _Grid:
    """The figures of one index: by place and period, and how they are printed.

    ``regrown`` are the places and periods whose figures are of another area and left out.
    """

    indicator: Indicator
    phrase: Phrase
    cells: Mapping[tuple[str, Period], Fact]
    periods: tuple[Period, ...]
    decimals: int
    regrown: frozenset[tuple[str, Period]]

    def figure(self, place: str, period: Period) -> Figure | None:
        """Return a figure with the decimals of all, None where there is none.

        "Khoảng 92%" stays as it is: "khoảng 92,0%" would be surer than its source.
        """
        fact = self.cells.get((place, period))
        if fact is None or fact.approx is not None:
            return value_of(fact) if fact else None
        return replace(value_of(fact), decimals=self.decimals)


def ranking_of(
    config: ReportConfig,
    facts: Sequence[Fact],
    places: Sequence[Place],
    indicators: Mapping[str, Indicator],
    language: Language,
    table: Places,
    issued: date,
) -> Ranking | None:
    """Return the ranking of a report: of its index, else of what the most places have.

    ``facts`` may hold those of older names of the places; ``issued`` is the day of the report.
    None where fewer than three places have a figure of the newest period.
    """
    name = config.index or most_told(facts, indicators)
    if not name:
        return None
    wording = Wording(language, indicators)
    own = [fact for fact in facts if fact.indicator == name and fact.place == NATION]
    mean = next((told for fact in own if (told := wording.mean(fact))), "")
    phrase = wording.default(name)
    return ranking(facts, places, config.marked, indicators[name], phrase, table, mean, issued)


def most_told(facts: Iterable[Fact], indicators: Mapping[str, Indicator]) -> str:
    """Return the score or rate that the most places have, "" where fewer than three do."""
    places: dict[str, set[str]] = {}
    for fact in facts:
        whole = fact.level is None and fact.place != NATION
        if whole and indicators[fact.indicator].is_measured:
            places.setdefault(fact.indicator, set()).add(fact.place)
    told = sorted(places, key=lambda name: (-len(places[name]), indicators[name].order))
    return told[0] if told and len(places[told[0]]) >= LEAST else ""


def ranking(
    facts: Sequence[Fact],
    places: Sequence[Place],
    marked: Sequence[Place],
    indicator: Indicator,
    phrase: Phrase,
    table: Places,
    mean: str = "",
    issued: date = date.min,
) -> Ranking | None:
    """Return the ranking of the newest period, with the periods before it.

    ``facts`` hold one figure at most for each place and period; ``places`` are in the
    order of the table; ``mean`` is said for "cả nước" where the country has no more than the
    mean of its provinces. None where fewer than three places have a figure of the newest
    period.
    """
    grid = _grid(facts, places, indicator, phrase, table)
    last = grid.periods[-1] if grid.periods else None
    own = [fact for place in places if last and (fact := grid.cells.get((place.slug, last)))]
    whole = without_parts(own, lambda fact: table.territory(fact.place, fact.period.end))
    ranks = _standings(whole, grid, places) if last else {}
    if not ranks:
        return None
    chosen = {place.slug for place in marked}
    rows = tuple(_row(place, grid, ranks, marked=place.slug in chosen) for place in places)
    nation = tuple(grid.figure(NATION, period) for period in grid.periods)
    open_ones = {fact.place for fact in whole} - ranks.keys()
    made = Ranking(
        indicator=indicator,
        periods=grid.periods,
        rows=rows,
        nation=nation,
        decimals=grid.decimals,
        count=next(iter(ranks.values()))[1],
        spread=None,
        drawings=(),
        docs=docs_of(grid.cells.values()),
        regrown=_left_out(grid, places),
        country=mean or "cả nước",
        unplaced=tuple(row for row in rows if row.place.slug in open_ones),
        renamed=(*_renamed(grid, places, table), *_retyped(grid, places, issued)),
    )
    made = replace(made, spread=_spread(made, grid))
    return replace(made, drawings=_drawings(made, phrase))


def _grid(
    facts: Sequence[Fact],
    places: Sequence[Place],
    indicator: Indicator,
    phrase: Phrase,
    table: Places,
) -> _Grid:
    """Return the figures of whole places over periods as long as the newest.

    Of several that end on one day the longest counts. All are of the area that their place
    has in the newest period, those of an older name in the periods of the others.
    """
    told = [fact for fact in facts if fact.indicator == indicator.id and fact.level is None]
    rows = {NATION, *(place.slug for place in places)}
    newest = max((fact.period for fact in told if fact.place in rows), key=age, default=None)
    told = [fact for fact in told if newest and same_length(fact.period, newest)]
    known = {fact.period for fact in told if fact.place in rows}
    cells, regrown = dict[tuple[str, Period], Fact](), set[tuple[str, Period]]()
    for fact in told:
        key = (fact.place if fact.place in rows else _heir(fact.place, table), fact.period)
        if newest and not _same_ground(fact, key[0], newest, table):
            regrown.add(key)
        elif fact.period in known:
            cells[key] = fact
    periods = sorted({period for _, period in cells}, key=lambda one: one.end)
    return _Grid(indicator, phrase, cells, tuple(periods), _decimals(told), frozenset(regrown))


def _heir(slug: str, table: Places) -> str:
    """Return the slug under which a place goes on under another name."""
    place = table.get(slug)
    return place.renamed_to if place is not None and place.renamed_to else slug


def _same_ground(fact: Fact, slug: str, newest: Period, table: Places) -> bool:
    """Tell whether a figure covers the area that the place of its row has in the end."""
    return table.territory(fact.place, fact.period.end) == table.territory(slug, newest.end)


def _left_out(grid: _Grid, places: Sequence[Place]) -> tuple[tuple[Period, tuple[Place, ...]], ...]:
    """Return the periods whose figures of some places are of another area, with these places."""
    found = (
        (period, tuple(place for place in places if (place.slug, period) in grid.regrown))
        for period in grid.periods
    )
    return tuple((period, left) for period, left in found if left)


def _renamed(grid: _Grid, places: Sequence[Place], table: Places) -> Iterator[NameNote]:
    """Yield the places with figures under their older name, and of which periods."""
    for place in places:
        older: dict[str, list[Period]] = {}
        for period in grid.periods:
            fact = grid.cells.get((place.slug, period))
            if fact is not None and fact.place != place.slug:
                older.setdefault(fact.place, []).append(period)
        for slug, periods in older.items():
            if place.since is not None:
                yield NameNote(place, table[slug], place.since, tuple(periods))


def _retyped(grid: _Grid, places: Sequence[Place], issued: date) -> Iterator[NameNote]:
    """Yield the places with figures of several periods, some of another type than in the end."""
    last = max(issued, grid.periods[-1].end)
    for place in places:
        told = [one for one in grid.periods if (place.slug, one) in grid.cells]
        for day in (one.since for one in place.kinds):
            older = tuple(one for one in told if day is not None and one.end < day <= last)
            if day is not None and older and len(told) > 1:
                yield NameNote(place, place, day, older)


def _decimals(facts: Iterable[Fact]) -> int:
    """Return the places after the comma that print every value exactly."""
    digits = (fact.value.normalize().as_tuple().exponent for fact in facts)
    return max((-one for one in digits if isinstance(one, int) and one < 0), default=0)


def _row(
    place: Place, grid: _Grid, ranks: Mapping[str, tuple[Figure, Figure]], *, marked: bool
) -> RankRow:
    """Return all that is known of one place."""
    last = grid.periods[-1]
    cells = [grid.cells.get((place.slug, period)) for period in grid.periods]
    now, before = cells[-1], [cell for cell in cells[:-1] if cell is not None]
    return RankRow(
        place=place,
        figures=tuple(grid.figure(place.slug, period) for period in grid.periods),
        rank=ranks[place.slug][0] if place.slug in ranks else None,
        since_last=_change(cells[-2] if len(cells) > 1 else None, now, grid, place),
        since_first=_change(before[0] if before else None, now, grid, place),
        first=before[0].period if before else last,
        marked=marked,
    )


def _standings(
    own: Sequence[Fact], grid: _Grid, places: Sequence[Place]
) -> dict[str, tuple[Figure, Figure]]:
    """Return for each place its standing and the number of places that have one."""
    better: Better = "down" if grid.phrase.good == "down" else "up"
    names = {place.slug: place.listed for place in places}
    when, label = period_name(grid.periods[-1]), grid.indicator.label
    unit = unit_of(places[0])
    count = f"Số {unit} có {_lower(label)}, {when}"
    found = {fact.place: rank_among(fact, own, grid.indicator, better, unit=unit) for fact in own}
    return {
        place: (
            labelled(pair[0], f"Thứ tự theo {_lower(label)}, {names[place]}, {when}"),
            labelled(pair[1], count),
        )
        for place, pair in found.items()
        if pair is not None
    }


def _change(earlier: Fact | None, later: Fact | None, grid: _Grid, place: Place) -> Figure | None:
    """Return the named change of one place, None where one of the figures is missing.

    The earlier one may bear the older name of the same area.
    """
    if earlier is None or later is None:
        return None
    figure = (
        difference(earlier, later, grid.indicator)
        if earlier.place == later.place
        else change_of(value_of(earlier), value_of(later), grid.indicator)
    )
    if figure is None:
        return None
    label = change_label(grid.indicator, place, earlier, later)
    return replace(figure, label=label, decimals=grid.decimals)


def _spread(made: Ranking, grid: _Grid) -> Figure | None:
    """Return the distance between the first and the last place, None where one is not exact."""
    first, last = made.order[0], made.order[-1]
    if made.unplaced and not all(made.ends):
        return None
    ends = [grid.cells[(row.place.slug, grid.periods[-1])] for row in (first, last)]
    if any(fact.approx for fact in ends):
        return None
    high, low = sorted(ends, key=lambda fact: -fact.value)
    value = high.value - low.value
    formula = f"{number(high.value)} {MINUS} {number(low.value)} {result(value)}"
    unit = POINTS if grid.indicator.unit == "%" else grid.indicator.unit
    figure = computed(value, unit, (high, low), formula, decimals=grid.decimals)
    label = f"{grid.indicator.label}, {period_name(grid.periods[-1])}: chênh lệch hai đầu"
    return labelled(figure, label)


def _lower(label: str) -> str:
    """Return a label as it stands inside a sentence; an abbreviation keeps its capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


# ---------------------------------------------------------------- charts


def _drawings(made: Ranking, phrase: Phrase) -> tuple[Drawing, ...]:
    """Return the chart of all places, then that of the chosen ones over time."""
    over_time = _over_time(made, phrase) if len(made.periods) > 1 else None
    return tuple(one for one in (_ranked(made, phrase), over_time) if one is not None)


def _ranked(made: Ranking, phrase: Phrase) -> Drawing:
    """Draw every place in the order of its standing, the chosen ones marked."""
    order, nation = _by_value(made, phrase), made.nation[-1]
    rows = [
        (f"{number(r.rank.value)}. {r.place.listed}" if r.rank else r.place.listed, r.figures[-1])
        for r in order
    ]
    marked = [at for at, row in enumerate(order) if row.marked]
    at = _place_of_country(nation, order, phrase) if nation else None
    if nation and at is not None:
        rows.insert(at, (capitalised(made.country), nation))
        marked = [one + (one >= at) for one in marked]
    last = period_name(made.periods[-1])
    chart = _chart(
        f"xep-hang-{made.indicator.id.replace('_', '-')}",
        ChartKind.BAR,
        tuple(name for name, _ in rows),
        (Series(phrase.short, tuple(figure for _, figure in rows)),),
        made,
        f"{phrase.short}, {last}, xếp theo thứ tự",
    )
    chart = replace(chart, marked=tuple(marked), reference=at)
    docs = _drawn_docs(chart, made)
    return Drawing(chart, "ranking", order[0].place, made.periods[-1:], docs, made.indicator)


def _by_value(made: Ranking, phrase: Phrase) -> list[RankRow]:
    """Return the rows in their order, those of no known standing where their value puts them."""
    way = 1 if phrase.good == "down" else -1
    rows = [row for row in made.rows if row.rank or row in made.unplaced]
    return sorted(rows, key=lambda row: way * row.figures[-1].value if row.figures[-1] else 0)


def _place_of_country(nation: Figure, order: Sequence[RankRow], phrase: Phrase) -> int:
    """Return before which row the country would stand, behind all that are as good."""
    way = -1 if phrase.good == "down" else 1
    worse = (
        at
        for at, row in enumerate(order)
        if (own := row.figures[-1]) is not None and (own.value - nation.value) * way < 0
    )
    return next(worse, len(order))


def _over_time(made: Ranking, phrase: Phrase) -> Drawing | None:
    """Draw up to five places as lines; more as bars of the first and the last period.

    Without marked places the first and the last one are drawn; the country where the
    source has it.
    """
    rows = [row for row in made.rows if row.marked] or [made.order[0], made.order[-1]]
    if len(made.periods) < _LEAST_PERIODS and len(rows) == 1:
        return None  # one change of one place: a sentence tells it
    lines = [Series(row.place.listed, row.figures) for row in rows if any(row.figures)]
    if any(made.nation):
        lines.insert(0, Series(capitalised(made.country), made.nation))
    if len(lines) > MOST_LINES:
        ends = (0, len(made.periods) - 1)
        series = tuple(
            Series(capitalised(period_name(made.periods[at])), tuple(s.values[at] for s in lines))
            for at in ends
        )
        kind, categories = ChartKind.BAR, tuple(one.name for one in lines)
    else:
        series, kind = tuple(lines), ChartKind.LINE
        categories = tuple(capitalised(period_name(period)) for period in made.periods)
    subject = f"{phrase.short} {phrase.whose} một số {made.count.unit} qua các kỳ"
    name = f"dien-bien-{made.indicator.id.replace('_', '-')}"
    chart = _chart(name, kind, categories, series, made, subject)
    docs = _drawn_docs(chart, made)
    return Drawing(chart, "ranking-trend", rows[0].place, made.periods, docs, made.indicator)


def _drawn_docs(chart: Chart, made: Ranking) -> tuple[str, ...]:
    """Return the documents behind what a chart draws, in the order of the ranking."""
    drawn = (one for series in chart.series for one in series.values if one is not None)
    own = set(docs_of(fact for figure in drawn for fact in figure.inputs))
    return tuple(doc for doc in made.docs if doc in own)


def _chart(
    name: str,
    kind: ChartKind,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    made: Ranking,
    subject: str,
) -> Chart:
    """Return a chart with its printed labels and a sentence for who cannot see it."""
    labels = tuple(tuple(label_of(value) for value in one.values) for one in series)
    told = "; ".join(
        f"{category}: {', '.join(_told(series, labels, at))}"
        for at, category in enumerate(categories)
        if any(row[at] for row in labels)
    )
    return Chart(
        id=name,
        kind=kind,
        categories=categories,
        series=series,
        unit=made.indicator.unit,
        alt=f"{subject}. {told}.",
        decimals=made.decimals,
        labels=labels,
    )


def _told(series: Sequence[Series], labels: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the values of one category, named where there are several series."""
    named = len(series) > 1
    return [
        f"{one.name} {row[at]}" if named else row[at]
        for one, row in zip(series, labels, strict=True)
        if row[at]
    ]
