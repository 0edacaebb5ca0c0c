"""Persons whom a text names with their office: "Phó Thủ tướng Trần Lưu Quang".

In: ``Reading``. Out: ``Person``s in the order of the text. A name is a known surname with
one to four more syllables in capitals; it counts only where an office stands before it or,
behind a comma, after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.reading import UPPER, folded
from generator.extraction.statements.rules import SpeakerCues
from generator.extraction.statements.text import Reading

_NAME = re.compile(rf"(?<!\w)[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]+){{1,7}}(?!\w)")
_NEAR = 90  # characters between an office and the name that it belongs to
_BEHIND = 160  # characters in which the offices behind a name are looked for


@dataclass(frozen=True, slots=True)
class Person:
    """A named person at ``start`` to ``end`` of the text: the office and the name."""

    start: int
    end: int
    office: str
    name: str

    @property
    def full(self) -> str:
        """Return how a report names the person: office and name."""
        return f"{self.office} {self.name}"


def persons(reading: Reading, cues: SpeakerCues, taken: frozenset[int]) -> tuple[Person, ...]:
    """Return the persons whom a text names with an office.

    ``taken`` holds the offsets at which a province is named: "Lâm Đồng" is nobody.
    """
    return tuple(_persons(reading, cues, taken))


def _persons(reading: Reading, cues: SpeakerCues, taken: frozenset[int]) -> Iterator[Person]:
    for start, end in _names(reading, cues, taken):
        before = _office_before(reading, start, cues)
        if before:
            first, office = before
            yield Person(first, end, office, reading.text[start:end])
            continue
        office = _office_behind(reading, end, cues)
        if office:
            yield Person(start, end, office, reading.text[start:end])


def _names(reading: Reading, cues: SpeakerCues, taken: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans that read as a person's name, from the first surname in a run on."""
    for match in _NAME.finditer(reading.text):
        offset = match.start()
        words = match.group(0).split(" ")
        for index, word in enumerate(words):
            enough = len(words) - index >= 2  # a surname and a given name
            if enough and folded(word) in cues.surnames and offset not in taken:
                if not match.group(0).isupper():
                    yield offset, match.end()
                break
            offset += len(word) + 1


def _office_before(reading: Reading, start: int, cues: SpeakerCues) -> tuple[int, str] | None:
    """Return the office that stands right before a name, its body included."""
    floor = max(0, start - _NEAR)
    view = reading.fold(floor, start)
    hit = max(
        (hit for hit in cues.offices.hits(view)),
        key=lambda hit: (hit.end, -hit.start),
        default=None,
    )
    if hit is None:
        return None
    body = reading.text[floor + hit.end : start]
    if not _is_body(body, cues):
        return None
    return floor + hit.start, _printed(reading.text[floor + hit.start : start], cues)


def _is_body(text: str, cues: SpeakerCues) -> bool:
    """Tell whether the words between an office and a name are a body: "Bộ Nội vụ"."""
    words = text.split()
    if not words:
        return True
    if any(char in text for char in ",;:.()\n-–"):
        return False
    opens = words[0][:1].isupper() or bool(cues.bodies.at_start(folded(text.strip())))
    return opens and not cues.verbs.found_in(folded(text))


def _office_behind(reading: Reading, end: int, cues: SpeakerCues) -> str:
    """Return the office that follows a name behind a comma or dash, the first of the list."""
    view = reading.text[end : end + _BEHIND]
    stretch = re.match(r"\s*[,–-]\s*(?P<offices>(?:[^.;:()\n]|\.(?=\w))*)", view)
    if stretch is None:
        return ""
    for part in map(str.strip, re.split(r",| - | – ", stretch["offices"])):
        size = cues.offices.at_start(folded(part))
        if size:
            return _printed(_with_body(part, size, cues), cues)
        if not part[:1].isupper():
            return ""
    return ""


def _with_body(part: str, size: int, cues: SpeakerCues) -> str:
    """Return an office with the body behind it: "Chủ tịch UBND tỉnh | chủ trì phiên họp"."""
    rest = folded(part[size:])
    body = cues.bodies.at_start(rest.lstrip())
    return part[: size + len(rest) - len(rest.lstrip()) + body] if body else part[:size]


def _printed(office: str, cues: SpeakerCues) -> str:
    """Return an office as a report prints it: "Phó Thủ tướng Chính phủ" as "Phó Thủ tướng"."""
    words = bare_office(" ".join(office.split()), cues)
    return words[:1].upper() + words[1:]


def bare_office(words: str, cues: SpeakerCues) -> str:
    """Return an office without what it implies: "Thủ tướng Chính phủ" as "Thủ tướng"."""
    text = folded(words)
    for hit in cues.implied.hits(text):
        office = text[: hit.start].rstrip()
        if hit.end == len(text) and any(
            one.end == len(office) for one in cues.offices.hits(office)
        ):
            return words[: len(office)]
    return words
