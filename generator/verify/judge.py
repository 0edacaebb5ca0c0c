"""The whole proof of finished files: figures and layout."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.verify.figures import check_figures, check_files
from generator.verify.files import read_bytes
from generator.verify.layout import check_layout
from generator.verify.objection import Objection


def judge(path: Path, *, figures: bool = True, layout: bool = True) -> tuple[Objection, ...]:
    """Return what is wrong with a finished file, nothing where all is proved.

    Raises UsageError for a file that is no report, InputError for one that cannot be read.
    """
    found = check_figures(read_bytes(path), str(path)) if figures else ()
    return (*found, *(check_layout(path) if layout else ()))


def judge_bytes(files: Mapping[str, bytes]) -> dict[str, tuple[Objection, ...]]:
    """Return the objections to the figures of files that are not published yet, by name.

    Their layout is the office's own matter: a template or a reference file may leave the
    decree's.
    """
    return check_files(files)
