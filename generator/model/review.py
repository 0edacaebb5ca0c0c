"""What a person decided about a fact, as it travels with it to the appendix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.fact import Fact, Source


class Decision(StrEnum):
    """What can be decided about a fact."""

    CORRECT = "correct"  # the source says it, but it is known to be otherwise
    EXCLUDE = "exclude"  # the fact is left out
    ADD = "add"  # the source says it, but it was not found
    USE = "use"  # the report uses this one of several, or this one as it stands


@dataclass(frozen=True, slots=True)
class Review:
    """One decision: who took it, on which day, and why.

    ``was`` is a corrected fact as the source gives it, None for other decisions.
    """

    decision: Decision
    who: str
    when: date
    why: str
    was: Fact | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence of which no fact is made, and the decision to go without it."""

    words: Source
    review: Review


def sentence_id(words: Source) -> str:
    """Return what a sentence is called beside the ids of facts."""
    return f"{words.doc}@{words.start}-{words.end}"
