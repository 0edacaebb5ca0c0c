"""``soket doctor``: what this machine lacks, and the one command that mends it."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import click

from generator.cli.messages import say
from generator.cli.options import debug_option, format_option
from generator.cli.tables import table

MINIMUM = (3, 11)
FONT = "Liberation Serif"

# stem of the shared library: Debian package that holds it
SHARED = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz": "libharfbuzz0b",
    "harfbuzz-subset": "libharfbuzz-subset0",
    "fontconfig": "libfontconfig1",
}
# Debian 12 calls the second generation fonts-liberation2; the first one lacks letters as "ơ"
FONT_PACKAGES = ("fonts-liberation2", "fonts-liberation")
_LETTERS = "1a1 1b0 1ebf"  # "ơ", "ư", "ế" as fontconfig asks for them


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at.

    ``package`` is the Debian package and ``library`` the Python package that
    mends it, ``command`` any other remedy; all are "" where nothing is wrong.
    """

    name: str
    ok: bool
    found: str
    package: str = ""
    library: str = ""
    command: str = ""


@click.command("doctor", short_help="Find what this machine lacks.")
@format_option("table", "json")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Folder of the reports, to be written to.",
)
@debug_option
def command(form: str, output: Path) -> int:
    """Look for what a build needs: versions, libraries, fonts, write access."""
    examined = [*_python(), *_libraries(), *_shared(), *_fonts(), *_access(output)]
    remedy = mend(examined)
    if form == "json":
        rows = [{"name": one.name, "ok": one.ok, "found": one.found} for one in examined]
        click.echo(json.dumps({"checks": rows, "mend": remedy}, ensure_ascii=False, indent=2))
    else:
        lines = [("ok" if one.ok else "missing", one.name, one.found) for one in examined]
        click.echo(table(("state", "what", "found"), lines))
    if remedy:
        say(f"to mend it: {remedy}")
    return 0 if all(one.ok for one in examined) else 1


def mend(examined: list[Examined]) -> str:
    """Return the one command that mends all, "" where nothing is wrong."""
    packages = " ".join(one.package for one in examined if one.package)
    libraries = " ".join(f"'{one.library}'" for one in examined if one.library)
    steps = [f"sudo apt-get install -y {packages}"] if packages else []
    steps += [f"{Path(sys.executable).name} -m pip install {libraries}"] if libraries else []
    steps += [one.command for one in examined if one.command]
    return " && ".join(steps)


def _python() -> Iterator[Examined]:
    ok = sys.version_info >= MINIMUM
    remedy = "" if ok else "install Python 3.11 or newer"
    yield Examined("python", ok, platform.python_version(), command=remedy)


def _libraries() -> Iterator[Examined]:
    from generator.outputs.versions import library_version

    for name, wanted in _required():
        version = library_version(name)
        yield Examined(name, bool(version), version, library="" if version else wanted)


def _required() -> Iterator[tuple[str, str]]:
    """Yield the Python libraries that soket declares: name, and name with version."""
    from generator.outputs.versions import LIBRARIES, PDF_LIBRARIES

    try:
        declared = metadata.requires("soket") or []
    except metadata.PackageNotFoundError:
        declared = [*LIBRARIES, *PDF_LIBRARIES]  # run from a checkout that is not installed
    for line in declared:
        wanted, _, condition = line.partition(";")
        name = re.match(r"[A-Za-z0-9._-]+", wanted)
        if name and "extra" not in condition:
            yield name[0], wanted.strip()


def _shared() -> Iterator[Examined]:
    from generator.outputs.versions import load_shared

    for stem, package in SHARED.items():
        ok = load_shared(stem) is not None
        yield Examined(f"lib{stem}", ok, "found" if ok else "", package="" if ok else package)


def _fonts() -> Iterator[Examined]:
    """Look for the font of the reports through fontconfig, which the PDF uses too."""
    program = shutil.which("fc-list")
    if program is None:
        yield Examined("fc-list", ok=False, found="", package="fontconfig")
        return
    listed = subprocess.run(  # noqa: S603 a fixed command
        [program, f":family={FONT}:charset={_LETTERS}", "style"],
        capture_output=True,
        text=True,
        check=False,
    )
    styles = len(set(listed.stdout.split("\n")) - {""})
    found = f"{styles} styles" if styles else ""
    package = "" if styles else _font_package()
    yield Examined(f"font {FONT}", bool(styles), found, package=package)


def _font_package() -> str:
    """Return the package of this system that holds the font with all Vietnamese letters."""
    program = shutil.which("apt-cache")
    for name in FONT_PACKAGES[:-1] if program else ():
        shown = subprocess.run(  # noqa: S603 a fixed command
            [str(program), "show", name], capture_output=True, text=True, check=False
        )
        if shown.stdout.strip():
            return name
    return FONT_PACKAGES[-1]


def _access(output: Path) -> Iterator[Examined]:
    """Try to write where the reports go, or where their folder would be made."""
    folder = next(path for path in (output, *output.absolute().parents) if path.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield Examined(f"writing to {output}", ok=True, found="allowed")
    except OSError as exc:
        yield Examined(
            f"writing to {output}",
            ok=False,
            found=exc.strerror or "refused",
            command=f"chmod u+w '{folder}'",
        )
