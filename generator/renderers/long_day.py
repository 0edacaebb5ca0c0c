"""Place and date of a letterhead that are too long for their column at full size.

"Thành phố Hồ Chí Minh, ngày 03 tháng 02 năm 2024" takes 106 mm at 14 points: Nghị định
30/2020/NĐ-CP, Phụ lục I, mục II.4 lets it be 13 points, which a column of 100 mm holds.
"""

from __future__ import annotations

from typing import Final

from generator.renderers.metrics import text_width

LONG_DAY_SIZE: Final = 13
"""Points, the smaller of the two sizes that the decree gives."""
_FULL_SIZE = 14.0
_COLUMN = 98.0  # mm, of the usual letterhead
_TWIPS_PER_MM = 1440 / 25.4


def is_long_day(text: str) -> bool:
    """Tell whether place and date need more than the usual column at full size."""
    return text_width(text, _FULL_SIZE) > _COLUMN * _TWIPS_PER_MM
