"""``soket review``: the first draft of the file in which a person decides on doubtful facts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.messages import say
from generator.cli.options import debug_option, path_argument
from generator.cli.projects import split_inputs
from generator.errors import InputErrors, SoketError, UsageError

if TYPE_CHECKING:
    from generator.catalogue import Catalogue
    from generator.pipeline import Evidence

_BESIDE = "review.new.yaml"


@click.command("review", short_help="Draft the file of decisions on doubtful facts.")
@path_argument("paths", required=False, metavar="[CONFIG|FILE]...")
@click.option("--force", is_flag=True, help="Add to a review.yaml that is there already.")
@debug_option
def command(paths: tuple[Path, ...], *, force: bool) -> int:
    """Write review.yaml beside the sources of CONFIG, by default of every config.

    It holds each doubtful fact and each finding with its quote, still to be decided:
    correct, exclude, use, or add one that was not found. What is decided there takes
    effect with the next build. Where a review.yaml lies already, what is new goes to
    review.new.yaml; with --force to the end of review.yaml, whose entries stay.
    """
    from generator.outputs import write_files
    from generator.pipeline import gather, load_project

    root, sources = split_inputs(paths)
    project = load_project(root)
    evidence = gather(sources, project)
    if evidence.errors:  # a draft on half of the sources would miss half of the doubts
        raise InputErrors(evidence.errors)
    texts = {folder: text for folder, text in _drafts(evidence, project.catalogue).items() if text}
    targets = [_target(folder, text, force=force) for folder, text in texts.items()]
    for path, text in targets:
        write_files({path: text.encode()}, path.parent)
        say(f"wrote {path}")
    if not targets:
        say("nothing to decide")
    return 0


def _drafts(evidence: Evidence, catalogue: Catalogue) -> dict[Path, str]:
    """Return the draft of each folder, "" where nothing in it is doubtful."""
    from generator.checks.output import RULES
    from generator.review import draft, weak

    folders: dict[Path, list[str]] = {}
    for doc, folder in evidence.homes.items():
        folders.setdefault(folder, []).append(doc)
    doubtful = weak(evidence.facts)
    meanings = {**RULES, **{one.id: one.label for one in catalogue.indicators.values()}}
    return {
        folder: draft(evidence.findings, doubtful, evidence.reviewed, frozenset(docs), meanings)
        for folder, docs in folders.items()
    }


def _target(folder: Path, text: str, *, force: bool) -> tuple[Path, str]:
    """Return where a draft goes and what is written there."""
    from generator.review import NAME

    path = folder / NAME
    if not path.exists() or not path.read_bytes().strip():
        return path, text
    if force:
        return path, _added(path, text)
    beside = folder / _BESIDE
    if beside.exists():
        raise UsageError(
            f"{beside} is there already",
            hint=f"move its entries into {path} and remove it, or take --force",
        )
    return beside, text


def _added(path: Path, text: str) -> str:
    """Return a review file with the entries of a draft behind its own."""
    from generator.review import extended

    try:
        return extended(path.read_text("utf-8-sig"), text, path.as_posix())
    except (SoketError, UnicodeDecodeError) as exc:
        raise UsageError(
            f"no entries can be added to {path}",
            expected="the key 'decisions' with its entries one below the other at the end",
            hint="without --force they go to a file beside it",
        ) from exc
