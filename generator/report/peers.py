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

from generator.model.chart import ChartKind, Series
from generator.model.fact import docs_of
from generator.model.figure import Figure
from generator.report.drawings import chart_of
from generator.report.figures import value_of
from generator.report.measures import Standing
from generator.report.model import Peers
from generator.report.rank_table import Drawing
from generator.report.wording import Wording
from generator.vi.printing import capitalised

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
    return made if made.is_long else replace(made, drawing=_drawing(made, wording))


def _drawing(group: Peers, wording: Wording) -> Drawing:
    """Draw the places in their order, the country's own figure where it would stand."""
    phrase = wording.default(group.indicator.id)
    rows = [(one.place.listed, figure_of(one)) for one in group.standings]
    nation, at = nation_of(group), None
    if nation is not None:
        less = phrase.good == "down"
        ahead = [
            one.value <= nation.value if less else one.value >= nation.value for _, one in rows
        ]
        at = ahead.index(False) if False in ahead else len(rows)
        told = wording.mean(nation.inputs[0]) or "cả nước"
        rows.insert(at, (capitalised(told), nation))
    kind = "bo-nganh" if group.places[0].is_body else "dia-phuong"
    chart = chart_of(
        f"thu-tu-{group.indicator.id.replace('_', '-')}-{kind}",
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
