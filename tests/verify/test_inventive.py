"""Changes that touch no digit of the text: tags, links, properties, tongues, labels, workbooks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify import inventing
from tests.verify.making import file_named

EVERY = {".docx": inventing.DOCX, ".html": inventing.HTML, ".pdf": inventing.PDF}
NAMES = [(suffix, name) for suffix, group in EVERY.items() for name in group]


def missed(path: Path, name: str) -> bool:
    """Tell whether a change of a file is not found; a file without its place is not changed."""
    data = path.read_bytes()
    try:
        changed = EVERY[path.suffix][name](data)
    except (AssertionError, IndexError, KeyError, StopIteration, ValueError):
        return False
    return changed != data and not check_figures(changed, path.name)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(("suffix", "name"), NAMES)
def test_what_is_no_digit_is_proved_too(finished: tuple[Path, ...], suffix: str, name: str) -> None:
    """The national report, which has tables, charts, contents and appendices, is not proved."""
    path = file_named(finished, f"so-ket{suffix}")
    changed = EVERY[suffix][name](path.read_bytes())
    assert changed != path.read_bytes()
    assert check_figures(changed, path.name)


@pytest.mark.full
def test_what_is_no_digit_is_proved_in_each_report(finished: tuple[Path, ...]) -> None:
    """Every such change that a shipped report has a place for is found there."""
    found = [
        (path.name, name) for path in finished for name in EVERY[path.suffix] if missed(path, name)
    ]
    assert found == []
