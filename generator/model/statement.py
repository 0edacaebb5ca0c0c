"""Sentences of a source that say something without measuring it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.fact import Source
from generator.model.period import Period


class StatementKind(StrEnum):
    """The part of a report where a statement belongs."""

    ACHIEVEMENT = "achievement"
    LIMIT = "limit"
    CAUSE = "cause"
    TASK = "task"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its source span.

    ``text`` is the clause as the source has it: white space folded; a leading list
    mark, ordinal, connective, topic or long purpose left out, and so is who asks for
    a task. ``source`` spans what is left. ``theme`` is an indicator
    group id or "general"; ``deadline`` and ``deadline_text`` the day a task is
    due, where the source gives one; ``responsible`` the body that has to act.
    ``speaker`` is who asks, concludes or judges, by office and name as far as the source
    tells ("Phó Thủ tướng Trần Lưu Quang", "các đại biểu"), "" where that is not certain;
    ``is_part`` says that the source ties it to what stands before it by "trong đó";
    ``referent`` is what the source means by "công tác này", in its own words, "" where the
    text does not point back;
    ``basis`` the act whose words the source says it reports ("Thông báo 437/TB-VPCP").
    ``told`` is the time that the paragraph of a result names before it, None where it names
    none or goes on with "đến nay".
    """

    kind: StatementKind
    text: str
    place: str
    theme: str
    source: Source
    deadline: date | None = None
    deadline_text: str = ""
    responsible: str = ""
    rules: tuple[str, ...] = ()
    speaker: str = ""
    basis: str = ""
    is_part: bool = False
    referent: str = ""
    told: Period | None = None
