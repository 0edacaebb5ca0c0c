"""Where in a document a person finds what an objection or a trace is about.

Checks name a place as the data do ("bảng so-lieu, hàng 34, cột 6", "figure c160d2"). Here
it becomes what the paper shows: chapter, caption, the row by its first cells, the column by
its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.verify.comparing import Walk, shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed
from generator.verify.unmarked import place_of

KINDS: Mapping[str, str] = {
    "paragraph": "đoạn",
    "heading": "đề mục",
    "caption": "tên bảng, biểu đồ",
    "note": "chú thích",
    "source": "dòng ghi nguồn",
    "unit": "dòng đơn vị tính",
    "key": "số liệu nổi bật",
    "key-label": "số liệu nổi bật",
    "key-remark": "số liệu nổi bật",
    "appendix": "phụ lục",
    "appendix-title": "tên phụ lục",
    "letterhead": "phần đầu văn bản",
    "title": "tên văn bản",
    "addressee": "nơi kính gửi",
    "signature": "phần ký",
    "contents-title": "mục lục",
    "contents": "mục lục",
}
_ODD: Mapping[str, str] = {
    "lineage": "dữ liệu kèm theo",
    "data": "dữ liệu kèm theo",
    "notes": "các ghi chú",
    "statement": "câu trích",
    "reading": "câu trích",
    "meta description": "mô tả của tệp",
    "meta generator": "chương trình lập tệp",
}
_PROPERTY = "properties, "
_COUNT = re.compile(r"\[?\d+\]?\.?")
_LONGEST = 48
_TABLE = re.compile(r"bảng (?P<id>[\w-]+)")
_CHART = re.compile(r"biểu đồ (?P<id>[\w-]+)")
_NAMED = re.compile(r"(?P<kind>figure |fact |finding |lineage-)(?P<id>\S+)")
_NO_CAPTION = ("cell", "unit", "caption", "note")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of a report in the words of its reader.

    ``units`` has the chapter and the place in it of each unit, in their order; ``known`` the
    same by the names that checks use, ``tables`` and ``charts`` what these are called,
    ``cells`` the places of cells in their tables.
    """

    lineage: Lineage
    units: tuple[str, ...]
    known: Mapping[str, str]
    tables: Mapping[str, str]
    charts: Mapping[str, str]
    cells: Mapping[str, str]

    @classmethod
    def of(cls, lineage: Lineage) -> Whereabouts:
        """Name all places of a report."""
        printed = lineage.printed
        sections = _sections(printed)
        tables, charts = _captions(printed)
        rows, heads = _rows(printed), _heads(printed)
        places: list[str] = []
        known: dict[str, str] = {}
        cells: dict[str, str] = {}
        for unit, section in zip(printed, sections, strict=True):
            if "table" in unit:
                own = cells[place_of(unit)] = _cell(unit, tables, rows, heads)
            elif unit["kind"] == "chart":
                own = charts.get(str(unit["id"]), f"biểu đồ {unit['id']}")
            else:
                own = _running(unit)
            place = ", ".join(filter(None, (section, own)))
            places.append(place)
            known.setdefault(place_of(unit), place)
        return cls(lineage, tuple(places), known, tables, charts, cells)

    def told(self, one: Objection) -> Objection:
        """Return an objection with its place in the words of a reader."""
        return replace(one, where=self.named(one.where))

    def named(self, where: str) -> str:
        """Return the name of a place for a reader; one that has none stays as it is."""
        if where in self.known:
            return self.known[where]
        if plain := _ODD.get(where) or KINDS.get(where):
            return plain
        if where.startswith(_PROPERTY):
            return f"thuộc tính của tệp, {where.removeprefix(_PROPERTY)}"
        if match := _NAMED.fullmatch(where):
            return self._of_record(match["kind"].strip(" -"), match["id"]) or where
        for pattern, names in ((_TABLE, self.tables), (_CHART, self.charts)):
            match = pattern.match(where)
            if match and match["id"] in names:
                return names[match["id"]] + where[match.end() :]
        return where

    def row(self, index: int) -> str:
        """Return the place of the row of a table that a unit stands in."""
        place = self.units[index]
        return place.rpartition(", cột ")[0] or place

    def sort(self, index: int) -> str:
        """Return chapter and kind of a running text, without how it begins."""
        place, own = self.units[index], _running(self.lineage.printed[index])
        kind = own.partition(" “")[0]
        return place.removesuffix(own) + kind if place.endswith(own) else place

    def short(self, where: str) -> str:
        """Return the name of a place without its chapter, and without how a text begins."""
        if where in self.cells:
            return self.cells[where]
        kind = where.partition(":")[0]
        return KINDS.get(kind) or self.named(kind)

    def _of_record(self, kind: str, name: str) -> str:
        """Return where a figure, a fact or a finding is printed, "" where it is not."""
        if kind == "finding":
            return self._of_finding(name)
        names = {name}
        if kind == "fact":
            inputs = self.lineage.figures.values()
            names |= {str(one["id"]) for one in inputs if name in one.get("inputs", ())}
        for unit, place in zip(self.lineage.printed, self.units, strict=True):
            for start, end, figure in unit.get("marks", ()):
                if figure in names:
                    return f"{place}, số “{str(unit['text'])[start:end]}”"
        return ""

    def _of_finding(self, rule: str) -> str:
        """Return where the findings of a rule are told."""
        said = [squeezed(str(one["message"])) for one in self.lineage.findings]
        said = [
            key.rstrip(".")
            for key, one in zip(said, self.lineage.findings, strict=True)
            if one["rule"] == rule
        ]
        for unit, place in zip(self.lineage.printed, self.units, strict=True):
            key = squeezed(str(unit["text"]))
            if unit["kind"] == "paragraph" and any(one in key for one in said):
                return place
        return ""


def _sections(units: Sequence[Record]) -> tuple[str, ...]:
    """Return the headings above each unit, those of an appendix by its name."""
    found, headings = [], dict[int, str]()
    for unit in units:
        found.append(
            "" if unit["kind"] in ("heading", "appendix") else " / ".join(headings.values())
        )
        text = " ".join(str(unit["text"]).split())
        if unit["kind"] == "heading":
            level = int(unit["level"])
            headings = {n: one for n, one in headings.items() if n < level} | {level: text}
        elif unit["kind"] == "appendix":
            headings = {0: text}
    return tuple(found)


def _captions(units: Sequence[Record]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what tables and charts are called: a table has its caption above, a chart below."""
    tables: dict[str, str] = {}
    charts: dict[str, str] = {}
    above, chart = "", ""
    for unit in units:
        if unit["kind"] == "caption" and unit.get("own"):
            start, end = unit["own"][0]
            above = str(unit["text"])[start:end]
            if chart:
                charts[chart], above = above, ""
        elif unit["kind"] not in _NO_CAPTION:
            above = ""
        if "table" in unit:
            tables.setdefault(str(unit["table"]), above or "bảng")
        if unit["kind"] != "note":
            chart = str(unit["id"]) if unit["kind"] == "chart" else ""
    return tables, charts


def _rows(units: Sequence[Record]) -> dict[tuple[str, int], str]:
    """Return how each row of a table is known: its number and the first words in it."""
    cells: dict[tuple[str, int], list[str]] = {}
    for unit in units:
        if "table" in unit and not unit.get("head"):
            cells.setdefault((str(unit["table"]), int(unit["row"])), []).append(
                " ".join(str(unit["text"]).split())
            )
    found = {}
    for key, texts in cells.items():
        first, *others = texts
        words = next((one for one in others if one), "")
        is_count = _COUNT.fullmatch(first) and words
        found[key] = (
            f"TT {first.rstrip('.')} “{shortened(words, _LONGEST)}”"
            if is_count
            else f"“{shortened(first, _LONGEST)}”"
        )
    return found


def _heads(units: Sequence[Record]) -> dict[tuple[str, int], str]:
    """Return the head of each column of a table, the lowest that covers it."""
    found: dict[tuple[str, int], str] = {}
    for unit in units:
        if unit.get("head") and str(unit["text"]).strip():
            first = int(unit["column"])
            for column in range(first, first + int(unit.get("columns", 1))):
                found[(str(unit["table"]), column)] = " ".join(str(unit["text"]).split())
    return found


def _cell(
    unit: Record,
    tables: Mapping[str, str],
    rows: Mapping[tuple[str, int], str],
    heads: Mapping[tuple[str, int], str],
) -> str:
    """Return the place of a cell: caption, row and column."""
    table, row, column = str(unit["table"]), int(unit["row"]), int(unit["column"])
    if unit.get("head"):
        return f"{tables[table]}, hàng tiêu đề, cột {column + 1}"
    head = heads.get((table, column))
    told = f"“{shortened(head, _LONGEST)}”" if head else f"{column + 1}"
    return f"{tables[table]}, dòng {rows[(table, row)]}, cột {told}"


def _running(unit: Record) -> str:
    """Return the place of a running text: its kind and how it begins."""
    kind = KINDS.get(str(unit["kind"]), str(unit["kind"]))
    return f"{kind} “{shortened(str(unit['text']), _LONGEST)}”"


def placed(walk: Walk, units: Sequence[Record], lineage: Lineage) -> Iterator[Objection]:
    """Yield the objections of a walk over some units, each with the place of its unit."""
    if not walk.objections:
        return
    names = Whereabouts.of(lineage).units
    places = {id(unit): name for unit, name in zip(lineage.printed, names, strict=True)}
    for at, one in enumerate(walk.objections):
        about = walk.about.get(at)
        place = places.get(id(units[about]), "") if about is not None else ""
        anchor = one.where.startswith("#") and place  # of a page, for browsers
        yield replace(one, where="; ".join(filter(None, ("" if anchor else one.where, place))))


def told_all(found: Sequence[Objection], lineage: Lineage) -> Iterator[Objection]:
    """Yield objections with their places in the words of a reader."""
    if found:
        places = Whereabouts.of(lineage)
        yield from map(places.told, found)
