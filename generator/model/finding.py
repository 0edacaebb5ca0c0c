"""What the checks found: contradictions, doubts and remarks about facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.fact import Fact, Source, docs_of
from generator.model.figure import Figure
from generator.model.review import Review


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    ``rule`` is the stable name of the check; ``message`` is the sentence for the
    report, in Vietnamese; ``computation`` shows the arithmetic, in Vietnamese
    number format; ``facts`` are all facts involved and ``used`` the one that the
    report relies on, None where the report uses all as printed; ``figures`` are
    the computed numbers that the sentence tells; ``quotes`` are sentences of the
    sources that it rests on and that are no facts. What is about a sentence of which no
    fact was made has no facts; ``review`` is the decision of a person to go without it.
    ``is_open``: nothing tells which of the facts is wrong, whichever the report relies on.
    """

    rule: str
    severity: Severity
    message: str
    computation: str
    facts: tuple[Fact, ...]
    used: Fact | None = None
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Source, ...] = ()
    is_open: bool = False
    review: Review | None = None

    @property
    def doubted(self) -> tuple[Fact, ...]:
        """Return the facts that a reader is to be warned of, wherever they are told."""
        return self.facts if self.is_open or self.used is None else (self.used,)

    @property
    def source(self) -> Source:
        """Return the first words of a source that it is about."""
        return self.facts[0].source if self.facts else self.quotes[0]

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the documents that it is about, each once."""
        quoted = (one.doc for one in self.quotes)
        return tuple(dict.fromkeys((*docs_of(self.facts), *quoted)))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A remark of the program on its own work, for the build summary (English)."""

    severity: Severity
    message: str
    location: str = ""
