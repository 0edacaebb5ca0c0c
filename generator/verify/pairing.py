"""What two reports print, paired: which unit of the one is which of the other.

Units are of one kind, rows of one table, charts of one name; what reads the same is the same,
what is left is paired by likeness in its order, and last whatever its order. The numbers that
a report gives itself ("Bảng 2", "3.", the column TT, the marks of notes) are no difference, nor
is where it introduces its abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.verify.citations import citation_key
from generator.verify.lineage import Lineage, Record
from generator.verify.speaking import in_short, is_long_form
from generator.verify.unmarked import counted_columns

_NUMBERING = re.compile(r"(?<!\w)(?:\d{1,4}|[IVXLC]{1,8})(?!\w)\.?|(?<!\w)[a-zđ]\)")
_ORDINAL = re.compile(r"\A\d{1,3}\.\s(?=\S)")
_MARK = re.compile(r"\[(\d+)\]")
_WORD = re.compile(r"\w+(?:[.,/]\w+)*%?")
_LEAST = 0.5  # of the words, that two texts share which are one text changed
_SURE = 0.6  # where their order tells nothing
_NUMBERS = 0.1  # what the numbers weigh beside the words
_MOST = 250_000  # pairs that are weighed; longer stretches are of two different reports
_LEFT_ASIDE = frozenset({"contents", "contents-title"})  # they repeat the headings


@dataclass(frozen=True, slots=True)
class Element:
    """A unit or a row of a table: its sort, what it reads, and where in the report it is."""

    sort: tuple[str, str]
    key: str
    units: tuple[int, ...]
    words: frozenset[str]
    numbers: frozenset[str]


Pair = tuple[Element | None, Element | None]


def paired(old: Lineage, new: Lineage) -> Iterator[Pair]:
    """Yield what differs: an element before and after, one of them None where it is new or gone.

    In the order of the new report, what is gone at its place. An element that stands
    elsewhere and reads the same comes with itself.
    """
    first, second = elements(old), elements(new)
    was, now = ([(one.sort, one.key) for one in side] for side in (first, second))
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    found: list[Pair] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            found += _within(first[a:b], second[c:d])
    yield from _moved(found)


def elements(lineage: Lineage) -> tuple[Element, ...]:
    """Return the units of a report and the rows of its tables in their order."""
    counted = counted_columns(lineage.printed)
    rows: dict[tuple[str, int], list[int]] = {}
    found: list[tuple[tuple[str, str], tuple[int, ...]]] = []
    for at, unit in enumerate(lineage.printed):
        kind = str(unit["kind"])
        if kind in _LEFT_ASIDE or (kind == "note" and is_long_form(str(unit["text"]))):
            continue
        if "table" in unit and kind != "note":
            row = rows.setdefault((str(unit["table"]), int(unit["row"])), [])
            row.append(at)
            if len(row) > 1:
                continue
        name = str(unit.get("table") or (unit["id"] if kind == "chart" else ""))
        found.append(((kind, name), (at,)))
    return tuple(
        _element(sort, tuple(rows.get(_row(lineage.printed[at[0]]), at)), lineage, counted)
        for sort, at in found
    )


def _row(unit: Record) -> tuple[str, int]:
    """Return the row that a unit stands in."""
    return (str(unit.get("table", "")), int(unit.get("row", -1)))


def _element(
    sort: tuple[str, str],
    units: tuple[int, ...],
    lineage: Lineage,
    counted: set[tuple[object, object]],
) -> Element:
    """Return one element with its words and numbers."""
    texts = []
    for at in units:
        unit = lineage.printed[at]
        is_count = (unit.get("table"), unit.get("column")) in counted and _is_number(unit)
        texts.append("" if is_count else reading(unit, lineage))
    key = " | ".join(texts)
    words = _WORD.findall(key.casefold())
    numbers = frozenset(one for one in words if any(map(str.isdigit, one)))
    return Element(sort, key, units, frozenset(words) - numbers, numbers)


def _is_number(unit: Record) -> bool:
    """Tell whether a cell of a counted column counts, and does not head a group of rows."""
    return not _NUMBERING.sub("", str(unit["text"])).strip()


def reading(unit: Record, lineage: Lineage) -> str:
    """Return what a unit says without the numbers that the report gives itself.

    Where an abbreviation is said in full, at its first use, is a matter of order, too.
    """
    text = told(unit)
    for start, end, *_ in sorted(unit.get("own", ()), reverse=True):
        text = text[:start] + _NUMBERING.sub("", text[start:end]).strip() + text[end:]
    if unit["kind"] == "note":
        return citation_key(in_short(" ".join(text.split())), lineage.documents)
    if unit["kind"] == "paragraph":
        text = _ORDINAL.sub("", text)
    names = {str(at): str(one["id"]) for at, one in enumerate(lineage.documents, start=1)}
    named = _MARK.sub(lambda mark: f"[{names.get(mark[1], mark[1])}]", text)
    return in_short(" ".join(named.split()))


def told(unit: Record) -> str:
    """Return what a unit prints, a chart with its labels."""
    labels = [
        f"{series['name']}: {', '.join(series['labels'])}" for series in unit.get("series", ())
    ]
    target = unit.get("target") or {}
    more = (", ".join(map(str, unit.get("categories", ()))), str(target.get("text", "")))
    return " | ".join((str(unit["text"]), *labels, *filter(None, more)))


# ---------------------------------------------------------------- pairing


def _within(first: Sequence[Element], second: Sequence[Element]) -> list[Pair]:
    """Pair the elements of two stretches that stand in each other's place, sort by sort."""
    partner: dict[int, Element] = {}
    for sort in dict.fromkeys(one.sort for one in first):
        was = [one for one in first if one.sort == sort]
        now = [one for one in second if one.sort == sort]
        partner |= {id(new): old for old, new in _aligned(was, now)}
    taken = {id(one) for one in partner.values()}
    found: list[Pair] = [(one, None) for one in first if id(one) not in taken]
    return [*found, *((partner.get(id(one)), one) for one in second)]


def _aligned(was: Sequence[Element], now: Sequence[Element]) -> list[tuple[Element, Element]]:
    """Return the pairs, in their order, that are most alike together."""
    if not was or not now or len(was) * len(now) > _MOST:
        return []
    best = [[0.0] * (len(now) + 1) for _ in range(len(was) + 1)]
    weights = [[_weight(one, other) for other in now] for one in was]
    for a in range(len(was) - 1, -1, -1):
        for b in range(len(now) - 1, -1, -1):
            both = best[a + 1][b + 1] + weights[a][b] if weights[a][b] >= _LEAST else 0.0
            best[a][b] = max(both, best[a + 1][b], best[a][b + 1])
    pairs, a, b = [], 0, 0
    while a < len(was) and b < len(now):
        if weights[a][b] >= _LEAST and best[a][b] == best[a + 1][b + 1] + weights[a][b]:
            pairs.append((was[a], now[b]))
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1
    return pairs


def _weight(one: Element, other: Element) -> float:
    """Return how much two elements are alike: by their words, then by their numbers."""
    if one.sort[0] == "chart":
        return 1.0
    words = _shared(one.words, other.words)
    return words + _NUMBERS * _shared(one.numbers, other.numbers)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of two sets is in both; nothing is like nothing."""
    size = len(one) + len(other)
    return 2 * len(one & other) / size if size else 1.0


def _moved(found: Sequence[Pair]) -> Iterator[Pair]:
    """Yield pairs; what is gone and what is new are one where they are alike enough."""
    left: dict[tuple[str, str], list[Element]] = {}
    for old, new in found:
        if old is not None and new is None:
            left.setdefault(old.sort, []).append(old)
    partner: dict[int, Element] = {}
    for old, new in found:
        if old is None and new is not None:
            nearest = _nearest(new, left.get(new.sort, ()))
            if nearest is not None:
                partner[id(new)] = nearest
                left[new.sort].remove(nearest)
    gone = {id(one) for one in partner.values()}
    for old, new in found:
        if new is None and id(old) in gone:
            continue
        yield (partner.get(id(new), old), new) if new is not None else (old, new)


def _nearest(new: Element, left: Sequence[Element]) -> Element | None:
    """Return what most likely became an element wherever it stood, None where nothing did."""
    ranked = [((one.key == new.key, _weight(one, new)), at) for at, one in enumerate(left)]
    if not ranked:
        return None
    (is_same, weight), at = max(ranked)
    return left[at] if is_same or weight >= _SURE + _NUMBERS else None


def cells(
    old: Element, new: Element, before: Lineage, after: Lineage
) -> Iterator[tuple[int | None, int | None]]:
    """Yield the cells of two rows that read otherwise, columns paired by their heads."""
    first, second = _by_head(old, before), _by_head(new, after)
    for head in dict.fromkeys((*second, *first)):
        was, now = first.get(head), second.get(head)
        texts = [
            reading(one.printed[at], one) if at is not None else None
            for at, one in ((was, before), (now, after))
        ]
        if texts[0] != texts[1]:
            yield was, now


def _by_head(row: Element, lineage: Lineage) -> Mapping[object, int]:
    """Return the cells of a row by the heads of their columns, those that count left out."""
    units = lineage.printed
    counted = counted_columns(units)
    heads = _heads(one for one in units if one.get("table") == row.sort[1])
    found: dict[object, int] = {}
    for at in row.units:
        unit = units[at]
        if (unit.get("table"), unit.get("column")) in counted and _is_number(unit):
            continue
        name: object = heads.get(int(unit.get("column", 0)), "") if not unit.get("head") else ""
        found[name if name and name not in found else (name, unit.get("column"))] = at
    return found


def _heads(units: Iterable[Record]) -> dict[int, str]:
    """Return the heads over each column of a table, from the highest to the lowest."""
    found: dict[int, str] = {}
    for unit in units:
        if unit.get("head"):
            first = int(unit["column"])
            for column in range(first, first + int(unit.get("columns", 1))):
                found[column] = f"{found.get(column, '')} / {' '.join(str(unit['text']).split())}"
    return found
