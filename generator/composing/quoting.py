"""Statements of sources in print: one sentence each, spelled as the report spells.

In: ``Statement``s, whose span and quote stay as the source has them. Out: text. A wrong word is
mended where the right one is certain, and ``corrections_of`` tells which, since no report may
mend a source's words in silence; a statement with another slip is printed verbatim between
quotation marks.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import takewhile

from generator.composing.spelling import Spelling, spaced
from generator.extraction.statements.referents import POINTING
from generator.model.statement import Statement, StatementKind
from generator.vi.printing import short_date

_ENDS = (".", "!", "?", "…", "”")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DAY = re.compile(r"\d{1,2}([/.-])\d{1,2}$")
# "6 tháng đầu năm 2024, …", "Năm 2023, …": a newspaper's opening
_BARE_TIME = re.compile(
    r"((?:\d{1,2} tháng(?: đầu| cuối)? năm|Năm|Tháng \d{1,2} năm) 20\d\d), ", re.IGNORECASE
)
_MIN_WORDS = 8  # of a clause that says something by itself
# an ellipsis behind a list, with the marks around it: "đất đai… ", "tại nhà dân…, qua đó"
_AND_SO_ON = re.compile(r",?\s?…\.?(?=[\s,;)]|\Z)")
_CLAUSE = re.compile(r"[.;:] ")
_INNER = str.maketrans("“”", "‘’")


class Quoter:
    """Prints statements by one spelling; a report that is composed again asks for the same."""

    def __init__(self, spelling: Spelling) -> None:
        """Keep the spelling."""
        self._spelling = spelling
        self._sentences: dict[Statement, str] = {}

    def sentence(self, statement: Statement) -> str:
        """Return a statement as a sentence of its own, its due day with its year."""
        if statement not in self._sentences:
            self._sentences[statement] = self._sentence(statement)
        return self._sentences[statement]

    def _sentence(self, statement: Statement) -> str:
        text = self._chosen(statement)
        if self._is_foreign(text):
            return _verbatim(text)
        text = _told(self._spelling.corrected(text), statement)
        if statement.kind is StatementKind.TASK:
            text = _dated(_addressed(text, statement.responsible), statement)
        printed = _AND_SO_ON.sub(" v.v.", _timed(self._spelling.printed(text)))
        printed = printed[:1].upper() + printed[1:]
        return printed if printed.endswith(_ENDS) else f"{printed}."

    def verbatim(self, statement: Statement) -> str:
        """Return the words of a statement as its source has them, between quotation marks."""
        return _verbatim(statement.text.rstrip(" ;,:"))

    def corrections_of(self, statement: Statement) -> tuple[tuple[str, str], ...]:
        """Return the words that are mended where the statement is printed: (wrong, right)."""
        text = self._chosen(statement)
        if self._is_foreign(text):
            return ()
        told = ((POINTING, f"công tác {statement.referent}"),) if _points(text, statement) else ()
        return (*self._spelling.corrections_in(text), *told)

    def _chosen(self, statement: Statement) -> str:
        """Return the words of a statement that are printed, as the source has them."""
        text = statement.text.rstrip(" ;,:")
        return self._sound(text) if self._wrong(text) else text

    def _is_foreign(self, text: str) -> bool:
        """Tell whether words can stand in a report between quotation marks only."""
        return self._wrong(text) or not _ends_lists(self._spelling.printed(text))

    def _wrong(self, text: str) -> bool:
        """Tell whether a slip is left that nobody can mend for certain."""
        return self._spelling.has_slip(self._spelling.corrected(text))

    def _sound(self, text: str) -> str:
        """Return the clauses before the one with the slip, the whole where none stands alone."""
        clauses = text.split("; ")
        sound = list(takewhile(lambda clause: not self._wrong(clause), clauses))
        kept = "; ".join(sound)
        return kept if len(kept.split()) >= _MIN_WORDS else text

    def deadline(self, statement: Statement) -> str:
        """Return when a task is due, "trước ngày 15/8/2024"; "" where no day is told."""
        if not statement.deadline_text:
            return f"ngày {short_date(statement.deadline)}" if statement.deadline else ""
        words = statement.deadline_text
        return self._spelling.printed(_with_year(words, statement.deadline))

    def responsible(self, statement: Statement) -> str:
        """Return the body that has to act, "" where none is named."""
        return self._spelling.printed(statement.responsible)


def _ends_lists(text: str) -> bool:
    """Tell whether each ellipsis of a text ends a list: any other hides words of a sentence."""
    told = (_CLAUSE.split(part)[-1] for part in text.split("…")[:-1])
    return all("," in clause for clause in told) and len(_AND_SO_ON.findall(text)) == text.count(
        "…"
    )


def _points(text: str, statement: Statement) -> bool:
    """Tell whether the words of a statement point back to work that the source names before."""
    return bool(statement.referent) and POINTING in text


def _told(text: str, statement: Statement) -> str:
    """Return a text in which "công tác này" is called by its name."""
    if not _points(text, statement):
        return text
    return text.replace(POINTING, f"công tác {statement.referent}", 1)


def _timed(text: str) -> str:
    """Return a sentence that opens with a bare time as print has it: "Trong năm 2023, …"."""
    found = _BARE_TIME.match(text)
    return f"trong {found[1].lower()}{text[found.end(1) :]}" if found else text


def _verbatim(text: str) -> str:
    """Return the very words between quotation marks; quotes within become single ones."""
    inner = spaced(text.replace('"', "")).translate(_INNER)
    return f"“{inner.removesuffix('.')}”."


def _addressed(text: str, responsible: str) -> str:
    """Return a task that calls its body by its name: "những sở" as "các sở"."""
    rest = responsible.removeprefix("các ")
    if rest == responsible:
        return text
    return text.replace(f"những {rest}", f"các {rest}", 1).replace(
        f"Những {rest}", f"Các {rest}", 1
    )


def _dated(text: str, statement: Statement) -> str:
    """Return a task whose due day has the year that the source's own day gives it."""
    words = statement.deadline_text
    return text.replace(words, _with_year(words, statement.deadline), 1) if words else text


def _with_year(words: str, day: date | None) -> str:
    """Return the words of a due day with its year where they lack it."""
    if day is None or _YEAR.search(words):
        return words
    match = _DAY.search(words)
    if match:
        return f"{words}{match[1]}{day.year}"
    return f"{words} {day.year}" if words.endswith("năm") else f"{words} năm {day.year}"
