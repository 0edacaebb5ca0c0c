"""The proof of the proof: whatever is changed in a finished report is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify.making import file_named
from tests.verify.mutating import docx_gaps, docx_words, mutations


def survivors(paths: tuple[Path, ...], each: int, swaps: int) -> tuple[int, list[str]]:
    """Return how many changes were made, and those that were not found."""
    count, missed = 0, []
    for path in paths:
        for mutation in mutations(path, 2024, each, swaps):
            count += 1
            if not check_figures(mutation.data, path.name):
                missed.append(f"{path.name}: {mutation.name}")
    return count, missed


def test_clean_files_are_proved(finished: tuple[Path, ...]) -> None:
    """There is no objection to any shipped report in any format."""
    found = {path.name: check_figures(path.read_bytes(), path.name) for path in finished}
    assert {name: objections for name, objections in found.items() if objections} == {}


def test_a_sample_of_changes_is_found(finished: tuple[Path, ...]) -> None:
    """A digit changed or two texts swapped is found, in each kind of place of each format."""
    small = tuple(path for path in finished if path.name.startswith("ban-tin"))
    count, missed = survivors(small, 2, 2)
    assert missed == []
    assert count >= 20


@pytest.mark.full
def test_every_change_is_found(finished: tuple[Path, ...]) -> None:
    """More than two hundred changes over all reports and formats, each one found."""
    count, missed = survivors(finished, 6, 8)
    assert missed == []
    assert count >= 200


@pytest.mark.full
@pytest.mark.parametrize(
    ("first", "second"), [("Bình Thuận", "Bình Dương"), ("2023", "2022"), ("cấp tỉnh", "cấp xã")]
)
def test_swapped_names_are_found(finished: tuple[Path, ...], first: str, second: str) -> None:
    """A place, a year or a level with the name of another is found wherever it stands."""
    path = file_named(finished, "bao-cao-tinh-binh-thuan.docx")
    missed = [
        mutation.name
        for mutation in docx_words(path.read_bytes(), first, second)
        if not check_figures(mutation.data, path.name)
    ]
    assert missed == []


def test_what_is_left_out_is_missed(finished: tuple[Path, ...]) -> None:
    """A paragraph, a row or a chart that is taken out of a DOCX is found."""
    path = file_named(finished, "ban-tin.docx")
    missed = [
        mutation.name
        for mutation in docx_gaps(path.read_bytes())
        if not check_figures(mutation.data, path.name)
    ]
    assert missed == []
