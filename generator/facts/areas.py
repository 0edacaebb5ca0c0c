"""Which figures tell of a province's area before 1 July 2025.

"Lâm Đồng" before that day is a third of what it is since: the report tells the two apart
by name. So it does with a ministry that took over the work of others on 1 March 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import Enum

from generator.catalogue import Places
from generator.extraction.places.former import OLD_AREA, names_of
from generator.extraction.reading import folded
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.subjects import SUBJECTS
from generator.model.fact import Fact
from generator.model.period import Period
from generator.model.source_text import SourceInfo

_SUMMED_UP = timedelta(days=60)
_NEW_AREA = re.compile(rf" ?\(?{SUBJECTS.newly}\b")
_OLD_TIME = re.compile(rf"\W{{0,3}}{SUBJECTS.before_merging}\b")
_BEFORE = re.compile(rf"(?<!\w){SUBJECTS.before_merging}(?!\w)")
_ALL = re.compile(rf"(?<!\w){SUBJECTS.all_three}(?!\w)")
# others put in: "gồm cả tỉnh Bình Thuận", "sau khi hợp nhất 3 tỉnh", "số liệu gộp 3 tỉnh"
_WITH = re.compile(rf"(?<!\w)(?:{SUBJECTS.made_of}|{SUBJECTS.merged})(?!\w)(?P<of>[^;.\d]{{0,80}})")
_OF_ALL = re.compile(
    rf"(?<!\w)(?:(?:{SUBJECTS.made_of}|{SUBJECTS.merged}) [^;.\d]{{0,20}}?{SUBJECTS.all_three}"
    rf"|{SUBJECTS.put_together})(?!\w)"
)
# what is told behind it is a part of what was told before
_PARTS = re.compile(rf"(?<!\w){CLAUSES.asides}(?!\w)")

_Measure = tuple[str, str, str | None, Period]  # the key of a fact


class Area(Enum):
    """What a figure of days before the merger covers, of a province that has grown since."""

    OLD = "old"
    NEW = "new"
    UNSURE = "unsure"


def areas_of(
    infos: Mapping[str, SourceInfo], facts: Iterable[Fact], table: Places
) -> dict[str, Area]:
    """Return what area each figure is of: of days before the merger, of provinces grown since.

    The words of the source tell it: beside the province ("Lâm Đồng (cũ)", "sau sáp nhập"), or
    that the others are in the figures ("gồm cả tỉnh Bình Thuận", "số liệu gộp 3 tỉnh"); one
    sentence of a source speaks for its other figures of that province and time. Else a source
    of before the merger knows the old area alone; so does one of up to 60 days later that tells
    of nothing since, and one of any day that tells the same of each of the others: "Lâm Đồng"
    beside "Bình Thuận" and "Đắk Nông" is the old one. Any other may mean either, unless a surer
    one has the very same figure.
    """
    known = tuple(facts)
    before = [fact for fact in known if is_before(fact, table)]
    said = {_told(fact): Area.OLD for fact in beside_others(known, before, table)}
    said |= {_told(fact): area for fact in before if (area := _area_said(fact, table))}
    sure: set[tuple[str, date | None]] = set()
    for day in {day for fact in before if (day := table.grown_on(fact.place))}:
        late, recent = _late_sources(infos, known, day), _recent_sources(infos, known, day)
        docs = recent | {fact.source.doc for fact in before if fact.source.doc not in late}
        sure |= {(doc, day) for doc in docs}
    plain = {
        fact.id: said.get(_told(fact), Area.OLD if _source(fact, table) in sure else Area.UNSURE)
        for fact in before
    }
    old = {(fact.key, fact.value) for fact in before if plain[fact.id] is Area.OLD}
    return {
        fact.id: Area.OLD
        if plain[fact.id] is Area.UNSURE and (fact.key, fact.value) in old
        else plain[fact.id]
        for fact in before
    }


def beside_others(
    facts: Iterable[Fact], before: Iterable[Fact], table: Places
) -> dict[Fact, tuple[Fact, ...]]:
    """Return figures of grown provinces with what the same document tells of all the others.

    All of one measure, level and time. None of which the document has two values, nor where
    the others are told as parts of it ("Lâm Đồng 400.000, trong đó Bình Thuận 160.000").
    """
    told: dict[tuple[str, _Measure], list[Fact]] = {}
    for fact in facts:
        told.setdefault((fact.source.doc, fact.key), []).append(fact)
    found = {}
    for fact in before:
        grown = table.grown_on(fact.place) or table.merger_date
        rest = table.territory(fact.place, grown) - {fact.place}
        keys = [(fact.indicator, slug, fact.level, fact.period) for slug in sorted(rest)]
        beside = [told.get((fact.source.doc, key), []) for key in keys]
        own = told[fact.source.doc, fact.key]
        single = rest and all(beside) and len({one.value for one in own}) == 1
        others = tuple(one for same in beside for one in same)
        if single and all(_depth(one) <= _depth(fact) for one in others):
            found[fact] = others
    return found


def _depth(fact: Fact) -> int:
    """Return behind how many words like "trong đó" a figure stands in its sentence."""
    return len(_PARTS.findall(folded(fact.before)))


def is_before(fact: Fact, table: Places) -> bool:
    """Tell whether a figure is of days before its province or body grew by a merger."""
    grown = table.grown_on(fact.place)
    return grown is not None and fact.period.end < grown


def _source(fact: Fact, table: Places) -> tuple[str, date | None]:
    """Return the document of a figure, and the day on which its place grew."""
    return (fact.source.doc, table.grown_on(fact.place))


def _told(fact: Fact) -> tuple[str, str, Period]:
    """Return what one sentence may say of several figures: the source, the place, the time."""
    return (fact.source.doc, fact.place, fact.period)


def _area_said(fact: Fact, table: Places) -> Area | None:
    """Return the area that the words beside a province's name, or the first words, tell."""
    text = folded(f"{fact.before}{fact.printed}{fact.after}")
    place = table[fact.place]
    ends = [end for _, end in names_of(place, text)]
    if any(_NEW_AREA.match(text, end) for end in ends) or _is_of_all(text, place.slug, table):
        return Area.NEW
    old = _OLD_TIME.match(text) or any(OLD_AREA.match(text, end) for end in ends)
    return Area.OLD if old else None


def is_cut_short(fact: Fact, table: Places) -> bool:
    """Tell whether a time reaches over the end of its province or body: Bình Thuận in 2025.

    What it counts is of a part of that time only, whatever the source calls it.
    """
    place, start = table.get(fact.place), fact.period.start
    if place is None or place.merged_into is None or start is None:
        return False
    return start < table.ended(place) <= fact.period.end


def names_old_area(fact: Fact, table: Places) -> bool:
    """Tell whether the words behind a figure speak of its province as it was before a merger.

    "Tăng 188% so với cùng kỳ năm 2024 của tỉnh Lâm Đồng (cũ)"; "cùng kỳ năm 2024 của 3 tỉnh
    trước khi sáp nhập" speaks of all of them.
    """
    text = folded(fact.after)
    if _is_of_all(text, fact.place, table) or _ALL.search(text):
        return False
    ends = (end for _, end in names_of(table[fact.place], text))
    return _BEFORE.search(text) is not None or any(OLD_AREA.match(text, end) for end in ends)


def _is_of_all(text: str, slug: str, table: Places) -> bool:
    """Tell whether a sentence puts the other old provinces of a new one into its figures."""
    if _OF_ALL.search(text):
        return True
    others = table.territory(slug, table.grown_on(slug) or table.merger_date) - {slug}
    names = {folded(table[one].name) for one in others}
    return any(name in found["of"] for found in _WITH.finditer(text) for name in names)


def _late_sources(
    infos: Mapping[str, SourceInfo], facts: Iterable[Fact], merger: date
) -> frozenset[str]:
    """Return the documents written since a merger: by their day, else by what they tell."""
    last: dict[str, date] = {}
    for fact in facts:
        last[fact.source.doc] = max(fact.period.end, last.get(fact.source.doc, date.min))
    days = {doc: info.published or last.get(doc) for doc, info in infos.items()}
    return frozenset(doc for doc, day in days.items() if day and day >= merger)


def _recent_sources(
    infos: Mapping[str, SourceInfo], facts: Iterable[Fact], merger: date
) -> frozenset[str]:
    """Return the documents of the first days after a merger that sum up the time before it."""
    reaching = {
        fact.source.doc for fact in facts if not fact.period.is_stock and fact.period.end >= merger
    }
    last = merger + _SUMMED_UP
    return frozenset(
        doc
        for doc, info in infos.items()
        if info.published and info.published <= last and doc not in reaching
    )


def day_of_area(fact: Fact, areas: Mapping[str, Area], table: Places) -> date:
    """Return a day on which a place had the area that a figure of it covers."""
    is_new = areas.get(fact.id) is Area.NEW
    return (table.grown_on(fact.place) if is_new else None) or fact.period.end


def ground_of(fact: Fact, areas: Mapping[str, Area], table: Places) -> frozenset[str]:
    """Return the old provinces that a figure covers, by its time or as its source says."""
    return table.territory(fact.place, day_of_area(fact, areas, table))


def one_ground(one: Fact, other: Fact, areas: Mapping[str, Area], table: Places) -> bool:
    """Tell whether two figures cover the same provinces; where that is open, by one source only.

    Of a figure that a source of after the merger gives for a time before it nobody knows
    which area it is of, unless the source says so.
    """
    told = [areas.get(fact.id) for fact in (one, other)]
    if Area.UNSURE in told:
        return told[0] is told[1] and one.source.doc == other.source.doc
    return ground_of(one, areas, table) == ground_of(other, areas, table)
