"""Whole documents: every number is a traced figure or the document's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.catalogue import load_language
from generator.checks import run_checks
from generator.composing import compose
from generator.config.values import Comparison, Scope
from generator.errors import RenderError
from generator.extraction.statements import extract_statements, load_statement_rules
from generator.model.document import (
    AppendixStart,
    Block,
    ChartFigure,
    Document,
    FigureText,
    Heading,
    Inline,
    KeyFigures,
    Note,
    Paragraph,
    Table,
    Text,
)
from generator.model.period import Period
from generator.paths import shipped_root
from generator.report import build_report
from generator.sources import read_sources
from tests.material import CATALOGUE, ROOT, gold_base, job, year

TEMPLATES = (shipped_root() / "templates",)
REPORTS = ("so-ket", "bao-cao-tinh", "ban-tin")
APPENDIX_TABLES = {"so-lieu", "so-lieu-tinh-toan", "danh-muc-nguon"}

# What may stand in a text without being a figure: dates, names of periods, legal numbers,
# numbers of the document itself, and titles of sources.
OWN = re.compile(
    r"\d{2}/\d{1,2}/\d{4}|ngày\s\d{2}\stháng\s\d{1,2}\snăm\s\d{4}|năm\s\d{4}|tháng\s\d{1,2}"
    r"|Bảng\s\d+|\d{1,2}\stháng|\d+/(?:QĐ-TTg|NQ-CP|TB-VPCP)|Đề án 06|\d{4}\s?-\s?\d{4}"
    r"|[Tt]ài liệu \[\d+\]|mức độ \d|cấp \d"
)


_ENDS = (".", "…", "”", "như\xa0sau:", "gồm:", "đó\xa0có:", "nổi bật:")


@cache
def document(template: str) -> Document:
    """Compose one of the shipped reports from the gold facts of the seeds."""
    half = Period(date(2024, 6, 30), date(2024, 1, 1))
    made = {
        "so-ket": job(compare=(Comparison.PREVIOUS_PERIOD,)),
        "ban-tin": job("ban-tin", periods=(half,)),
        "bao-cao-tinh": job(
            "bao-cao-tinh", ("binh-thuan",), (year(2023),), date(2024, 1, 15), Scope.EACH
        ),
    }[template]
    base, language, rules = gold_base(), load_language(), load_statement_rules(None)
    texts = read_sources([ROOT / "seeds"]).texts
    said = [one for text in texts for one in extract_statements(text, CATALOGUE, rules)]
    findings = run_checks(base, CATALOGUE)
    model = build_report(made, base, findings, said, CATALOGUE, language)
    return compose(model, made.config, CATALOGUE, language, TEMPLATES)


def inlines_of(block: Block) -> Iterator[Inline]:
    """Yield all inline parts of a block, those of notes too."""
    parts: list[Inline] = []
    if isinstance(block, Paragraph | Heading):
        parts = list(block.content)
    elif isinstance(block, Table):
        parts = [
            part for row in (*block.head, *block.rows) for cell in row for part in cell.content
        ]
    elif isinstance(block, KeyFigures):
        parts = [part for item in block.items for part in (item.figure, *item.remark)]
    for part in parts:
        yield part
        if isinstance(part, Note):
            yield from part.content


def figures_of(found: Document) -> set[str]:
    """Return the lineage ids of all printed figures, charts included."""
    ids = {
        part.figure
        for block in found.blocks
        for part in inlines_of(block)
        if isinstance(part, FigureText)
    }
    for block in found.of_type(ChartFigure):
        ids |= {value.id for one in block.chart.series for value in one.values if value}
    return ids


@pytest.mark.parametrize("template", REPORTS)
def test_every_figure_has_its_lineage(template: str) -> None:
    """What stands behind a number travels with the document."""
    found = document(template)
    lineage = json.loads(found.lineage)
    known = {figure["id"]: figure for figure in lineage["figures"]}
    facts = {fact["id"] for fact in lineage["facts"]}
    ids = figures_of(found)
    assert ids
    assert ids <= set(known)
    for figure in known.values():
        assert figure["inputs"]
        assert set(figure["inputs"]) <= facts


@pytest.mark.parametrize("template", REPORTS)
def test_no_number_stands_outside_a_figure(template: str) -> None:
    """A digit in running text is a date, a legal number or the document's own."""
    sources = " ".join(
        " ".join(text.text.split()) for text in read_sources([ROOT / "seeds"]).texts
    ).casefold()
    titles = [info.title for info in gold_base().infos.values()]
    stray = []
    for block in document(template).blocks:
        if isinstance(block, Table) and block.id in APPENDIX_TABLES | {"nhiem-vu-co-thoi-han"}:
            continue
        in_notes = isinstance(block, Paragraph) and "Đối chiếu:" in str(block)
        for part in inlines_of(block):
            if not isinstance(part, Text) or in_notes:
                continue
            text = part.text
            for title in titles:
                text = text.replace(title, " ")
            text = OWN.sub(" ", text)
            stray += [near for near in _numbers(text) if near not in sources]
    assert stray == []


def _numbers(text: str) -> list[str]:
    """Return each number of a quoted statement with the word before it."""
    return [found.group().strip(".,;: “”") for found in re.finditer(r"\S+ \d\S*", text.casefold())]


@pytest.mark.parametrize("template", REPORTS)
def test_nothing_empty_or_foreign_is_printed(template: str) -> None:
    """Never "None", "nan", an empty bracket, an empty table or chart."""
    found = document(template)
    for block in found.blocks:
        text = "".join(getattr(part, "text", "") for part in inlines_of(block))
        assert not re.search(r"\bNone\b|\bnan\b|\(\s*\)|\{\{|\bUndefined\b|\[\]", text), text
        assert "  " not in text
        if isinstance(block, Table):
            assert block.rows
            width = len(block.columns)
            assert all(sum(cell.colspan for cell in row) == width for row in block.rows)
        if isinstance(block, ChartFigure):
            values = [value for one in block.chart.series for value in one.values]
            assert any(value is not None for value in values)
            assert block.caption
        if isinstance(block, Heading | Paragraph):
            assert text.strip()


@pytest.mark.parametrize("template", REPORTS)
def test_sentences_begin_large_and_end_with_a_point(template: str) -> None:
    """Every paragraph of the body is made of whole sentences."""
    for block in document(template).of_type(Paragraph):
        text = "".join(part.text for part in block.content if isinstance(part, Text | FigureText))
        if block.role in ("body", "item", "closing"):
            assert text[0] == text[0].upper(), text
            assert text.rstrip().endswith(_ENDS) or "tính toán" in text, text


@pytest.mark.parametrize("template", ["so-ket", "bao-cao-tinh"])
def test_the_notes_on_the_data_are_numbered_through(template: str) -> None:
    """Contradictions and readings of the sources are text of the report, one count for all."""
    blocks = document(template).blocks
    start = next(
        at
        for at, block in enumerate(blocks)
        if isinstance(block, AppendixStart) and block.title == "GHI CHÚ VỀ SỐ LIỆU"
    )
    end = next(at for at in range(start + 1, len(blocks)) if isinstance(blocks[at], AppendixStart))
    notes = [block for block in blocks[start:end] if isinstance(block, Paragraph)]
    marks = [note.content[0].text for note in notes if isinstance(note.content[0], Text)]
    numbers = [mark.rstrip(". ") for mark in marks if mark.rstrip(". ").isdigit()]
    assert {note.role for note in notes} == {"body"}
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(notes) - len(numbers) == 2  # the sentences that lead the two kinds


def test_the_known_contradictions_are_in_the_notes() -> None:
    """They are found, not smoothed over, and the text points to them."""
    found = document("so-ket")
    blocks = list(found.blocks)
    start = next(
        index
        for index, block in enumerate(blocks)
        if isinstance(block, AppendixStart) and block.id == "ghi-chu"
    )
    notes = " ".join(
        "".join(getattr(part, "text", "") for part in inlines_of(block))
        for block in blocks[start + 1 :]
        if isinstance(block, Paragraph)
    )
    for printed in ("1.836", "1.945", "731", "38,6", "37/76", "48,6"):
        assert printed in notes, printed
    pointers = [
        block
        for block in blocks[:start]
        if isinstance(block, Paragraph)
        and "xem ghi chú tại" in "".join(getattr(part, "text", "") for part in block.content)
    ]
    assert len(pointers) >= 3


def test_a_template_that_fails_names_its_line(tmp_path: Path) -> None:
    """A template author sees file, line and what was not there."""
    folder = tmp_path / "hong"
    folder.mkdir()
    (folder / "report.xml.j2").write_text("<letterhead/>\n<p>{{ model.khong_co }}</p>\n")
    made = job("hong")
    base, language = gold_base(), load_language()
    model = build_report(made, base, (), (), CATALOGUE, language)
    with pytest.raises(RenderError) as error:
        compose(model, made.config, CATALOGUE, language, (folder.parent, *TEMPLATES))
    assert "report.xml.j2:2:1" in str(error.value)
    assert "khong_co" in str(error.value)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{% for x in model.sources.__class__.__subclasses__() %}{% endfor %}",
        "{{ config.letterhead.__setattr__('place', 'x') }}",
        "{% include '/etc/passwd' %}",
        "{% include '../../pyproject.toml' %}",
    ],
)
def test_templates_cannot_leave_their_sandbox(tmp_path: Path, attack: str) -> None:
    """A template is wording, not code: each way out is an error, never a result."""
    folder = tmp_path / "pha"
    folder.mkdir()
    (folder / "report.xml.j2").write_text(f"<p>{attack}</p>")
    made = job("pha")
    base, language = gold_base(), load_language()
    model = build_report(made, base, (), (), CATALOGUE, language)
    with pytest.raises(RenderError):
        compose(model, made.config, CATALOGUE, language, (folder.parent,))


def test_the_keywords_are_what_the_report_tells_of() -> None:
    """Work, places and subjects with a printed figure; a province without one is left out."""
    words = document("ban-tin").keywords
    assert words[:2] == ("cải cách thủ tục hành chính", "cả nước")
    assert "phân cấp giải quyết thủ tục hành chính" in words
    assert "phản ánh kiến nghị" not in words
    assert not any("," in word or "TTHC" in word for word in words)
    assert {"Bắc Giang", "Bình Dương", "Bình Thuận"} < set(document("so-ket").keywords)
    assert "Bình Thuận" in document("bao-cao-tinh").keywords


def test_paragraphs_of_one_year_do_not_open_alike() -> None:
    """The words "Trong năm 2023, …" are followed by "Cũng trong năm 2023, …"."""
    blocks = document("bao-cao-tinh").blocks
    for before, after in pairwise(blocks):
        if isinstance(before, Paragraph) and isinstance(after, Paragraph):
            heads = [one.content[0].text.partition(",")[0] for one in (before, after)]
            assert heads[0] != heads[1] or not heads[0].startswith("Trong năm"), heads
