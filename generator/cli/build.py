"""``soket build``: reads sources and configs, writes the reports."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from generator.cli.messages import ProgressLine, say, show_errors, show_remarks
from generator.cli.options import (
    NamedPath,
    Session,
    debug_option,
    path_argument,
    read_day,
    split_words,
)
from generator.cli.projects import load_configs

if TYPE_CHECKING:
    from generator.building import ReportResult


class Options(TypedDict):
    """The options of the command line."""

    configs: tuple[Path, ...]
    formats: tuple[str, ...]
    provinces: tuple[str, ...]
    periods: tuple[str, ...]
    as_of: date | None
    output: Path
    jobs: int | None
    force: bool
    strict: bool
    quiet: bool
    as_json: bool


def _processors() -> int:
    """Return how many processors this process may use."""
    ask = getattr(os, "sched_getaffinity", None)
    return len(ask(0)) if ask else os.cpu_count() or 1


@click.command("build", short_help="Write the reports.")
@path_argument("configs", required=False, metavar="[CONFIG]...")
@click.option("--format", "formats", callback=split_words, metavar="docx,pdf,html", help="Formats.")
@click.option(
    "--province",
    "--body",
    "provinces",
    multiple=True,
    metavar="SLUG",
    help="Only this one, a province or a central body.",
)
@click.option("--period", "periods", multiple=True, metavar="P", help="Only this one.")
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help="Day of the reports, in place of the letterhead's: 'latest' counts from it.",
)
@click.option(
    "--output",
    type=NamedPath(),
    default=Path("output"),
    show_default=True,
    metavar="DIR",
    help="Folder of the reports.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Reports made side by side; by default one for each processor.",
)
@click.option(
    "--force", is_flag=True, help="Changes nothing: every report is made anew at each build."
)
@click.option("--strict", is_flag=True, help="A finding of severity error stops the build.")
@click.option("--quiet", is_flag=True, help="No messages but errors.")
@click.option("--json", "as_json", is_flag=True, help="A summary for programs on stdout.")
@debug_option
@click.pass_obj
def command(session: Session, /, **options: Unpack[Options]) -> int:
    """Write the reports of CONFIG, by default of every config in config/reports/."""
    from generator.building import build
    from generator.catalogue import load_catalogue
    from generator.config import make_plan

    configs = load_configs(options["configs"], options["as_of"])
    plan = make_plan(
        configs,
        load_catalogue(configs[0].root.absolute()),
        provinces=options["provinces"],
        periods=options["periods"],
        formats=options["formats"],
        output_dir=options["output"],
    )
    progress = ProgressLine(quiet=options["quiet"])
    progress.start(len(plan.jobs))
    results = build(
        plan,
        jobs=options["jobs"] or _processors(),
        strict=options["strict"],
        progress=progress.step,
    )
    _report(results, options, session)
    return max((error.exit_code for one in results for error in one.errors), default=0)


def _report(results: tuple[ReportResult, ...], options: Options, session: Session) -> None:
    """Write the summary: for programs to stdout, for people to stderr."""
    from generator.cli.summary import summary_json, summary_lines

    if options["as_json"]:
        click.echo(summary_json(results))
    if not options["quiet"]:
        show_remarks(remark for one in results for remark in one.remarks)
        for line in summary_lines(results):
            say(line)
    for one in results:
        if one.errors:
            say(f"{one.name}: not written")
            show_errors(one.errors)
        if one.trace and session.debug:
            say(one.trace)
