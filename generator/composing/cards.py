"""The key figures of a briefing: which cards it has, and in which order.

Stated rule. Asked for are the indicators with a ``headline`` in the language data, by that
number, then as the catalogue has them. First come the country's figures; those of the province
stand among them where the report covers one alone. Of several provinces each indicator then
has one card in turn, until all are filled. Which province that is:

1. one whose figure stands out and needs attention, then one that stands out otherwise
   (``generator.report.highlights``);
2. the best and then the last of those with an exact figure of one time, where the language
   data say which way is better; of counts the largest;
3. the others by the alphabet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue import Kind, Language
from generator.model.fact import NATION
from generator.report.model import Claim, ReportModel

_MEASURED = (Kind.RATE, Kind.SCORE, Kind.RANK)


def key_figures(model: ReportModel, language: Language, most: int) -> tuple[Claim, ...]:
    """Return the claims of the cards, ``most`` of them at most."""
    local: dict[str, list[Claim]] = defaultdict(list)
    country = [claim for claim in model.headlines if claim.fact.place == NATION]
    for claim in model.headlines:
        if claim.fact.place != NATION:
            local[claim.indicator.id].append(claim)
    asked = sorted(local, key=lambda name: _priority(local[name][0], language))
    if len({claim.fact.place for own in local.values() for claim in own}) < 2:
        return model.headlines[:most]
    weights = _weights(model)
    queues = [list(_in_order(local[name], weights, language)) for name in asked]
    rounds = range(max(map(len, queues), default=0))
    turns = (queue[at] for at in rounds for queue in queues if at < len(queue))
    return (*country, *turns)[:most]


def _priority(claim: Claim, language: Language) -> tuple[int, int]:
    """Return when a leader asks for an indicator."""
    return (language.phrases[claim.indicator.id].headline or 0, claim.indicator.order)


def _weights(model: ReportModel) -> Mapping[str, tuple[bool, int]]:
    """Return the place of each fact that stands out: those that need attention first."""
    found: dict[str, tuple[bool, int]] = {}
    for at, one in enumerate(model.measured.highlights):
        if one.fact is not None and not one.rate:
            weight = (one.good is not False, at)
            found[one.fact.id] = min(weight, found.get(one.fact.id, weight))
    return found


def _in_order(
    claims: Sequence[Claim], weights: Mapping[str, tuple[bool, int]], language: Language
) -> Iterator[Claim]:
    """Yield the figures of one indicator of several provinces, those asked for first ahead."""
    standing = sorted(
        (claim for claim in claims if claim.fact.id in weights),
        key=lambda claim: weights[claim.fact.id],
    )
    yield from dict.fromkeys((*standing, *_ends(claims, language), *claims))


def _ends(claims: Sequence[Claim], language: Language) -> tuple[Claim, ...]:
    """Return the best and the last figure of one indicator and time; of counts the largest."""
    first = claims[0]
    exact = [claim for claim in claims if claim.fact.approx is None]
    if len({claim.fact.period for claim in claims}) > 1 or not exact:
        return ()
    if first.indicator.is_additive:
        return (max(exact, key=lambda claim: claim.fact.value),)
    good = language.phrases[first.indicator.id].good
    if first.indicator.kind not in _MEASURED or not good:
        return ()
    less = first.indicator.kind is Kind.RANK or good == "down"
    ordered = sorted(exact, key=lambda claim: claim.fact.value if less else -claim.fact.value)
    return (ordered[0], ordered[-1])
