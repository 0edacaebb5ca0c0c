"""Parts of a time that make it up without a gap against the whole: two quarters, a half-year.

Only what is counted over a time adds up so, of one place with one area, one level and measure.
A part that lies before a merger is the sum of what all the old provinces had: the first half of
2025 of three, the second half of the one that they are since.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from generator.catalogue import Place
from generator.checks.apart import tells_carried
from generator.checks.context import Context, Pool
from generator.checks.merged import is_old, names_of_old, size_of
from generator.checks.tolerance import Interval, interval, sum_of
from generator.checks.weighing import weigh
from generator.checks.wording import listed, sources_of, subject, time_of, told_by, value_of
from generator.facts.derived import computed, plain
from generator.facts.formula import UNEQUAL, joined_sum, result
from generator.facts.merging import members_of, total_over_places
from generator.model.fact import Fact, docs_of
from generator.model.figure import Figure
from generator.model.finding import Finding
from generator.model.period import Period
from generator.vi.printing import number

RULE = "time-parts-sum"


@dataclass(frozen=True, slots=True)
class _Part:
    """What was counted over a time: a figure of a source, or the sum of the old provinces."""

    figure: Figure
    may_be: Interval
    members: tuple[Place, ...] = ()

    @classmethod
    def of(cls, fact: Fact) -> _Part:
        """Return the figure of a source as a part."""
        return cls(plain(fact), interval(fact))

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the figures of sources that it is made of."""
        return self.figure.inputs

    @property
    def period(self) -> Period:
        """Return its time, one for all its figures."""
        return self.facts[0].period


def check_stretches(context: Context) -> Iterator[Finding]:
    """Yield a finding for each time whose parts do not add up to its figure, each once."""
    told: set[frozenset[str]] = set()
    for pool in context.pools():
        for facts in _series(pool, context).values():
            for whole in facts:
                parts = _parts(whole, _inside(whole, facts, pool, context))
                key = frozenset(fact.id for fact in (whole, *_facts(parts)))
                if parts and key not in told and _contradict(whole, parts):
                    told.add(key)
                    yield _finding(whole, parts, context)


def _series(pool: Pool, context: Context) -> dict[tuple[str, str, str | None], list[Fact]]:
    """Return the figures of each measure that is counted over a time, without older cases."""
    found: dict[tuple[str, str, str | None], list[Fact]] = defaultdict(list)
    for fact in filter(lambda one: _is_counted_over(one, context), pool.facts()):
        found[fact.indicator, fact.place, fact.level].append(fact)
    return found


def _is_counted_over(fact: Fact, context: Context) -> bool:
    """Tell whether a figure counts what came in a time and in no other."""
    if fact.indicator not in context.arithmetic.over_time or fact.period.start is None:
        return False
    # a count with older cases in it has those of the part before once more
    return not tells_carried((fact,))


def _inside(whole: Fact, facts: Sequence[Fact], pool: Pool, context: Context) -> Iterator[_Part]:
    """Yield what is told of times within a longer one, of all the area that this one covers."""
    for fact in facts:
        shorter = fact.period != whole.period and whole.period.contains(fact.period)
        if shorter and context.same_area(fact, whole):
            yield _Part.of(fact)
    table = context.catalogue.places
    day = whole.period.end
    grown = table.grown_on(whole.place)
    if whole.level is not None or whole.place in table.bodies or grown is None:
        return
    if not (whole.period.start or day) < grown <= day:
        return
    times = {period for _, _, period in pool.by_scope if whole.period.contains(period)}
    for period in sorted(times):
        members = members_of(whole.place, day, period, table)
        found = [pool.get(whole.indicator, (one.slug, None, period)) for one in members]
        own = [one for one in found if one is not None and is_old(one, context)]
        counted = tuple(one for one in own if _is_counted_over(one, context))
        slugs = {one.slug for one in members}
        total = total_over_places(counted, slugs, context.indicator(whole))
        if total is not None:
            yield _Part(total, sum_of(counted), members)


def _parts(whole: Fact, inside: Iterator[_Part]) -> tuple[_Part, ...]:
    """Return the fewest figures whose times follow one another and fill that of a whole."""
    known = tuple(inside)
    chains: list[tuple[_Part, ...]] = [()]
    for _ in known:
        longer = [(*chain, one) for chain in chains for one in known if _follows(one, chain, whole)]
        full = [chain for chain in longer if chain[-1].period.end == whole.period.end]
        if full:
            return full[0]
        # of chains that end on one day one is enough
        chains = list({chain[-1].period.end: chain for chain in longer}.values())
    return ()


def _follows(one: _Part, chain: Sequence[_Part], whole: Fact) -> bool:
    """Tell whether a time begins where those before it have ended."""
    before = chain[-1].period.end + timedelta(days=1) if chain else whole.period.start
    return one.period.start == before


def _facts(parts: Sequence[_Part]) -> tuple[Fact, ...]:
    """Return the figures of sources that parts are made of."""
    return tuple(fact for part in parts for fact in part.facts)


def _contradict(whole: Fact, parts: Sequence[_Part]) -> bool:
    """Tell whether parts cannot add up; one that alone is more than its whole is told elsewhere."""
    most, facts = interval(whole), _facts(parts)
    above = any(interval(one).low > most.high for one in facts if one.place == whole.place)
    return not above and not sum_of(facts).meets(most)


def _finding(whole: Fact, parts: Sequence[_Part], context: Context) -> Finding:
    """Tell of a time with the sum of its parts.

    Over a merger the figure of the whole may be of the new province since its first day alone.
    """
    indicator, told = context.indicator(whole), _facts(parts)
    facts = (whole, *told)
    total = sum(one.value for one in told[1:]) + told[0].value
    terms = joined_sum(one.value for one in told)
    figure = computed(total, whole.unit, told, f"{terms} {result(total)}")
    named = listed([_named(part, context) for part in parts])
    other = "" if len(docs_of(facts)) == 1 else f" theo {sources_of(told, context.base)}"
    message = (
        f"{subject(whole, context.catalogue)}: {told_by((whole,), context.base)}"
        f" {value_of(whole, indicator)}, trong khi tổng số liệu {named}{other} là"
        f" {number(total)}. Báo cáo ghi các số liệu theo nguồn vì nguồn không cho biết số nào"
        " cần điều chỉnh."
    )
    sums = [part.figure for part in parts if part.members]
    steps = [one.formula for one in sums]
    steps.append(f"{terms} = {number(total)} {UNEQUAL} {number(whole.value)}")
    severity = weigh(facts, explained=bool(sums))
    shown = "; ".join(steps)
    return Finding(RULE, severity, message, shown, facts, whole, (figure, *sums), is_open=True)


def _named(part: _Part, context: Context) -> str:
    """Say what a part is: "trong quý I năm 2024 (120 hồ sơ)", of old provinces with their names."""
    if not part.members:
        fact = part.facts[0]
        return f"{time_of(part.period)} ({value_of(fact, context.indicator(fact))})"
    names = names_of_old(part.members, part.period.end)
    return f"gộp của {names} trước khi sắp xếp {time_of(part.period)} ({size_of(part.figure)})"
