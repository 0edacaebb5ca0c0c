"""Documents of a folder that its manifest does not name: read, but without their day."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.errors import InputError
from generator.model.finding import Diagnostic, Severity
from generator.model.source_text import SourceText
from generator.sources.manifest import NAME, load_manifest


def unlisted(texts: Iterable[SourceText]) -> tuple[Diagnostic, ...]:
    """Return a remark for each text whose folder has a manifest without an entry for it.

    Such a text counts as undated and nameless: facts that need its day are not found.
    """
    listed: dict[Path, frozenset[Path] | None] = {}
    remarks = []
    for text in texts:
        path = Path(text.info.path)
        folder = path.parent
        if folder not in listed:
            listed[folder] = _entries(folder / NAME)
        known = listed[folder]
        if known is not None and path not in known:
            remarks.append(_remark(path, folder / NAME))
    return tuple(remarks)


def _entries(manifest: Path) -> frozenset[Path] | None:
    """Return the files that a manifest names, None where there is none that can be read."""
    if not manifest.is_file():
        return None
    try:
        return frozenset(Path(entry.path) for entry in load_manifest(manifest).entries)
    except InputError:  # told by the reader of the folder
        return None


def _remark(path: Path, manifest: Path) -> Diagnostic:
    """Return what is said of one document."""
    return Diagnostic(
        Severity.WARNING,
        f"the file {path.name!r} has no entry here, so its day and publisher are unknown;"
        f" add '- file: {path.name}' with 'published' and 'publisher', or take the file away",
        f"{manifest.as_posix()}:1:1",
    )
