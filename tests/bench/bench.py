"""Speed and memory, measured: a report against a plain script of the same content; reading.

usage: python -m tests.bench.bench [--rounds N]

Times move with the machine, ratios hold: all sides run in turn, reports each in a
process of its own, and the median of the rounds counts. "of linear" is how much more
than its share the largest size takes: 1.00 is linear, 8.00 quadratic.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.catalogue import Catalogue
from generator.cli.tables import table
from generator.config import load_report_config, make_plan, template_names
from generator.extraction import RuleSet, extract, load_rules
from generator.extraction.pattern import phrase
from generator.model.document import Document
from generator.model.source_text import SourceText
from generator.pipeline import composed, gather, load_project
from generator.sources import read_sources
from tests.bench.catalogue import grown_project
from tests.bench.content import content_of

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIG = ROOT / "config/reports/so-ket.yaml"
SIZES = (1, 2, 4, 8)
HEAD = ("what", "time", "ratio", "memory", "ratio", "speed")
Row = tuple[str, ...]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def run(*command: str | Path) -> tuple[float, float]:
    """Run a command of this Python; return its seconds and its peak memory in MB."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(map(str, command)))
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss: bytes there, kilobytes here
    return time.perf_counter() - start, usage.ru_maxrss / unit


def document(folder: Path) -> Document:
    """Return the block tree of the example report."""
    project = load_project(ROOT)
    config = load_report_config(CONFIG, project.catalogue, template_names(ROOT))
    (job,) = make_plan([config], project.catalogue, output_dir=folder).jobs
    evidence = gather(job.sources, project)
    return composed(job, evidence, project)[1].document


def bench_report(rounds: int, folder: Path) -> list[Row]:
    """Measure the example report, and the plain script for the same content."""
    content, target = folder / "content.json", folder / "naive.pdf"
    content.write_text(json.dumps(content_of(document(folder))), "utf-8")
    build = ("-m", "generator", "build", CONFIG, "--force", "--quiet", "--output", folder)
    sides: dict[str, tuple[str | Path, ...]] = {
        "plain script, PDF": (ROOT / "tests/bench/naive.py", content, target),
        "soket build, PDF": (*build, "--format", "pdf"),
        "soket build, DOCX": (*build, "--format", "docx"),
        "soket build, DOCX and PDF": (*build, "--format", "docx,pdf"),
    }
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    for _ in range(rounds):  # in turn, so that a busy machine hits all sides alike
        for name, command in sides.items():
            runs[name].append(run(*command))
    middle = {
        name: [statistics.median(values) for values in zip(*found, strict=True)]
        for name, found in runs.items()
    }
    base = middle["plain script, PDF"]
    return [
        (
            name,
            f"{spent:.2f} s",
            f"{spent / base[0]:.2f}",
            f"{memory:.0f} MB",
            f"{memory / base[1]:.2f}",
            "",
        )
        for name, (spent, memory) in middle.items()
    ]


def seeds() -> SourceText:
    """Return the five seeds as one text."""
    sources, _ = read_sources([ROOT / "seeds"])
    return SourceText(sources[0].info, "\n\n".join(one.text for one in sources))


def grown(what: str, works: Sequence[Callable[[], object]], rounds: int) -> list[tuple[str, float]]:
    """Measure works of growing size in turn; name the last with its growth."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(seconds(work))
    middle = [statistics.median(found) for found in times]
    share = middle[-1] / middle[0] / SIZES[-1]
    names = [f"{size} x {what}" for size in SIZES]
    names[-1] += f": {share:.2f} of linear"
    return list(zip(names, middle, strict=True))


def bench_texts(rounds: int) -> list[Row]:
    """Measure how the time to read facts grows with the text."""
    project = load_project(ROOT)
    rules = load_rules(ROOT, project.catalogue)
    seed = seeds()
    texts = [SourceText(seed.info, "\n\n".join([seed.text] * size)) for size in SIZES]
    counts = [len(extract(text, project.catalogue, rules).facts) for text in texts]
    works = [lambda text=text: extract(text, project.catalogue, rules) for text in texts]
    measured = grown("seeds, facts read", works, rounds)
    return [
        (
            name,
            f"{spent:.3f} s",
            f"{spent / measured[0][1]:.2f}",
            "",
            "",
            f"{len(text.text.encode()) / 1e6 / spent:.2f} MB/s, {count / spent:.0f} facts/s",
        )
        for (name, spent), text, count in zip(measured, texts, counts, strict=True)
    ]


def load_anew(root: Path, catalogue: Catalogue) -> RuleSet:
    """Read rules as a new process does, which has compiled no phrase."""
    phrase.cache_clear()
    return load_rules(root, catalogue)


def bench_catalogue(rounds: int, folder: Path) -> list[Row]:
    """Measure how the times to load rules and to read facts grow with the catalogue."""
    roots = [grown_project(folder / str(size), size) for size in SIZES]
    projects = [load_project(root) for root in roots]
    rules = [
        load_rules(root, project.catalogue) for root, project in zip(roots, projects, strict=True)
    ]
    seed = seeds()
    loads = [
        lambda root=root, project=project: load_anew(root, project.catalogue)
        for root, project in zip(roots, projects, strict=True)
    ]
    reads = [
        lambda project=project, own=own: extract(seed, project.catalogue, own)
        for project, own in zip(projects, rules, strict=True)
    ]
    rows: list[Row] = []
    for what, works in (("indicators, rules loaded", loads), ("indicators, facts read", reads)):
        measured = grown(what, works, rounds)
        rows += [
            (
                name,
                f"{spent:.3f} s",
                f"{spent / measured[0][1]:.2f}",
                "",
                "",
                f"{len(project.catalogue.indicators)} indicators",
            )
            for (name, spent), project in zip(measured, projects, strict=True)
        ]
    return rows


def main() -> None:
    """Run all measurements and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*bench_texts(rounds), *bench_catalogue(rounds, folder)]
        rows += bench_report(rounds, folder)
    print(f"median of {rounds}; ratios to the first of each kind")
    print(table(HEAD, rows))


if __name__ == "__main__":
    main()
