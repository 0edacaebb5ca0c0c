"""Frozen form of a report config: what the later stages get."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from generator.catalogue import Place
from generator.model.period import Period


class Scope(StrEnum):
    """How the places of a config are spread over documents."""

    COMBINED = "combined"
    EACH = "each"


class Comparison(StrEnum):
    """What "so với" compares a period with."""

    SAME_PERIOD_LAST_YEAR = "same-period-last-year"
    PREVIOUS_PERIOD = "previous-period"
    PREVIOUS_YEAR = "previous-year"


class Windows(StrEnum):
    """Which days the name of a period means; the values are those of ``SourceInfo.window``."""

    CALENDAR = "calendar"
    DECREE_09 = "decree-09"


class Format(StrEnum):
    """File formats of a report; the value is also the file suffix."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class LetterheadConfig:
    """Boxes 1 to 4 of Nghị định 30/2020/NĐ-CP as the config gives them.

    ``issuer`` may hold a line end for a wanted break; ``number`` is the text after
    "Số: "; ``name`` is the issuer inside a sentence, "" where it is not told. ``dated``
    tells that the date was given and is not just the end of the periods.
    """

    superior: str
    issuer: str
    number: str
    place: str
    date: date
    name: str = ""
    dated: bool = True

    @property
    def given(self) -> dt.date | None:
        """Return the date that was given, None where it only follows from the periods."""
        return self.date if self.dated else None


@dataclass(frozen=True, slots=True)
class SignatureConfig:
    """Boxes 7a and 7b: ``authority`` may hold a line end, ``name`` may be empty."""

    authority: str
    position: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportConfig:
    """One checked report config.

    ``name`` is the file name without suffix and names the outputs; ``root`` is
    the project folder; ``places`` are central bodies, then provinces, each in alphabet
    order, never the nation, which ``nation`` turns on; relative periods are resolved, and names of
    periods stand for their windows where ``windows`` says so. ``title``
    and ``subject`` are "" where the template's own hold. ``index`` is the only indicator
    that the report tells, "" for all; ``marked`` are the places that its charts mark;
    ``reference_docx`` is the office's own file whose styles win, None for ours;
    ``compare_asked`` tells that the config names what is compared with.
    """

    file: str
    name: str
    root: Path
    template: str
    scope: Scope
    places: tuple[Place, ...]
    nation: bool
    periods: tuple[Period, ...]
    compare: tuple[Comparison, ...]
    sources: tuple[Path, ...]
    letterhead: LetterheadConfig
    signature: SignatureConfig
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]
    title: str
    subject: str
    contents: bool
    formats: tuple[Format, ...]
    windows: Windows = Windows.CALENDAR
    index: str = ""
    marked: tuple[Place, ...] = ()
    reference_docx: Path | None = None
    compare_asked: bool = False
