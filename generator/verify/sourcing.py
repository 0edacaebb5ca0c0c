"""The last ground: the facts of a file against its sources, read again.

A file proves itself by the facts that it carries; whoever forges facts and text alike is
found only here. Each quote must stand in its document letter for letter, and each fact be
what the rules read there, or what a person decided, today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.facts.lineage import fact_record, source_record
from generator.model.fact import Fact
from generator.model.source_text import SourceText
from generator.model.statement import Statement
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection

SOURCE = "số liệu: đối chiếu nguồn"
_OF_SOURCE = ("title", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Sources:
    """What documents say: their texts and descriptions by id, facts by id, statements."""

    texts: Mapping[str, str]
    infos: Mapping[str, Record]
    facts: Mapping[str, Record]
    statements: frozenset[tuple[str, str]]

    @classmethod
    def of(
        cls, texts: Iterable[SourceText], facts: Iterable[Fact], statements: Iterable[Statement]
    ) -> Sources:
        """Return documents with all that was read in them."""
        known = tuple(texts)
        return cls(
            {one.info.id: one.text for one in known},
            {one.info.id: source_record(one.info) for one in known},
            {fact.id: fact_record(fact) for fact in facts},
            frozenset((one.source.doc, one.text) for one in statements),
        )


def source_objections(lineage: Lineage, sources: Sources) -> Iterator[Objection]:
    """Yield an objection for each document, fact and statement that the sources do not bear out."""
    for document in lineage.documents:
        yield from _document(document, sources)
    for fact in lineage.facts.values():
        reason = _misquoted(fact, sources) or _misread(fact, sources)
        if reason:
            yield Objection(SOURCE, reason, f"fact {fact['id']}")
    for statement in lineage.statements:
        doc, text = str(statement["source"]["doc"]), str(statement["text"])
        if doc in sources.texts and (doc, text) not in sources.statements:
            yield Objection(SOURCE, f"{doc} does not say “{shortened(text)}”", "statement")
    read = {str(reading["doc"]) for reading in lineage.readings} & sources.texts.keys()
    said = {doc: " ".join(sources.texts[doc].split()) for doc in read}
    for reading in lineage.readings:
        doc, words = str(reading["doc"]), str(reading["quote"])
        if doc in said and words not in said[doc]:
            yield Objection(SOURCE, f"{doc} does not say “{shortened(words)}”", "reading")


def _document(document: Record, sources: Sources) -> Iterator[Objection]:
    """Yield an objection to a document that is not there, or is another."""
    doc = str(document["id"])
    info = sources.infos.get(doc)
    if info is None:
        message = f"the source {document.get('path') or doc} is not in the project"
        yield Objection(SOURCE, message, doc)
        return
    for key in _OF_SOURCE:
        if (document.get(key) or None) != (info.get(key) or None):
            message = f"its {key} is {info.get(key)!r}, not {document.get(key)!r}"
            yield Objection(SOURCE, message, doc)


def _misquoted(fact: Record, sources: Sources) -> str:
    """Return why a quote is not that of its document, "" where it is."""
    source = fact["source"]
    text = sources.texts.get(str(source["doc"]))
    if text is None:
        return f"its source {source['doc']} is not in the project"
    if text[int(source["start"]) : int(source["end"])] != source["quote"]:
        return f"{source['doc']} does not have “{shortened(str(source['quote']))}” at its place"
    return ""


def _misread(fact: Record, sources: Sources) -> str:
    """Return what the rules read otherwise; what a person took out is read by none."""
    if (fact.get("review") or {}).get("decision") == "exclude":
        return ""
    again = sources.facts.get(str(fact["id"]))
    if again is None:
        return f"the source does not tell {fact['value']} {fact['unit']} as {fact['indicator']}"
    keys = [key for key in again if again[key] != fact.get(key) and not _dropped(fact, key)]
    return f"the source tells another {', '.join(keys)}" if keys else ""


def _dropped(fact: Record, key: str) -> bool:
    """Tell whether a fact goes without the change that its source prints, as reports may do.

    A report leaves it out where it computes the change itself or where its base is of another
    area. That this one had to is proved where the report is composed anew.
    """
    return key == "change" and fact[key] is None
