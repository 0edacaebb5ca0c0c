"""Who speaks where in a text, and the act whose words it reports.

In: ``Reading`` and its blocks. Out: ``Voices``: the speech acts of named persons, bodies and
groups, in order. What a text leaves open stays "": a wrong name is worse than none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extraction.reading import UPPER
from generator.extraction.statements.persons import Person, bare_office, persons
from generator.extraction.statements.phrases import Phrases
from generator.extraction.statements.roll import Roll, roll_of
from generator.extraction.statements.rules import SpeakerCues, StatementRules
from generator.extraction.statements.text import Block, Reading, Span

_FILLERS = 3  # words such as "cũng đã" between who speaks and the verb
_APPOSITION = 24  # words of further offices between them
_GIVEN = re.compile(rf" (?P<name>[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+)*)")
_LEAD_MARKS = (",", ";", ":", ".", "…", '"')
_ACT_NUMBER = re.compile(r"(?: số)?:? ?\d{1,5}(?:/\d{4})?/[a-zđ]+\d*(?:-[a-zđ0-9]+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """From ``start`` on ``name`` speaks, "" where it stays open who does."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Basis:
    """An act that a text says from ``start`` on, and whose conclusion it is, "" if open."""

    start: int
    act: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Voices:
    """The speech acts of a text and the acts that it reports, in order."""

    acts: tuple[Voice, ...] = ()
    bases: tuple[Basis, ...] = ()

    def within(self, start: int, end: int) -> Voice | None:
        """Return the last speech act that begins in a stretch."""
        last = bisect_left(self.acts, end, key=_start) - 1
        return self.acts[last] if last >= 0 and self.acts[last].start >= start else None

    def basis(self, offset: int) -> Basis | None:
        """Return the act under which an offset stands."""
        last = bisect_right(self.bases, offset, key=_start) - 1
        return self.bases[last] if last >= 0 else None


def _start(one: Voice | Basis) -> int:
    return one.start


@dataclass(frozen=True, slots=True)
class _Named:
    """A stretch that names who may speak; ``person`` is None for a body or group.

    A ``body`` is only heard when it asks.
    """

    start: int
    end: int
    name: str
    person: Person | None = None
    body: bool = False


def voices(
    reading: Reading, found: Iterable[Block], taken: frozenset[int], rules: StatementRules
) -> Voices:
    """Return who speaks where; ``taken`` holds the offsets at which a province is named."""
    people = roll_of(reading, persons(reading, rules.speakers, taken))
    acts: list[Voice] = []
    bases: list[Basis] = []
    current: Person | None = None
    for block in found:
        if block.heading and reading.text[block.paragraph.end - 1] != ":":
            current = None
            continue
        for sentence in block.sentences:
            for act, person in _speech(reading, sentence, people, current, rules):
                acts.append(act)
                current = person
            bases += _bases(reading, sentence, people, rules)
    return Voices(tuple(acts), tuple(bases))


def _speech(
    reading: Reading,
    sentence: Span,
    people: Roll,
    current: Person | None,
    rules: StatementRules,
) -> Iterator[tuple[Voice, Person | None]]:
    """Yield the speech acts of a sentence with the person who speaks."""
    before: _Named | None = None
    for named in _subjects(reading, sentence, people, current, rules):
        if before is not None and _is_his(reading, before, named):
            continue  # "Lê Văn A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh" is one person
        before = named
        verbs = rules.requests.verbs if named.body else rules.speakers.verbs
        subject = _opens(reading, sentence.start, named.start, rules.speakers)
        if subject and _speaks(reading, named.end, sentence.end, verbs):
            yield Voice(named.start, named.name), named.person
            current = named.person


def _is_his(reading: Reading, before: _Named, named: _Named) -> bool:
    """Tell whether an office alone is one of the person's before it, told behind a comma."""
    gap = reading.text[before.end : named.start].strip()
    if before.person is None or named.person is not None or named.body or gap[:1] != ",":
        return False
    parts = [part.strip() for part in gap.strip(" ,").split(",")]
    return all(not part or part[:1].isupper() for part in parts) and ";" not in gap


def _subjects(
    reading: Reading,
    sentence: Span,
    people: Roll,
    current: Person | None,
    rules: StatementRules,
) -> list[_Named]:
    """Return all that may speak in a sentence: persons, offices alone, bodies, groups."""
    cues = rules.speakers
    text = reading.fold(sentence.start, sentence.end)
    found = [
        _Named(start, end, person.full, person)
        for start, end, person in people.within(sentence.start, sentence.end)
    ]
    for hit in (*cues.offices.hits(text), *cues.pronouns.hits(text)):
        start, end = sentence.start + hit.start, sentence.start + hit.end
        office = end
        given = _given_name(reading.text[end : sentence.end], text[hit.start : hit.end], cues)
        if given:
            end += given.end()
            person = people.by_name(given["name"])
            found.append(_Named(start, end, person.full if person else "", person))
            continue
        end += _body(reading.fold(end, sentence.end), cues)
        person = _meant(reading.fold(start, end), start, people, current, cues)
        alone = " ".join(reading.text[start:end].split()) if end > office else ""
        found.append(_Named(start, end, person.full if person else alone, person))
    for phrases in (cues.groups, cues.bodies):
        for hit in phrases.hits(text):
            start, end = sentence.start + hit.start, sentence.start + hit.end
            name = _group_name(reading.text[start:end])
            found.append(_Named(start, end, name, body=phrases is cues.bodies))
    return _longest(found)


def _body(text: str, cues: SpeakerCues) -> int:
    """Return the length of the body that follows an office: " Chính phủ", " UBND tỉnh"."""
    bare = text.lstrip()
    size = max(cues.implied.at_start(bare), cues.bodies.at_start(bare))
    return size + len(text) - len(bare) if size else 0


def _given_name(after: str, words: str, cues: SpeakerCues) -> re.Match[str] | None:
    """Return the name behind "ông", "bà" or "đồng chí": "ông | Hải"."""
    return _GIVEN.match(after) if cues.pronouns.at_start(words) == len(words) else None


def _meant(
    words: str, at: int, people: Roll, current: Person | None, cues: SpeakerCues
) -> Person | None:
    """Return who is meant by an office alone or by "đồng chí", None where that is open."""
    if cues.pronouns.at_start(words):
        return current
    return people.by_office(bare_office(words, cues), at, current)


def _group_name(text: str) -> str:
    """Return a body or group as it stands inside a sentence."""
    words = " ".join(text.split())
    return words[0].lower() + words[1:] if words.startswith(("Các ", "Nhiều ")) else words


def _longest(found: list[_Named]) -> list[_Named]:
    """Return the stretches in order without those that lie within another one."""
    kept: list[_Named] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _opens(reading: Reading, first: int, start: int, cues: SpeakerCues) -> bool:
    """Tell whether who is named at ``start`` is a subject: at the head, or behind a mark."""
    before = reading.fold(first, start)
    while (size := _title_before(before, cues)) > 0:
        before = before[:-size]
    before = before.rstrip()
    if not before:
        return True
    if before.endswith(_LEAD_MARKS):
        return not _is_object(before, cues)
    return any(hit.end == len(before) for hit in cues.links.hits(before))


def _is_object(before: str, cues: SpeakerCues) -> bool:
    """Tell whether a list of bodies goes on that do not speak: "được Chính phủ, | Thủ tướng …"."""
    last = max(cues.passives.hits(before), key=lambda hit: hit.end, default=None)
    if last is None or before[-1] != "," or before.count(",", last.end) > 1:
        return False
    rest = before[last.end :].strip(" ,")
    listed = (cues.bodies, cues.offices, cues.implied)
    return any(phrases.at_start(rest) == len(rest) for phrases in listed)


def _title_before(text: str, cues: SpeakerCues) -> int:
    """Return the length of "đồng chí " or "ông " at the end of a text."""
    bare = text.rstrip()
    hits = [hit for hit in cues.pronouns.hits(bare) if hit.end == len(bare)]
    return len(text) - min(hit.start for hit in hits) if hits else 0


def _speaks(reading: Reading, start: int, end: int, verbs: Phrases) -> bool:
    """Tell whether a verb of speech follows, behind a filler or further offices."""
    text = reading.fold(start, end)
    verb = verbs.first(text)
    if verb is None:
        return False
    gap = reading.text[start : start + verb.start].strip()
    if not any(mark in gap for mark in ",;:-–."):
        return len(gap.split()) <= _FILLERS
    parts = [part.strip() for part in re.split(r"[,–-]", gap.strip(" ,-–"))]
    capital = all(part[:1].isupper() for part in parts)
    return capital and gap[0] in ",-–" and len(gap.split()) <= _APPOSITION


def _bases(
    reading: Reading, sentence: Span, people: Roll, rules: StatementRules
) -> Iterator[Basis]:
    """Yield the act by which a sentence says that someone's conclusion was made known."""
    cues = rules.speakers
    text = reading.fold(sentence.start, sentence.end)
    issued = cues.issuing.first(text)
    if issued is None or cues.background.found_in(text):
        return
    for hit in sorted(cues.acts.hits(text), key=lambda hit: hit.start):
        number = _ACT_NUMBER.match(text, hit.end)
        if hit.start < issued.end or number is None:
            continue
        told = cues.conclusions.first(text[number.end() :])
        if told is None:
            return
        at = sentence.start + number.end() + told.end
        near = (people.at[offset] for offset in range(at, at + 3) if offset in people.at)
        speaker = next((one.full for one in near), "")
        act = reading.text[sentence.start + hit.start : sentence.start + number.end()]
        yield Basis(sentence.end, " ".join(act.split()), speaker)
        return
