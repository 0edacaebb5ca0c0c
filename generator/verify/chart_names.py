"""Names in a drawn chart: which texts make up which name, nothing else being written there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.verify.lineage import Record
from generator.verify.reading.text import Drawn, squeezed

_ZOOMED = "trục giá trị không bắt đầu từ 0"  # said above lines whose axis begins higher
_MOST_LINES = 12  # into which a name may be broken

Key = tuple[str, int]  # what a name is of: unit, target, or which series or category
Runs = Mapping[Key, Sequence[Drawn]]


def name_runs(texts: Sequence[Drawn], unit: Record) -> tuple[Runs, tuple[str, ...]]:
    """Return the texts that make up each name of a chart, and those that are no name.

    A name may be broken into lines, which follow each other.
    """
    left = {key: squeezed(name) for key, name in _known(unit) if name}
    found: dict[Key, Sequence[Drawn]] = {}
    strange: list[str] = []
    at = 0
    while at < len(texts):
        key, count = _run(texts[at : at + _MOST_LINES], left)
        if key is None:
            strange.append(texts[at].text)
        else:
            found[key] = texts[at : at + count]
            del left[key]
        at += count
    return found, tuple(strange)


def has_unit_line(unit: Record) -> bool:
    """Tell whether a chart must say its unit, because no label of a value does."""
    labels = [label for one in unit["series"] for label in one["labels"] if label]
    return bool(unit["unit"]) and not any(label.endswith(unit["unit"]) for label in labels)


def missing_names(runs: Runs, unit: Record) -> Iterator[str]:
    """Yield the names that a chart should print and does not; along lines some may be left out."""
    for (kind, at), name in _known(unit):
        left_out = kind == "unit" or (kind == "category" and unit["form"] == "line")
        if name and not left_out and (kind, at) not in runs:
            yield name
    if has_unit_line(unit) and not any(kind == "unit" for kind, _ in runs):
        yield unit_lines(unit)[0]


def unit_lines(unit: Record) -> tuple[str, ...]:
    """Return what may stand above a chart: its unit, of lines too where their axis begins."""
    plain = (f"Đơn vị tính: {unit['unit']}",) if unit["unit"] else ()
    if unit["form"] != "line":
        return plain
    zoomed = f"{_ZOOMED[:1].upper()}{_ZOOMED[1:]}"
    return (*plain, *(f"{line}; {_ZOOMED}" for line in plain), zoomed)


def _known(unit: Record) -> Iterator[tuple[Key, str]]:
    """Yield the names that a chart may print, each with what it is of."""
    yield from ((("unit", at), line) for at, line in enumerate(unit_lines(unit)))
    if len(unit["series"]) > 1:
        yield from ((("series", at), str(one["name"])) for at, one in enumerate(unit["series"]))
    yield from ((("category", at), str(name)) for at, name in enumerate(unit["categories"]))
    yield ("target", 0), str((unit.get("target") or {}).get("text", ""))


def _run(texts: Sequence[Drawn], left: Mapping[Key, str]) -> tuple[Key | None, int]:
    """Return the name with which texts begin, and how many of them it takes."""
    for count in range(len(texts), 0, -1):
        joined = "".join(squeezed(one.text) for one in texts[:count])
        for key, name in left.items():
            if name == joined:
                return key, count
    return None, 1
