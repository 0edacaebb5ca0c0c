"""Each layout rule catches a DOCX of our own that was changed against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.layout import check_layout
from tests.verify_layout.naming import by_article, names
from tests.verify_layout.spoiling import CASES, Case, spoiled

NAME = "bao-cao-tinh-binh-thuan.docx"


@pytest.mark.parametrize("case", by_article(CASES))
def test_a_wrong_document_is_caught(reports: dict[str, Path], tmp_path: Path, case: Case) -> None:
    """One change gives an objection under the article that it breaks."""
    path = tmp_path / "wrong.docx"
    path.write_bytes(spoiled(reports[NAME].read_bytes(), case.part, case.change))
    found = check_layout(path)
    hits = [one for one in found if names(one, case.rule) and case.says in one.message]
    assert hits, [f"{one.rule}: {one.message} ({one.where})" for one in found]
    assert all(one.rule.startswith("NĐ 30/2020, Phụ lục I") and one.where for one in found)
