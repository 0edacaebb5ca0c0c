"""Rates that no source prints but two of its counts give: on time of resolved, online of received.

Both counts are exact, of one source, place and time and in no special sense; where the source
prints the rate, as a figure or beside the count ("đạt 95%"), that one is told, and the latter
only where the counts bear it out. A table by level has rates of its own; what is late is not
told where what is on time is.

Such a rate is set against that of the times which the config names: printed by a source, made
of the two counts of that time, over the merger of the sums of the old provinces. It stands to
the country, the others and a target as a printed one would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.catalogue import Indicator, Place, rates_of
from generator.catalogue.targets import Target, target_of
from generator.facts.derived import (
    change_of,
    printed_decimals,
    printed_with,
    share_of_total,
    told_apart,
)
from generator.facts.merging import merged_rate, told_rate
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.model.period import Period
from generator.report.bases import Rules, base_periods
from generator.report.figures import share_of, value_of
from generator.report.labels import labelled
from generator.report.measures import DerivedRate, RateChange
from generator.report.mergers import Past
from generator.report.wording import Wording
from generator.vi.printing import period_name, rounded, time_name, uncapitalised

_Key = tuple[str, str, Period]
_SAID_BY = {"dossiers_late_rate": "dossiers_on_time_rate"}


def derived_rates(
    facts: Iterable[Fact],
    newest: Iterable[Fact],
    places: Mapping[str, Place],
    indicators: Mapping[str, Indicator],
    wording: Wording,
) -> tuple[DerivedRate, ...]:
    """Return the rates of the newest counts, in catalogue order.

    ``facts`` are those of the report, ``newest`` the ones that stand for each measure.
    """
    told = tuple(facts)
    whole = {_key(fact): fact for fact in told if fact.level is None}
    known = set(whole)
    order = {slug: rank for rank, slug in enumerate(places)}
    parts = sorted(
        (fact for fact in newest if fact.place in places and fact.level is None),
        key=lambda fact: order[fact.place],
    )
    found = []
    rates = rates_of(indicators)
    for name in sorted(rates, key=lambda one: indicators[one].order):
        of, out_of = rates[name]
        for part in (fact for fact in parts if fact.indicator == of):
            base, place = whole.get((out_of, *_key(part)[1:])), places[part.place]
            if base is None or _is_said(name, base, known):
                continue
            if part.total == base.value:  # "98.765/123.456" tells its whole itself
                base = replace(part, indicator=out_of, value=base.value, total=None, share=None)
            value = _rate_of(part, base, wording)
            if value is not None:
                label = f"{indicators[name].label}, {place.listed}, {period_name(part.period)}"
                made = labelled(value, label) if value.formula else value
                found.append(DerivedRate(place, indicators[name], part, base, made))
                known.add((name, place.slug, part.period))
    return tuple(found)


def with_enough_decimals(
    rates: Sequence[DerivedRate], facts: Iterable[Fact], targets: Sequence[Target]
) -> tuple[DerivedRate, ...]:
    """Print computed rates so that they are told from the country's of their time and from targets.

    ``facts`` are the figures of the report.
    """
    marks: dict[tuple[str, Period], set[Decimal]] = defaultdict(set)
    for fact in facts:
        if fact.level is None and fact.place == NATION:
            marks[fact.indicator, fact.period].add(fact.value)
    for one in rates:
        if one.place.slug == NATION:
            marks[one.indicator.id, one.part.period].add(one.rate.value)
    found = []
    for one in rates:
        key, target = (one.indicator.id, one.part.period), target_of(standing_in(one), targets)
        goal = {target.value} if target else set()
        rate = told_apart(one.rate, marks.get(key, set()) | goal)
        found.append(replace(one, rate=rate))
    return _like_the_country(found)


def _like_the_country(rates: Sequence[DerivedRate]) -> tuple[DerivedRate, ...]:
    """Print computed rates and that of the country which they stand beside with like decimals."""
    digits: dict[tuple[str, Period], int] = defaultdict(int)
    for one in rates:
        key = (one.indicator.id, one.part.period)
        digits[key] = max(digits[key], printed_decimals(one.rate))
    country = {(one.indicator.id, one.part.period) for one in rates if one.place.slug == NATION}
    return tuple(
        replace(one, rate=printed_with(one.rate, digits[key])) if key in country else one
        for one in rates
        for key in ((one.indicator.id, one.part.period),)
    )


def standing_in(rate: DerivedRate) -> Fact:
    """Return a fact that stands in for a rate of two counts where figures are compared.

    It has its indicator, place and time and no sentence of its own; no file holds it.
    """
    return replace(
        rate.part,
        indicator=rate.indicator.id,
        value=rate.rate.value,
        unit=rate.indicator.unit,
        approx=rate.rate.approx,
        total=None,
        change=None,
        printed="",
        before="",
        after="",
    )


def with_changes(rates: Iterable[DerivedRate], past: Past) -> tuple[DerivedRate, ...]:
    """Set computed rates against those of earlier times."""
    return tuple(replace(one, changes=tuple(_changes(one, past))) for one in rates)


def _changes(rate: DerivedRate, past: Past) -> Iterator[RateChange]:
    """Yield what one rate is set against, its own area or sums of old provinces, by the config."""
    own = _earlier(rate, past.known, past.rules)
    old = {
        period: past.rate(rate.indicator.id, members, period)
        for period, members in past.bases(rate.part)
    }
    now = rate.part.period
    added = {period: base for period, base in old.items() if own.get(period) is None}
    wanted = base_periods(now, past.rules.compare)
    order = {period: at for at, period in enumerate(wanted)}
    for period, base in sorted(
        (own | added).items(), key=lambda one: order.get(one[0], len(order))
    ):
        if base is None:
            continue
        merged = period in added and len({fact.place for fact in base.inputs}) > 1
        area = f"địa bàn {rate.place.listed} sau sắp xếp" if merged else rate.place.listed
        name, then = f"{rate.indicator.label}, {area}", uncapitalised(time_name(period))
        step = printed_with(base, max(map(printed_decimals, (base, rate.rate))))
        made = labelled(step, f"{name}, {then}") if base.formula else base
        label = f"{name}: {uncapitalised(time_name(now))} so với {then}"
        change = labelled(change_of(made, rate.rate, rate.indicator), label)
        if change is not None:
            yield RateChange(period, now, made, change, merged)


def _earlier(
    rate: DerivedRate, known: Mapping[_Key, Fact], rules: Rules
) -> dict[Period, Figure | None]:
    """Return the rates of earlier times of the same place: as a source prints them, else made."""
    part, facts = rate.part, known.values()
    printed = replace(part, indicator=rate.indicator.id, unit=rate.indicator.unit)
    told = (one for one in rules.bases(printed, facts) if rules.of_one_area(part, one))
    found: dict[Period, Figure | None] = {one.period: value_of(one) for one in told}
    for one in rules.bases(part, facts):
        whole = known.get((rate.whole.indicator, one.place, one.period))
        if whole is not None and _are_plain(one, whole, rules.wording):
            found.setdefault(one.period, _rate_of(one, whole, rules.wording))
    return found


def _is_said(name: str, whole: Fact, known: Collection[_Key]) -> bool:
    """Tell whether a rate is told already: by its source or its counterpart."""
    _, place, period = _key(whole)
    return any((one, place, period) in known for one in (name, _SAID_BY.get(name, name)))


def _key(fact: Fact) -> _Key:
    """Return what a fact measures, where and when."""
    return (fact.indicator, fact.place, fact.period)


def _rate_of(part: Fact, whole: Fact, wording: Wording) -> Figure | None:
    """Return the rate of two counts: as it is printed beside the part, else computed.

    None where they do not go together, and where the print is another rate than theirs.
    """
    value = merged_rate(value_of(part), value_of(whole))
    if value is None or not _are_plain(part, whole, wording):
        return None
    printed = share_of(part)
    if printed is None and (part.source, part.number_start) == (whole.source, whole.number_start):
        return share_of_total(part)
    if printed is None:
        return told_rate(value_of(part), value_of(whole))
    digits = max(0, -int(printed.value.as_tuple().exponent))
    return printed if rounded(value.value, digits) == printed.value else None


def _are_plain(part: Fact, whole: Fact, wording: Wording) -> bool:
    """Tell whether two counts are of one source and in no special sense."""
    same = part.source.doc == whole.source.doc
    return same and wording.apart(part) < 0 and wording.apart(whole) < 0
