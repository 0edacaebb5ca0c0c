"""Words, sentences, rows and lines changed or left out in the finished files of each format."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from lxml import etree

from generator.verify.figures import check_figures
from generator.verify.reading.text import squeezed
from tests.verify.hiding import docx_part
from tests.verify.making import file_named
from tests.verify.mutating import PARSER, W, replaced

FIXED = "nơinhận:"
EACH = 3  # places of one kind that are changed in one file
WORDS = {
    "rise and fall": ("tăng", "giảm"),
    "magnitude": ("triệu", "tỷ"),
    "reservation": ("hơn ", ""),
    "place": ("Bình Thuận", "Bình Dương"),
    "year": ("2023", "2022"),
    "unit": ("hồ sơ", "thủ tục"),
    "denial": ("không ", ""),
    "title of a source": ("truyền thông", "thông tin"),
}


def sample(found: list[int], name: str) -> list[int]:
    """Return some of many places, the same ones each time."""
    chance = random.Random(name)  # noqa: S311 a fixed choice, no secret
    return chance.sample(found, min(EACH, len(found)))


def docx_changes(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a DOCX with a word changed, a paragraph or a row left out."""
    for part in ("word/document.xml", "word/footnotes.xml"):
        root = docx_part(data, part)
        texts = [one for one in root.iter(f"{W}t") if one.text]
        for name, (old, new) in WORDS.items():
            known = [at for at, one in enumerate(texts) if old in str(one.text)]
            for at in sample(known, name):
                before = str(texts[at].text)
                texts[at].text = before.replace(old, new, 1)
                yield f"{name}: {before}", _with_part(data, part, root)
                texts[at].text = before
        for kind in ("p", "tr"):
            told = [
                len("".join(map(str, one.itertext())).strip()) for one in root.iter(f"{W}{kind}")
            ]
            known = [at for at, letters in enumerate(told) if letters > 40]
            for at in sample(known, kind):
                copy = etree.fromstring(etree.tostring(root), PARSER)
                gone = list(copy.iter(f"{W}{kind}"))[at]
                gone.getparent().remove(gone)
                yield f"without a {kind}", _with_part(data, part, copy)


def _with_part(data: bytes, part: str, root: etree._Element) -> bytes:
    """Return a package with one part written anew."""
    return replaced(data, {part: etree.tostring(root, encoding="UTF-8")})


def html_changes(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield an HTML file with a word changed, a paragraph or a row left out."""
    page = data.decode("utf-8")
    end = page.index('<script type="application/json"')
    for name, (old, new) in WORDS.items():
        pattern = re.compile(rf">[^<>]*{re.escape(old)}[^<>]*<")
        known = [one.start() for one in pattern.finditer(page, page.index("<main"), end)]
        for at in sample(known, name):
            yield f"{name} at {at}", (page[:at] + page[at:].replace(old, new, 1)).encode()
    boxes = page.index('class="lineage"')  # which rule read a number proves nothing of it
    for kind in ("p", "tr", "li"):
        pattern = re.compile(rf"<{kind}(?: [^>]*)?>.*?</{kind}>", re.DOTALL)
        told = pattern.finditer(page, page.index("<main"), boxes)
        known = [one for one in told if len(one[0]) > 90]
        for at in sample(list(range(len(known))), kind):
            start, stop = known[at].span()
            yield f"without a {kind}", (page[:start] + page[stop:]).encode()


def pdf_changes(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a PDF with a text left out, printed twice, or two of one font exchanged."""
    with pikepdf.open(io.BytesIO(data)) as file:
        for number in sample(list(range(len(file.pages))), "page"):
            content = [list(one) for one in pikepdf.parse_content_stream(file.pages[number])]
            shown = [at for at, one in enumerate(content) if glyphs(one) > 1]
            for at in sample(shown, f"{number}"):
                without = _with_page(data, number, [o for n, o in enumerate(content) if n != at])
                if _words(without, number) == _words(data, number).replace(FIXED, "", 1):
                    continue  # fixed words of the layout, of which the judge says nothing
                yield f"page {number + 1} without a text", without
                twice = [*content[: at + 1], content[at], *content[at + 1 :]]
                yield f"page {number + 1}, a text twice", _with_page(data, number, twice)


def _words(data: bytes, number: int) -> str:
    """Return the text of one page without blanks."""
    with pdfium.PdfDocument(data) as file:
        return squeezed(file[number].get_textpage().get_text_bounded())


def glyphs(instruction: list[object]) -> int:
    """Return how many glyphs of two bytes an instruction shows; one may be a mere blank."""
    operands, operator = instruction
    if str(operator) not in ("Tj", "TJ"):
        return 0
    shown = operands[0] if str(operator) == "TJ" else operands  # type: ignore[index]
    return sum(len(bytes(one)) for one in shown if isinstance(one, pikepdf.String)) // 2


def _with_page(data: bytes, number: int, content: list[list[object]]) -> bytes:
    """Return a PDF with another content of one page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        stream = pikepdf.unparse_content_stream(content)  # type: ignore[arg-type]
        file.pages[number].Contents = file.make_stream(stream)
        file.save(out)
    return out.getvalue()


CHANGES: dict[str, Callable[[bytes], Iterator[tuple[str, bytes]]]] = {
    ".docx": docx_changes,
    ".html": html_changes,
    ".pdf": pdf_changes,
}


def survivors(path: Path) -> tuple[int, list[str]]:
    """Return how many changes were made in a file, and those that were not found."""
    made = list(CHANGES[path.suffix](path.read_bytes()))
    return len(made), [name for name, data in made if not check_figures(data, path.name)]


@pytest.mark.parametrize("form", CHANGES)
def test_words_of_a_briefing(finished: tuple[Path, ...], form: str) -> None:
    """In the shortest report each changed word and each gap is found."""
    path = file_named(finished, f"ban-tin{form}")
    count, missed = survivors(path)
    assert missed == []
    assert count >= 10


@pytest.mark.full
@pytest.mark.parametrize("form", CHANGES)
@pytest.mark.parametrize("name", ["so-ket", "bao-cao-tinh-binh-thuan"])
def test_words_of_the_reports(finished: tuple[Path, ...], name: str, form: str) -> None:
    """In the long reports, too: word, sentence, row, note."""
    path = file_named(finished, f"{name}{form}")
    count, missed = survivors(path)
    assert missed == []
    assert count >= 15
