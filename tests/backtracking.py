"""Proves from the parse tree of a pattern that Python's ``re`` tries it in linear time.

A backtracking matcher is slow on exactly those texts that can be read in many ways. A
pattern becomes an automaton (one state for each character of it, after Glushkov) and
is refused where

- a state leads back to itself in two ways over one text: exponential time, ``(a+)+``;
- a loop leads into another one over a text that both can repeat: polynomial time,
  ``a*a*b``. Where a text is searched, its unread start is such a loop, too: ``a+b`` on
  "aaa…" is begun again at each character.

A loop after which nothing can fail any more (``\\s+``) costs nothing. What is bounded
("{0,80}") is no loop: two rounds of it stand for all. Assertions are taken as places
where a match may fail; only one at the very start is taken at its word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_SAMPLES = "azAZ09_ \t\n\r\u00a0\u2009-–.,;:!?/%()[]{}\"'“”đĐăắếộữÀỹ²½中€\u0301\u200b"
_ROUNDS = 2
Node = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: where it begins and ends, in how many ways it may be empty.

    A state stands as often in ``first`` and ``last`` as there are ways to it.
    """

    empty: int
    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()


@dataclass(slots=True)
class Automaton:
    """States with the characters (bits of ``alphabet``) that lead into them."""

    alphabet: str
    flags: int
    masks: list[int] = field(default_factory=list)
    follow: Counter[tuple[int, int]] = field(default_factory=Counter)
    guarded: set[int] = field(default_factory=set)
    final: frozenset[int] = frozenset()
    known: dict[tuple[object, str], int] = field(default_factory=dict)

    @property
    def everything(self) -> int:
        """Return the mask of all characters."""
        return (1 << len(self.alphabet)) - 1

    def state(self, mask: int) -> int:
        """Add a state."""
        self.masks.append(mask)
        return len(self.masks) - 1

    def join(self, sources: Iterable[int], targets: Sequence[int]) -> None:
        """Let each source be followed by each target."""
        for source in sources:
            self.follow.update((source, target) for target in targets)

    def mask(self, test: Callable[[str], bool]) -> int:
        """Return the mask of the characters that a test takes, in either case if told so."""
        ignore = self.flags & re.IGNORECASE
        return sum(
            1 << bit
            for bit, char in enumerate(self.alphabet)
            if test(char) or (ignore and (test(char.lower()[0]) or test(char.upper()[0])))
        )


# ---------------------------------------------------------------- from tree to automaton


def _category(name: object, char: str) -> bool:
    word = char.isalnum() or char == "_"
    tests = {
        c.CATEGORY_DIGIT: char.isdecimal(),
        c.CATEGORY_NOT_DIGIT: not char.isdecimal(),
        c.CATEGORY_SPACE: char.isspace(),
        c.CATEGORY_NOT_SPACE: not char.isspace(),
        c.CATEGORY_WORD: word,
        c.CATEGORY_NOT_WORD: not word,
    }
    return tests[name]


def _in_set(items: Sequence[Node], char: str) -> bool:
    """Tell whether a character is in a class "[…]"."""
    negated, found = False, False
    for op, value in items:
        if op is c.NEGATE:
            negated = True
        elif op is c.LITERAL:
            found |= ord(char) == value
        elif op is c.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        else:
            found |= _category(value, char)
    return found is not negated


def _character(made: Automaton, op: object, value: Any) -> int | None:
    """Return the mask of a node that takes one character, None for other nodes."""
    if op not in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN):
        return None
    # a list of names has tens of thousands of characters, most of them a few letters
    key = (op, str(value))
    if key not in made.known:
        made.known[key] = _mask(made, op, value)
    return made.known[key]


def _mask(made: Automaton, op: object, value: Any) -> int:
    """Return the mask of a node that takes one character."""
    if op is c.LITERAL:
        return made.mask(lambda char: ord(char) == value)
    if op is c.NOT_LITERAL:
        return made.mask(lambda char: ord(char) != value)
    if op is c.ANY:
        return made.mask(lambda char: bool(made.flags & re.DOTALL) or char != "\n")
    return made.mask(lambda char: _in_set(value, char))


def _sequence(made: Automaton, nodes: Iterable[Node]) -> Part:
    """Add nodes one after the other."""
    whole = Part(empty=1)
    for op, value in nodes:
        whole = _after(made, whole, op, value)
    return whole


def _after(made: Automaton, before: Part, op: object, value: Any) -> Part:
    """Add a node behind a part."""
    if op in (c.AT, c.ASSERT, c.ASSERT_NOT):
        made.guarded.update(before.last)
        if op is c.AT or value[0] < 0:
            return before
        ahead = _sequence(made, value[1])  # tried here, and it leads nowhere
        made.guarded.update(ahead.last)
        made.join(before.last, ahead.first)
        return Part(before.empty, before.first + ahead.first * before.empty, before.last)
    return _joined(made, before, _part(made, op, value))


def _joined(made: Automaton, before: Part, after: Part) -> Part:
    """Return two parts, one behind the other."""
    made.join(before.last, after.first)
    return Part(
        before.empty * after.empty,
        before.first + after.first * before.empty,
        after.last + before.last * after.empty,
    )


def _part(made: Automaton, op: object, value: Any) -> Part:
    """Add one node that takes characters. Raises ValueError for a back reference."""
    mask = _character(made, op, value)
    if mask is not None:
        state = made.state(mask)
        return Part(empty=0, first=(state,), last=(state,))
    if op is c.SUBPATTERN:
        return _sequence(made, value[3])
    if op is c.ATOMIC_GROUP:
        return _sequence(made, value)
    if op is c.BRANCH:
        ways = [_sequence(made, way) for way in value[1]]
        return Part(
            sum(way.empty for way in ways),
            tuple(state for way in ways for state in way.first),
            tuple(state for way in ways for state in way.last),
        )
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        return _repeat(made, *value)
    raise ValueError(f"{op} cannot be proved to be safe")


def _repeat(made: Automaton, least: int, most: int, inner: Iterable[Node]) -> Part:
    """Add a repetition: the rounds that must be, then a loop or rounds inside each other."""
    nodes = list(inner)
    endless = most is c.MAXREPEAT
    must = min(least - 1 if endless and least else least, _ROUNDS)
    whole = Part(empty=1)
    for _ in range(must):
        whole = _joined(made, whole, _sequence(made, nodes))
    if endless:
        return _joined(made, whole, _loop(made, nodes, optional=least == 0))
    rest = Part(empty=1)
    for _ in range(min(most - least, _ROUNDS)):  # x{0,2} is (x(x)?)?
        inside = _joined(made, _sequence(made, nodes), rest)
        rest = Part(inside.empty + 1, inside.first, inside.last)
    return _joined(made, whole, rest)


def _loop(made: Automaton, nodes: Iterable[Node], *, optional: bool) -> Part:
    """Add "x+", or "x*" where it is optional."""
    part = _sequence(made, nodes)
    made.join(part.last, part.first)
    return Part(part.empty + optional, part.first, part.last)


def _literals(nodes: Any) -> Iterator[int]:
    """Yield the characters that a parse tree names, and their neighbours."""
    for item in nodes:
        if isinstance(item, tuple | list | parser.SubPattern):
            yield from _literals(item)
        elif isinstance(item, int) and not isinstance(item, c._NamedIntConstant):
            yield from (item - 1, item, item + 1)


def _alphabet(tree: Any) -> str:
    """Return the characters that tell all classes of a pattern apart."""
    named = (
        chr(code)
        for code in _literals(tree)
        if 0 < code < 0x11000 and code not in range(0xD800, 0xE000)
    )
    return "".join(dict.fromkeys([*_SAMPLES, *named]))


def automaton(pattern: re.Pattern[str], *, searched: bool, whole: bool) -> Automaton:
    """Return the automaton of a pattern; a searched text has a loop before it.

    ``whole`` tells that the match has to reach the end of the text.
    """
    tree = parser.parse(pattern.pattern, pattern.flags)
    made = Automaton(_alphabet(tree), pattern.flags)
    allowed = _entry(made, list(tree)) if searched else 0
    part = _sequence(made, tree)
    if searched:
        good, bad = made.state(allowed), made.state(made.everything & ~allowed)
        made.join((good, bad), (good, bad))
        made.join((good,), part.first)
    made.final = frozenset() if whole else frozenset(part.last) - made.guarded
    return made


def _entry(made: Automaton, nodes: list[Node]) -> int:
    """Return the mask of the characters that may stand before a match."""
    allowed = made.everything
    for op, value in nodes:
        if op is c.SUBPATTERN and len(nodes) == 1:
            return _entry(made, list(value[3]))
        if op not in (c.ASSERT, c.ASSERT_NOT, c.AT):
            break
        if op is c.AT and value in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
            allowed &= made.mask(lambda char: char == "\n") if made.flags & re.MULTILINE else 0
        elif op is not c.AT and value[0] < 0 and len(value[1]) == 1:
            mask = _character(made, *value[1][0])
            if mask is not None:
                allowed &= mask if op is c.ASSERT else ~mask
    return allowed


# ---------------------------------------------------------------- what is slow


@dataclass(frozen=True, slots=True)
class Graph:
    """An automaton as lists of successors, with the loops that each state is part of."""

    after: tuple[tuple[int, ...], ...]
    masks: tuple[int, ...]
    twice: frozenset[tuple[int, int]]
    loop: tuple[int, ...]  # the same number for states that lead to each other, -1 for no loop


def graph(made: Automaton) -> Graph:
    """Return the graph of the states that some character leads into."""
    size = len(made.masks)
    after: list[list[int]] = [[] for _ in range(size)]
    for source, target in made.follow:
        if made.masks[target]:
            after[source].append(target)
    reach = [_reached(after, state) for state in range(size)]
    loop = [-1] * size
    for state in range(size):
        if loop[state] < 0 and state in reach[state]:
            for other in reach[state]:
                if state in reach[other]:
                    loop[other] = state
    twice = frozenset(edge for edge, count in made.follow.items() if count > 1)
    return Graph(tuple(map(tuple, after)), tuple(made.masks), twice, tuple(loop))


def _reached(after: Sequence[Sequence[int]], start: int) -> set[int]:
    """Return the states that come after one."""
    found: set[int] = set()
    queue = list(after[start])
    while queue:
        state = queue.pop()
        if state not in found:
            found.add(state)
            queue.extend(after[state])
    return found


def exponential(made: Automaton) -> bool:
    """Tell whether some state leads back to itself in two ways over one text."""
    seen = graph(made)
    return any(number >= 0 and _two_ways(seen, state) for state, number in enumerate(seen.loop))


def _two_ways(seen: Graph, start: int) -> bool:
    """Search the pairs of states for a way out of (start, start) and back that parts."""
    number = seen.loop[start]
    found = {(start, start, False)}
    queue = [(start, start, False)]
    while queue:
        one, other, parted = queue.pop()
        for left in seen.after[one]:
            for right in seen.after[other]:
                if {seen.loop[left], seen.loop[right]} != {number}:
                    continue
                if not seen.masks[left] & seen.masks[right]:
                    continue
                apart = parted or left != right or (one == other and (one, left) in seen.twice)
                if apart and left == right == start:
                    return True
                if (left, right, apart) not in found:
                    found.add((left, right, apart))
                    queue.append((left, right, apart))
    return False


def polynomial(made: Automaton) -> bool:
    """Tell whether a loop leads into another over a text that both repeat, and may fail."""
    seen = graph(made)
    looped = [state for state, number in enumerate(seen.loop) if number >= 0]
    fails = _failing(made, seen)
    return any(
        _leads(seen, one, other)
        for other in looped
        if other in fails
        for one in looped
        if seen.loop[one] != seen.loop[other]
    )


def _failing(made: Automaton, seen: Graph) -> set[int]:
    """Return the states of loops in which a match is not yet sure."""
    sure = {seen.loop[state] for state in made.final}
    return {state for state, number in enumerate(seen.loop) if number not in sure}


def _leads(seen: Graph, one: int, other: int) -> bool:
    """Search (one, one, other) → (one, other, other) over the same characters."""
    loops = seen.loop[one], seen.loop[other]
    goal = (one, other, other)
    start = (one, one, other)
    found, queue = {start}, [start]
    while queue:
        here = queue.pop()
        for first in seen.after[here[0]]:
            for third in seen.after[here[2]]:
                both = seen.masks[first] & seen.masks[third]
                if (seen.loop[first], seen.loop[third]) != loops or not both:
                    continue
                for second in seen.after[here[1]]:
                    if seen.masks[second] & both and (first, second, third) not in found:
                        if (first, second, third) == goal:
                            return True
                        found.add((first, second, third))
                        queue.append((first, second, third))
    return False
