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

The cards of one place stand together, the places in the order in which the first figure of each
was chosen: a row of cards that names another place in each column is soon mixed up.

A card that shows the first or the last of three places or more says so: a figure that needs
attention has a card sooner than the best one, and is not what the others have.

Where no source prints a rate but two counts of it give one, the computed one has the card.

Where two indicators are told of three places or more of one kind and of the country
(``generator.report.peers``), the cards are theirs alone: a row for each, the country's figure, the
best and the last, which can be held against each other. Of a long order the simple mean of its
places does where the country has no figure, and one such order is enough for a row: behind it
stand other indicators. No card shows a place between the ends of a long order: which one of so
many it is would be the alphabet's choice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.catalogue import Kind, Language
from generator.model.fact import NATION
from generator.report.measures import MOST_ABREAST
from generator.report.model import Claim, Peers, ReportModel
from generator.report.peers import nation_of

_ROWS = 2
_Key = tuple[str, bool]  # of a fact, whether of the rate that it is a part of
_MEASURED = (Kind.RATE, Kind.SCORE, Kind.RANK)


def key_figures(
    model: ReportModel,
    language: Language,
    most: int,
    apart: Container[tuple[str, str]] = frozenset(),
) -> tuple[Claim, ...]:
    """Return the claims of the cards, ``most`` of them at most.

    None is of an indicator and place that stand ``apart``.
    """
    local: dict[str, list[Claim]] = defaultdict(list)
    known = _with_rates(model, language)
    headlines = tuple(one for one in known if (one.indicator.id, one.fact.place) not in apart)
    country = [claim for claim in headlines if claim.fact.place == NATION]
    for claim in headlines:
        if claim.fact.place != NATION:
            local[claim.indicator.id].append(claim)
    asked = sorted(local, key=lambda name: _priority(local[name][0], language))
    if len({claim.fact.place for own in local.values() for claim in own}) < 2:
        return headlines[:most]
    weights = _weights(model)
    queues = [list(_in_order(local[name], weights, language)) for name in asked]
    rounds = range(max(map(len, queues), default=0))
    turns = (queue[at] for at in rounds for queue in queues if at < len(queue))
    return _by_place((*country, *turns)[:most])


def _by_place(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the figures of one place behind each other, the places as they come first."""
    places = list(dict.fromkeys(claim.fact.place for claim in claims))
    return tuple(sorted(claims, key=lambda claim: places.index(claim.fact.place)))


def compared_cards(model: ReportModel) -> tuple[Peers, ...]:
    """Return the two indicators that fill the cards as rows, none where there are no two."""
    apt = [one for one in model.peers if _is_apt(one)]
    kin = [one for one in apt if one.places[0].is_body == apt[0].places[0].is_body]
    enough = len(kin) >= _ROWS or any(one.is_long for one in kin)
    return tuple(kin[:_ROWS]) if enough else ()


def _is_apt(group: Peers) -> bool:
    """Tell whether an order has ends, and what both are seen against."""
    mean = group.is_long and group.standings[0].mean is not None
    return len(group.levels) > 1 and (mean or nation_of(group) is not None)


def further_cards(
    model: ReportModel, language: Language, rows: Sequence[Peers], most: int
) -> tuple[Claim, ...]:
    """Return the claims of the cards behind ``rows``, those of other indicators alone.

    Without rows all cards are; behind two rows there are none.
    """
    if len(rows) >= _ROWS:
        return ()
    shown = {(group.indicator.id, place.slug) for group in rows for place in group.places}
    shown |= {(group.indicator.id, NATION) for group in rows}
    return key_figures(model, language, most, shown)


def claims_of(groups: Sequence[Peers]) -> tuple[Claim, ...]:
    """Return the figures that the rows of cards show: those of the country, then of places."""
    firsts = tuple(group.standings[0] for group in groups)
    country = (Claim(one.nation, one.indicator) for one in firsts if one.nation)
    ends = (own[0] for group in groups for own in (group.levels[0], group.levels[-1]))
    return (*country, *(Claim(one.fact, one.indicator, rate=one.rate) for one in ends))


def _with_rates(model: ReportModel, language: Language) -> tuple[Claim, ...]:
    """Return the figures that leaders ask for, with the rates that the report made of counts."""
    told = {(claim.indicator.id, claim.fact.place) for claim in model.headlines}
    made = [
        Claim(one.part, one.indicator, rate=one.rate)
        for one in model.measured.rates
        if language.phrases[one.indicator.id].headline is not None
        and (one.indicator.id, one.place.slug) not in told
    ]
    known = (*model.headlines, *made)
    return tuple(sorted(known, key=lambda claim: _priority(claim, language)[0]))


def _value(claim: Claim) -> Decimal:
    """Return the value of the figure of a card."""
    return claim.fact.value if claim.rate is None else claim.rate.value


def _priority(claim: Claim, language: Language) -> tuple[int, int]:
    """Return when a leader asks for an indicator."""
    return (language.phrases[claim.indicator.id].headline or 0, claim.indicator.order)


def _weights(model: ReportModel) -> Mapping[_Key, tuple[bool, int]]:
    """Return the place of each figure that stands out: those that need attention first."""
    found: dict[_Key, tuple[bool, int]] = {}
    for at, one in enumerate(model.measured.highlights):
        if one.fact is not None:
            key, weight = (one.fact.id, one.rate is not None), (one.good is not False, at)
            found[key] = min(weight, found.get(key, weight))
    return found


def _key(claim: Claim) -> _Key:
    """Return what tells a figure from a rate that was made of it."""
    return (claim.fact.id, claim.rate is not None)


def _in_order(
    claims: Sequence[Claim], weights: Mapping[_Key, tuple[bool, int]], language: Language
) -> Iterator[Claim]:
    """Yield the figures of one indicator of several provinces, those asked for first ahead."""
    standing = sorted(
        (claim for claim in claims if _key(claim) in weights),
        key=lambda claim: weights[_key(claim)],
    )
    ends = _ends(claims, language)
    between = claims if len(claims) <= MOST_ABREAST else ()
    yield from dict.fromkeys((*standing, *ends, *between))


def _ends(claims: Sequence[Claim], language: Language) -> tuple[Claim, ...]:
    """Return the best and the last figure of one indicator and time; of counts the largest."""
    first = claims[0]
    exact = [claim for claim in claims if claim.fact.approx is None]
    if len({claim.fact.period for claim in claims}) > 1 or not exact:
        return ()
    if first.indicator.is_additive:
        return (max(exact, key=_value),)
    good = language.phrases[first.indicator.id].good
    if first.indicator.kind not in _MEASURED or not good:
        return ()
    less = first.indicator.kind is Kind.RANK or good == "down"
    ordered = sorted(exact, key=lambda claim: _value(claim) if less else -_value(claim))
    return (ordered[0], ordered[-1])
