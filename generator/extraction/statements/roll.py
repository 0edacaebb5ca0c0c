"""The persons of a text, found again by name, by a part of it and by office.

In: ``Person``s in the order of the text. Out: ``Roll``. It is made once for a text, so that
a sentence asks of its own stretch alone however many persons the text names.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.extraction.pattern import at_borders
from generator.extraction.reading import UPPER, folded
from generator.extraction.statements.persons import Person
from generator.extraction.statements.text import Reading

_RUN = re.compile(rf"(?<![^\W\d_])[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*")
_LONGEST = 8  # words of a name

Named = tuple[int, int, Person]


@dataclass(frozen=True, slots=True)
class Roll:
    """The persons of a text.

    ``named`` is where each is named, also later on by the name alone; ``called`` maps the
    end of a name to those who bear it, ``holding`` an office, or what it begins with, to
    those who hold it and where each was first named; ``at`` maps the start of a naming.
    """

    named: tuple[Named, ...]
    called: Mapping[str, tuple[Person, ...]]
    holding: Mapping[str, tuple[Person, ...]]
    at: Mapping[int, Person]

    def within(self, start: int, end: int) -> tuple[Named, ...]:
        """Return who is named from ``start`` on and before ``end``."""
        first = bisect_left(self.named, start, key=_start)
        return self.named[first : bisect_left(self.named, end, key=_start)]

    def by_name(self, name: str) -> Person | None:
        """Return who is called by a name or its end, None where nobody or several are."""
        found = self.called.get(name, ())
        return found[0] if len(found) == 1 else None

    def by_office(self, office: str, before: int, current: Person | None) -> Person | None:
        """Return who holds an office of those named ``before``, None where that is open.

        Of several it is the one who spoke last.
        """
        holders = self.holding.get(office, ())
        known = bisect_left(holders, before, key=_first_named)
        if current and any(one.full == current.full for one in holders[:known]):
            return current
        return holders[0] if known == 1 else None


def roll_of(reading: Reading, people: tuple[Person, ...]) -> Roll:
    """Return the roll of the persons whom a text names with an office."""
    called: dict[str, dict[str, Person]] = {}
    holding: dict[str, dict[str, Person]] = {}
    for one in people:
        words = one.name.split(" ")
        for index in range(len(words)):
            called.setdefault(" ".join(words[index:]), {}).setdefault(one.full, one)
        office = folded(one.office).split(" ")
        for index in range(len(office)):
            holding.setdefault(" ".join(office[: index + 1]), {}).setdefault(one.full, one)
    return Roll(
        named=tuple(sorted(_named(reading, people), key=_start)),
        called={name: tuple(found.values()) for name, found in called.items()},
        holding={
            name: tuple(sorted(found.values(), key=_first_named)) for name, found in holding.items()
        },
        at={one.start: one for one in reversed(people)},
    )


def _named(reading: Reading, people: tuple[Person, ...]) -> Iterator[Named]:
    """Yield where persons are named, also later on by the name alone: "ông Nguyễn Văn A"."""
    by_name = {person.name: person for person in reversed(people)}
    ends = [one.end for one in people]
    for at, end in _spoken(reading.text, by_name):
        index = bisect_right(ends, at)
        own = people[index] if index < len(people) and people[index].start <= at else None
        person = own or by_name[reading.text[at:end]]
        if own or at > person.start:
            yield own.start if own else at, end, person


def _spoken(text: str, names: Mapping[str, Person]) -> Iterator[tuple[int, int]]:
    """Yield the spans at which one of the names stands as whole words, in order."""
    for run in _RUN.finditer(text) if names else ():
        starts = [run.start()]
        starts += [run.start() + at + 1 for at, char in enumerate(run.group()) if char == " "]
        ends = [start - 1 for start in starts[1:]] + [run.end()]
        for index, start in enumerate(starts):
            for end in ends[index : index + _LONGEST]:
                if text[start:end] in names and at_borders(text, start, end):
                    yield start, end


def _start(one: Named) -> int:
    return one[0]


def _first_named(one: Person) -> int:
    return one.start
