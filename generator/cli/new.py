"""``soket new``: a project folder that builds as it stands."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.messages import say
from generator.cli.options import debug_option
from generator.errors import UsageError


@click.command("new", short_help="Make a project that builds.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@debug_option
def command(folder: Path) -> int:
    """Make a new project in DIR: a config, a sample source, a README."""
    from generator.cli.skeleton import skeleton
    from generator.outputs import write_files

    if folder.is_symlink() or (folder.exists() and not _is_empty_folder(folder)):
        raise UsageError(
            f"{folder} is there already",
            expected="a folder that is new or empty",
            hint="choose another name",
        )
    files = {folder / name: text.encode() for name, text in skeleton().items()}
    write_files(files, folder)
    for path in files:
        say(f"wrote {path}")
    say(f"next: cd {folder} && soket build")
    return 0


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())
