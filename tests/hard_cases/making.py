"""Small projects whose texts, names and numbers are as awkward as real ones can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pypdfium2 as pdfium
from docx import Document
from lxml import html

from generator.cli.app import run

MM = 72 / 25.4
HEAD = """
letterhead: {superior: BỘ MẪU, issuer: VỤ MẪU, number: "…/BC-VM", place: Hà Nội, date: 2024-01-31}
signature: {authority: TL. BỘ TRƯỞNG, position: VỤ TRƯỞNG, name: ""}
formats: [docx, pdf, html]
"""


def project(folder: Path, config: str, files: Mapping[str, str]) -> Path:
    """Write a project folder with one config and its files; return the config."""
    path = folder / "config/reports/thu.yaml"
    texts = {"config/reports/thu.yaml": config, **files}
    for name, text in texts.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return path


def built(config: Path, output: Path) -> dict[str, Path]:
    """Build the three formats; every build judges its own files before it writes them."""
    code = run(["build", str(config), "--output", str(output), "--jobs", "1", "--quiet"])
    assert code == 0
    stem = config.stem
    return {name: output / f"{stem}.{name}" for name in ("docx", "pdf", "html")}


def pdf_text(path: Path) -> str:
    """Return the text of a PDF, white space folded."""
    with pdfium.PdfDocument(path) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    return " ".join(" ".join(pages).split())


def docx_text(path: Path) -> str:
    """Return the text of the body of a DOCX, tables too, white space folded."""
    body = Document(str(path)).element.body
    parts = body.xpath(".//w:p")
    pieces = ".//w:t | .//w:noBreakHyphen"
    lines = ("".join(node.text or "-" for node in one.xpath(pieces)) for one in parts)
    return " ".join(" ".join(lines).split())


def html_text(path: Path) -> str:
    """Return the text that a browser shows, white space folded."""
    root = html.fromstring(path.read_text(encoding="utf-8"))
    for node in list(root.iter("script", "style")):
        node.drop_tree()
    return " ".join(root.text_content().split())


def page(folder: Path, config: str, files: Mapping[str, str], name: str = "*") -> Path:
    """Write a project of one config, build its HTML, which proves itself, and return the file.

    ``name`` tells which, where the config makes several.
    """
    path, out = project(folder, config, files), folder / "o"
    assert run(["build", str(path), "--output", str(out), "--jobs", "1", "--quiet"]) == 0
    (made,) = out.glob(f"{name}.html")
    return made


def page_text(folder: Path, config: str, files: Mapping[str, str], name: str = "*") -> str:
    """Return what a browser shows of the page of a project."""
    return html_text(page(folder, config, files, name))


def texts(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the text of each format."""
    readers = {"docx": docx_text, "pdf": pdf_text, "html": html_text}
    return {name: readers[name](path) for name, path in files.items()}


def outside(path: Path, margin: float = 6.0) -> Iterator[str]:
    """Yield the words of a PDF that stand nearer than ``margin`` mm to an edge of their page.

    The decree's margins are 15 mm and more, the page number stands above the upper one.
    """
    with pdfium.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, start=1):
            width, height = page.get_size()
            edge = margin * MM
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(at)
                if left < edge or bottom < edge or right > width - edge or top > height - edge:
                    yield f"page {number}: {text.get_text_bounded(left, bottom, right, top)}"
