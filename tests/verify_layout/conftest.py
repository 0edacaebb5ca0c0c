"""The shipped reports as DOCX and PDF, for the tests of the layout check."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def reports(shipped: tuple[Path, ...]) -> dict[str, Path]:
    """The files of the shipped configs by name."""
    return {path.name: path for path in shipped if path.suffix in (".docx", ".pdf")}
