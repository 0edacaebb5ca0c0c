"""``manifest.json`` of an output folder: which inputs made which bytes.

It holds no clock time and no path of the machine, so equal builds write equal
manifests. Reports that a build did not touch keep their entries.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.outputs.files import write_files

FILE_NAME = "manifest.json"
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One report of the folder.

    ``files`` maps file names to the SHA-256 of their bytes, ``inputs`` document
    ids to that of their text; ``config`` and ``template`` are hashes too;
    ``versions`` maps a library to its version.
    """

    config: str
    template: str
    inputs: Mapping[str, str]
    files: Mapping[str, str]
    versions: Mapping[str, str]


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def tree_hash(files: Mapping[str, Path]) -> str:
    """Return one SHA-256 for the names and contents of files, whatever their order."""
    digest = hashlib.sha256()
    for name, path in sorted(files.items()):
        data = path.read_bytes()
        digest.update(b"%d:%b%d:%b" % (len(name.encode()), name.encode(), len(data), data))
    return digest.hexdigest()


def update_manifest(folder: Path, entries: Mapping[str, ManifestEntry]) -> None:
    """Write the entries of a build into the manifest of its folder.

    Entries of other reports stay as long as their files exist; builds side by side
    wait for each other. Raises RenderError when the file cannot be written.
    """
    if not entries:
        return
    with _alone(folder):
        reports = _kept(folder, entries) | {name: asdict(entry) for name, entry in entries.items()}
        text = json.dumps(
            {"schema": SCHEMA, "reports": reports}, ensure_ascii=False, indent=2, sort_keys=True
        )
        write_files({folder / FILE_NAME: f"{text}\n".encode()}, folder)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder: reading, changing and writing is one step.

    The folder itself is locked, so that no file is left behind; where it cannot be
    opened, writing into it says why.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _kept(folder: Path, entries: Iterable[str]) -> dict[str, object]:
    """Return the entries of reports that the build did not touch."""
    try:
        old = json.loads((folder / FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    reports = old.get("reports") if isinstance(old, dict) and old.get("schema") == SCHEMA else None
    if not isinstance(reports, dict):
        return {}
    return {
        name: entry
        for name, entry in reports.items()
        if name not in set(entries) and _is_whole(folder, entry)
    }


def _is_whole(folder: Path, entry: object) -> bool:
    """Tell whether an old entry is well formed and all its files are there."""
    files = entry.get("files") if isinstance(entry, dict) else None
    return isinstance(files, dict) and all((folder / name).is_file() for name in files)
