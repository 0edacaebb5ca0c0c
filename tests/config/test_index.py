"""The keys of a report about one index: ``index`` and ``marked``."""

from __future__ import annotations

import pytest

from generator.errors import ConfigErrors
from tests.config.conftest import MINIMAL, Load


def test_index_and_marked_places_are_read(load: Load) -> None:
    """Both may be left out; a marked place is one of the report's."""
    assert load(MINIMAL).index == ""
    assert load(MINIMAL).marked == ()
    config = load(f"{MINIMAL}index: papi_score\nmarked: [binh-thuan]\n")
    assert config.index == "papi_score"
    assert [place.slug for place in config.marked] == ["binh-thuan"]


@pytest.mark.parametrize(
    ("lines", "message", "hint"),
    [
        ("index: papi_scor\n", "unknown indicator 'papi_scor'", "'papi_score'"),
        ("marked: [ha-noi]\n", "'ha-noi' is none of the provinces", ""),
        ("marked: [binh-thuan, binh-thuan]\n", "stands twice in 'marked'", ""),
    ],
)
def test_mistakes_name_the_line_and_the_nearest(
    load: Load, lines: str, message: str, hint: str
) -> None:
    """A misspelt indicator, a place from elsewhere, a place twice."""
    with pytest.raises(ConfigErrors) as caught:
        load(MINIMAL + lines)
    (error,) = caught.value.errors
    assert message in error.message
    assert hint in error.hint
    assert error.location is not None
    assert error.location.line == 4
