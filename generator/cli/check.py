"""``soket check``: what the sources contradict, in themselves and each other."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from generator.cli.options import debug_option, format_option, path_argument
from generator.cli.projects import gather_inputs
from generator.errors import InputErrors


@click.command("check", short_help="Find contradictions in the sources.")
@path_argument("paths", required=False, metavar="[CONFIG|FILE]...")
@format_option("table", "json", "junit", "sarif")
@debug_option
def command(paths: tuple[Path, ...], form: str) -> int:
    """Write the findings on the sources of CONFIG or on the FILEs to stdout.

    Without a path the sources of every config in config/reports/ are checked. The exit
    code is 1 where a finding is of severity error.
    """
    from generator.checks.output import WIDTH, render
    from generator.model.finding import Severity

    evidence = gather_inputs(paths)
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    click.echo(render(evidence.findings, evidence.base, form, width), nl=False)
    if evidence.errors:
        raise InputErrors(evidence.errors)
    return int(any(one.severity is Severity.ERROR for one in evidence.findings))
