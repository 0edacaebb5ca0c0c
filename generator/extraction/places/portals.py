"""Whose the portal is that a sentence calls "Cổng": of the country, or of nobody sure.

"Cổng Dịch vụ công quốc gia có 2.800 dịch vụ. Cổng có 468.000 tài khoản": both are of the
country, also in a text on a province. "Tỉnh đưa 900 dịch vụ lên Cổng Dịch vụ công quốc gia.
Cổng có 468.000 tài khoản": the second can be of either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.extraction.words.subjects import SUBJECTS

_NATIONAL = re.compile(rf"(?<!\w){SUBJECTS.national_portal}(?!\w)")
_LOCAL = re.compile(rf"(?<!\w){SUBJECTS.local_portal}(?!\w)")
_BARE = re.compile(
    rf"(?:{SUBJECTS.portal_opens},? )?{SUBJECTS.portal}"
    rf"(?: {SUBJECTS.portal_before}){{0,2}} {SUBJECTS.portal_does}(?!\w)"
)
# "Hơn 940.000 hồ sơ được nộp qua Cổng; …": the number opens the sentence, nobody else acts
_THROUGH = re.compile(
    rf"(?:(?:đã )?có )?(?:{SUBJECTS.sector_about} )?\d[\d.,]*[^;:.]{{0,80}}"
    rf" {SUBJECTS.through} {SUBJECTS.portal}(?:[,;.]|$)"
)


class Portal(StrEnum):
    """What a sentence tells of, where it speaks of a portal."""

    NATION = "nation"
    UNSURE = "unsure"
    NONE = ""


@dataclass(slots=True)
class PortalMind:
    """The portal that a reader has in mind: the last one that a sentence has named."""

    last: Portal = Portal.NONE

    def read(self, text: str, nation: Sequence[int]) -> Portal:
        """Return whose the figures of a folded sentence are that calls a portal "Cổng".

        ``nation`` are the offsets of what speaks of the whole country in it; what it names
        itself is kept for the next one.
        """
        named = [match.start() for match in _NATIONAL.finditer(text)]
        if named:
            told = any(at in nation for at in named)
            self.last = Portal.NATION if told else Portal.UNSURE
            return Portal.NONE
        if _LOCAL.search(text):
            self.last = Portal.NONE
            return Portal.NONE
        if _BARE.match(text):
            return self.last
        through = self.last is Portal.NATION and _THROUGH.match(text)
        return Portal.NATION if through else Portal.NONE
