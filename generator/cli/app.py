"""The command group, and the one place where errors become text and exit codes."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import TextIO

import click

from generator import __version__
from generator.cli import (
    build,
    check,
    diff,
    doctor,
    extract,
    listing,
    new,
    review,
    schema,
    trace,
    verify,
)
from generator.cli.messages import show_errors
from generator.cli.options import Session, debug_option
from generator.errors import (
    ConfigErrors,
    InputError,
    InputErrors,
    Location,
    RenderError,
    SoketError,
    UsageError,
)

# a defect of the program: not one of the public codes 0 to 4
DEFECT = 70
INTERRUPTED = 130

COMMANDS = (
    build.command,
    extract.command,
    check.command,
    review.command,
    verify.command,
    trace.command,
    diff.command,
    listing.command,
    schema.command,
    new.command,
    doctor.command,
)


class _Group(click.Group):
    """The commands; a misspelt one is answered with the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command of a name. Raises UsageError for an unknown one."""
        from generator.config.nearest import did_you_mean

        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            raise UsageError(
                f"no such command: {args[0]!r}",
                expected="one of " + ", ".join(names),
                hint=did_you_mean(args[0], names),
            )
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
)
@click.version_option(__version__, prog_name="soket")
@debug_option
def group() -> None:
    """Sơ Kết: Vietnamese periodic reports from source texts, every figure traced.

    Exit codes: 0 done; 1 findings; 2 wrong usage or config; 3 an input could not be
    read; 4 a report could not be rendered.
    """


for _command in COMMANDS:
    group.add_command(_command)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code. No exception leaves this."""
    _utf8(sys.stdout)
    _utf8(sys.stderr)
    session = Session()
    try:
        return _called(arguments, session)
    except Exception as exc:  # noqa: BLE001 the last place that can explain itself
        return _explained(exc, session)


def _called(arguments: Sequence[str], session: Session) -> int:
    """Call the command; what it returns is the exit code."""
    try:
        code = group.main(list(arguments), "soket", standalone_mode=False, obj=session)
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader of a pipe has seen enough; nothing more can be written there
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _explained(exc: Exception, session: Session) -> int:
    """Show an exception as one sentence and return its exit code."""
    if isinstance(exc, click.exceptions.Exit):
        return exc.exit_code
    error = _as_error(exc)
    if isinstance(error, ConfigErrors | InputErrors):
        show_errors(error.errors)
    else:
        show_errors((error,))
    if session.debug:
        click.echo("".join(traceback.format_exception(exc)), err=True)
    return error.exit_code


class _Interrupted(SoketError):
    """The user pressed Ctrl-C."""

    exit_code = INTERRUPTED


class _Defect(SoketError):
    """An exception that nothing in the program expected."""

    exit_code = DEFECT


def _as_error(exc: Exception) -> SoketError:
    """Return any exception as an error for users."""
    if isinstance(exc, SoketError):
        return exc
    if isinstance(exc, click.ClickException):
        return _usage_error(exc)
    if isinstance(exc, click.Abort):  # click's form of KeyboardInterrupt
        return _Interrupted("interrupted")
    if isinstance(exc, OSError):
        return _system_error(exc)
    return _Defect(
        f"defect of soket: {type(exc).__name__}: {exc}",
        hint="this should not happen; run the command again with --debug and report what it shows",
    )


def _system_error(exc: OSError) -> SoketError:
    """Return what the system refused: a file it names, else the writing of the data."""
    reason = exc.strerror or str(exc)
    if exc.filename is not None:
        return InputError(f"cannot use the file: {reason}", location=Location(str(exc.filename)))
    return RenderError(f"cannot write the data: {reason}", hint="check the free space")


def _usage_error(exc: click.ClickException) -> UsageError:
    """Return what click refused, in the form of all other errors."""
    context = getattr(exc, "ctx", None)
    path = context.command_path if context else "soket"
    help_hint = f"'{path} --help' shows what is possible"
    if isinstance(exc, click.NoSuchOption):
        from generator.config.nearest import did_you_mean

        hint = did_you_mean(exc.option_name, _option_names(context)) or help_hint
        return UsageError(f"no such option: {exc.option_name}", hint=hint)
    if isinstance(exc, click.MissingParameter) or not isinstance(exc, click.BadParameter):
        return UsageError(_plain(exc.format_message()), hint=help_hint)
    if exc.param is not None:
        return UsageError(f"{exc.param.opts[-1]}: {_plain(exc.message)}", hint=help_hint)
    return UsageError(_plain(exc.message), hint=help_hint)


def _option_names(context: click.Context | None) -> list[str]:
    """Return the long options of a command."""
    parameters = context.command.get_params(context) if context else []
    return [name for one in parameters for name in one.opts if name.startswith("--")]


def _plain(message: str) -> str:
    """Return a message of click as the rest of the program writes them."""
    text = message.strip().rstrip(".")
    return text[:1].lower() + text[1:]


def _utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the locale says: the data is Vietnamese."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
