"""What a chart says in words: its description tells its own values, no name is the opposite."""

from __future__ import annotations

from collections.abc import Iterator

from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.naming import NAME, is_opposite
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed

_WHERE = "biểu đồ {}"


def chart_word_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each description and each name that the values of a chart deny."""
    for unit in lineage.printed:
        if unit["kind"] != "chart":
            continue
        where = _WHERE.format(unit["id"])
        told = squeezed(str(unit["text"]))
        if not any(told.endswith(squeezed(one)) for one in _descriptions(unit)):
            message = f"“{shortened(str(unit['text']))}” does not tell the values of the chart"
            yield Objection(NAME, message, where)
        for one in unit["series"]:
            for category, name in zip(unit["categories"], one["figures"], strict=True):
                words = f"{category}, {one['name']}"
                if name and is_opposite(words, name, lineage):
                    yield Objection(NAME, f"“{shortened(words)}” is another figure", where)


def _descriptions(unit: Record) -> Iterator[str]:
    """Yield how the values of a chart are told; a category without any may be left out."""
    several = len(unit["series"]) > 1
    told = {}
    for at, category in enumerate(unit["categories"]):
        values = [
            f"{one['name']} {one['labels'][at]}" if several else str(one["labels"][at])
            for one in unit["series"]
            if one["labels"][at]
        ]
        told[at] = (f"{category}: {', '.join(values)}", bool(values))
    yield f"{'; '.join(text for text, _ in told.values())}."
    yield f"{'; '.join(text for text, has_value in told.values() if has_value)}."
