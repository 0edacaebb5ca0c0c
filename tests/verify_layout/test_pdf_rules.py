"""A foreign PDF that keeps all rules has no objection; each wrong one is caught by its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.layout import check_layout
from tests.verify_layout.naming import by_article, names
from tests.verify_layout.paper import CASES, Case, printed


def checked(folder: Path, data: bytes):
    """Return the objections to a PDF."""
    path = folder / "sheet.pdf"
    path.write_bytes(data)
    return check_layout(path)


def test_a_right_document_has_no_objection(tmp_path: Path) -> None:
    """What the wrong ones are made of is right itself."""
    assert checked(tmp_path, printed()) == ()


@pytest.mark.parametrize(("words", "is_right"), [("127", True), ("nhỏ", False)])
def test_the_mark_of_a_hundredth_note_is_no_small_text(
    tmp_path: Path, words: str, *, is_right: bool
) -> None:
    """A raised number of three digits is a mark; small words of three letters are none."""
    mark = f'trong kỳ<span style="font-size: 7pt; vertical-align: super">{words}</span>./.'
    found = checked(tmp_path, printed("", "trong kỳ./.", mark))
    assert (not [one for one in found if "7 pt" in one.message]) is is_right


@pytest.mark.parametrize("case", by_article(CASES))
def test_a_wrong_document_is_caught(tmp_path: Path, case: Case) -> None:
    """One change gives an objection under the article that it breaks."""
    found = checked(tmp_path, printed(case.css, case.old, case.new))
    hits = [one for one in found if names(one, case.rule) and case.says in one.message]
    assert hits, [f"{one.rule}: {one.message} ({one.where})" for one in found]
    assert all(one.where.startswith("page ") for one in found)
