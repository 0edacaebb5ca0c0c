"""Names of administrative levels as the report writes them."""

from __future__ import annotations

_NAMES = {"cap-tinh": "cấp tỉnh", "cap-huyen": "cấp huyện", "cap-xa": "cấp xã"}


def level_name(level: str | None) -> str:
    """Return "cấp tỉnh" for "cap-tinh"; another unit keeps its name; None is all levels."""
    if level is None:
        return "các cấp"
    return _NAMES.get(level, level)
