"""Names of administrative levels as the report writes them."""

from __future__ import annotations

import re

# a unit called by a number keeps its capital
_UNIT = re.compile(r"(?:Huyện|Quận|Thị xã|Thành phố|Thị trấn|Xã|Phường|Đặc khu) (?!\d|Hồ Chí Minh)")
_NAMES = {"cap-tinh": "cấp tỉnh", "cap-huyen": "cấp huyện", "cap-xa": "cấp xã"}


def level_name(level: str | None) -> str:
    """Return "cấp tỉnh" for "cap-tinh"; None is all levels.

    Another unit keeps its name, with a small letter where a text goes on: "huyện Mộc Châu",
    but "Quận 1" (Nghị định 30/2020/NĐ-CP, Phụ lục II), "Sở Xây dựng".
    """
    if level is None:
        return "các cấp"
    first = level.partition(" ")[0]
    unit = _UNIT.match(level)
    return _NAMES.get(level, first.lower() + level[len(first) :] if unit else level)
