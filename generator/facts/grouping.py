"""Facts of one key put together; mentions that say the same are one value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.facts.choosing import Choice, Preference
from generator.model.fact import Fact, docs_of
from generator.model.period import Period

Key = tuple[str, str, str | None, Period]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """All mentions of one key, in the order of the sources and of their texts."""

    key: Key
    facts: tuple[Fact, ...]
    choice: Choice

    @property
    def by_value(self) -> dict[Decimal, tuple[Fact, ...]]:
        """Return the mentions of each value: one source each, or more."""
        values: dict[Decimal, tuple[Fact, ...]] = {}
        for fact in self.facts:
            values[fact.value] = (*values.get(fact.value, ()), fact)
        return values

    @property
    def mentions(self) -> tuple[Fact, ...]:
        """Return every mention of the chosen value."""
        return self.by_value[self.choice.fact.value]

    @property
    def docs(self) -> tuple[str, ...]:
        """Return the sources of the chosen value, each once, in order."""
        return docs_of(self.mentions)


def group_by_key(facts: Iterable[Fact], preference: Preference) -> tuple[FactGroup, ...]:
    """Group ordered facts by key, in the order of the first mention."""
    found: dict[Key, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.key, []).append(fact)
    return tuple(
        FactGroup(key, tuple(group), preference.choose(group)) for key, group in found.items()
    )
