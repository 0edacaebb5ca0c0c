"""A rank that moved against the words: "tụt từ hạng 20 xuống hạng 15" is a better place.

Both ranks stand in one sentence, the first behind "từ"; the later one behind "lên" or "xuống",
or before the verb: "xếp hạng 44, tụt từ hạng 50".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.checks.changes import MISMATCH, check_change
from generator.checks.context import Context
from generator.checks.rising import RULE
from generator.checks.standing import GOAL, sentence_around
from generator.checks.weighing import weigh
from generator.checks.wording import source_name, subject, value_of
from generator.extraction.reading import folded
from generator.extraction.words.quantities import QUANTITIES
from generator.facts.derived import PLACES, computed
from generator.facts.formula import MINUS, UNEQUAL
from generator.model.fact import Fact, Source, docs_of
from generator.model.finding import Finding
from generator.vi.printing import number
from generator.vi.text import NBSP

_REACH = 80  # characters before the first rank in which the verb stands
_FROM = re.compile(
    rf"(?:(?<!\w)(?P<verb>(?P<up>{QUANTITIES.rank_rises})|{QUANTITIES.rank_falls})(?!\w)"
    rf"(?: [^\W\d]{{1,8}}){{0,2}}?(?: (?P<size>\d{{1,2}}) {QUANTITIES.steps})?,? \(?)?"
    rf"(?<!\w)từ (?:[^\W\d]{{1,8}} ){{0,4}}?$"
)
_TO = re.compile(
    rf"[^.;]{{0,60}}?(?<!\w)(?P<to>(?P<better>{QUANTITIES.rank_to_better})"
    rf"|(?P<worse>{QUANTITIES.rank_to_worse})|{QUANTITIES.to}) (?:[^\W\d]{{1,8}} ){{0,4}}?"
)
_TOTAL = re.compile(r"/\d+")
_BEFORE = re.compile(r"[^.;]{0,60}?")


@dataclass(frozen=True, slots=True)
class Move:
    """A rank that went from one place to another, and the way that the words tell.

    ``start`` and ``end`` are offsets of the text; ``size`` is the printed number of places.
    """

    start: int
    end: int
    earlier: Fact
    later: Fact
    rises: bool
    size: int | None


def check_moving(context: Context) -> Iterator[Finding]:
    """Yield a finding for each rank that moved the other way, or further, than its words say."""
    for doc in docs_of(context.facts):
        ranks = [
            fact
            for fact in context.facts
            if fact.source.doc == doc and fact.printed and _is_rank(fact, context)
        ]
        text = folded(context.base.text_of(doc)) if len(ranks) > 1 else ""
        for earlier in ranks if text else ():
            move = _move(earlier, ranks, text)
            if move is not None:
                yield from _check(move, context)


def _is_rank(fact: Fact, context: Context) -> bool:
    """Tell whether a fact is an exact rank."""
    return context.indicator(fact).kind is Kind.RANK and fact.approx is None


def _move(earlier: Fact, ranks: Sequence[Fact], text: str) -> Move | None:
    """Return the move that begins at a rank, None where no later one goes with it."""
    at = earlier.number_start
    first, last = sentence_around(text, at)
    lead = _FROM.search(text, max(first, at - _REACH), at)
    if lead is None or GOAL.search(text, first, at):
        return None
    behind = at + len(earlier.printed)
    for later in ranks:
        if not first <= later.number_start < last or not _is_later(later, earlier):
            continue
        start, end = later.number_start, later.number_start + len(later.printed)
        way = _TO.fullmatch(text, behind, start) if start > behind else None
        if way is not None:
            told = bool(lead["up"]) if lead["verb"] else _way(way)
            return None if told is None else _made(lead, end, (earlier, later), rises=told)
        if lead["verb"] and end <= lead.start() and _BEFORE.fullmatch(text, end, lead.start()):
            return _made(lead, behind, (earlier, later), rises=bool(lead["up"]))
    return None


def _is_later(later: Fact, earlier: Fact) -> bool:
    """Tell whether two ranks are of one list and place, the first of a later time."""
    return later.key[:3] == earlier.key[:3] and later.period.end > earlier.period.end


def _way(way: re.Match[str]) -> bool | None:
    """Tell which way "lên" and "xuống" go, None where another word tells none."""
    return bool(way["better"]) if way["better"] or way["worse"] else None


def _made(lead: re.Match[str], end: int, ranks: tuple[Fact, Fact], *, rises: bool) -> Move:
    """Return a move with the printed number of places."""
    size = int(lead["size"]) if lead["size"] else None
    total = _TOTAL.match(lead.string, end)
    return Move(lead.start(), total.end() if total else end, *ranks, rises, size)


def _check(move: Move, context: Context) -> Iterator[Finding]:
    """Tell of a move against its words, unless its printed change is told of anyway."""
    gap, change = abs(move.earlier.value - move.later.value), move.later.change
    if not gap or (change is not None and any(check_change(move.later, change, context))):
        return
    if (move.later.value < move.earlier.value) != move.rises:
        yield _finding(RULE, move, context)
    elif move.size is not None and move.size != gap:
        yield _finding(MISMATCH, move, context)


def _finding(rule: str, move: Move, context: Context) -> Finding:
    """Tell of a move with the two ranks and how far they are apart."""
    earlier, later, doc = move.earlier, move.later, move.later.source.doc
    words = context.base.text_of(doc)[move.start : move.end]
    quote = Source(doc, move.start, move.end, words)
    high, low = sorted((earlier, later), key=lambda one: one.value, reverse=True)
    gap = high.value - low.value
    formula = f"{number(high.value)} {MINUS} {number(low.value)} = {number(gap)}"
    found = "tăng" if later is low else "giảm"
    way = "tăng" if move.rises else "giảm"
    told = way if move.size is None else f"{move.size}{NBSP}{PLACES} ({way})"
    message = (
        f"{subject(later, context.catalogue)}: {source_name(doc, context.base)} viết"
        f" “{' '.join(words.split())}”, trong khi từ {_rank(earlier, context)} đến"
        f" {_rank(later, context)} là {found} {number(gap)}{NBSP}{PLACES}. Báo cáo ghi"
        f" {_rank(later, context)} theo nguồn vì thứ hạng là số liệu cụ thể."
    )
    computation = f"{formula} ({found}) {UNEQUAL} {told}"
    facts = (later, earlier)
    figure = computed(gap, PLACES, facts, formula)
    severity = weigh(facts, explained=rule == RULE)
    return Finding(rule, severity, message, computation, facts, later, (figure,), quotes=(quote,))


def _rank(fact: Fact, context: Context) -> str:
    """Print a rank as the source tells it."""
    return value_of(fact, context.indicator(fact))
