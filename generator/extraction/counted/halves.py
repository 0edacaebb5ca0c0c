"""Two halves of what one indicator counts, told apart: neither is the whole.

"trước hạn 60.000 hồ sơ, đúng hạn 34.100 hồ sơ" would give the indicator of what was done
in time two rival figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.zones import Zone
from generator.model.fact import Fact

_ALL = 100  # percent
_APART = 250  # characters between two halves, at most
_INSIDE = re.compile(r"(?<!\w)(?:trong (?:đó|số)|bao gồm|gồm)(?!\w)[^;]{0,60}$")


@dataclass(slots=True)
class Halves:
    """The half that was told last, "" for none, and its fact."""

    half: str = ""
    fact: Fact | None = None

    def rival(self, seen: View, zone: Zone, rule: Rule, fact: Fact) -> tuple[bool, Fact | None]:
        """Tell whether a fact is but a half, and return the one beside it if that is none too.

        "trước hạn 91%" is never all that was in time, "đúng hạn 98%" is where no other half
        stands beside it.
        "đúng hạn 94.100 hồ sơ, trong đó trước hạn 60.000" gives the whole first, which stays.
        """
        half = _half_of(seen, zone, rule)
        before, other = self.fact, self.half
        alike = before is not None and before.key == fact.key
        near = before is not None and fact.number_start - before.number_start <= _APART
        if not half or not other or half == other or not near or not alike:
            self.half, self.fact = half, fact
            return half == "part" and not _is_all(rule, fact), None
        inside = _INSIDE.search(seen.text, 0, fact.number_start - seen.sentence.start)
        return True, None if half == "part" and inside else before


def _is_all(rule: Rule, fact: Fact) -> bool:
    """Tell whether a part is the whole: "100% hồ sơ được giải quyết trước hạn"."""
    return rule.kind is Kind.RATE and fact.value == _ALL


def _half_of(view: View, zone: Zone, rule: Rule) -> str:
    """Return which half the words of a figure tell: "part", "rest", or "" for both.

    "part" is "trước hạn 60.000 hồ sơ", "rest" is "đúng hạn 34.100 hồ sơ".
    """
    if not rule.part.patterns:
        return ""
    right = zone.near_right
    if any(zone.far_left <= hit.start and hit.end <= right for hit in view.hits(rule.whole)):
        return ""
    part = any(zone.near_left <= hit.start and hit.end <= right for hit in view.hits(rule.part))
    return "part" if part else "rest"
