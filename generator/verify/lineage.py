"""The lineage of a file as the judge holds it: facts, figures, and what is printed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.errors import InputError, Location
from generator.facts.lineage import FORMAT, digest
from generator.verify.objection import Objection

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lineage:
    """What a file says of its numbers; records as ``facts.json`` has them, by id.

    ``own_ways`` are what the template of an office does otherwise than the shipped ones.
    ``digest`` is that of the content, ``is_whole`` tells that the file says so, too.
    """

    facts: Mapping[str, Record]
    figures: Mapping[str, Record]
    sources: Mapping[str, Record]
    indicators: Mapping[str, Record]
    places: Mapping[str, tuple[str, ...]]
    locations: Mapping[str, str]
    sentences: Mapping[str, str]
    report: Record
    documents: tuple[Record, ...]
    words: tuple[str, ...]
    targets: tuple[Record, ...]
    statements: tuple[Record, ...]
    findings: tuple[Record, ...]
    readings: tuple[Record, ...]
    printed: tuple[Record, ...]
    own_ways: frozenset[Objection]
    digest: str
    is_whole: bool

    @classmethod
    def parse(cls, text: str, name: str) -> Lineage:
        """Read the lineage text of the file ``name``.

        ``is_whole`` tells that its digest is that of its content. Raises InputError
        where it is no lineage, or one of a version that told less.
        """
        where = Location(name)
        try:
            tree = json.loads(text)
        except ValueError as exc:
            raise InputError(f"the facts in the file are broken: {exc}", location=where) from exc
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            raise InputError("the data in the file are no facts of soket", location=where)
        if "printed" not in tree:
            raise InputError(
                "the file does not say what it prints: it was built by an older soket",
                location=where,
                hint="build it again",
            )
        return cls._of(tree)

    @classmethod
    def _of(cls, tree: Record) -> Lineage:
        """Return the lineage of a tree of the right form."""
        return cls(
            facts=_by_id(tree, "facts"),
            figures=_by_id(tree, "figures"),
            sources=_by_id(tree, "sources"),
            indicators=dict(tree.get("indicators", {})),
            places={slug: tuple(names) for slug, names in tree.get("places", {}).items()},
            locations=dict(tree.get("locations", {})),
            sentences=dict(tree.get("sentences", {})),
            report=dict(tree.get("report", {})),
            documents=tuple(tree.get("documents", ())),
            words=tuple(tree.get("words", ())),
            targets=tuple(tree.get("targets", ())),
            statements=tuple(tree.get("statements", ())),
            findings=tuple(tree.get("findings", ())),
            readings=tuple(tree.get("readings", ())),
            printed=tuple(tree["printed"]),
            own_ways=frozenset(map(Objection.of, tree.get("own_ways", ()))),
            digest=(own := digest(tree)),
            is_whole=tree.get("digest") == own,
        )

    def inputs(self, figure: Record) -> tuple[Record, ...]:
        """Return the facts that a figure rests on, as far as the file has them."""
        return tuple(self.facts[name] for name in figure.get("inputs", ()) if name in self.facts)

    def measured(self, facts: Sequence[Record]) -> frozenset[str]:
        """Return the indicators of facts, and the rates that their counts give."""
        own = frozenset(str(fact["indicator"]) for fact in facts)
        rates = ((name, one.get("rate_of", ())[:1]) for name, one in self.indicators.items())
        return own | {name for name, part in rates if own.issuperset(part) and part}


def _by_id(tree: Record, part: str) -> dict[str, Record]:
    """Return the records of one part by their id, in their order."""
    return {str(one["id"]): one for one in tree.get(part, ())}


def decimal(value: object) -> Decimal:
    """Return a number of a record. Raises ArithmeticError for what is none."""
    return Decimal(str(value))
