"""Texts without a citation of their own: they rest on the sources that were cited last.

A report cites a source once and goes on without a note as long as it tells of the same one.
So the figures of a paragraph without a note are of the documents in the last note above, its
statements of one of them; where no note stands above, of those that the report says to be
taken from. Likewise each table and chart has a line of sources where others of its report have.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.verify.citations import CITED, Docs, Evidence, documents_of, named_in
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of


def following_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each text and drawing whose source a reader cannot know."""
    body = _body(lineage.printed)
    evidence = Evidence.of(lineage)
    last = frozenset(doc for unit in body for doc in _taken(unit, lineage))
    for at, unit in enumerate(body):
        if unit["kind"] != "paragraph":
            continue
        cited = _cited_below(body, at, lineage)
        if cited:
            last = cited
            continue
        needed, said = documents_of(unit, evidence, lineage)
        if last and (not needed <= last or (said and not needed and not said & last)):
            message = f"no note cites the source of “{shortened(str(unit['text']))}”"
            yield Objection(CITED, message, place_of(unit))
    yield from _lines(body)


def _body(units: Sequence[Record]) -> Sequence[Record]:
    """Return what stands before the appendices, whose rows name their sources themselves."""
    first = next((at for at, one in enumerate(units) if one["kind"] == "appendix"), len(units))
    return units[:first]


def _taken(unit: Record, lineage: Lineage) -> Docs:
    """Return the documents that a sentence says the report is taken from."""
    return named_in(unit, lineage) if unit["kind"] == "paragraph" else frozenset()


def _cited_below(body: Sequence[Record], at: int, lineage: Lineage) -> Docs:
    """Return the documents that the notes of a paragraph cite, none for mere remarks."""
    found: Docs = frozenset()
    for unit in body[at + 1 :]:
        if unit["kind"] != "note":
            break
        found |= named_in(unit, lineage)
    return found


def _lines(body: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each table or chart with figures and without a line of sources."""
    drawn: dict[str, Record] = {}
    sourced: set[str] = set()
    name = ""
    for unit in body:
        if unit["kind"] == "source":
            sourced.add(name)
            continue
        name = str(unit.get("table") or (unit["kind"] == "chart" and unit["id"]) or "") or name
        if name and (unit.get("marks") or unit["kind"] == "chart"):
            drawn.setdefault(name, unit)
    for one, unit in drawn.items():
        if sourced and one not in sourced:
            yield Objection(CITED, "no line below it names its source", place_of(unit))
