"""The command line: wiring, progress, exit codes.

``app`` holds the command group and turns errors into text and exit codes; each
command is a module of its own that loads what it needs only when it runs.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``soket`` with the arguments of the process and leave with its exit code."""
    from generator.cli.app import run

    sys.exit(run(sys.argv[1:]))


__all__ = ["main"]
