"""The frame of a report: the date it bears, and its captions, which count from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.comparing import TEXT
from generator.verify.days import days_in
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

_LABEL = re.compile(r"(?P<name>\D+?)\s(?P<number>\d+)\Z")

_WITH = re.compile(r"\(Kèm theo ")  # of an appendix, which bears the day of its report


def framing_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for another date of the letterhead, and for captions miscounted."""
    date = str(lineage.report.get("date") or "")
    counts: dict[str, int] = {}
    for unit in lineage.printed:
        text = str(unit["text"])
        if date and (unit["kind"] == "letterhead" or _WITH.match(text)):
            for *_, day in days_in(text):
                if day.isoformat() != date:
                    message = f"the {unit['kind']} bears {day.isoformat()}, not {date}"
                    yield Objection(TEXT, message, place_of(unit))
        if unit["kind"] == "caption" and unit.get("own"):
            label = _LABEL.match(text[: unit["own"][0][1]])
            if label is None:
                continue
            name = label["name"].lower()
            counts[name] = counts.get(name, 0) + 1
            if int(label["number"]) != counts[name]:
                message = f"“{label[0]}” stands where {counts[name]} follows"
                yield Objection(TEXT, message, place_of(unit))
