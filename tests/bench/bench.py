"""Speed, measured: a report against a plain script of the same content, and reading.

usage: python -m tests.bench.bench [--rounds N]

Times move with the machine, ratios hold: both sides run in turn, each in a process of
its own, and the median of the rounds counts.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generator.composing import compose
from generator.config import load_report_config, make_plan, template_names
from generator.extraction import extract, load_rules
from generator.model.document import Document
from generator.model.source_text import SourceText
from generator.pipeline import gather, load_project
from generator.report import build_report
from generator.sources import read_sources
from tests.bench.content import content_of

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIG = ROOT / "config/reports/so-ket.yaml"
SIZES = (1, 2, 4, 8)


def seconds(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how long a piece of work takes by a clock."""
    start = clock()
    work()
    return clock() - start


def run(*command: str | Path) -> None:
    """Run a command of this Python in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, *map(str, command)], cwd=ROOT, env=env, check=True, capture_output=True
    )


def document(folder: Path) -> Document:
    """Return the block tree of the example report."""
    project = load_project(ROOT)
    config = load_report_config(CONFIG, project.catalogue, template_names(ROOT))
    (job,) = make_plan([config], project.catalogue, output_dir=folder).jobs
    evidence = gather(job.sources, project)
    model = build_report(
        job,
        evidence.base,
        evidence.findings,
        evidence.statements,
        project.catalogue,
        project.language,
    )
    return compose(model, job.config, project.catalogue, project.language, project.templates)


def bench_report(rounds: int, folder: Path) -> None:
    """Print how long the example report takes, and the plain script for the same content."""
    content, target = folder / "content.json", folder / "naive.pdf"
    content.write_text(json.dumps(content_of(document(folder))), "utf-8")
    build = ("-m", "generator", "build", CONFIG, "--force", "--quiet", "--output", folder)
    sides: dict[str, Callable[[], object]] = {
        "plain script, PDF": lambda: run(ROOT / "tests/bench/naive.py", content, target),
        "soket build, PDF": lambda: run(*build, "--format", "pdf"),
        "soket build, DOCX": lambda: run(*build, "--format", "docx"),
        "soket build, DOCX and PDF": lambda: run(*build, "--format", "docx,pdf"),
    }
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):  # in turn, so that a busy machine hits all sides alike
        for name, work in sides.items():
            times[name].append(seconds(work))
    base = statistics.median(times["plain script, PDF"])
    print(f"one report, a process each, median of {rounds}")
    for name, values in times.items():
        middle = statistics.median(values)
        print(f"  {name:<28}{middle:7.2f} s   ratio {middle / base:5.2f}")


def bench_extraction(rounds: int) -> None:
    """Print how fast facts are read, and how the time grows with the text."""
    project = load_project(ROOT)
    rules = load_rules(ROOT, project.catalogue)
    sources, _ = read_sources([ROOT / "seeds"])
    text = "\n\n".join(one.text for one in sources)
    print(f"reading facts, processor time, median of {rounds}")
    times = {}
    for size in SIZES:
        source = SourceText(sources[0].info, "\n\n".join([text] * size))
        count = len(extract(source, project.catalogue, rules).facts)
        work = partial(extract, source, project.catalogue, rules)
        times[size] = statistics.median(seconds(work, time.process_time) for _ in range(rounds))
        mega = len(source.text.encode()) / 1e6 / times[size]
        print(
            f"  {size} x seeds {times[size]:8.3f} s {mega:8.2f} MB/s"
            f" {count / times[size]:9.0f} facts/s"
        )
    growth = times[SIZES[-1]] / times[1] / SIZES[-1]
    print(f"  growth from 1 to {SIZES[-1]}: {growth:.2f} of linear")


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    bench_extraction(rounds)
    with tempfile.TemporaryDirectory() as folder:
        bench_report(rounds, Path(folder))


if __name__ == "__main__":
    main()
