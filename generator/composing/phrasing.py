"""Phrases fitted to their figure: "tỷ lệ … của cả nước đạt 95%", "không có hồ sơ trễ hạn"."""

from __future__ import annotations

import re

from generator.model.fact import Fact
from generator.report.wording import names_same_year
from generator.vi.text import NBSP

_YEAR = re.compile(r"(?<!năm )(?<!tháng )(?<![\d/])\b((?:19|20)\d{2})\b(?!/)")
_COUNTED_TIME = re.compile(r"(?<=\d) (?=tháng\b)|(?<=quý) (?=[IV\d])|(?<=năm) (?=\d{4}\b)")
_MEASURED = re.compile(r"^(?P<what>[^{}]+?)(?P<size> (?:ước tính )?(?:đạt|là) \{n\}.*)$")
_COUNTED = re.compile(r"^(?:còn|có) \{n\} ")
_OWN = " của "  # of the phrase itself: "mức độ hài lòng của người dân"


def of_the_country(pattern: str, mean: str = "") -> str:
    """Return the phrase of a rate or score with the country as whose it is.

    ``pattern`` has the slot {n}; one that is not measured by "đạt" or "là" stays as it is.
    ``mean`` stands for the country where the figure is only the mean of its provinces.
    """
    found = _MEASURED.match(pattern)
    if found is None:
        return pattern
    whose = " trên cả nước" if _OWN in found["what"] else " của cả nước"
    return f"{found['what']}{f' {mean}' if mean else whose}{found['size']}"


def of_none(pattern: str) -> str:
    """Return the phrase of a count for none: "không có hồ sơ trễ hạn" for "còn {n} hồ sơ …".

    One that does not begin with its count stays as it is.
    """
    return _COUNTED.sub("không có ", pattern)


def base_words(fact: Fact) -> str:
    """Return what the change of a figure is measured against: " so với cùng kỳ năm 2023".

    A year only where the source tells one; nothing without a base.
    """
    change = fact.change
    if change is None:
        return ""
    if change.same_period and not names_same_year(fact):
        return " so với cùng kỳ"
    same = "cùng kỳ " if change.same_period and "kỳ" not in change.base else ""
    return f" so với {same}{_with_year_word(change.base)}" if change.base else ""


def _with_year_word(base: str) -> str:
    """Return a printed base with "năm" before a bare year: "cùng kỳ năm 2021".

    No line ends between a number and its word: "6 tháng đầu năm 2021".
    """
    return _COUNTED_TIME.sub(NBSP, _YEAR.sub(rf"năm{NBSP}\1", base))
