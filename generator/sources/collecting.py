"""Folders and files, as a config gives them, to the texts of all documents in them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.errors import InputError, Location, SoketError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.limits import unreadable
from generator.sources.manifest import NAME, Manifest, load_manifest
from generator.sources.reading import READERS, read_source

# files of a folder that describe the sources and are none
_NO_SOURCES = frozenset({NAME, "review.yaml", "readme.md"})
# documents that hold text which no reader reads: to pass over them would lose facts silently
_OTHER_DOCUMENT = re.compile(
    r"\.(docm?|dot[mx]?|rtf|od[tsp]|xl[st]|xls[mb]|tsv|pp[ts]x?|epub|xhtml|mht|mhtml|eml|msg|zip"
    r"|rar|7z)"
)


class SourcesRead(NamedTuple):
    """The texts in order, and why the other documents could not be read."""

    texts: tuple[SourceText, ...]
    errors: tuple[SoketError, ...]


@dataclass(slots=True)
class _Found:
    """What a run has met so far."""

    texts: list[SourceText] = field(default_factory=list)
    errors: list[SoketError] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    ids: dict[str, str] = field(default_factory=dict)


def read_sources(paths: Sequence[Path]) -> SourcesRead:
    """Read folders and single files.

    The order is that of ``paths``; in a folder first the documents of its
    ``manifest.yaml``, then the rest by name, folders inside it last. A document
    that is met twice is read once; one that cannot be read becomes an InputError
    and does not stop the others. In a folder pictures and the like are passed over.
    """
    found = _Found()
    for path in paths:
        _collect(path, found)
    return SourcesRead(tuple(found.texts), tuple(found.errors))


def _collect(path: Path, found: _Found) -> None:
    """Read a folder or a file into ``found``."""
    if path.is_dir():
        for file, info in _folder(path, found):
            _read(file, info, found)
    else:
        _read(path, None, found)


def _folder(folder: Path, found: _Found) -> Iterator[tuple[Path, SourceInfo | None]]:
    """Yield the documents of a folder and what its manifest says of each.

    Without a manifest that can be read the days of its documents would be wrong:
    then none is read.
    """
    real = folder.resolve()
    if real in found.seen:
        return
    found.seen.add(real)
    try:
        manifest = load_manifest(folder / NAME) if (folder / NAME).is_file() else Manifest("")
        names = sorted(folder.iterdir(), key=lambda path: path.name)
    except InputError as exc:
        found.errors.append(exc)
        return
    except OSError as exc:
        found.errors.append(_no_folder(folder, exc))
        return
    found.errors.extend(manifest.errors)
    found.seen.update((folder / name).resolve() for name in manifest.refused)
    yield from _listed(manifest, found)
    yield from ((path, None) for path in names if path.is_file() and _is_source(path))
    for path in names:
        if path.is_dir() and not path.name.startswith((".", "_")):
            yield from _folder(path, found)


def _no_folder(folder: Path, exc: OSError) -> InputError:
    """Return the error for a folder that cannot be listed."""
    return unreadable(
        folder.as_posix(),
        f"cannot read the folder: {exc.strerror or exc}",
        hint="check the path and the access rights",
    )


def _listed(manifest: Manifest, found: _Found) -> Iterator[tuple[Path, SourceInfo]]:
    """Yield the documents of a manifest; a missing one is an error at its line."""
    for info, line in zip(manifest.entries, manifest.lines, strict=True):
        path = Path(info.path)
        if path.is_file():
            yield path, info
        else:
            found.errors.append(
                unreadable(
                    manifest.file,
                    f"the file {path.name!r} of this entry is missing",
                    line=line,
                    hint=_nearest_file(path) or "put it into the folder or take the entry out",
                )
            )


def _nearest_file(path: Path) -> str:
    """Return the file of a folder that a missing one was meant to be, "" if none is like it."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if _is_source(entry))
    except OSError:
        return ""
    near = difflib.get_close_matches(path.name, names, n=1)
    return f"did you mean {near[0]!r}?" if near else ""


def _is_source(path: Path) -> bool:
    """Tell whether a file of a folder is a document."""
    name = path.name.lower()
    if name in _NO_SOURCES or name.startswith((".", "~$")):
        return False
    suffix = path.suffix.lower()
    return suffix in READERS or _OTHER_DOCUMENT.fullmatch(suffix) is not None


def _read(path: Path, info: SourceInfo | None, found: _Found) -> None:
    """Read one document into ``found``, once."""
    real = path.resolve()
    if real in found.seen:
        return
    found.seen.add(real)
    try:
        text = read_source(path, info=info)
        _refuse_second(text.info, found)
    except InputError as exc:
        found.errors.append(exc)
        return
    found.ids[text.info.id] = text.info.path
    found.texts.append(text)


def _refuse_second(info: SourceInfo, found: _Found) -> None:
    """Refuse a second document under one id: facts name their document by it."""
    first = found.ids.get(info.id)
    if first is not None:
        raise InputError(
            f"the id {info.id!r} is already that of {first}",
            location=Location(info.path),
            hint=f"give each its own id in a {NAME} beside it",
        )
