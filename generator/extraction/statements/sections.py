"""Introductions and headings: what opens a section of limits, causes or tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.context import Paragraph
from generator.extraction.pattern import Hit
from generator.extraction.statements.bodies import actor_at
from generator.extraction.statements.judge import Section
from generator.extraction.statements.requests import request_in
from generator.extraction.statements.rules import StatementRules
from generator.extraction.statements.text import STYLE, Reading, Span
from generator.model.statement import StatementKind

_ORDER = (
    StatementKind.LIMIT,
    StatementKind.CAUSE,
    StatementKind.TASK,
    StatementKind.ACHIEVEMENT,
)
_LETTER = re.compile(r"[A-ZĐ][.)] ")  # "B. Phương hướng"
_LOWEST = 9  # rank of "a)"
_LABEL_WORDS = 6  # between "nguyên nhân" and the colon of a label


@dataclass(frozen=True, slots=True)
class Opening:
    """A section that a sentence opens.

    ``words`` are those that announce it; ``tail`` is where the first statement
    begins in the same sentence, None if it ends there; ``listed`` tells that a colon
    parts them.
    """

    section: Section
    words: Span
    tail: int | None
    listed: bool


def opening(reading: Reading, start: int, end: int, rules: StatementRules) -> Opening | None:
    """Return the section that a sentence introduces, None if it introduces none.

    Its words tell, or a request that ends with a colon.
    """
    text = reading.fold(start, end)
    label = _cause_label(text, rules)
    if label:
        tail = start + label if text[label:].strip(" .") else None
        return Opening(Section(StatementKind.CAUSE), Span(start, start + label), tail, listed=True)
    for kind in _ORDER:
        hit = _last(text, kind, rules)
        if hit is None:
            continue
        tail, listed = _tail(text, hit.end, rules)
        if kind is StatementKind.TASK and not _announces(text, hit, tail):
            continue
        section = Section(
            kind,
            responsible=_responsible(reading, start, end, kind, rules),
            mixed=_is_mixed(text, kind, rules),
        )
        words = Span(start + hit.start, start + hit.end)
        return Opening(section, words, None if tail is None else start + tail, listed)
    request = request_in(reading, start, end, rules) if text.endswith(":") else None
    if request is None:
        return None
    section = Section(StatementKind.TASK, responsible=request.responsible)
    return Opening(section, Span(start, end), None, listed=True)


def _cause_label(text: str, rules: StatementRules) -> int:
    """Return where a label "Nguyên nhân chủ yếu:" at the start of a sentence ends, 0 if none."""
    colon = text.find(":")
    label = rules.sections[StatementKind.CAUSE].headings.at_start(text)
    short = 0 < label <= colon and len(text[label:colon].split()) <= _LABEL_WORDS
    return colon + 1 if short else 0


def after_heading(
    reading: Reading, paragraph: Paragraph, section: Section | None, rules: StatementRules
) -> Section | None:
    """Return the section that holds behind a heading.

    A heading opens one by its words, or by announcing something before a colon; a
    lower heading within one keeps it, and may name who has to act; others end it.
    """
    start, end = paragraph.body, paragraph.end
    text = reading.fold(start, end)
    part = rules.heads.parts.at_start(text.lstrip(STYLE)) > 0
    rank = _rank(reading.text[start:end].lstrip(STYLE), paragraph.mark, part=part)
    opened = opening(reading, start, end, rules) if text.endswith(":") else None
    if opened and opened.section.responsible:
        return opened.section
    kind = _heading_kind(text, rules)
    if kind:
        return Section(kind, rank, mixed=_is_mixed(text, kind, rules))
    if opened:
        return opened.section
    if section is None or not section.lasting or rank <= section.rank:
        return None
    named = " ".join(reading.text[start:end].split()).strip(" :.")
    body = section.kind is StatementKind.TASK and rules.task.bodies.at_start(text)
    return replace(section, responsible=named if body else "")


def _heading_kind(text: str, rules: StatementRules) -> StatementKind | None:
    """Return the kind whose words stand first in a folded heading."""
    found = [
        (hit.start, order)
        for order, kind in enumerate(_ORDER)
        if (hit := rules.sections[kind].headings.first(text))
    ]
    return _ORDER[min(found)[1]] if found else None


def _is_mixed(text: str, kind: StatementKind, rules: StatementRules) -> bool:
    """Tell whether shortcomings and their causes are announced together."""
    causes = rules.sections[StatementKind.CAUSE]
    return kind is StatementKind.LIMIT and (
        causes.intros.found_in(text) or causes.headings.found_in(text)
    )


def _rank(raw: str, mark: str, *, part: bool) -> int:
    """Return the rank of a heading: "Phần thứ hai" or "B." 1, "II." 2, "1." or plain 3, "1.1." 4.

    "a)" is below all of them.
    """
    bare = mark.strip("().-")
    if part or (not bare and _LETTER.match(raw)):
        return 1
    if (bare and set(bare) <= set("IVX")) or (not bare and raw.isupper()):
        return 2
    if bare.isalpha():
        return _LOWEST
    return 3 + bare.count(".")


def _last(text: str, kind: StatementKind, rules: StatementRules) -> Hit | None:
    """Return the introduction that reaches farthest before a colon or list."""
    hits = rules.sections[kind].intros.hits(text)
    return max(hits, key=lambda hit: hit.end, default=None)


def _announces(text: str, hit: Hit, tail: int | None) -> bool:
    """Tell whether tasks follow: the words close the sentence, and not in the past."""
    past = " đã " in text[max(0, hit.start - 40) : hit.end]
    left = text[hit.end :].strip(" .:;")
    return not past and (tail is not None or len(left.split()) <= 10)


def _tail(text: str, after: int, rules: StatementRules) -> tuple[int | None, bool]:
    """Return where the first statement begins behind the introduction, if any does.

    A colon parts it, or a word such as "theo đó" behind a comma.
    """
    colon = text.find(":", after)
    marks = [
        hit.end
        for hit in rules.heads.tails.hits(text)
        if hit.start >= after and text[: hit.start].rstrip().endswith(",")
    ]
    if colon >= 0 and (not marks or colon < min(marks)):
        return (colon + 1, True) if text[colon + 1 :].strip(" .") else (None, True)
    return (min(marks), False) if marks else (None, False)


def _responsible(
    reading: Reading, start: int, end: int, kind: StatementKind, rules: StatementRules
) -> str:
    """Return the body that the introduction calls to act."""
    if kind is not StatementKind.TASK:
        return ""
    request = request_in(reading, start, end, rules)
    if request:
        return request.responsible
    actor = actor_at(reading, start, end, rules.task)
    return actor.name if actor and actor.duty else ""
