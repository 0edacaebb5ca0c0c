"""``soket verify``: the proof that finished files say what their facts say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.cli.messages import say
from generator.cli.options import debug_option, format_option, path_argument
from generator.verify.objection import Objection


@click.command("verify", short_help="Prove every number and the layout of finished files.")
@path_argument("outputs", required=True, metavar="OUTPUT...")
@click.option("--figures", "only_figures", is_flag=True, help="Only the numbers.")
@click.option("--layout", "only_layout", is_flag=True, help="Only the layout.")
@format_option("table", "json")
@debug_option
def command(
    outputs: tuple[Path, ...],
    only_figures: bool,  # noqa: FBT001  a flag of click
    only_layout: bool,  # noqa: FBT001  a flag of click
    form: str,
) -> int:
    """Read finished reports again and prove them, without the project they were made in.

    Each number in text, tables, notes and charts must be one of the file's facts,
    computed from them, or of the document's own numbering, dates and legal references;
    the layout must follow Nghị định 30/2020/NĐ-CP. Objections go to stdout; the exit
    code is 1 where there is one.
    """
    from generator.verify.judge import judge

    both = only_figures == only_layout
    found = {
        path: judge(path, figures=both or only_figures, layout=both or only_layout)
        for path in outputs
    }
    click.echo(_json(found) if form == "json" else _table(found), nl=False)
    if form == "table":
        for path, objections in found.items():
            say(f"{path}: {_counted(objections)}")
    return int(any(found.values()))


def _counted(objections: Sequence[Objection]) -> str:
    """Return what came of one file in words."""
    count = len(objections)
    return f"{count} objection{'s' * (count > 1)}" if count else "proved"


def _table(found: Mapping[Path, Sequence[Objection]]) -> str:
    """Return a line for each objection."""
    return "".join(
        f"{path}: {one.where}: {one.message} ({one.rule})\n"
        for path, objections in found.items()
        for one in objections
    )


def _json(found: Mapping[Path, Sequence[Objection]]) -> str:
    """Return the objections of each file for programs."""
    files = [
        {
            "path": path.as_posix(),
            "proved": not objections,
            "objections": [
                {"rule": one.rule, "where": one.where, "message": one.message} for one in objections
            ],
        }
        for path, objections in found.items()
    ]
    return json.dumps({"schema": 1, "files": files}, ensure_ascii=False, indent=2) + "\n"
