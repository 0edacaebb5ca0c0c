"""Lineage as JSON: every fact with its sentence, every figure with its computation.

The text travels inside the rendered files, so that a number on a page can be
followed back without the program's cache.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from generator.facts.records import Record, plain, record_of
from generator.model.fact import Fact
from generator.model.figure import Figure
from generator.model.source_text import SourceInfo

FORMAT = "soket-lineage"
VERSION = 1


def lineage_json(
    figures: Iterable[Figure], facts: Iterable[Fact], infos: Mapping[str, SourceInfo]
) -> str:
    """Return the lineage of a report as JSON text; equal inputs give equal text.

    Keys: ``format``, ``version``, ``sources`` (those with a fact, in the order of
    ``infos``), ``facts`` (public form, with ``id``, ``printed``, ``number_start``
    and ``rules``) and ``figures`` (``value`` in ``unit``, ``decimals`` to print,
    ``formula`` of a computed one, ``inputs`` as fact ids). Facts that a figure
    rests on are added where they are missing; each fact and figure comes once.
    """
    unique_figures = {figure.id: figure for figure in figures}
    resting = (fact for figure in unique_figures.values() for fact in figure.inputs)
    unique_facts = {fact.id: fact for fact in (*facts, *resting)}
    docs = {fact.source.doc for fact in unique_facts.values()}
    content = {
        "format": FORMAT,
        "version": VERSION,
        "sources": [_source(info) for doc, info in infos.items() if doc in docs],
        "facts": [_fact(fact) for fact in unique_facts.values()],
        "figures": [_figure(figure) for figure in unique_figures.values()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _source(info: SourceInfo) -> Record:
    """Return what a reader needs to find a source again."""
    return {
        "id": info.id,
        "title": info.title,
        "publisher": info.publisher,
        "published": info.published.isoformat() if info.published else None,
        "url": info.url,
        "path": info.path,
    }


def _fact(fact: Fact) -> Record:
    """Return a fact with its name, its printed form and the rules that made it."""
    return {
        "id": fact.id,
        **record_of(fact),
        "printed": fact.printed,
        "number_start": fact.number_start,
        "rules": list(fact.rules),
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
