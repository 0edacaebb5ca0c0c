"""What a source sets its own change against: "(tăng 8% so với cùng kỳ năm 2025)".

The time behind such a change is that of its base, as the fact itself says: it tells nothing of
the time of the figures beside it. Words that the fact does not bear out stay as they are.
"""

from __future__ import annotations

import re

from generator.verify.lineage import Lineage, Record

_AGAINST = re.compile(r" so với (?:cùng kỳ )?")
_YEAR = re.compile(r"(?<!\w)(?:năm )?((?:19|20)\d\d)(?!\d)")
_GOES_ON = r"(?![\w/])"


def without_stated_bases(unit: Record, lineage: Lineage) -> str:
    """Return the text of a unit without the bases that its sources state of their own changes."""
    text, at, parts = str(unit["text"]).replace("\u00a0", " "), 0, []
    for _, end, name in unit.get("marks", ()):
        parts.append(text[at:end])
        at = _end_of_base(text, end, name, lineage)
    return "".join((*parts, text[at:]))


def _end_of_base(text: str, start: int, name: str, lineage: Lineage) -> int:
    """Return where the base behind a source's own change ends, ``start`` where none stands."""
    figure = lineage.figures.get(name)
    told = _AGAINST.match(text, start)
    if figure is None or figure.get("part") != "change" or told is None:
        return start
    for fact in lineage.inputs(figure):
        base = str((fact.get("change") or {}).get("base") or "").replace("\u00a0", " ")
        found = _printed(base).match(text, told.end()) if base else None
        if found is not None:
            return found.end()
    return start


def _printed(base: str) -> re.Pattern[str]:
    """Return the pattern of a base as reports print it: "năm" may stand before its year."""
    plain = base.removeprefix("cùng kỳ ")
    pieces = _YEAR.split(plain)  # each second one is a year
    words = (f"(?:năm )?{one}" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    return re.compile("".join(words) + _GOES_ON)
