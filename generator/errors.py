"""Errors that a user may meet, and what each means for the exit code.

    SoketError
    ├── UsageError    2  wrong usage or a wrong config
    ├── InputError    3  an input could not be read
    └── RenderError   4  a report could not be rendered

Every error carries where it is, what is wrong, what was expected and how to
mend it. Only ``generator.cli`` turns them into text and exit codes; any other
exception that reaches it is a defect of the program.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in an input file; line and column count from 1, 0 means unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN``, with 1:1 where the place is not known."""
        return f"{self.file}:{self.line or 1}:{self.column or 1}"


class SoketError(Exception):
    """Base of all errors that are shown to a user as one sentence."""

    exit_code = 1

    def __init__(
        self,
        message: str,
        *,
        location: Location | None = None,
        expected: str = "",
        hint: str = "",
    ) -> None:
        """Keep the parts of the message apart; ``str()`` joins them."""
        super().__init__(message)
        self.message = message
        self.location = location
        self.expected = expected
        self.hint = hint

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN: message; expected …; hint`` on one line."""
        head = f"{self.location}: {self.message}" if self.location else self.message
        parts = [head]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.hint:
            parts.append(self.hint)
        return "; ".join(" ".join(part.split()) for part in parts)


class UsageError(SoketError):
    """The command line or a config is wrong."""

    exit_code = 2


class ConfigErrors(UsageError):
    """Several mistakes of one config, all found in one run."""

    def __init__(self, errors: tuple[UsageError, ...]) -> None:
        """Keep the single errors in the order of their place in the file."""
        super().__init__("; ".join(str(error) for error in errors))
        self.errors = errors


class InputError(SoketError):
    """A source, a template or a data file could not be read."""

    exit_code = 3


class InputErrors(InputError):
    """Several inputs that could not be read, all found in one run."""

    def __init__(self, errors: tuple[SoketError, ...]) -> None:
        """Keep the single errors in the order in which the config names them."""
        super().__init__("; ".join(str(error) for error in errors))
        self.errors = errors


class RenderError(SoketError):
    """A report could not be composed, rendered or written."""

    exit_code = 4
