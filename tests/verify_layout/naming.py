"""How tests tell that an objection names a rule, and which cases run each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from generator.verify.objection import Objection


def names(one: Objection, article: str) -> bool:
    """Tell whether an objection's rule is an article; a last space allows no letter behind it."""
    return f"mục {article}" in f"{one.rule} " or f"Phụ lục {article}" in one.rule


def by_article(cases: Sequence[Any]) -> list[Any]:
    """Return the cases; but for the first of each article they belong to the full sweep."""
    seen: set[str] = set()
    found = []
    for case in cases:
        marks = [pytest.mark.full] if case.rule in seen else []
        seen.add(case.rule)
        found.append(pytest.param(case, marks=marks, id=case.name))
    return found
