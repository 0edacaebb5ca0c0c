"""Which kind of statement a clause is, given the section in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.extraction.pattern import Hit
from generator.extraction.statements.bodies import actor_at
from generator.extraction.statements.digits import has_figure
from generator.extraction.statements.heads import after_adverbials
from generator.extraction.statements.phrases import Phrases
from generator.extraction.statements.requests import duty_in, has_duty, request_in
from generator.extraction.statements.rules import StatementRules
from generator.extraction.statements.text import Reading, Span
from generator.model.statement import StatementKind

_NEAR = 8  # words between who speaks and the verb of asking
_LIMIT = StatementKind.LIMIT
_CAUSE = StatementKind.CAUSE
_TASK = StatementKind.TASK
_MODEL = StatementKind.MODEL
_ACHIEVEMENT = StatementKind.ACHIEVEMENT
# "đạt 55% (năm 2025 mới đạt 43,7%)": what was so in another year is no word on this one
_OTHER_YEAR = re.compile(r"\((?:năm |quý |cùng kỳ )[^()]*\)")


@dataclass(frozen=True, slots=True)
class Section:
    """What the sentences at hand are about, as an introduction or heading said.

    ``rank`` is that of the heading that opened it, 1 the highest: it lasts till the
    next heading of its rank; 0 is an introduction's, which the next paragraph can end.
    ``responsible`` is the body that all its tasks are put to; ``mixed`` tells that
    causes stand among its shortcomings; ``voice`` is who said what opened it.
    """

    kind: StatementKind
    rank: int = 0
    responsible: str = ""
    mixed: bool = False
    voice: str = ""

    @property
    def lasting(self) -> bool:
        """Tell whether a heading opened the section."""
        return self.rank > 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Kind of a clause, where its text begins, who has to act, which rules spoke.

    ``frame`` is a stretch within the clause that is not quoted; ``named`` tells that the
    clause itself names who asks.
    """

    kind: StatementKind
    start: int
    rules: tuple[str, ...]
    responsible: str = ""
    frame: Span | None = None
    named: bool = False


def judge(
    reading: Reading, start: int, end: int, section: Section | None, rules: StatementRules
) -> Verdict | None:
    """Return the verdict on a clause whose own text begins at ``start``."""
    text = reading.fold(start, end)
    if is_noise(text, rules):
        return None
    return (
        _request(reading, start, end, rules)
        or _in_section(reading, start, end, section, rules)
        or _on_its_own(reading, start, end, section, rules)
    )


def is_noise(text: str, rules: StatementRules) -> bool:
    """Tell whether a folded clause is ceremony, praise, or points elsewhere."""
    noise = rules.noise
    subjects = after_adverbials(text, rules.heads)
    return (
        noise.ceremony.found_in(text)
        or any(hit.start in subjects for hit in noise.praise.hits(text))
        or bool(noise.dangling.at_start(text))
        or noise.dangling_anywhere.found_in(text)
    )


def fits(
    reading: Reading, start: int, end: int, kind: StatementKind, rules: StatementRules
) -> bool:
    """Tell whether a clause can go on with a section of this kind."""
    text = reading.fold(start, end)
    if kind is _TASK:
        asked = rules.requests.verbs.found_in(text) or _actor(reading, start, end, rules)
        return bool(asked) or _is_order(text, rules)
    if kind in (_LIMIT, _CAUSE):
        return is_limit(text, rules, weak=True) or rules.cause.weak.found_in(text)
    return True


def is_limit(text: str, rules: StatementRules, *, weak: bool = False) -> bool:
    """Tell whether a folded clause names a shortcoming that still stands.

    Beside a figure only words that value it count: "mới đạt 18%", not "17 hồ sơ trễ hạn".
    """
    text = _OTHER_YEAR.sub(" ", text)
    if has_figure(text, rules):
        ruled_out = (*rules.limit.solved.hits(text), *rules.limit.counted.hits(text))
        return _stands(rules.limit.strong, text, ruled_out)
    cues = rules.limit.weak if weak else rules.limit.strong
    return _stands(cues, text, tuple(rules.limit.solved.hits(text)))


def _stands(cues: Phrases, text: str, solved: Iterable[Hit]) -> bool:
    """Tell whether a cue occurs that nothing in ``solved`` overlaps."""
    return any(
        not any(other.start < hit.end and hit.start < other.end for other in solved)
        for hit in cues.hits(text)
    )


def _is_order(text: str, rules: StatementRules) -> bool:
    """Tell whether a clause among tasks is one: an order or a duty, not a result."""
    if rules.task.past.found_in(text):
        return False
    return _verb_at_head(text, rules) or has_duty(text, rules.task)


def _verb_at_head(text: str, rules: StatementRules) -> bool:
    """Tell whether a verb opens the clause, or follows its lead "Trước mắt, "."""
    starts = (0,) if rules.heads.leads.at_start(text) else after_adverbials(text, rules.heads)[:2]
    return any(rules.task.verbs.at_start(text[start:]) for start in starts)


def _request(reading: Reading, start: int, end: int, rules: StatementRules) -> Verdict | None:
    request = request_in(reading, start, end, rules)
    if request is None:
        return None
    return Verdict(
        _TASK,
        request.start,
        ("task.request",),
        request.responsible,
        request.frame,
        named=request.named,
    )


def _in_section(
    reading: Reading, start: int, end: int, section: Section | None, rules: StatementRules
) -> Verdict | None:
    """Judge by the section, with a weak cue in the clause itself."""
    if section is None:
        return None
    text = reading.fold(start, end)
    if section.kind is _TASK and not _is_told(text, rules):
        actor = _actor(reading, start, end, rules)
        if actor or _is_order(text, rules):
            return Verdict(_TASK, start, ("section.task",), actor or section.responsible)
    if section.kind not in (_LIMIT, _CAUSE):
        return None
    if rules.cause.cues.found_in(text):
        return Verdict(_CAUSE, start, ("cause.cue",))
    if section.mixed and rules.cause.grounds.at_start(text) and is_limit(text, rules, weak=True):
        return Verdict(_CAUSE, start, ("cause.ground",))
    reason = section.kind is _CAUSE and rules.cause.weak.found_in(text)
    weak = is_limit(text, rules, weak=True) and not rules.task.verbs.at_start(text)
    if reason or weak or is_limit(text, rules) or _is_listed(reading, start, end, section, rules):
        return Verdict(section.kind, start, (f"section.{section.kind}",))
    return None


def _is_listed(
    reading: Reading, start: int, end: int, section: Section, rules: StatementRules
) -> bool:
    """Tell whether a clause without a cue is of the kind that the heading above it names.

    Under "Nguyên nhân" it says why by standing there. A result, an order, a figure and what
    is mended are something else, and a heading of two kinds does not tell which is meant.
    """
    text = reading.fold(start, end)
    actor = actor_at(reading, start, end, rules.task)
    ordered = (actor is not None and not actor.duty) or rules.task.verbs.at_start(text)
    if not section.lasting or section.mixed or ordered or has_figure(text, rules):
        return False
    limits, cause, results = rules.limit, rules.cause, rules.achievement
    told = rules.task.past.found_in(text) or results.cues.found_in(text)
    burdens = cause.burdens if section.kind is _CAUSE else None
    mended = limits.solved.found_in(text) or limits.done.found_in(text)
    return not (told or mended or has_duty(text, rules.task, burdens) or _is_speech(text, rules))


def _is_told(text: str, rules: StatementRules) -> bool:
    """Tell whether a clause among tasks tells: a result, a shortcoming, what someone asked."""
    lacking = is_limit(text, rules) and not rules.task.verbs.at_start(text)
    return lacking or rules.task.past.found_in(text) or _is_speech(text, rules)


def _is_speech(text: str, rules: StatementRules) -> bool:
    """Tell whether a clause begins with who asks, and what is asked cannot be parted from it."""
    speaker = rules.requests.leaders.at_start(text)
    near = " ".join(text[speaker:].split()[:_NEAR])
    return bool(speaker) and rules.requests.verbs.found_in(near)


def _actor(reading: Reading, start: int, end: int, rules: StatementRules) -> str:
    """Return the body that a clause calls to act, "" if none."""
    actor = duty_in(reading, start, end, rules) or actor_at(reading, start, end, rules.task)
    return actor.name if actor else ""


def _on_its_own(
    reading: Reading, start: int, end: int, section: Section | None, rules: StatementRules
) -> Verdict | None:
    """Judge by strong cues of the clause alone."""
    text = reading.fold(start, end)
    if rules.cause.cues.found_in(text):
        return Verdict(_CAUSE, start, ("cause.cue",))
    if is_limit(text, rules) and not rules.task.urges.at_start(text):
        return Verdict(_LIMIT, start, ("limit.cue",))
    if rules.task.ambitions.at_start(text):
        return Verdict(_TASK, start, ("task.ambition",))
    duty = duty_in(reading, start, end, rules)
    if duty and not _is_speech(text, rules):
        return Verdict(_TASK, start, ("task.duty",), duty.name)
    if section is not None and section.kind is not _ACHIEVEMENT:
        return None
    return _result(text, start, rules)


def _result(text: str, start: int, rules: StatementRules) -> Verdict | None:
    """Judge a clause that tells what was reached."""
    if rules.achievement.cancel.found_in(text) or has_duty(text, rules.task):
        return None
    if rules.model.found_in(text):
        return Verdict(_MODEL, start, ("model.cue",))
    hollow = tuple(rules.achievement.empty.hits(text))
    if _stands(rules.achievement.cues, text, hollow) and not text.startswith("đã "):
        return Verdict(_ACHIEVEMENT, start, ("achievement.cue",))
    return None
