"""Requests: "X đề nghị Y làm Z", and the duties that a body has of its own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.pattern import Hit
from generator.extraction.statements.bodies import Actor, actor_at
from generator.extraction.statements.heads import after_adverbials
from generator.extraction.statements.rules import StatementRules, TaskCues
from generator.extraction.statements.text import Reading

_LEADER_WORDS = 26  # a leader's name and offices between the title and the verb


@dataclass(frozen=True, slots=True)
class Request:
    """A request: where its text may begin without the frame, and who has to act."""

    start: int
    actor: Actor | None

    @property
    def responsible(self) -> str:
        """Return the body that has to act, "" where none is named."""
        return self.actor.name if self.actor else ""


def request_in(reading: Reading, start: int, end: int, rules: StatementRules) -> Request | None:
    """Return the first request in a clause that begins at ``start``."""
    text = reading.fold(start, end)
    for hit in sorted(rules.requests.verbs.hits(text), key=lambda hit: hit.start):
        leader = _leader(text, hit, rules)
        if leader is None or _cancelled(text, hit, rules):
            continue
        target = start + hit.end + _gap(text[hit.end :])
        actor = actor_at(reading, target, end, rules.task)
        if actor or _orders(reading.fold(target, end), rules.task):
            return Request(target if _opens(text, leader, rules) else start, actor)
    return None


def duty_in(reading: Reading, start: int, end: int, rules: StatementRules) -> Actor | None:
    """Return the body that a clause begins with and that has a duty in it."""
    text = reading.fold(start, end)
    for offset in after_adverbials(text, rules.heads):
        actor = actor_at(reading, start + offset, end, rules.task)
        if actor and actor.duty and has_duty(reading.fold(actor.action, end), rules.task):
            return actor
    return None


def has_duty(text: str, cues: TaskCues) -> bool:
    """Tell whether a folded clause holds a word of duty that is one."""
    ruled_out = tuple(cues.not_duties.hits(text))
    return any(
        not any(other.start <= hit.start < other.end for other in ruled_out)
        for hit in cues.duties.hits(text)
    )


def _orders(text: str, cues: TaskCues) -> bool:
    return bool(cues.verbs.at_start(text) or cues.duties.at_start(text))


def _gap(text: str) -> int:
    """Return the length of what may stand between the verb and whom it is put to."""
    size = 0
    for word in (" rằng", ":", ",", " trong thời gian tới,", " thời gian tới,", " "):
        if text.startswith(word, size):
            size += len(word)
    return size


def _leader(text: str, verb: Hit, rules: StatementRules) -> int | None:
    """Return where the asking leader begins; a bare "Đề nghị" has none and gives 0."""
    if verb.start == 0:
        return 0
    before = text[: verb.start]
    cut = before.rfind(";") + 1
    for hit in sorted(rules.requests.leaders.hits(before), key=lambda hit: hit.start):
        if hit.start >= cut and len(before[hit.end :].split()) <= _LEADER_WORDS:
            return hit.start
    return None


def _cancelled(text: str, verb: Hit, rules: StatementRules) -> bool:
    return any(
        hit.start < verb.end and verb.start < hit.end for hit in rules.requests.cancel.hits(text)
    )


def _opens(text: str, leader: int, rules: StatementRules) -> bool:
    """Tell whether nothing but the frame of a speech stands before the request."""
    before = text[:leader].strip()
    speech = bool(rules.heads.meetings.at_start(before)) and before.endswith(",")
    return speech or not before
