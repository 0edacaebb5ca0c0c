"""Documents that a manifest forgot are told of: they are read without their day."""

from __future__ import annotations

from pathlib import Path

from generator.model.finding import Severity
from generator.sources import read_sources, unlisted

ENTRY = "documents:\n  - file: a.txt\n    published: 2024-01-02\n"


def remarks(folder: Path, manifest: str | None) -> list[str]:
    """Return the places of what is said of a folder with two texts, one a level down."""
    (folder / "sau").mkdir()
    for name in ("a.txt", "b.txt", "sau/c.txt"):
        (folder / name).write_text(f"Văn bản {name}.\n", encoding="utf-8")
    if manifest is not None:
        (folder / "manifest.yaml").write_text(manifest, encoding="utf-8")
    found = unlisted(read_sources([folder]).texts)
    assert {one.severity for one in found} <= {Severity.WARNING}
    return [f"{Path(one.location).name}: {one.message}" for one in found]


def test_a_text_that_the_manifest_forgot_is_named(tmp_path: Path) -> None:
    """The remark names the file, what follows and the lines that mend it."""
    (said,) = remarks(tmp_path, ENTRY)
    assert said == (
        "manifest.yaml:1:1: the file 'b.txt' has no entry here, so its day and publisher are"
        " unknown; add '- file: b.txt' with 'published' and 'publisher', or take the file away"
    )


def test_without_a_manifest_nothing_is_forgotten(tmp_path: Path) -> None:
    """A folder that has no manifest is no mistake."""
    assert remarks(tmp_path, None) == []


def test_a_manifest_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    """The reader of the folder names that mistake; no second remark follows it."""
    assert remarks(tmp_path, "documents: {}\n") == []
