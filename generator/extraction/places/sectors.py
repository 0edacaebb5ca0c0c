"""The ministries or localities of the whole country: "bộ, ngành 46%, địa phương 58%", "cấp bộ".

Either is a part of the country, as a level of government is; named together they are all.
"""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.zones import Zone

_MINISTRIES = rf"bộ(?:, ?| ?/ ?| ){SUBJECTS.ministry_words}"
_SECTOR = re.compile(
    rf"(?<!\w)(?:(?P<ministries>(?:khối )?{_MINISTRIES}|khối bộ|{SUBJECTS.all_ministries})"
    r"|(?P<tier>cấp bộ)|(?P<places>(?:khối )?địa phương))"
    rf"(?=(?:(?:,| {SUBJECTS.sector_before})* {SUBJECTS.sector_does})?"
    rf"(?: {SUBJECTS.sector_about})?:? ?\(?\d)"
)
SECTORS = frozenset({"bộ, ngành", "cấp bộ", "địa phương"})
"""What figures of the whole country can be of."""
_TOGETHER = re.compile(rf"(?:{_MINISTRIES}|{SUBJECTS.together_with})(?:,|,? và| -|/) ?(?:các )?$")
_COUNTED = re.compile(r"\d ?$")  # "63 địa phương" are counted
_BACK = 40  # characters before a name that can join it to another one
_TALLIES = ("dossiers_", "online_dossiers")


def sector_of(view: View, figure: Figure, zone: Zone, rule: Rule) -> str | None:
    """Return one of SECTORS where a rate or tally is of it alone."""
    if rule.kind is not Kind.RATE and not rule.indicator.startswith(_TALLIES):
        return None
    end = figure.quantity.number_end  # the number has to follow the name
    for match in _SECTOR.finditer(view.text, zone.near_left, end):
        before = view.text[max(0, match.start() - _BACK) : match.start()]
        near = not any(char.isdigit() for char in view.text[match.end() : figure.start])
        if near and not _TOGETHER.search(before) and not _COUNTED.search(before):
            return "địa phương" if match["places"] else match["tier"] or "bộ, ngành"
    return None
