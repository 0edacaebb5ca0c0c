"""Central bodies as a text names them: in full, by their initials, or ones not known.

Only a body of the catalogue or of the rules gets figures. One that neither knows is
told, too: its figure would pass for the country's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.catalogue.places import Places
from generator.extraction.pattern import regex
from generator.extraction.places.acting import WHEN
from generator.extraction.reading import UPPER, folded
from generator.extraction.rules import Body, PlaceRules
from generator.extraction.words.subjects import SUBJECTS
from generator.vi.text import slug as slug_of

UNKNOWN = ""  # the place of figures that belong to no body of the catalogue
_JOINT = r"(?: ?[,–&-] ?| )"
_INITIALS = regex(rf"Bộ [{UPPER}][{UPPER}&]+(?:(?: ?[-–&] ?|, ?| và )[{UPPER}&]+)*")
_TITLED = regex(rf"Bộ [{UPPER}][^\s\d.,;:()/]*")
_ENDS = re.compile(r"[-–&, ]|$")
# it runs the national portal and reports for all: its counts are the country's
_FOR_ALL = frozenset({"van-phong-chinh-phu"})
# "Trong quý III, Bộ tiếp nhận …" in a text on one ministry
_MINISTRY = re.compile(
    rf"(?:(?:^|[,;:] |(?<!\w){SUBJECTS.when_ends} )(bộ)(?:{WHEN})?"
    rf" (?:{SUBJECTS.ministry_before} ){{0,2}}{SUBJECTS.ministry_does}"
    rf"|{SUBJECTS.of_ministry} (bộ)(?= {SUBJECTS.of_ministry_behind}|[,.;:]|$))(?!\w)"
)


class Central(NamedTuple):
    """A central body in a sentence; ``place`` is UNKNOWN where no catalogue has it."""

    start: int
    end: int
    place: str


def body_names(places: Places, rules: PlaceRules, day: date | None = None) -> dict[str, Body]:
    """Return the bodies of the catalogue and their branches by their folded names.

    A branch is of the ministry that it belongs to on the ``day`` of the text.
    """
    found: dict[str, Body] = {}
    for place in places.bodies.values():
        if place.slug not in _FOR_ALL:
            body = Body(place.name, place.slug, None)
            found.update({folded(name): body for name in (place.name, *place.aliases)})
    return {**found, **{name: _on(one, places, day) for name, one in rules.branches.items()}}


def _on(branch: Body, places: Places, day: date | None) -> Body:
    """Return a branch as it is on a day: of what took its ministry over."""
    whole = places.bodies[branch.place]
    over = day is not None and whole.until is not None and whole.until < day
    return replace(branch, place=whole.merged_into) if over and whole.merged_into else branch


def spelled_loosely(name: str) -> str:
    """Return the expression of a folded name: any mark or "&" between its words."""
    words = re.findall(r"\w+", name)
    return _JOINT.join("và" if word == "và" else word for word in words).replace(
        f"{_JOINT}và{_JOINT}", r"(?: ?, ?| ?[–&-] ?| )(?:và )?"
    )


def key_of(name: str) -> str:
    """Return what all spellings of a name have in common: its words without "và"."""
    return slug_of(" ".join(word for word in re.findall(r"\w+", name) if word != "và"))


def central_bodies(
    text: str, original: str, places: Places, rules: PlaceRules
) -> Iterator[Central]:
    """Yield the bodies that a sentence names by initials, and those that are not known."""
    barred = frozenset(hit.start for hit in rules.no_body.hits(text))
    for hit in rules.unknown.hits(text):
        if original[hit.start].isupper():
            yield Central(hit.start, hit.end, UNKNOWN)
    for hit in _TITLED.hits(original):
        if hit.start in barred:
            continue
        whole = next((one.end for one in _INITIALS.hits(original) if one.start == hit.start), 0)
        yield _initials(original, hit.start, whole, places) or Central(
            hit.start, max(hit.end, whole), UNKNOWN
        )


def _initials(original: str, start: int, end: int, places: Places) -> Central | None:
    """Return the body of the longest initials: "Bộ VH, TT&DL", but "Bộ Y tế, BHXH"."""
    ends = [one.start() for one in _ENDS.finditer(original, start + 4, end)] if end else []
    for last in sorted(ends, reverse=True):
        place = places.find(original[start:last].replace(" và ", ""))
        if place is not None and place.slug in places.bodies:
            return Central(start, last, place.slug)
    return None


def without(found: Iterable[Central], taken: Iterable[tuple[int, int]]) -> list[Central]:
    """Return the bodies that do not overlap the stretches that are taken."""
    spans = list(taken)
    return [
        one for one in found if not any(start < one.end and one.start < end for start, end in spans)
    ]


def tells_ministry(text: str, original: str) -> bool:
    """Tell whether a sentence says "Bộ" for the ministry that its text is about."""
    found = (hit.start(hit.lastindex or 0) for hit in _MINISTRY.finditer(text))
    return any(original[start].isupper() for start in found)
