"""Checks a DOCX or PDF, also a foreign one, against the layout of Nghị định 30/2020/NĐ-CP.

The readers see the file by its parts alone; nothing of what renders is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.sources.limits import read_bytes, unreadable
from generator.verify.layout.checks.ending import check_appendices, check_end, check_signature
from generator.verify.layout.checks.head import check_forms, check_lines, check_places
from generator.verify.layout.checks.letters import check_components, check_letters
from generator.verify.layout.checks.pages import check_page_numbers, check_pages
from generator.verify.layout.checks.text import check_body
from generator.verify.layout.parts import parts_of
from generator.verify.layout.rules import Rules, load_rules
from generator.verify.layout.seen import Layout
from generator.verify.objection import Objection

_CHECKS = (
    check_pages,
    check_page_numbers,
    check_letters,
    check_components,
    check_places,
    check_lines,
    check_forms,
    check_body,
    check_end,
    check_signature,
    check_appendices,
)
_PDF = b"%PDF-"
_ZIP = b"PK"
_SCREEN = (".html", ".htm")


def check_layout(path: Path, rules: Rules | None = None) -> tuple[Objection, ...]:
    """Return what breaks the layout rules in a DOCX or PDF, in the order of the rules.

    An HTML page has no sheet of paper, so nothing is wrong with it. ``rules`` are the
    shipped ones by default. The same fault in many places is one
    objection that names the first place. Raises InputError for a file that cannot
    be read or is neither format.
    """
    table = rules or load_rules()
    layout = _read(path)
    if layout is None:
        return ()
    parts = parts_of(layout, table.words)
    return _joined(found for check in _CHECKS for found in check(layout, parts, table))


def _read(path: Path) -> Layout | None:
    """Return what a file shows, by its first bytes, None for HTML. Raises InputError."""
    data, file = read_bytes(path), path.as_posix()
    if _PDF in data[:1024]:
        from generator.verify.layout.pdf.reader import read_pdf

        return read_pdf(data, file)
    if data.startswith(_ZIP):
        from generator.verify.layout.word.reader import read_word

        return read_word(data, file)
    if path.suffix.lower() in _SCREEN:
        return None
    problem = "the layout of this file cannot be checked"
    raise unreadable(file, problem, expected="a DOCX or a PDF", hint="")


def _joined(objections: Iterable[Objection]) -> tuple[Objection, ...]:
    """Return objections without repetition: the same fault names its first place."""
    places: dict[tuple[str, str], list[Objection]] = {}
    for one in objections:
        places.setdefault((one.rule, one.message), []).append(one)
    return tuple(
        first[0] if len(first) == 1 else replace(first[0], where=_many(first))
        for first in places.values()
    )


def _many(same: list[Objection]) -> str:
    """Return the first of several places and how many there are."""
    more = len({one.where for one in same}) - 1
    return f"{same[0].where} and {more} more" if more else same[0].where
