"""The fact base: every fact of a job's sources, found by what it measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.extraction.context import paragraphs
from generator.extraction.reading import folded
from generator.extraction.times.dating import dateline
from generator.facts.choosing import Preference
from generator.facts.grouping import FactGroup, Key, group_by_key
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo, SourceText

ANY: Final = "*"
"""Stands for every indicator, place or level in ``FactBase.find``."""


@dataclass(frozen=True, slots=True)
class FactBase:
    """Facts of many sources; never changes after it is built with ``of``.

    ``facts`` holds every mention, in the order of the sources in the config, then
    of the text. ``infos`` maps a source id to what is known of it, in that order.
    ``groups`` holds the facts of each key with the choice among them.
    """

    facts: tuple[Fact, ...]
    infos: Mapping[str, SourceInfo]
    groups: tuple[FactGroup, ...]
    _by_key: Mapping[Key, FactGroup]
    _texts: Mapping[str, SourceText]

    @classmethod
    def of(cls, facts: Iterable[Fact], sources: Iterable[SourceText | SourceInfo] = ()) -> FactBase:
        """Build the base; the order of ``sources`` is their order in the config.

        A fact that was found twice at one place of one source counts once.
        """
        known = tuple(sources)
        infos = {info.id: info for info in map(_info_of, known)}
        order = {doc: place for place, doc in enumerate(infos)}
        written = {one.info.id: _written(one) for one in known if isinstance(one, SourceText)}
        preference = Preference(infos, order, {doc: day for doc, day in written.items() if day})
        unique = {fact.id: fact for fact in reversed(tuple(facts))}.values()
        ordered = tuple(sorted(unique, key=lambda fact: _text_order(fact, preference)))
        groups = group_by_key(ordered, preference)
        return cls(
            ordered,
            MappingProxyType(infos),
            groups,
            MappingProxyType({group.key: group for group in groups}),
            MappingProxyType({one.info.id: one for one in known if isinstance(one, SourceText)}),
        )

    @property
    def chosen(self) -> tuple[Fact, ...]:
        """Return the fact that a report uses for each key."""
        return tuple(group.choice.fact for group in self.groups)

    def best(self, fits: Callable[[Fact], bool]) -> tuple[Fact, ...]:
        """Return for each key the fact that comes first of those that fit, in the same order."""
        ranked = ((group.choice.fact, *group.choice.others) for group in self.groups)
        found = (next(filter(fits, one), None) for one in ranked)
        return tuple(fact for fact in found if fact is not None)

    def group_of(self, key: Key) -> FactGroup | None:
        """Return the facts of one key, None where no source has any."""
        return self._by_key.get(key)

    def find(
        self,
        indicator: str = ANY,
        place: str = ANY,
        level: str | None = ANY,
        within: Period | None = None,
    ) -> tuple[Fact, ...]:
        """Return the chosen facts that match, in the order of the sources.

        ``level`` None asks for figures of whole places only. ``within`` keeps
        flows whose days all lie in the period and stocks of one of its days.
        """
        return tuple(
            fact
            for fact in self.chosen
            if indicator in (ANY, fact.indicator)
            and place in (ANY, fact.place)
            and level in (ANY, fact.level)
            and (within is None or within.contains(fact.period))
        )

    def title_of(self, doc: str) -> str:
        """Return the title of a source, its id where it has none."""
        info = self.infos.get(doc)
        return (info.title if info else "") or doc

    def path_of(self, doc: str) -> str:
        """Return the file of a source, its id where it is not known."""
        info = self.infos.get(doc)
        return (info.path if info else "") or doc

    def text_of(self, doc: str) -> str:
        """Return the text of a source, "" where it is not known."""
        source = self._texts.get(doc)
        return source.text if source else ""

    def location_of(self, fact: Fact) -> str:
        """Return where a person finds the fact in its source, "" if not known."""
        return self.located(fact.source.doc, _number_place(fact))

    def located(self, doc: str, offset: int) -> str:
        """Return the page, paragraph or cell of a place in a source, "" if not known."""
        source = self._texts.get(doc)
        return source.locate(offset) if source else ""

    def position_of(self, fact: Fact) -> tuple[int, int]:
        """Return line and column of the fact's number from 1, (0, 0) if not known."""
        return self.position_at(fact.source.doc, _number_place(fact))

    def position_at(self, doc: str, offset: int) -> tuple[int, int]:
        """Return line and column of a place in a source from 1, (0, 0) if not known."""
        source = self._texts.get(doc)
        if source is None:
            return (0, 0)
        before = source.text[:offset]
        return (before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _written(source: SourceText) -> date | None:
    """Return the day that a text of unknown publication gives as its own."""
    if source.info.published is not None:
        return None
    text = source.text
    return dateline([folded(text[one.start : one.end]) for one in paragraphs(text)])


def _info_of(source: SourceText | SourceInfo) -> SourceInfo:
    """Return the description of a source."""
    return source.info if isinstance(source, SourceText) else source


def _number_place(fact: Fact) -> int:
    """Return the offset of a fact's number, of its quote where that is not known."""
    return fact.number_start or fact.source.start


def _text_order(fact: Fact, preference: Preference) -> tuple[int, str, int, int, str]:
    """Sort by source, then by place in its text."""
    doc = fact.source.doc
    return (preference.place_of(doc), doc, fact.source.start, _number_place(fact), fact.id)
