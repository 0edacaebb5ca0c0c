"""Widths of text in the report's font."""

from __future__ import annotations

import pytest
from matplotlib import font_manager

from generator.charts import measure
from generator.errors import RenderError


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let matplotlib's list of fonts be older than the report's font."""
    others = [one for one in font_manager.fontManager.ttflist if one.name != measure.FONT]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", others)
    font_manager._get_font.cache_clear()
    font_manager.fontManager._findfont_cached.cache_clear()
    measure.text_width.cache_clear()


@pytest.mark.usefixtures("forgotten")
def test_a_font_that_came_later_is_found() -> None:
    """A font that is newer than matplotlib's list is found all the same."""
    assert measure.text_width("hồ sơ", 10) > 0


@pytest.mark.usefixtures("forgotten")
def test_a_font_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other font is put in its place."""
    monkeypatch.setattr(font_manager, "findSystemFonts", list)
    with pytest.raises(RenderError, match="not installed"):
        measure.text_width("hồ sơ", 10)
