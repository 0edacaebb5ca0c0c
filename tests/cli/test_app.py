"""What all commands have in common: help, errors, exit codes, streams."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest

from generator import __version__
from generator.cli import app
from generator.errors import InputError, Location, RenderError, SoketError, UsageError
from tests.cli.conftest import Soket

ROOT = Path(__file__).resolve().parents[2]
NAMES = [command.name for command in app.COMMANDS]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        env={**ENVIRONMENT, **variables},
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def on_a_terminal(*arguments: str, **variables: str) -> bytes:
    """Return what the program writes to stderr when that is a terminal."""
    reader, writer = pty.openpty()
    command = [sys.executable, "-m", "generator", *arguments]
    with subprocess.Popen(
        command,
        env={**ENVIRONMENT, "TERM": "xterm", **variables},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=writer,
    ):
        os.close(writer)
        found = b""
        while True:
            try:
                part = os.read(reader, 4096)
            except OSError:  # how Linux tells the end of a terminal
                part = b""
            if not part:
                break
            found += part
    os.close(reader)
    return found


def test_version(soket: Soket) -> None:
    """--version tells the version of the package."""
    assert soket("--version").out.strip() == f"soket, version {__version__}"


@pytest.mark.parametrize("name", NAMES)
def test_each_command_explains_itself(soket: Soket, name: str) -> None:
    """--help of each command says what it does and what each option does."""
    said = soket(name, "--help")
    assert said.code == 0
    command = app.group.commands[name]
    assert command.short_help
    assert f"Usage: soket {name}" in said.out
    for option in command.params:
        assert not isinstance(option, click.Option) or option.help


def test_help_names_commands_and_exit_codes(soket: Soket) -> None:
    """The first help shows every command and what each exit code means."""
    said = soket("--help")
    assert all(f"\n  {name} " in said.out for name in NAMES)
    assert "Exit codes: 0 done; 1 findings; 2 wrong usage" in said.out


def test_no_command_is_wrong_usage(soket: Soket) -> None:
    """Without a command there is nothing to do."""
    said = soket()
    assert (said.code, said.out) == (2, "")
    assert said.err == "error: missing command; 'soket --help' shows what is possible\n"


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (UsageError("bad", location=Location("a", 2, 3)), 2, "error: a:2:3: bad\n"),
        (InputError("gone", hint="look for it"), 3, "error: gone; look for it\n"),
        (RenderError("no", expected="yes"), 4, "error: no; expected yes\n"),
        (SoketError("found\n\nsomething"), 1, "error: found something\n"),
        (OSError(28, "No space left"), 4, "error: cannot write the data: No space left; check "),
        (PermissionError(13, "Permission denied", "a.yaml"), 3, "error: a.yaml:1:1: cannot use "),
        (KeyboardInterrupt(), 130, "\nerror: interrupted\n"),
        (click.Abort(), 130, "error: interrupted\n"),
    ],
)
def test_each_error_has_its_code_and_one_line(
    soket: Soket,
    monkeypatch: pytest.MonkeyPatch,
    raised: BaseException,
    code: int,
    told: str,
) -> None:
    """An error of any kind is one line on stderr and its exit code, never a traceback."""

    def failing(**_options: object) -> int:
        raise raised

    monkeypatch.setattr(app.group.commands["schema"], "callback", failing)
    said = soket("schema", "report")
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(told)
    assert said.err.strip().count("\n") == 0


def test_a_defect_is_told_without_a_traceback(
    soket: Soket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception that nobody expected is called a defect; its code is none of the public ones."""

    def failing(**_options: object) -> int:
        raise ZeroDivisionError("nothing to divide by")

    monkeypatch.setattr(app.group.commands["schema"], "callback", failing)
    said = soket("schema", "report")
    assert said.code not in range(5)
    assert said.err.startswith("error: defect of soket: ZeroDivisionError: nothing to divide by;")
    assert "Traceback" not in said.err
    for place in (("--debug", "schema", "report"), ("schema", "report", "--debug")):
        assert "Traceback" in soket(*place).err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("build", "--help"),
        ("list", "provinces"),
        ("list", "templates"),
        ("schema", "report"),
        ("extract", "seeds/000_9457241f541ae05e.txt"),
        ("check", "seeds/000_9457241f541ae05e.txt"),
    ],
    ids=" ".join,
)
def test_light_commands_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Commands that render nothing do not wait for the libraries that do."""
    code = (
        "import sys; from generator.cli.app import run; run(sys.argv[1:]);"
        "print(*sorted({'weasyprint', 'matplotlib', 'docx', 'pptx'} & set(sys.modules)),"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout
    assert done.stderr.strip() == ""


def test_help_needs_no_validation_library() -> None:
    """--help comes at once: it reads no config, so it loads nothing that checks one."""
    code = "import sys, generator.cli.app; print('pydantic' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_data_is_utf8_in_any_locale() -> None:
    """Vietnamese data comes out whole where the locale knows ASCII only."""
    said = process("list", "provinces", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert said.returncode == 0
    assert "Bình Thuận" in said.stdout


def test_a_closed_pipe_is_no_error() -> None:
    """A reader that has seen enough, like head, ends the program in silence."""
    command = f"'{sys.executable}' -m generator list indicators | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=ENVIRONMENT,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_colour_is_for_terminals_only() -> None:
    """Errors are red on a terminal, plain where NO_COLOR is set or stderr is a file."""
    assert b"\x1b[" in on_a_terminal("nothing")
    assert b"\x1b[" not in on_a_terminal("nothing", NO_COLOR="1")
    assert "\x1b[" not in process("nothing").stderr


def test_json_lists_are_json(soket: Soket) -> None:
    """--format json of each list that needs no source is a list of records."""
    for kind in ("indicators", "provinces", "templates"):
        rows = json.loads(soket("list", kind, "--format", "json").out)
        assert rows
        assert all(isinstance(row, dict) for row in rows)


def test_provinces_know_their_time(soket: Soket) -> None:
    """The list of provinces tells which are gone since the merger and where to."""
    rows = json.loads(soket("list", "provinces", "--format", "json").out)
    by_slug = {row["slug"]: row for row in rows}
    assert by_slug["binh-thuan"] == {
        "slug": "binh-thuan",
        "name": "Bình Thuận",
        "since": "",
        "until": "2025-06-30",
        "then": "lam-dong",
        "code 2004": "60",
        "code 2025": "",
    }
    assert by_slug["lam-dong"]["until"] == ""
    assert "quoc-gia" not in by_slug
    assert [row["slug"] for row in rows[:2]] == ["an-giang", "ba-ria-vung-tau"]


def test_tables_are_aligned(soket: Soket) -> None:
    """The columns of a table begin below their heads."""
    head, *rows = soket("list", "provinces").out.splitlines()
    column = head.index("name")
    assert all(row[column - 1] == " " and row[column] != " " for row in rows)


def test_the_schema_takes_the_shipped_configs(soket: Soket) -> None:
    """The schema is JSON and names the templates that exist."""
    schema = json.loads(soket("schema", "report").out)
    assert schema["required"] == ["template", "periods"]
    assert set(schema["properties"]["template"]["enum"]) >= {"so-ket", "ban-tin", "bao-cao-tinh"}
