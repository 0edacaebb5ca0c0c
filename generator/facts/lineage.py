"""Lineage as JSON: every fact with its sentence, every figure with its computation.

The text travels inside the rendered files, so that a number on a page can be
followed back without the program's cache.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from generator.facts.records import Record, plain, record_of
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.review import Review
from generator.model.source_text import SourceInfo

FORMAT = "soket-lineage"
VERSION = 1


def lineage_json(
    figures: Iterable[Figure],
    facts: Iterable[Fact],
    infos: Mapping[str, SourceInfo],
    about: Mapping[str, object] | None = None,
) -> str:
    """Return the lineage of a report as JSON text; equal inputs give equal text.

    Keys: ``format``, ``version``, ``sources`` (those with a fact, in the order of
    ``infos``), ``facts`` (public form, with ``id``, ``printed``, ``number_start``
    and ``rules``) and ``figures`` (``value`` in ``unit``, ``decimals`` to print,
    ``formula`` of a computed one, ``inputs`` as fact ids). Facts that a figure
    rests on are added where they are missing; each fact and figure comes once.
    The keys of ``about`` follow; ``digest`` is that of all that stands before it.
    """
    unique_figures = {figure.id: figure for figure in figures}
    resting = (fact for figure in unique_figures.values() for fact in figure.inputs)
    unique_facts = {fact.id: fact for fact in (*facts, *resting)}
    docs = {fact.source.doc for fact in unique_facts.values()}
    content: Record = {
        "format": FORMAT,
        "version": VERSION,
        "sources": [source_record(info) for doc, info in infos.items() if doc in docs],
        "facts": [fact_record(fact) for fact in unique_facts.values()],
        "figures": [_figure(figure) for figure in unique_figures.values()],
        **(about or {}),
    }
    content["digest"] = digest(content)
    return _by_lines(content)


def with_part(text: str, key: str, value: object) -> str:
    """Return a lineage text with one more part, and the digest of all."""
    content = {name: part for name, part in json.loads(text).items() if name != "digest"}
    content[key] = value
    content["digest"] = digest(content)
    return _by_lines(content)


def _by_lines(content: Record) -> str:
    """Return JSON text with a line for each record: half the size of a full indent."""
    keys = (f" {_dumped(key)}: {_lines(value)}" for key, value in content.items())
    return "{\n" + ",\n".join(keys) + "\n}\n"


def _lines(value: object) -> str:
    """Return one value of the lineage, a list of records over several lines."""
    if not isinstance(value, list) or not value:
        return _dumped(value)
    return "[\n" + ",\n".join(f"  {_dumped(item)}" for item in value) + "\n ]"


def _dumped(value: object) -> str:
    """Return compact JSON in plain Vietnamese letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def digest(content: Mapping[str, object]) -> str:
    """Return the digest of a lineage's canonical form, its own ``digest`` left out."""
    rest = {key: value for key, value in content.items() if key != "digest"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2s(text.encode(), digest_size=16).hexdigest()


def source_record(info: SourceInfo) -> Record:
    """Return what a reader needs to find a source again."""
    return {
        "id": info.id,
        "title": info.title,
        "publisher": info.publisher,
        "published": info.published.isoformat() if info.published else None,
        "url": info.url,
        "path": info.path,
    }


def fact_record(fact: Fact) -> Record:
    """Return a fact with its name, its printed form and the rules that made it.

    A reviewed one has ``review``: what was decided, by whom, when, why, and in ``was``
    the fact as the source gives it where it was corrected.
    """
    record: Record = {
        "id": fact.id,
        **record_of(fact),
        "printed": fact.printed,
        "number_start": fact.number_start,
        "rules": list(fact.rules),
    }
    return record if fact.review is None else {**record, "review": review_record(fact.review)}


def review_record(review: Review) -> Record:
    """Return a decision of a person."""
    return {
        "decision": review.decision.value,
        "who": review.who,
        "when": review.when.isoformat(),
        "why": review.why,
        "was": None if review.was is None else fact_record(review.was),
    }


def _figure(figure: Figure) -> Record:
    """Return a figure with its computation."""
    return {
        "id": figure.id,
        "value": plain(figure.value),
        "unit": figure.unit,
        "decimals": figure.decimals,
        "approx": figure.approx.value if figure.approx else None,
        "part": figure.part,
        "formula": figure.formula,
        "inputs": [fact.id for fact in figure.inputs],
        "label": figure.label,
        "printed": figure.printed,
    }
