"""Places of one kind side by side: who comes first and last by an indicator that all of them have.

In: where each figure stands (``Standing``). Out: a group for each indicator and time of which
three places or more of one kind have an exact figure, the best first, each of up to twelve places
with a chart of its order. Central bodies come before provinces, what is known of the country, too,
before what is not, then what leaders ask for first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from generator.model.chart import ChartKind, Series
from generator.model.fact import docs_of
from generator.model.figure import Figure
from generator.report.drawings import chart_of
from generator.report.figures import value_of
from generator.report.labels import kind_word, unit_of
from generator.report.measures import MOST_ABREAST, Standing
from generator.report.model import Peers
from generator.report.rank_table import Drawing
from generator.report.wording import Wording
from generator.vi.printing import capitalised

_AT_ENDS = 4  # places that a chart shows at each end of a long order
_LAST = 99  # behind all that leaders ask for


def peers_of(standings: Iterable[Standing], wording: Wording) -> tuple[Peers, ...]:
    """Return the places that stand in one order, a group for each indicator and time.

    None where some have no standing: nobody knows then who comes first, or next.
    """
    found: dict[frozenset[str], list[Standing]] = defaultdict(list)
    for one in standings:
        if one.rank is not None:
            found[frozenset(fact.id for fact in one.rank.inputs)].append(one)
    groups = [_group(own, wording) for own in found.values() if _is_whole(own)]
    return tuple(sorted(groups, key=lambda one: _order(one, wording)))


def _is_whole(own: Sequence[Standing]) -> bool:
    """Tell whether all places among which some stand have a standing, of more than one."""
    among = own[0].among
    return len(own) > 1 and among is not None and len(own) == among.value


def _order(group: Peers, wording: Wording) -> tuple[bool, bool, int, int]:
    """Return when a group is told: central bodies first, then what the country has, too."""
    asked = wording.default(group.indicator.id).headline or _LAST
    alone = nation_of(group) is None
    return (not group.places[0].is_body, alone, asked, group.indicator.order)


def _group(own: Sequence[Standing], wording: Wording) -> Peers:
    """Return places in their order, equal ones as the report has them."""
    order = sorted(own, key=lambda one: one.rank.value if one.rank else 0)
    first = order[0]
    made = Peers(first.indicator, first.fact.period, tuple(order))
    if made.is_long:
        return replace(made, ends=_ends(made, wording))
    nation = nation_of(made)
    told = _told(nation, wording) if nation else ""
    return replace(made, drawing=_drawing(made, made.standings, nation, told, wording))


def _told(nation: Figure, wording: Wording) -> str:
    """Return whose the figure of the country is: its own, or the mean of its provinces."""
    return wording.mean(nation.inputs[0]) or "cả nước"


def _ends(group: Peers, wording: Wording) -> Drawing | None:
    """Draw the first and the last places of a long order, and what the country has, or their mean.

    None where so many share a standing that the ends would be as long as an order is.
    """
    levels = group.levels
    first = _outermost(levels)
    last = _outermost(levels[len(first) :][::-1])[::-1]
    rows = [one for level in (*first, *last) for one in level]
    if not last or len(rows) > MOST_ABREAST:
        return None
    nation, mean = nation_of(group), group.standings[0].mean
    told = _told(nation, wording) if nation else f"bình quân các {unit_of(group.places[0])}"
    drawn = _drawing(group, rows, nation or mean, told, wording)
    chart = drawn.chart
    return replace(drawn, subject="peer-ends", chart=replace(chart, id=f"hai-dau-{chart.id}"))


def _outermost(levels: Sequence[tuple[Standing, ...]]) -> list[tuple[Standing, ...]]:
    """Return levels from one end until they have as many places as are drawn there."""
    held = accumulate(map(len, levels), initial=0)
    return [own for own, before in zip(levels, held, strict=False) if before < _AT_ENDS]


def _drawing(
    group: Peers,
    standings: Sequence[Standing],
    nation: Figure | None,
    told: str,
    wording: Wording,
) -> Drawing:
    """Draw places in their order, what they are seen against (``told``) where it would stand."""
    phrase = wording.default(group.indicator.id)
    rows = [(one.place.listed, figure_of(one)) for one in standings]
    at = None
    if nation is not None:
        less = phrase.good == "down"
        ahead = [
            one.value <= nation.value if less else one.value >= nation.value for _, one in rows
        ]
        at = ahead.index(False) if False in ahead else len(rows)
        rows.insert(at, (capitalised(told), nation))
    chart = chart_of(
        f"thu-tu-{group.indicator.id.replace('_', '-')}-{kind_word(group.places[0])}",
        ChartKind.BAR,
        [name for name, _ in rows],
        [Series(phrase.short, tuple(figure for _, figure in rows))],
        group.indicator.unit,
        f"{phrase.short}, xếp theo thứ tự",
    )
    facts = (fact for _, figure in rows for fact in figure.inputs)
    return Drawing(
        replace(chart, reference=at),
        "peers",
        group.places[0],
        (group.period,),
        docs_of(facts),
        group.indicator,
    )


def figure_of(one: Standing) -> Figure:
    """Return the figure that stands: what a source says, or the rate made of two counts."""
    return one.rate or value_of(one.fact)


def nation_of(group: Peers) -> Figure | None:
    """Return the country's figure beside the places, None where there is none."""
    one = next((one for one in group.standings if one.to_nation), None)
    if one is None:
        return None
    return one.nation_rate or (value_of(one.nation) if one.nation else None)
