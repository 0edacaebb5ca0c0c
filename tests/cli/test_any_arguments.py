"""Whatever is typed, the answer is data or one line for each error, and a public exit code."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Soket

_WORDS = [
    "list",
    "schema",
    "extract",
    "report",
    "provinces",
    "templates",
    "--format",
    "--format=json",
    "--place",
    "--published",
    "--unused",
    "--statements",
    "--help",
    "--version",
    "binh-thuan",
    "2024-07-31",
    "gone.txt",
    "gone.yaml",
    "--",
    "-x",
    "",
    "ế",
    "\udcff",
]

# the system passes no NUL to a program
_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=()), max_size=6)


@pytest.mark.usefixtures("project")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(_WORDS), _TEXT), max_size=5))
def test_any_arguments(soket: Soket, arguments: list[str]) -> None:
    """No arguments bring a traceback, a defect or an exit code that is not public."""
    said = soket(*arguments)
    assert said.code in range(5)
    assert "Traceback" not in said.err
    assert "defect" not in said.err
    lines = said.err.splitlines()
    assert all(line.startswith("error: ") for line in lines)
    assert bool(lines) is (said.code in (2, 3, 4))
