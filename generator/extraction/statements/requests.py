"""Requests: "X đề nghị Y làm Z", and the duties that a body has of its own."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.pattern import Hit
from generator.extraction.statements.bodies import Actor, actor_at
from generator.extraction.statements.heads import after_adverbials
from generator.extraction.statements.phrases import Phrases
from generator.extraction.statements.rules import StatementRules, TaskCues
from generator.extraction.statements.text import Reading, Span

_LEADER_WORDS = 26  # a leader's name and offices between the title and the verb


@dataclass(frozen=True, slots=True)
class Request:
    """A request without its frame, and who has to act.

    Its text begins at ``start``; ``frame`` is a stretch within it that names who asks,
    left out where a topic stands before it: "Đối với hồ sơ trễ hạn, [đồng chí đề nghị]
    các sở …", or a clause without which the request has no object. ``leader`` is where the
    naming of who asks begins; ``named`` tells that it is there.
    """

    start: int
    actor: Actor | None
    leader: int
    frame: Span | None = None
    named: bool = False

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
        if actor:
            target += _title(reading.fold(target, end), rules.task)
        if actor or _orders(reading.fold(target, end), rules.task):
            named = hit.start > leader
            if actor and _keeps_head(text, leader, text[target - start :], rules):
                frame = Span(start + leader, target)
                return Request(start, actor, start + leader, frame, named=named)
            return Request(target, actor, start + leader, named=named)
    return None


def _keeps_head(text: str, leader: int, asked: str, rules: StatementRules) -> bool:
    """Tell whether what stands before who asks is a topic, or names what is asked about."""
    if not text[:leader].rstrip().endswith(","):
        return False
    if rules.heads.topics.at_start(text):
        return True
    framed = rules.heads.meetings.at_start(text) or rules.heads.leads.at_start(text)
    return not framed and needs_head(asked, rules.task)


def needs_head(text: str, cues: TaskCues) -> bool:
    """Tell whether a folded request lacks what it is about: "… các điều kiện để kết nối, …".

    A verb behind "để" has no object where a comma or the end follows, unless a list of such
    verbs goes on; "ứng dụng này" points back.
    """
    if cues.pointing.found_in(text):
        return True
    for hit in cues.needy.hits(text):
        rest = text[hit.end :].lstrip()
        purpose = text[: hit.start].rstrip().endswith(" để")
        if purpose and (not rest or rest[0] in ".;…"):
            return True
        if purpose and rest[0] == "," and not cues.needy.at_start(rest[1:].lstrip()):
            return True
    return False


def duty_in(reading: Reading, start: int, end: int, rules: StatementRules) -> Actor | None:
    """Return the body that a clause begins with and that has a duty in it."""
    text = reading.fold(start, end)
    for offset in after_adverbials(text, rules.heads):
        actor = actor_at(reading, start + offset, end, rules.task)
        if actor and actor.duty and has_duty(reading.fold(actor.action, end), rules.task):
            return actor
    return None


def has_duty(text: str, cues: TaskCues, but: Phrases | None = None) -> bool:
    """Tell whether a folded clause holds a word of duty that is one and none of ``but``."""
    ruled_out = tuple(cues.not_duties.hits(text))
    return any(
        not any(other.start <= hit.start < other.end for other in ruled_out)
        and not (but and but.at_start(text[hit.start : hit.end]))
        for hit in cues.duties.hits(text)
    )


def _title(text: str, cues: TaskCues) -> int:
    """Return the length of a title before a body's name: "đồng chí | Chủ tịch UBND tỉnh"."""
    size = cues.titles.at_start(text)
    rest = text[size:].lstrip()
    return len(text) - len(rest) if size and cues.bodies.at_start(rest) else 0


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
