"""Who has to act: the body at a place of a sentence and its first verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extraction.pattern import Hit
from generator.extraction.statements.rules import TaskCues
from generator.extraction.statements.text import Reading

_MAX_WORDS = 32


@dataclass(frozen=True, slots=True)
class Actor:
    """A body as the source names it, and where its first verb begins.

    ``duty`` tells that this verb is a word of duty ("cần", "phải", "sẽ").
    """

    name: str
    action: int
    duty: bool


def actor_at(reading: Reading, start: int, end: int, cues: TaskCues) -> Actor | None:
    """Return the body that begins at ``start`` with the verb that it is to do."""
    text = reading.fold(start, end)
    if not cues.bodies.at_start(text):
        return None
    inside = (*cues.bodies.hits(text), *cues.not_duties.hits(text))
    duty = _first(cues.duties.hits(text), inside)
    verb = _first(cues.verbs.hits(text), inside)
    found = min((hit for hit in (duty, verb) if hit), key=lambda hit: hit.start, default=None)
    if found is None:
        return None
    name = _name(reading.text[start : start + found.start], text[: found.start], cues)
    if not name or len(name.split()) > _MAX_WORDS or not _one_list(text[: found.start], cues):
        return None
    return Actor(name, start + found.start, found is duty)


def _name(raw: str, text: str, cues: TaskCues) -> str:
    """Return the name alone: without a title before it and what is told of it behind.

    "đồng chí Giám đốc Sở Y tế" → "Giám đốc Sở Y tế"; "các sở đã nhận công văn" → "các sở".
    """
    first = cues.titles.at_start(text)
    tail = cues.relatives.first(text[first:])
    last = first + tail.start if tail else len(raw)
    return _lowered(" ".join(raw[first:last].split()).strip(" ,:-"))


def _one_list(text: str, cues: TaskCues) -> bool:
    """Tell whether behind each ";" the list of bodies goes on."""
    return all(cues.bodies.at_start(part.strip()) for part in text.split(";"))


def _first(hits: Iterator[Hit], inside: tuple[Hit, ...]) -> Hit | None:
    """Return the first hit that is no part of a body's name."""
    free = [
        hit
        for hit in hits
        if not any(body.start < hit.end and hit.start < body.end for body in inside)
    ]
    return min(free, key=lambda hit: (hit.start, -hit.end), default=None)


def _lowered(name: str) -> str:
    """Return the name as it stands inside a sentence: "Những bộ" → "các bộ"."""
    first, _, rest = name.partition(" ")
    first = {"Những": "các", "những": "các"}.get(first, first)
    common = first in {"Các", "Từng", "Toàn", "Tỉnh", "Thủ", "Người", "Cơ", "Đơn", "Địa"}
    return f"{first.lower() if common else first} {rest}".strip()
