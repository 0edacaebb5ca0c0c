"""A rank behind a score: "đạt 80,5 điểm, xếp thứ 12/63" is the rank of that index alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Language, load_language
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

RANKED = "số liệu: hạng của chỉ số khác"
_BARE = re.compile(r"(?:thứ|hạng) \Z")
_NAMED = re.compile(r"\s{0,2}về ")
_SENTENCE = re.compile(r"\.(?=\s)")
_TEXTS = ("paragraph", "note", "key-remark")


@dataclass(frozen=True, slots=True)
class _Ranks:
    """The index of each score and rank, and what a rank is called by its own name."""

    index_of: Mapping[str, str]
    names_of: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, language: Language) -> _Ranks:
        """Collect the pairs of the language data."""
        pairs = language.relations.pairs
        index_of = {name: pair.score for pair in pairs for name in (pair.score, pair.rank)}
        told = {pair.rank: language.phrases.get(pair.rank) for pair in pairs}
        names_of = {
            rank: (phrase.noun.lower(), phrase.short.lower())
            for rank, phrase in told.items()
            if phrase is not None
        }
        return cls(index_of, names_of)


def rank_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each bare rank that follows the score of another index.

    Bare: neither "về Chỉ số …" behind it nor its own name before it tells what it is of.
    """
    ranks = _Ranks.of(load_language())
    for unit in lineage.printed:
        if unit["kind"] in _TEXTS:
            yield from _misplaced(unit, lineage, ranks)


def _misplaced(unit: Record, lineage: Lineage, ranks: _Ranks) -> Iterator[Objection]:
    """Yield an objection for each rank of a text that seems to be one of another index."""
    text = str(unit["text"]).replace("\u00a0", " ")
    near, told_at = "", 0
    for start, end, name in unit.get("marks", ()):
        indicator = _indicator(name, lineage)
        between = text[told_at:start]
        near = "" if _SENTENCE.search(between) else near
        own = ranks.index_of.get(indicator, "")
        named = any(one in between.lower() for one in ranks.names_of.get(indicator, ()))
        bare = _BARE.search(between) and not _NAMED.match(text, end) and not named
        if indicator in ranks.names_of and bare and near not in ("", own):
            message = f"“{shortened(text[told_at:end])}” is a rank of {indicator}, behind {near}"
            yield Objection(RANKED, message, place_of(unit))
        if own:
            near, told_at = own, end


def _indicator(name: str, lineage: Lineage) -> str:
    """Return the one indicator that a figure is of, "" for one of several or of none."""
    figure = lineage.figures.get(name)
    found = {str(fact["indicator"]) for fact in lineage.inputs(figure)} if figure else set()
    return found.pop() if len(found) == 1 else ""
