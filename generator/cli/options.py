"""Options that several commands share, and their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.errors import UsageError

FORMATS = ("docx", "pdf", "html")

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """What one run of the program was told before its command."""

    debug: bool = False


def _set_debug(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value:
        context.ensure_object(Session).debug = True


def debug_option(function: FunctionT) -> FunctionT:
    """Add ``--debug``; its value goes to the session."""
    option = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_set_debug,
        help="Show the stack of an error.",
    )
    return option(function)


def format_option(*names: str) -> Callable[[FunctionT], FunctionT]:
    """Add ``--format`` with these choices; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=Choice(names),
        default=names[0],
        show_default=True,
        help="Form of the data on stdout.",
    )


def path_argument(name: str, *, required: bool, metavar: str) -> Callable[[FunctionT], FunctionT]:
    """Add an argument for any number of paths."""
    return click.argument(
        name,
        nargs=-1,
        required=required,
        metavar=metavar,
        type=NamedPath(),
    )


class NamedPath(click.ParamType[Path]):
    """A path; an empty text, as an unset variable of a script gives it, is none."""

    name = "path"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Return the path. Raises UsageError for an empty one."""
        del ctx
        if not str(value).strip():
            name = f"{param.opts[-1]}: " if isinstance(param, click.Option) else ""
            raise UsageError(
                f"{name}an empty text is no path", expected="the name of a file or folder"
            )
        return Path(value)


class Choice(click.ParamType[str]):
    """One of a few words; a misspelt one is answered with the nearest."""

    name = "choice"

    def __init__(self, words: Sequence[str]) -> None:
        """Keep the words in the order in which the help shows them."""
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the words as the help shows them."""
        del param, ctx
        return "[" + "|".join(self.words) + "]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word. Raises UsageError with the nearest one."""
        del ctx
        if value not in self.words:
            from generator.config.nearest import did_you_mean

            name = f"{param.opts[-1]}: " if isinstance(param, click.Option) else ""
            raise UsageError(
                f"{name}{value!r} is not known",
                expected="one of " + ", ".join(self.words),
                hint=did_you_mean(value, self.words),
            )
        return value


def read_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Return the day of an option, None where it is not given. Raises UsageError."""
    del context
    if value is None:
        return None
    from generator.config.periods import PeriodSyntax, parse_day

    try:
        return parse_day(value)
    except PeriodSyntax as exc:
        raise UsageError(f"{parameter.opts[-1]}: {exc}", hint=exc.hint) from exc


def split_words(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[str, ...]:
    """Return the formats of ``--format docx,pdf``, each one checked."""
    if value is None:
        return ()
    if not value.strip():
        raise UsageError(
            f"{parameter.opts[-1]}: no format is given",
            expected="one or more of " + ", ".join(FORMATS),
            hint="without the option the config decides",
        )
    choice = Choice(FORMATS)
    words = value.split(",")
    return tuple(choice.convert(word.strip(), parameter, context) for word in words)
