"""Reading a file in a process of its own, bounded in memory and time.

The libraries that read PDF are native code; a file made to crash one, to fill the memory
or to run forever ends that process only. The parent asks with ``ask``, the child answers
with ``serve``: the file on standard input, JSON on standard output.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.sources.limits import unreadable

MEMORY_BYTES = 3 * 1024 * 1024 * 1024
CPU_SECONDS = 100
SECONDS = 120
_HINT = "print it anew to PDF, or save it as .docx"

Answer = dict[str, Any]


def ask(module: str, data: bytes, file: str, errors: Mapping[str, tuple[str, str]]) -> Answer:
    """Return what the child ``module`` answers of a file.

    ``errors`` maps a word that it answers as ``error`` to what is wrong and how to mend
    it. Raises InputError for these, and where it crashed or took too long.
    """
    answer = _answered(module, data, file)
    if answer is None:
        problem = "this PDF breaks the reader, or needs too much memory"
        raise unreadable(file, problem, hint=_HINT)
    if "error" in answer:
        problem, hint = errors.get(str(answer["error"]), errors["broken"])
        raise unreadable(file, problem, hint=hint)
    return answer


def _answered(module: str, data: bytes, file: str) -> Answer | None:
    """Return the answer of the child, None where it has none. Raises InputError."""
    root = str(Path(__file__).resolve().parents[2])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 a fixed command
            [sys.executable, "-m", module],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": paths},
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired as exc:
        raise unreadable(file, "this PDF takes far too long to read", hint=_HINT) from exc
    except (OSError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def serve(read: Callable[[bytes], Answer]) -> None:
    """Answer as the child: bound this process, read standard input, write JSON."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer = json.dumps(read(sys.stdin.buffer.read()))
    sys.stdout.write(answer)
