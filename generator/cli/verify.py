"""``soket verify``: the proof that finished files say what their facts say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.messages import say
from generator.cli.options import debug_option, format_option, path_argument
from generator.errors import InputError, InputErrors
from generator.verify.objection import Objection

_Objections = tuple[Objection, ...]
_Read = TypeVar("_Read")
_AGAINST = {
    "layout": " in its layout",
    "facts": " by the facts that it carries; words without a figure are held against the trace in"
    " the file alone (--project composes them anew from the sources)",
    "sources": " by its facts, these by their sources, and its words by what these give today",
}


@click.command("verify", short_help="Prove every number and the layout of finished files.")
@path_argument("outputs", required=True, metavar="OUTPUT...")
@click.option("--figures", "only_figures", is_flag=True, help="Only the numbers.")
@click.option("--layout", "only_layout", is_flag=True, help="Only the layout.")
@click.option(
    "--project",
    metavar="DIR|CONFIG",
    type=click.Path(path_type=Path, exists=True),
    help="Read the sources of this project again, too, and compose the report anew.",
)
@format_option("table", "json")
@debug_option
def command(
    outputs: tuple[Path, ...],
    only_figures: bool,  # noqa: FBT001  a flag of click
    only_layout: bool,  # noqa: FBT001  a flag of click
    project: Path | None,
    form: str,
) -> int:
    """Read finished reports again and prove them, without the project they were made in.

    Each number in text, tables, notes and charts must be one of the file's facts,
    computed from them, or of the document's own numbering, dates and legal references;
    the layout must follow Nghị định 30/2020/NĐ-CP. With --project each quote must also
    stand in its source letter for letter, each fact be what is read there today, and each
    word of the report what its config and these sources make of it. Without it, fixed
    words are held against the trace that the file itself carries: who changes both
    alike may not be found.
    Objections go to stdout; the exit code is 1 where there is one. A file that cannot be
    read does not keep the others from their proof; the exit code is then 3.
    """
    from generator.cli.again import by_project
    from generator.verify.files import load_lineage, saved_by
    from generator.verify.judge import judge

    both = only_figures == only_layout

    def judged(path: Path) -> _Objections:
        return judge(path, figures=both or only_figures, layout=both or only_layout)

    held, mistakes = _each(outputs, load_lineage) if project is not None else ({}, {})
    against = {} if project is None else by_project(held, project)
    found, unread = _each([path for path in outputs if path not in mistakes], judged)
    mistakes |= unread
    found = {path: (*objections, *against.get(path, ())) for path, objections in found.items()}
    proof = "sources" if project is not None else "facts" if both or only_figures else "layout"
    if form == "json":
        click.echo(_json(outputs, found, mistakes, proof), nl=False)
    else:
        click.echo(_table(found), nl=False)
        for path, objections in found.items():
            if objections and (program := saved_by(path)):
                say(f"{path}: saved again by {program}; what the build wrote is proved as it is")
            say(f"{path}: {_counted(objections, proof)}")
    if mistakes:
        raise InputErrors(tuple(mistakes.values()))
    return int(any(found.values()))


def _each(
    paths: Iterable[Path], reader: Callable[[Path], _Read]
) -> tuple[dict[Path, _Read], dict[Path, InputError]]:
    """Return what a reader gives for each file, and why others cannot be read."""
    found: dict[Path, _Read] = {}
    mistakes: dict[Path, InputError] = {}
    for path in dict.fromkeys(paths):
        try:
            found[path] = reader(path)
        except InputError as exc:
            mistakes[path] = exc
    return found, mistakes


def _counted(objections: Sequence[Objection], proof: str) -> str:
    """Return what came of one file in words, with what it was held against."""
    count = len(objections)
    if count:
        return f"{count} objection{'s' * (count > 1)}"
    return f"proved{_AGAINST[proof]}"


def _table(found: Mapping[Path, Sequence[Objection]]) -> str:
    """Return place and reason of each objection, then a line for each way to mend them."""
    from generator.verify.mending import meaning_of, mend_of

    lines: list[str] = []
    for path, objections in found.items():
        told = ((meaning_of(one.rule), one.where, one.message) for one in objections)
        lines += (f"{path}: {rule}, at “{where}”\n    {message}\n" for rule, where, message in told)
        mends = dict.fromkeys(mend_of(one.rule) for one in objections)
        lines += (f"{path}: to mend: {mend}\n" for mend in mends)
    return "".join(lines)


def _json(
    paths: Iterable[Path],
    found: Mapping[Path, _Objections],
    mistakes: Mapping[Path, InputError],
    proof: str,
) -> str:
    """Return the objections of each file for programs; ``proof`` is what it was held against.

    A file that cannot be read is not proved; its error says why.
    """
    from generator.verify.mending import mend_of

    files = [
        {
            "path": path.as_posix(),
            "proved": path in found and not found[path],
            "proof": proof,
            "words": "project" if proof == "sources" else "trace" if proof == "facts" else None,
            "error": str(mistakes[path]) if path in mistakes else None,
            "objections": [
                {
                    "rule": one.rule,
                    "where": one.where,
                    "message": one.message,
                    "mend": mend_of(one.rule),
                }
                for one in found.get(path, ())
            ],
        }
        for path in dict.fromkeys(paths)
    ]
    return json.dumps({"schema": 1, "files": files}, ensure_ascii=False, indent=2) + "\n"
