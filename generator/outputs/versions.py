"""Versions of everything that shapes the bytes of an output."""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
from importlib import metadata

from generator import __version__

LIBRARIES = ("babel", "fonttools", "jinja2", "lxml", "matplotlib", "python-docx", "python-pptx")
PDF_LIBRARIES = ("weasyprint", "pydyf")

# name in the manifest: stem of the shared library, function that returns its version
_SHARED = {
    "pango": ("pango-1.0", "pango_version_string"),
    "harfbuzz": ("harfbuzz", "hb_version_string"),
}


def versions() -> dict[str, str]:
    """Return the version of each library that is there, by name."""
    found = {"soket": __version__}
    for name in (*LIBRARIES, *PDF_LIBRARIES):
        if version := library_version(name):
            found[name] = version
    for name in _SHARED:
        if version := shared_version(name):
            found[name] = version
    return dict(sorted(found.items()))


def library_version(name: str) -> str:
    """Return the version of an installed Python library, "" if it is missing."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def shared_version(name: str) -> str:
    """Return the version of a shared library of the system, "" if it is missing."""
    stem, function = _SHARED[name]
    library = load_shared(stem)
    if library is None:
        return ""
    ask = getattr(library, function)
    ask.restype = ctypes.c_char_p
    answer: bytes | None = ask()
    return answer.decode("ascii", "replace") if answer else ""


def load_shared(stem: str) -> ctypes.CDLL | None:
    """Return a shared library by the stem of its name, None if it is missing."""
    for name in (f"lib{stem}.so.0", f"lib{stem}.dylib"):
        with contextlib.suppress(OSError):
            return ctypes.CDLL(name)
    found = ctypes.util.find_library(stem)  # asks other programs, so it comes last
    with contextlib.suppress(OSError):
        return ctypes.CDLL(found) if found else None
    return None
