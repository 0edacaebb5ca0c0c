"""Proves that every number a finished report prints is one of its own.

In: the bytes of a DOCX, PDF or HTML file. Out: objections. The file is read by readers
of its own, held word by word against what its lineage says that it prints, and that
again against the facts: each marked number is printed anew, each formula computed anew,
each other number must be numbering, date, legal reference or a source's own word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.verify.adding import adding_objections
from generator.verify.agreeing import agreeing_objections
from generator.verify.beside import beside_objections
from generator.verify.bookmarks import bookmark_objections
from generator.verify.boxes import box_objections, marked_objections
from generator.verify.changes import change_objections
from generator.verify.chart_words import chart_word_objections
from generator.verify.charts import chart_objections
from generator.verify.citations import citing_objections
from generator.verify.columns import column_objections
from generator.verify.comparing import (
    TEXT,
    Stream,
    Unit,
    Walk,
    heads_of,
    in_sequence,
    pages_in_sequence,
)
from generator.verify.contents import contents_objections
from generator.verify.conventions import convention_objections
from generator.verify.counted import counted_objections
from generator.verify.declaring import declared_objections
from generator.verify.denying import denial_objections
from generator.verify.direction import direction_objections
from generator.verify.doubting import doubting_objections
from generator.verify.extremes import extreme_objections
from generator.verify.framing import framing_objections
from generator.verify.furnishing import furnishing_objections
from generator.verify.grounds import ground_objections
from generator.verify.lineage import Lineage, Record
from generator.verify.naming import naming_objections
from generator.verify.noting import noting_objections
from generator.verify.objection import Objection
from generator.verify.parting import parting_objections
from generator.verify.pointing import pointing_objections
from generator.verify.printed import misprint
from generator.verify.quoting import quoting_objections
from generator.verify.ranks import rank_objections
from generator.verify.reading import read_file
from generator.verify.reading.text import NOTE, FileText, Piece
from generator.verify.rechecking import rechecking_objections
from generator.verify.reserving import reserving_objections
from generator.verify.roles import roles_of
from generator.verify.stating import stating_objections
from generator.verify.surroundings import surrounding_objections
from generator.verify.tables import table_objections
from generator.verify.unmarked import place_of, unmarked_objections
from generator.verify.upheld import upheld_objections
from generator.verify.whereabouts import placed, told_all
from generator.verify.wholly import whole_objections

MISPRINT = "số liệu: in sai"
UNSEEN = "số liệu: nội dung ẩn"
UNHELD = "số liệu: phông chữ"


def check_figures(data: bytes, name: str) -> tuple[Objection, ...]:
    """Return what is wrong with the numbers of a file; nothing where all are proved.

    Raises UsageError for a file of another kind, InputError for one that cannot be
    read or carries no facts.
    """
    return check_files({name: data})[name]


def check_files(files: Mapping[str, bytes]) -> dict[str, tuple[Objection, ...]]:
    """Return what is wrong with the numbers of files, by name.

    Files of one report carry the same facts, which are proved once. Raises as
    ``check_figures`` does.
    """
    known: dict[tuple[str, bool], tuple[Objection, ...]] = {}
    found = {}
    for name, data in files.items():
        text = read_file(data, name)
        lineage = Lineage.parse(text.lineage, name)
        key = (lineage.digest, lineage.is_whole)
        if key not in known:
            known[key] = tuple(_of_lineage(lineage))
        wrong = (*_of_file(text, lineage), *known[key])
        found[name] = tuple(dict.fromkeys(told_all(wrong, lineage)))
    return found


def _of_file(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield what differs between a file and what its lineage says that it prints."""
    yield from _running(text, lineage)
    yield from table_objections(text, lineage.printed)
    yield from column_objections(text, lineage.printed)
    yield from bookmark_objections(text, lineage.printed)
    yield from chart_objections(text.charts, lineage.printed, lineage)
    yield from surrounding_objections(text, lineage)
    yield from declared_objections(text, lineage)
    yield from (Objection(UNSEEN, f"the file holds {one.text}", one.where) for one in text.unseen)
    yield from (
        Objection(UNHELD, f"what they show is not proved of {one.text}", one.where)
        for one in text.unheld
    )
    yield from parting_objections(text)
    yield from marked_objections(text, lineage)
    yield from box_objections(text, lineage)


def _of_lineage(lineage: Lineage) -> Iterator[Objection]:
    """Yield what differs between the facts and what the lineage says that is printed."""
    yield from ground_objections(lineage)
    yield from _misprints(lineage)
    yield from reserving_objections(lineage)
    yield from unmarked_objections(lineage.printed, lineage)
    yield from beside_objections(lineage.printed, lineage)
    yield from direction_objections(lineage)
    yield from extreme_objections(lineage)
    yield from counted_objections(lineage)
    yield from denial_objections(lineage)
    yield from adding_objections(lineage)
    yield from framing_objections(lineage)
    yield from quoting_objections(lineage)
    yield from citing_objections(lineage)
    yield from convention_objections(lineage)
    yield from pointing_objections(lineage)
    yield from naming_objections(lineage)
    yield from change_objections(lineage)
    yield from chart_word_objections(lineage)
    yield from rank_objections(lineage)
    yield from stating_objections(lineage)
    yield from whole_objections(lineage)
    yield from agreeing_objections(lineage)
    yield from upheld_objections(lineage)
    yield from noting_objections(lineage)
    yield from doubting_objections(lineage)
    yield from rechecking_objections(lineage)


def _running(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield what differs in body, notes and their numbering."""
    units = lineage.printed
    body = [unit for unit in units if unit["kind"] not in ("note", "chart")]
    notes = [unit for unit in units if unit["kind"] == "note"]
    told = not notes or any(unit.get("notes") for unit in units)
    is_paper = text.form == "pdf"
    walk = _walked(text.body, body, with_notes=told, broken=is_paper)
    yield from placed(walk, body, lineage)
    yield from contents_objections(text, walk.contents, units)
    yield from furnishing_objections(walk.leads, body)
    below = _walked(text.notes, notes, with_notes=told, broken=is_paper)
    yield from placed(below, notes, lineage)
    if text.form != "docx":  # Word counts its notes itself
        yield from in_sequence(text.note_marks, "the note mark")
        yield from in_sequence(text.note_heads, "the note number")
        if len(text.note_marks) != len(notes):
            message = f"{len(text.note_marks)} note marks stand in the text, not {len(notes)}"
            yield Objection(TEXT, message, "chú thích")
    if text.form == "pdf":
        yield from pages_in_sequence(text.pages)
    elif text.form == "docx":
        yield from _first_pages(text.pages)


def _first_pages(pages: Sequence[Piece]) -> Iterator[Objection]:
    """Yield an objection to a stored page number: page 2 is the first that has one."""
    for piece in pages:
        if piece.text not in ("", "2"):
            message = f"the stored page number is {piece.text!r}, not '2'"
            yield Objection(TEXT, message, piece.where)


def _walked(
    pieces: Sequence[Piece], units: Sequence[Record], *, with_notes: bool, broken: bool
) -> Walk:
    """Return the walk over some pieces, done; an older file does not tell where marks stand."""
    wanted = [
        Unit(_with_notes(unit), str(unit["kind"]), roles)
        for unit, roles in zip(units, roles_of(units), strict=True)
    ]
    walk = Walk(Stream(pieces, with_notes=with_notes), heads_of(units), broken)
    walk.run(wanted)
    return walk


def _with_notes(unit: Record) -> str:
    """Return the text of a unit with the marks of its notes."""
    text = str(unit["text"])
    for at in reversed(unit.get("notes", ())):
        text = text[:at] + NOTE + text[at:]
    return text


def _misprints(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each marked number that is not the printed form of its figure."""
    for unit in lineage.printed:
        for text, name in _printed_figures(unit):
            figure = lineage.figures.get(name)
            reason = misprint(text, figure, lineage) if figure else "the file has no such figure"
            if reason:
                yield Objection(MISPRINT, f"“{text}” ({name}): {reason}", place_of(unit))


def _printed_figures(unit: Record) -> Iterator[tuple[str, str]]:
    """Yield the printed forms of a unit with their figure ids."""
    for start, end, name in unit.get("marks", ()):
        yield str(unit["text"])[start:end], name
    for series in unit.get("series", ()):
        pairs = zip(series["labels"], series["figures"], strict=True)
        yield from ((label, name) for label, name in pairs if name)
