"""The whole proof of finished files: figures and layout."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from generator.verify.figures import check_figures
from generator.verify.files import read_bytes
from generator.verify.objection import Objection


def judge(path: Path, *, figures: bool = True, layout: bool = True) -> tuple[Objection, ...]:
    """Return what is wrong with a finished file, nothing where all is proved.

    Raises UsageError for a file that is no report, InputError for one that cannot be read.
    """
    found = check_figures(read_bytes(path), str(path)) if figures else ()
    return (*found, *(_layout(path) if layout else ()))


def _layout(path: Path) -> tuple[Objection, ...]:
    """Return the objections to the layout of a file."""
    if find_spec("generator.verify.layout") is None:
        return ()
    check: Callable[[Path], tuple[Objection, ...]] = import_module(
        "generator.verify.layout"
    ).check_layout
    return check(path)


def judge_bytes(files: Mapping[str, bytes]) -> dict[str, tuple[Objection, ...]]:
    """Return the objections to files that are not published yet, by name."""
    with tempfile.TemporaryDirectory(prefix="soket-") as folder:
        found = {}
        for name, data in files.items():
            path = Path(folder) / Path(name).name
            path.write_bytes(data)
            found[name] = judge(path)
    return found
