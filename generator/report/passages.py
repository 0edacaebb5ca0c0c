"""Facts of one place and group, arranged the way a paragraph tells them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.catalogue import Indicator, Kind, Language, Place
from generator.model.fact import Fact
from generator.model.period import Period
from generator.report.model import Claim, Passage

LEVELS = ("cap-tinh", "cap-huyen", "cap-xa")
_TRENDED = (Kind.RATE, Kind.SCORE, Kind.RANK)

SeriesKey = tuple[str, str]


def trends_of(
    facts: Sequence[Fact], indicators: Mapping[str, Indicator]
) -> dict[SeriesKey, tuple[Fact, ...]]:
    """Return (indicator, place) → facts over time, for rates, scores and ranks.

    Only figures of a whole place that have two or more periods are a trend.
    """
    series: dict[SeriesKey, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.level is None and indicators[fact.indicator].kind in _TRENDED:
            series[(fact.indicator, fact.place)].append(fact)
    return {
        key: tuple(
            sorted(group, key=lambda fact: (fact.period.end, fact.period.start or fact.period.end))
        )
        for key, group in series.items()
        if len({fact.period for fact in group}) > 1
    }


def passages_of(
    facts: Iterable[Fact],
    place: Place,
    indicators: Mapping[str, Indicator],
    language: Language,
) -> tuple[Passage, ...]:
    """Return one passage for each period of the facts, oldest first."""
    by_period: dict[Period, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_period[fact.period].append(fact)
    passages = []
    for period in sorted(by_period, key=lambda one: (one.end, one.start or one.end)):
        claims = _claims(by_period[period], indicators, language)
        if claims:
            passages.append(Passage(place, period, claims))
    return tuple(passages)


def _claims(
    facts: Sequence[Fact], indicators: Mapping[str, Indicator], language: Language
) -> tuple[Claim, ...]:
    """Nest the facts of one place and period: wholes, their parts, their levels."""
    whole = [fact for fact in facts if fact.level is None]
    present = {fact.indicator for fact in whole}
    owners = {
        fact.indicator: owner
        for fact in whole
        if (owner := _owner(fact.indicator, present, language)) is not None
    }
    ordered = sorted(whole, key=lambda fact: indicators[fact.indicator].order)
    claims = [
        _claim(fact, ordered, facts, owners, indicators)
        for fact in ordered
        if fact.indicator not in owners
    ]
    orphans = [fact for fact in facts if fact.level is not None and fact.indicator not in present]
    return (*claims, *_level_claims(orphans, indicators))


def _owner(indicator: str, present: set[str], language: Language) -> str | None:
    """Return the indicator that this one is told as a part of."""
    phrase = language.phrases.get(indicator)
    wholes = phrase.whole if phrase else ()
    return next((one for one in wholes if one in present and one != indicator), None)


def _claim(
    fact: Fact,
    ordered: Sequence[Fact],
    facts: Sequence[Fact],
    owners: Mapping[str, str],
    indicators: Mapping[str, Indicator],
) -> Claim:
    """Return the claim of a whole with its parts and levels."""
    parts = tuple(
        Claim(part, indicators[part.indicator], levels=_levels(part, facts, indicators))
        for part in ordered
        if owners.get(part.indicator) == fact.indicator
    )
    return Claim(fact, indicators[fact.indicator], parts, _levels(fact, facts, indicators))


def _levels(
    fact: Fact, facts: Sequence[Fact], indicators: Mapping[str, Indicator]
) -> tuple[Claim, ...]:
    """Return the same indicator by level, province first."""
    found = [one for one in facts if one.indicator == fact.indicator and one.level is not None]
    return _level_claims(found, indicators)


def _level_claims(facts: Sequence[Fact], indicators: Mapping[str, Indicator]) -> tuple[Claim, ...]:
    """Return claims of levels in the order of the administration."""
    return tuple(Claim(fact, indicators[fact.indicator]) for fact in sorted(facts, key=level_order))


def level_order(fact: Fact) -> tuple[int, int]:
    """Sort province before district before commune, others as the source has them."""
    level = fact.level or ""
    rank = LEVELS.index(level) if level in LEVELS else len(LEVELS)
    return (rank, fact.source.start)
