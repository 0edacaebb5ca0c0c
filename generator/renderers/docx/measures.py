"""Measures of the printed page: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.

Lengths are twips (1/20 point) unless a name says otherwise; sizes are points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
BLACK = "000000"

# Phụ lục I, I.1 to I.3: A4; margins 20-25, 20-25, 30-35, 15-20 mm
PAGE_SHORT = 11906
PAGE_LONG = 16838
MARGIN_TOP = 1134
MARGIN_BOTTOM = 1134
MARGIN_LEFT = 1701
MARGIN_RIGHT = 1134
HEADER_DISTANCE = 567

FIRST_LINE = 720
BODY_GAP = 120
BODY_LINE = 240
SINGLE_LINE = 240
SIGNATURE_ROOM = 1200

BODY_SIZE = 14.0
# lines under the issuer and the title: 1/3 to 1/2 of the text (Phụ lục I, II.2b and II.5)
SHORT_LINE_SHARE = 0.4
# left and right margins of the cells, by table style
CELL_MARGINS = {"ND30KhungTrong": 0, "ND30BangSoLieu": 85, "ND30KhungSoLieu": 85}


@dataclass(frozen=True, slots=True)
class Page:
    """Width, height and margins of one page, in twips."""

    width: int
    height: int
    top: int = MARGIN_TOP
    bottom: int = MARGIN_BOTTOM
    left: int = MARGIN_LEFT
    right: int = MARGIN_RIGHT
    header: int = HEADER_DISTANCE

    @property
    def text_width(self) -> int:
        """Return the width between the margins, in twips."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Return the height between the margins, in twips."""
        return self.height - self.top - self.bottom

    def turned(self) -> Page:
        """Return the page turned by 90 degrees; the margins follow the reading direction."""
        return replace(self, width=self.height, height=self.width)


PORTRAIT = Page(PAGE_SHORT, PAGE_LONG)
LANDSCAPE = PORTRAIT.turned()
