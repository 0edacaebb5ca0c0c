"""The old area of a province that has grown: "tỉnh Lâm Đồng (cũ)", told of days after the merger.

The name alone means the whole new province by then. Its old area is a part of it, under the
name that the source gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.catalogue import Place, Places
from generator.extraction.pattern import occurrences
from generator.extraction.reading import folded
from generator.extraction.words.subjects import SUBJECTS
from generator.model.fact import Fact

OLD_AREA = re.compile(rf" ?\(?{SUBJECTS.formerly}(?!\w)")
"""Behind the name of a place that is meant as it was before the merger."""
_TYPED = re.compile(
    rf"(?:(?<!\w){SUBJECTS.ground_of} )?(?<!\w){SUBJECTS.province_types} $", re.IGNORECASE
)
# "tỉnh Lâm Đồng mới (gồm Lâm Đồng cũ và …)": what it was made of
_MADE_OF = re.compile(rf"(?<!\w)(?:{SUBJECTS.made_of}|{SUBJECTS.merged})(?!\w)[^;.\d]{{0,60}}$")
_WHOLE = re.compile(rf"(?<!\w){SUBJECTS.wholes}(?!\w)")
_CLAUSE_END = re.compile(r"[;.\d]")
_TYPE_BEFORE = 24
_MADE_BEFORE = 80


def with_former_area(fact: Fact, table: Places) -> Fact:
    """Return a fact with the old area of its province as its level, where the source says so.

    Only of days since the merger, and of a province that was put together of several.
    """
    day = fact.period.end
    if fact.level is not None or day < table.merger_date:
        return fact
    if fact.place not in table.by_slug or len(table.territory(fact.place, day)) < 2:
        return fact
    name = _area_before(fact, table) or _area_behind(fact, table)
    return replace(fact, level=name, rules=(*fact.rules, "level/former")) if name else fact


def _area_before(fact: Fact, table: Places) -> str:
    """Return the old area that the words before a number name last, "" where they do not."""
    text = folded(fact.before)
    start, end = max(names_of(table.by_slug[fact.place], text), default=(0, 0))
    old = OLD_AREA.match(text, end) if end else None
    if old is None or _is_made_of(text, start) or _WHOLE.search(text, old.end()):
        return ""
    return _named(fact.before, start, old.end())


def _area_behind(fact: Fact, table: Places) -> str:
    """Return the old area that the clause of a number names behind it, none standing before."""
    text = folded(fact.after)
    start, end = min(names_of(table.by_slug[fact.place], text), default=(0, 0))
    old = OLD_AREA.match(text, end) if end else None
    named_before = any(names_of(table.by_slug[fact.place], folded(fact.before)))
    if named_before or old is None or _CLAUSE_END.search(text, 0, start):
        return ""
    return "" if _is_made_of(text, start) else _named(fact.after, start, old.end())


def _is_made_of(text: str, start: int) -> bool:
    """Tell whether a name is one of those that a new province was made of."""
    return _MADE_OF.search(text, max(0, start - _MADE_BEFORE), start) is not None


def names_of(place: Place, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names of a place in a folded text, whole words only."""
    for name in {folded(one) for one in (place.name, *place.aliases)}:
        yield from occurrences(text, name)


def _named(text: str, start: int, end: int) -> str:
    """Return the words of the source from the type of the place to the end of the bracket."""
    typed = _TYPED.search(text, max(0, start - _TYPE_BEFORE), start)
    name = text[typed.start() if typed else start : end]
    return f"{name})" if name.count("(") > name.count(")") else name
