"""What two reports are about: their kind, day, times and places, as ``soket diff`` opens with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from generator.verify.lineage import Lineage
from generator.verify.spoken import time_of
from generator.vi.printing import short_date


def scope_rows(old: Lineage, new: Lineage) -> Iterator[dict[str, Any]]:
    """Yield each of them that is not the same in both reports."""
    for label, tell in _PARTS.items():
        sides = [tell(one) for one in (old, new)]
        if sides[0] != sides[1]:
            yield {"change": "changed", "label": label, "old": sides[0], "new": sides[1]}


def _template(lineage: Lineage) -> str:
    """Return the kind of a report."""
    return str(lineage.report.get("template") or "")


def _date(lineage: Lineage) -> str:
    """Return the day of a report."""
    told = lineage.report.get("date")
    return short_date(date.fromisoformat(str(told))) if told else ""


def _periods(lineage: Lineage) -> str:
    """Return the times that a report is on."""
    return ", ".join(time_of(*days) for days in lineage.report.get("periods", ()))


def _places(lineage: Lineage) -> str:
    """Return the names of the places that a report is on."""
    slugs = map(str, lineage.report.get("places", ()))
    return ", ".join(next(iter(lineage.places.get(one, ())), one) for one in slugs)


_PARTS: Mapping[str, Callable[[Lineage], str]] = {
    "template": _template,
    "date": _date,
    "periods": _periods,
    "places": _places,
}
