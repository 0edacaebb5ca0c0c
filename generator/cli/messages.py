"""What goes to stderr: errors, remarks, progress. Colour and progress on a terminal only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

import click

from generator.errors import SoketError
from generator.model.finding import Diagnostic


def _colour() -> bool | None:
    """Return False where the user wants no colour, None to let the terminal decide."""
    return False if os.environ.get("NO_COLOR") else None


def error_line(error: SoketError) -> str:
    """Return the one line of an error, coloured for a terminal."""
    return f"{click.style('error:', fg='red', bold=True)} {error}"


def show_errors(errors: Iterable[SoketError]) -> None:
    """Write each error once, in order."""
    for line in dict.fromkeys(error_line(error) for error in errors):
        click.echo(line, err=True, color=_colour())


def show_remarks(remarks: Iterable[Diagnostic]) -> None:
    """Write each remark on the reading of a table once, in order."""
    for one in dict.fromkeys(remarks):
        say(f"{one.severity.value}: {f'{one.location}: ' if one.location else ''}{one.message}")


def say(text: str) -> None:
    """Write one line of a message."""
    click.echo(text, err=True, color=_colour())


class ProgressLine:
    """One line on the terminal that tells how far a build is; nothing elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        """Be silent when told so or when stderr is no terminal."""
        self.active = not quiet and sys.stderr.isatty()

    def start(self, total: int) -> None:
        """Tell that the work begins."""
        self._write(f"reading sources for {total} report{'s' * (total != 1)} …")

    def step(self, done: int, total: int, name: str) -> None:
        """Tell that one report is done; the last step clears the line."""
        self._write(f"{done}/{total} {name}" if done < total else "")

    def _write(self, text: str) -> None:
        if self.active:
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()
