"""What a leader asks first, chosen by stated rules.

1. The largest rise and the largest fall of a count, by its growth in percent, where the
   base has at least 30 (of fewer a percentage says little) and the change at least 5 %.
2. The largest rise and fall of a rate or score, by its points, half a point at least; scores
   of scales other than 100 are left out, since their points weigh otherwise.
3. The figure furthest above and the one furthest below its target, by its distance as a
   part of the target, so that figures of all units weigh alike: 10 points short of 20 %
   are more than 50 dossiers short of 1.000. A target of zero is missed by all of it. One that
   still has years to go is no bad news, unless the figure is behind the country's, too.
4. The figure furthest above and the one furthest below the country's, by points, half a point
   at least. Of an indicator that stands out by its target on that side the distance to the
   country's is told beside it, and another indicator is asked.
5. Up to two contradictions of severity error about a figure that leaders ask for.

Figures of which neither more nor less is better stand out only where leaders ask for them.
Changes are those that the report tells: of one place, over times of equal length, over the
merger of provinces by sums. One figure stands out by one change and by one distance: the
furthest from a target is told whatever its change was. Of those that print the same size all
are named, up to three; of more none stands out. Where the facts allow none of it there are no
highlights.

What needs attention (``heeded``) is more than the extremes: every figure that is short of a
target which is due, or behind the country's; every change for the worse by the measures of rules
1 and 2; every number of dossiers that are overdue. Of more than eight of them a briefing names
the extremes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from generator.catalogue import Indicator, Kind, Place
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.finding import Finding, Severity
from generator.report.comparing import LEAST_BASE
from generator.report.figures import value_of
from generator.report.measures import Highlight, HighlightKind, Measured, Standing
from generator.report.model import PlaceGroup
from generator.report.wording import Wording
from generator.vi.printing import rounded

LEAST_GROWTH = Decimal(5)
LEAST_POINTS = Decimal("0.5")
MOST_CONTRADICTIONS = 2
MOST_ALIKE = 3
MOST_HEEDED = 8

_HUNDRED = Decimal(100)
_NONE = Decimal(0)
_PRINTED = 2  # decimals of a percentage
_Size = Callable[[Highlight], Decimal]


def highlights(
    found: Measured,
    told: Sequence[PlaceGroup],
    findings: Sequence[Finding],
    wording: Wording,
) -> tuple[Highlight, ...]:
    """Return what stands out, good news and bad, in the order of the rules."""
    over_time = chain(
        _counts(told, wording),
        _merged(found, wording),
        _points(told, wording),
        _computed(found, wording),
    )
    changes = [one for one in over_time if _matters(one, wording)]
    by_target = tuple(_extremes(_targets(found.standings, wording), _beyond))
    known = {(one.indicator, one.kind is HighlightKind.ABOVE_TARGET) for one in by_target}
    to_nation = [
        one
        for one in _nation(found.standings, wording)
        if (one.indicator, _is_ahead(one)) not in known
    ]
    return (
        *_extremes([one for one in changes if one.relative is not None], _growth),
        *_extremes([one for one in changes if _is_measured(one)], _points_of),
        *by_target,
        *_extremes(to_nation, _points_of),
        *_contradictions(findings, wording),
    )


def heeded(
    found: Measured, told: Sequence[PlaceGroup], shown: Sequence[Highlight], wording: Wording
) -> tuple[Highlight, ...]:
    """Return all that needs attention, in the order of the places; of too much the extremes.

    ``shown`` are the highlights, which are the extremes.
    """
    changes = [*_counts(told, wording), *_merged(found, wording)]
    points = [*_points(told, wording), *_computed(found, wording)]
    short = [one for one in _targets(found.standings, wording) if one.good is False]
    known = [one.standing for one in short]
    behind = [one for one in _nation(found.standings, wording) if one.standing not in known]
    bad = [
        *(one for one in changes if one.good is False and _growth(one)),
        *(one for one in points if one.good is False and _points_of(one)),
        *short,
        *(one for one in behind if one.good is False and _points_of(one)),
        *_overdue(told, wording),
    ]
    if len(bad) > MOST_HEEDED:
        return tuple(one for one in shown if one.good is False and one.finding is None)
    places = list(dict.fromkeys(one.place.slug for one in found.standings))
    places += [group.place.slug for group in told]
    return tuple(sorted(bad, key=lambda one: places.index(one.place.slug) if one.place else -1))


def _overdue(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the numbers of what should not be there: dossiers that are overdue."""
    for group in told:
        claims = [claim for passage in group.passages for claim in passage.claims]
        newest = max((claim.fact.period.end for claim in claims), default=None)
        for claim in chain(claims, *(claim.parts for claim in claims)):
            fact, indicator = claim.fact, claim.indicator
            is_bad = wording.default(indicator.id).good == "down" and indicator.is_additive
            if is_bad and fact.value > 0 and fact.period.end == newest and fact.level is None:
                kind = HighlightKind.OUTSTANDING
                yield Highlight(kind, good=False, place=group.place, indicator=indicator, fact=fact)


# ---------------------------------------------------------------- changes


def _counts(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of counts of one place."""
    for group in told:
        firsts = {one.later: one for one in reversed(group.comparisons)}
        for one in reversed(firsts.values()):
            yield _change(
                one.place,
                one.indicator,
                one.later,
                one.difference,
                one.relative,
                one.earlier,
                wording,
            )


def _merged(found: Measured, wording: Wording) -> Iterator[Highlight]:
    """Yield the changes over a merger, each figure against the first of its bases."""
    firsts = {one.later: one for one in reversed(found.merged)}
    for one in reversed(firsts.values()):
        yield Highlight(
            _kind(one.difference),
            _is_good(one.difference, one.indicator, wording),
            one.place,
            one.indicator,
            one.later,
            one.difference,
            one.relative,
            one.base,
            one.period,
            merged=True,
        )


def _points(told: Iterable[PlaceGroup], wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of rates and of scores out of a hundred."""
    for group in told:
        for one in group.trends:
            scaled = one.indicator.unit == "%" or one.later.total == _HUNDRED
            if one.compared and one.indicator.kind is not Kind.RANK and scaled:
                first = one.compared[0]
                yield _change(
                    one.place,
                    one.indicator,
                    one.later,
                    first.difference,
                    None,
                    first.earlier,
                    wording,
                )


def _computed(found: Measured, wording: Wording) -> Iterator[Highlight]:
    """Yield the changes of rates that the report made of two counts."""
    for one in found.rates:
        for first in one.changes[:1]:
            yield Highlight(
                _kind(first.difference),
                _is_good(first.difference, one.indicator, wording),
                one.place,
                one.indicator,
                one.part,
                first.difference,
                None,
                first.base,
                first.period,
                merged=first.merged,
                rate=one.rate,
            )


def _is_measured(one: Highlight) -> bool:
    """Tell whether a change is one of a rate or score."""
    return one.indicator is not None and one.indicator.is_measured


def _matters(one: Highlight, wording: Wording) -> bool:
    """Tell whether a leader cares which way a figure goes."""
    asked = one.indicator and wording.default(one.indicator.id).headline is not None
    return one.good is not None or bool(asked)


def _change(
    place: Place,
    indicator: Indicator,
    later: Fact,
    difference: Figure,
    relative: Figure | None,
    earlier: Fact,
    wording: Wording,
) -> Highlight:
    """Return one change as a highlight."""
    return Highlight(
        _kind(difference),
        _is_good(difference, indicator, wording),
        place,
        indicator,
        later,
        difference,
        relative,
        value_of(earlier),
        earlier.period,
    )


def _kind(difference: Figure) -> HighlightKind:
    """Return whether a change is a rise or a fall."""
    return HighlightKind.RISE if difference.value > 0 else HighlightKind.FALL


def _is_good(difference: Figure, indicator: Indicator, wording: Wording) -> bool | None:
    """Tell whether a change goes the better way, None where neither is better."""
    good = wording.default(indicator.id).good
    return (difference.value > 0) == (good == "up") if good else None


def _growth(one: Highlight) -> Decimal:
    """Return the growth of a count as a fraction, 0 where it is not worth a word."""
    if one.base is None or one.difference is None or one.base.value < LEAST_BASE:
        return Decimal(0)
    growth = one.difference.value / one.base.value
    return growth if abs(growth) * _HUNDRED >= LEAST_GROWTH else Decimal(0)


def _points_of(one: Highlight) -> Decimal:
    """Return the points of a change or distance, 0 where they are not worth a word."""
    points = one.difference.value if one.difference is not None else _NONE
    return points if abs(points) >= LEAST_POINTS else _NONE


def _extremes(found: Sequence[Highlight], size: _Size) -> Iterator[Highlight]:
    """Yield the largest rise and the largest fall, all of those that are alike or none."""
    sizes = [(rounded(size(one) * _HUNDRED, _PRINTED), one) for one in found]
    values = [value for value, _ in sizes if value]
    ends = (max(values, default=_NONE), min(values, default=_NONE))
    for end in (ends[0] if ends[0] > 0 else _NONE, ends[1] if ends[1] < 0 else _NONE):
        alike = [one for value, one in sizes if end and value == end]
        if len(alike) <= MOST_ALIKE:
            yield from alike


# ---------------------------------------------------------------- distances


def _targets(standings: Iterable[Standing], wording: Wording) -> list[Highlight]:
    """Return the distances of figures to their targets."""
    return [_to_target(one, wording) for one in standings if one.to_target is not None]


def _to_target(one: Standing, wording: Wording) -> Highlight:
    """Return the distance of a figure to its target, with that to the country's on its side.

    A target that still has years to go is not missed yet; a figure behind the country's needs
    attention all the same.
    """
    kind = HighlightKind.ABOVE_TARGET if one.is_met else HighlightKind.BELOW_TARGET
    beside = [item for item in _nation((one,), wording) if _points_of(item)]
    alike = next((item for item in beside if _is_ahead(item) is one.is_met), None)
    behind = alike is not None and alike.good is False
    good = one.is_met or (False if one.is_due or behind else None)
    return Highlight(
        kind,
        good,
        one.place,
        one.indicator,
        one.fact,
        one.to_target,
        standing=one,
        to_nation=alike.difference if alike else None,
        rate=one.rate,
    )


def _is_ahead(one: Highlight) -> bool:
    """Tell whether a figure is on the better side of the country's, above it where none is."""
    return one.kind is HighlightKind.ABOVE_NATION if one.good is None else one.good


def _beyond(one: Highlight) -> Decimal:
    """Return by what part of it a target is surpassed, negative where it is not reached."""
    target = one.standing.target if one.standing is not None else None
    distance = abs(one.difference.value) if one.difference is not None else _NONE
    whole = abs(target.value) if target is not None and target.value else distance
    size = distance / whole if whole else distance
    return size if one.kind is HighlightKind.ABOVE_TARGET else -size


def _nation(standings: Iterable[Standing], wording: Wording) -> Iterator[Highlight]:
    """Yield the distances of figures to the country's."""
    for one in standings:
        scaled = one.indicator.unit == "%" or one.fact.total == _HUNDRED
        if one.to_nation is not None and scaled:
            above = one.to_nation.value > 0
            kind = HighlightKind.ABOVE_NATION if above else HighlightKind.BELOW_NATION
            good = _is_good(one.to_nation, one.indicator, wording)
            yield Highlight(
                kind,
                good,
                one.place,
                one.indicator,
                one.fact,
                one.to_nation,
                standing=one,
                rate=one.rate,
            )


# ---------------------------------------------------------------- contradictions


def _contradictions(findings: Iterable[Finding], wording: Wording) -> tuple[Highlight, ...]:
    """Return the contradictions about figures that leaders ask for."""
    grave = [
        one
        for one in findings
        if one.severity is Severity.ERROR
        and any(wording.default(fact.indicator).headline is not None for fact in one.facts)
    ]
    return tuple(
        Highlight(HighlightKind.CONTRADICTION, good=False, finding=one)
        for one in grave[:MOST_CONTRADICTIONS]
    )
