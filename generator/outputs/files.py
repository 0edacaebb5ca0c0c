"""Files written whole or not at all.

All files of a set are first written beside their targets, flushed and synced, then
moved into place one after the other. What a move replaces is kept under a second
name until the last one has succeeded, so a failure puts every old file back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from generator.errors import RenderError


def write_files(files: Mapping[Path, bytes], folder: Path) -> None:
    """Write a set of files under ``folder``: all of them, or none.

    Folders that are missing are made. Raises RenderError, with every existing
    file as it was and no leftover beside it, when a target is outside ``folder``,
    a symbolic link or a folder, or when the system refuses to write.
    """
    targets = {_target(path, folder): data for path, data in files.items()}
    undo = _Undo()
    try:
        with contextlib.ExitStack() as stack:
            stack.callback(undo.clean)
            _stage(targets, undo)
            _replace(undo)
    except OSError as exc:
        names = ", ".join(path.name for path in files)
        raise RenderError(
            f"cannot write {names}: {exc.strerror or exc}",
            hint="check free space and access rights, or choose another --output",
        ) from exc


@dataclass(slots=True)
class _Undo:
    """Names that exist only while a set is being written."""

    staged: dict[Path, Path] = field(default_factory=dict)
    backups: dict[Path, Path] = field(default_factory=dict)
    fresh: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    done: bool = False

    def clean(self) -> None:
        """Remove helper names; put the old files back unless the set is done."""
        if not self.done:
            for target, backup in self.backups.items():
                _put_back(backup, target)
            for target in self.fresh:
                _remove(target)
        for name in (*self.staged.values(), *self.backups.values()):
            _remove(name)
        for made in reversed(self.folders) if not self.done else ():
            with contextlib.suppress(OSError):
                made.rmdir()


def _put_back(backup: Path, target: Path) -> None:
    """Give an old file its name again; copied where it cannot be moved."""
    try:
        backup.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            shutil.copy2(backup, target)


def _target(path: Path, folder: Path) -> Path:
    """Return the absolute path of a target that is allowed to be written."""
    # not resolve(): a link on the way has to be seen, not followed
    base = Path(os.path.abspath(folder))  # noqa: PTH100
    target = Path(os.path.abspath(path))  # noqa: PTH100
    if base not in target.parents:
        raise RenderError(
            f"{path} is outside the output folder {folder}", hint="choose another --output"
        )
    for part in (target, *target.parents):
        if part == base:
            break
        if part.is_symlink():
            raise RenderError(
                f"{part.name} in the output folder is a symbolic link",
                expected="a plain file or folder",
                hint="remove the link",
            )
    if target.is_dir():
        raise RenderError(
            f"a folder stands where {path} would be written", hint="move the folder away"
        )
    return target


def _stage(targets: Mapping[Path, bytes], undo: _Undo) -> None:
    """Write every file beside its target under a name of its own."""
    for target, data in targets.items():
        for made in _make_folders(target.parent):
            undo.folders.append(made)
        staged = _beside(target, "tmp")
        undo.staged[target] = staged
        _write_synced(staged, data)


def _make_folders(folder: Path) -> Iterator[Path]:
    """Make the missing folders down to ``folder``, yielding each one made."""
    missing = [part for part in (folder, *folder.parents) if not part.exists()]
    for part in reversed(missing):
        part.mkdir(exist_ok=True)
        yield part


def _write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(undo: _Undo) -> None:
    """Move all staged files into place, keeping what each one replaces."""
    for target, staged in undo.staged.items():
        if target.exists():
            backup = _beside(target, "old")
            _second_name(target, backup)
            undo.backups[target] = backup
        else:
            undo.fresh.append(target)
        staged.replace(target)
    for folder in dict.fromkeys(target.parent for target in undo.staged):
        _sync_folder(folder)
    undo.done = True


def _second_name(target: Path, backup: Path) -> None:
    """Keep a file under a second name; copied where links are not possible."""
    try:
        os.link(target, backup)
    except OSError:
        try:
            shutil.copy2(target, backup)
        except OSError:
            _remove(backup)
            raise


def _sync_folder(folder: Path) -> None:
    """Wait until the disk has the new names; some systems cannot, and need not."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _beside(target: Path, kind: str) -> Path:
    """Return an unused hidden name, of this process alone, beside the target."""
    names = (
        target.with_name(f".{target.name}.{os.getpid()}-{number}.{kind}") for number in count()
    )
    return next(name for name in names if not os.path.lexists(name))


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
