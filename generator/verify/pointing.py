"""What a text points to, and the time in a heading: both must be that of the figures there.

"(Bảng 2, Biểu đồ 4)" behind a figure names tables and charts that show it, or one of its
indicator and place; "3. Tỉnh … (năm 2023)" stands over figures of that year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.verify.citations import Evidence
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of
from generator.verify.witnesses import resting

POINTED = "số liệu: dẫn chiếu"
_SHOWING = re.compile(r"(?:Bảng|Biểu đồ)\s\d+\Z")
_TIME = re.compile(r"\((?P<time>[^()]*)\)\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def pointing_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each pointer to another table, and each heading of another year."""
    evidence = Evidence.of(lineage)
    for unit in lineage.printed:
        own = _about(resting(unit, lineage), lineage)
        for start, end in unit.get("own", ()) if unit["kind"] == "paragraph" and own else ():
            label = str(unit["text"])[start:end]
            shown = _about(evidence.shown(label), lineage)
            if _SHOWING.fullmatch(label) and shown and not own & shown:
                message = f"{label} shows nothing of “{shortened(str(unit['text']))}”"
                yield Objection(POINTED, message, place_of(unit))
    yield from _headed(lineage)


def _about(names: Iterable[str], lineage: Lineage) -> set[tuple[str, str]]:
    """Return what facts measure: indicator and place."""
    facts = (lineage.facts[name] for name in names if name in lineage.facts)
    return {(str(fact["indicator"]), str(fact["place"])) for fact in facts}


def _headed(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each heading "… (năm 2023)" over figures of other years only."""
    units = lineage.printed
    for at, unit in enumerate(units):
        told = _TIME.search(str(unit["text"])) if unit["kind"] == "heading" else None
        years = set(_YEAR.findall(told["time"])) if told else set()
        if not years:
            continue
        names = (name for one in _below(units, at) for name in resting(one, lineage))
        facts = [lineage.facts[name] for name in names if name in lineage.facts]
        known = {str(fact[key] or "")[:4] for fact in facts for key in ("start", "end")}
        if facts and not years & known:
            others = ", ".join(sorted(filter(None, known)))
            message = f"“{unit['text']}” stands over figures of {others}"
            yield Objection(POINTED, message, place_of(unit))


def _below(units: tuple[Record, ...], at: int) -> Iterator[Record]:
    """Yield what stands below a heading, up to the next of its level."""
    level = int(units[at]["level"])
    for unit in units[at + 1 :]:
        if unit["kind"] == "appendix" or (unit["kind"] == "heading" and unit["level"] <= level):
            return
        yield unit
