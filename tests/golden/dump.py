"""A document as plain text, one line a block: what the golden files hold.

python -m tests.golden.dump     writes the golden files anew, to be read before
                                they are committed
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.config import load_report_config, make_plan, template_names
from generator.model.document import (
    AppendixStart,
    Block,
    Cell,
    ChartFigure,
    Document,
    Heading,
    Inline,
    KeyFigures,
    Letterhead,
    LineBreak,
    Note,
    Paragraph,
    Signature,
    Table,
    Title,
)
from generator.pipeline import composed, gather, load_project

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).resolve().parent
REPORTS = ("so-ket", "bao-cao-tinh", "ban-tin")


def documents() -> dict[str, Document]:
    """Compose the shipped reports from the seeds, all stages but the renderers."""
    project = load_project(ROOT)
    names = template_names(ROOT)
    configs = [
        load_report_config(ROOT / f"config/reports/{name}.yaml", project.catalogue, names)
        for name in REPORTS
    ]
    plan = make_plan(configs, project.catalogue, output_dir=ROOT / "output")
    evidence = gather(plan.jobs[0].sources, project)
    return {
        name: composed(job, evidence, project)[1].document
        for name, job in zip(REPORTS, plan.jobs, strict=True)
    }


def text_of(document: Document) -> str:
    """Return the document as text; a space that must not break is shown as "~"."""
    lines = [line for block in document.blocks for line in _lines(block)]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", "~") + "\n"


def _lines(block: Block) -> list[str]:
    """Return the lines of one block."""
    match block:
        case Heading():
            return ["", f"{'#' * block.level} {block.number} {_said(block.content)}"]
        case Paragraph():
            return [f"[{block.role}] {_said(block.content)}"]
        case Table():
            rows = [" | ".join(_said(cell.content) for cell in row) for row in _rows(block)]
            return [f"[table] {block.label} {block.caption} / {block.unit_line}", *rows]
        case ChartFigure():
            chart = block.chart
            values = [
                f"{one.name}: {'; '.join(labels)}"
                for one, labels in zip(chart.series, chart.labels, strict=True)
            ]
            head = f"[{chart.kind.value}] {block.label} {block.caption} / {chart.unit}"
            return [head, " | ".join(chart.categories), *values]
        case KeyFigures():
            return [
                f"[key] {one.figure.text} / {one.label} / {_said(one.remark)}"
                for one in block.items
            ]
        case Title():
            return [f"[title] {block.kind} / {block.subject}"]
        case Letterhead():
            place = f"{block.place}, {block.date_text}"
            return [f"[letterhead] {block.superior} / {block.issuer!r} / {block.number} / {place}"]
        case Signature():
            return [f"[signature] {block.authority} / {block.position} / {block.recipients}"]
        case AppendixStart():
            return ["", f"[appendix] {block.label} {block.title} / {block.info}"]
        case _:
            return [f"[{type(block).__name__.lower()}]"]


def _rows(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """Return head and body rows."""
    return (*table.head, *table.rows)


def _said(parts: Iterable[Inline]) -> str:
    """Return inline content as text, notes in braces."""
    out = ""
    for part in parts:
        if isinstance(part, Note):
            out += "{" + _said(part.content) + "}"
        elif isinstance(part, LineBreak):
            out += " / "
        else:
            out += part.text
    return out


if __name__ == "__main__":
    for name, document in documents().items():
        (FOLDER / f"{name}.txt").write_text(text_of(document), encoding="utf-8")
