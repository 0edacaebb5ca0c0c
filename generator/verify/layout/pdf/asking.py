"""Asks the bounded child process for the letters and shapes of a PDF."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from generator.errors import InputError
from generator.sources.limits import unreadable

_SECONDS = 120
# what the child answers: what is wrong, how to mend it
_ERRORS = {
    "password": ("this PDF is locked with a password", "save a copy without the password"),
    "broken": ("this PDF is damaged or cut off", "get the file again"),
    "pages": ("this PDF has too many pages", "give the pages that matter"),
    "long": ("this PDF has too much text", "give the pages that matter"),
    "empty": ("this PDF has no text, it may be a scan", "give the file that it was printed from"),
}


def ask(data: bytes, file: str) -> dict[str, Any]:
    """Return fonts and pages as the child tells them. Raises InputError."""
    root = str(Path(__file__).resolve().parents[4])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "generator.verify.layout.pdf.child"],
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except (OSError, ValueError, subprocess.TimeoutExpired) as exc:
        raise _crashed(file) from exc
    if "pages" not in answer:
        problem = _ERRORS.get(str(answer.get("error")))
        raise unreadable(file, problem[0], hint=problem[1]) if problem else _crashed(file)
    return dict(answer)


def _crashed(file: str) -> InputError:
    """Return the error for a PDF at which the reader ended."""
    problem = "this PDF breaks the reader, or takes far too long to read"
    return unreadable(file, problem, hint="print it anew to PDF")
