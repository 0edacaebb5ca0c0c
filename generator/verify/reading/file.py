"""Which reader a file needs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from generator.errors import InputError, Location, UsageError
from generator.verify.reading.text import FileText

FORMS = (".docx", ".pdf", ".html")


def read_file(data: bytes, name: str) -> FileText:
    """Return what a report file prints; its suffix says which form it has.

    Raises UsageError for another suffix, InputError for a file that is broken or
    that carries no facts.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in FORMS:
        raise UsageError(
            f"{name} is no report of soket",
            expected="a file " + ", ".join(FORMS[:-1]) + " or .html",
        )
    module = import_module(f"generator.verify.reading.{suffix[1:]}")
    reader: Callable[[bytes], FileText] = module.read
    try:
        found = reader(data)
    except Exception as exc:  # a library's own errors differ with its version
        raise InputError(
            f"the file cannot be read as {suffix[1:].upper()}: {exc}", location=Location(name)
        ) from exc
    if not found.lineage:
        raise InputError(
            "the file carries no facts of soket",
            location=Location(name),
            hint="only files that 'soket build' wrote can be followed back; one that was printed"
            " or converted from them has lost its facts",
        )
    return found
