"""Phrases fitted to their figure: "tỷ lệ … của cả nước đạt 95%", "không có hồ sơ trễ hạn"."""

from __future__ import annotations

import re

_MEASURED = re.compile(r"^(?P<what>[^{}]+?)(?P<size> (?:ước tính )?(?:đạt|là) \{n\}.*)$")
_COUNTED = re.compile(r"^(?:còn|có) \{n\} ")
_OWN = " của "  # of the phrase itself: "mức độ hài lòng của người dân"


def of_the_country(pattern: str) -> str:
    """Return the phrase of a rate or score with the country as whose it is.

    ``pattern`` has the slot {n}; one that is not measured by "đạt" or "là" stays as it is.
    """
    found = _MEASURED.match(pattern)
    if found is None:
        return pattern
    whose = " trên cả nước" if _OWN in found["what"] else " của cả nước"
    return f"{found['what']}{whose}{found['size']}"


def of_none(pattern: str) -> str:
    """Return the phrase of a count for none: "không có hồ sơ trễ hạn" for "còn {n} hồ sơ …".

    One that does not begin with its count stays as it is.
    """
    return _COUNTED.sub("không có ", pattern)
