"""What a source sets its own change against: "(tăng 8% so với cùng kỳ năm 2025)".

The time behind such a change is that of its base, as the fact itself says: it tells nothing of
the time of the figures beside it, and may be no other one. Words that the fact does not bear out
stay as they are and are objected to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.lineage import Lineage, Record

_SET = " so với "
_AGAINST = re.compile(r" so với (?:cùng kỳ )?")
_WORDS = re.compile(r"[^),;:]*")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\w)(?:năm )?((?:19|20)\d\d)(?!\d)")
_GOES_ON = r"(?![\w/])"


def without_stated_bases(unit: Record, lineage: Lineage) -> str:
    """Return the text of a unit without the bases that its sources state of their own changes."""
    text, at, parts = str(unit["text"]).replace("\u00a0", " "), 0, []
    for _, end, name in unit.get("marks", ()):
        parts.append(text[at:end])
        at = _end_of_base(text, end, name, lineage)
    return "".join((*parts, text[at:]))


def misstated_bases(unit: Record, lineage: Lineage) -> Iterator[str]:
    """Yield what is wrong with the bases that stand with changes of sources: another time.

    A base stands behind its change, or before it where one sentence tells several against it.
    """
    text = str(unit["text"]).replace("\u00a0", " ")
    for start, end, name in unit.get("marks", ()):
        bases = _bases(name, lineage)
        before = text.rfind(_SET, 0, start)
        told = _AGAINST.match(text, end) or (_AGAINST.match(text, before) if before > 0 else None)
        words = _WORDS.match(text, told.end()) if told else None
        if told is None or words is None or not bases or not _DIGIT.search(words[0]):
            continue
        if not any(_printed(base).match(text, told.end()) for base in bases):
            yield f"the source sets {name} against “{bases[0]}”, not “{words[0].strip()}”"


def _end_of_base(text: str, start: int, name: str, lineage: Lineage) -> int:
    """Return where the base behind a source's own change ends, ``start`` where none stands."""
    told = _AGAINST.match(text, start)
    for base in _bases(name, lineage) if told else ():
        found = _printed(base).match(text, told.end()) if told else None
        if found is not None:
            return found.end()
    return start


def _bases(name: str, lineage: Lineage) -> list[str]:
    """Return what a source sets a change against, as it says; none of what is no such change."""
    figure = lineage.figures.get(name)
    if figure is None or figure.get("part") != "change":
        return []
    told = (str((fact.get("change") or {}).get("base") or "") for fact in lineage.inputs(figure))
    return [base.replace("\u00a0", " ") for base in told if base]


def _printed(base: str) -> re.Pattern[str]:
    """Return the pattern of a base as reports print it: "năm" may stand before its year."""
    plain = base.removeprefix("cùng kỳ ")
    pieces = _YEAR.split(plain)  # each second one is a year
    words = (f"(?:năm )?{one}" if at % 2 else re.escape(one) for at, one in enumerate(pieces))
    return re.compile("".join(words) + _GOES_ON)
