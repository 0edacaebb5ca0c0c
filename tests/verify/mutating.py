"""Finished files with one thing changed: a digit, or two texts swapped.

Every change is named, and the same seed gives the same changes.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PARSER = etree.XMLParser(resolve_entities=False)


@dataclass(frozen=True)
class Mutation:
    """A changed file: what was done to it, and its bytes."""

    name: str
    data: bytes


def other_digit(digit: str, chance: random.Random) -> str:
    """Return another digit."""
    return chance.choice([one for one in "0123456789" if one != digit])


def with_other_digit(text: str, chance: random.Random) -> str:
    """Return a text with one of its digits changed."""
    at = chance.choice([at for at, char in enumerate(text) if char.isdigit()])
    return text[:at] + other_digit(text[at], chance) + text[at + 1 :]


def has_digit(text: str | None) -> bool:
    """Tell whether a text has a digit."""
    return any(char.isdigit() for char in text or "")


# ---------------------------------------------------------------- DOCX


def replaced(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return a package with some parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return out.getvalue()


def texts_of(root: etree._Element, kind: str) -> list[etree._Element]:
    """Return the elements of one kind whose text has a digit."""
    tests: dict[str, Callable[[etree._Element], bool]] = {
        "body": lambda one: one.tag == f"{W}t" and not _inside(one, "tbl") and not _is_page(one),
        "table": lambda one: one.tag == f"{W}t" and _inside(one, "tbl"),
        "any": lambda one: one.tag in (f"{W}t", f"{A}t", f"{C}v", f"{S}v", f"{S}t"),
    }
    return [one for one in root.iter() if tests[kind](one) and has_digit(one.text)]


def _inside(node: etree._Element, name: str) -> bool:
    return next(node.iterancestors(f"{W}{name}"), None) is not None


def _is_page(node: etree._Element) -> bool:
    """Tell whether a text is a page number of the table of contents: Word counts it anew."""
    paragraph = next(node.iterancestors(f"{W}p"))
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and str(style.get(f"{W}val")).startswith("TOC")


def docx_digits(data: bytes, chance: random.Random, each: int) -> Iterator[Mutation]:
    """Yield a DOCX with a digit changed in body, tables, notes, headers, charts, workbooks."""
    places = [("word/document.xml", "body"), ("word/document.xml", "table")]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        blobs = {name: package.read(name) for name in names}
    places += [("word/footnotes.xml", "any")]
    places += [(name, "any") for name in names if re.fullmatch(r"word/header\d+\.xml", name)]
    charts = [name for name in names if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    places += [(name, "any") for name in charts]
    for name, kind in places:
        root = etree.fromstring(blobs[name], PARSER)
        found = texts_of(root, kind)
        for node in chance.sample(found, min(each, len(found))):
            before = node.text
            node.text = with_other_digit(before, chance)
            changed = {name: etree.tostring(root, encoding="UTF-8")}
            yield Mutation(f"{name} {kind}: {before} → {node.text}", replaced(data, changed))
            node.text = before
    books = [name for name in names if name.endswith(".xlsx")]
    for name in books:
        yield from _book_digits(data, name, blobs[name], chance)
    yield from _descriptions(data, blobs["word/document.xml"], chance, each)


def _book_digits(data: bytes, name: str, book: bytes, chance: random.Random) -> Iterator[Mutation]:
    """Yield a DOCX with a digit changed in a value of a chart's workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        sheet = next(one for one in package.namelist() if "worksheets/sheet" in one)
        root = etree.fromstring(package.read(sheet), PARSER)
    cells = [
        one for one in root.iter(f"{S}c") if one.get("t") != "s" and one.find(f"{S}v") is not None
    ]
    value = chance.choice(cells).find(f"{S}v")
    before = value.text
    # beyond fifteen digits a workbook keeps nothing
    value.text = with_other_digit(before[:12], chance) + before[12:]
    changed = replaced(book, {sheet: etree.tostring(root, encoding="UTF-8")})
    yield Mutation(f"{name}: {before} → {value.text}", replaced(data, {name: changed}))


def _descriptions(
    data: bytes, document: bytes, chance: random.Random, each: int
) -> Iterator[Mutation]:
    """Yield a DOCX with a digit changed in the description of a chart."""
    root = etree.fromstring(document, PARSER)
    found = [one for one in root.iter(f"{WP}docPr") if has_digit(one.get("descr"))]
    for node in chance.sample(found, min(each, len(found))):
        before = node.get("descr")
        node.set("descr", with_other_digit(before, chance))
        changed = {"word/document.xml": etree.tostring(root, encoding="UTF-8")}
        yield Mutation(f"description: {before[:40]}", replaced(data, changed))
        node.set("descr", before)


def docx_swaps(data: bytes, chance: random.Random, count: int) -> Iterator[Mutation]:
    """Yield a DOCX in which two texts with other digits stand in each other's place."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"), PARSER)
    nodes = texts_of(root, "table") + texts_of(root, "body")
    for _ in range(count):
        one, other = _unlike(nodes, lambda node: node.text, chance)
        one.text, other.text = other.text, one.text
        changed = {"word/document.xml": etree.tostring(root, encoding="UTF-8")}
        yield Mutation(f"swap {one.text} and {other.text}", replaced(data, changed))
        one.text, other.text = other.text, one.text


def docx_gaps(data: bytes) -> Iterator[Mutation]:
    """Yield a DOCX without its first long paragraph, its last row, its first chart."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        blob = package.read("word/document.xml")
    wanted = {
        "paragraph": lambda root: next(
            one for one in root.iter(f"{W}p") if len("".join(one.itertext())) > 200
        ),
        "row": lambda root: list(root.iter(f"{W}tr"))[-2],
        "chart": lambda root: next(root.iter(f"{W}drawing")),
    }
    for name, find in wanted.items():
        root = etree.fromstring(blob, PARSER)
        node = find(root)
        node.getparent().remove(node)
        changed = {"word/document.xml": etree.tostring(root, encoding="UTF-8")}
        yield Mutation(f"without a {name}", replaced(data, changed))


def docx_words(data: bytes, first: str, second: str) -> Iterator[Mutation]:
    """Yield a DOCX with two words swapped in each text that has one of them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"), PARSER)
    for node in root.iter(f"{W}t"):
        before = node.text or ""
        if first in before:
            node.text = before.replace(first, second)
            changed = {"word/document.xml": etree.tostring(root, encoding="UTF-8")}
            yield Mutation(f"{first} → {second} in {before[:50]}", replaced(data, changed))
            node.text = before


def _unlike(items: list, text: Callable, chance: random.Random) -> tuple:
    """Return two items with other texts."""
    while True:
        one, other = chance.sample(items, 2)
        if "".join(text(one).split()) != "".join(text(other).split()):
            return one, other


# ---------------------------------------------------------------- HTML

_STRETCH = re.compile(r"(?<=>)[^<>]*\d[^<>]*(?=<)|(?<=value=\")[^\"]*\d[^\"]*(?=\")")


def html_stretches(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of texts with a digit by where they stand: text, notes, charts, boxes."""
    start = text.index("<main")
    bounds = {"notes": text.find("<aside"), "boxes": text.find('class="lineage"')}
    end = text.index('<script type="application/json"')
    charts = [match.span() for match in re.finditer(r"<svg.*?</svg>", text, re.DOTALL)]
    found: dict[str, list[tuple[int, int]]] = {"text": [], "notes": [], "charts": [], "boxes": []}
    for match in _STRETCH.finditer(text, start, end):
        at = match.start()
        if any(first <= at < last for first, last in charts):
            kind = "charts"
        elif at > bounds["boxes"] > 0:
            kind = "boxes"
        elif at > bounds["notes"] > 0:
            kind = "notes"
        else:
            kind = "text"
        found[kind].append(match.span())
    return found


def html_digits(data: bytes, chance: random.Random, each: int) -> Iterator[Mutation]:
    """Yield an HTML file with a digit changed in text, notes, charts, boxes and data."""
    text = data.decode("utf-8")
    for kind, spans in html_stretches(text).items():
        for start, end in chance.sample(spans, min(each, len(spans))):
            changed = with_other_digit(text[start:end], chance)
            whole = text[:start] + changed + text[end:]
            yield Mutation(f"{kind}: {text[start:end]} → {changed}", whole.encode())
    start = text.index('"facts"', text.index('<script type="application/json"'))
    at = text.index('"value":"', start) + len('"value":"')
    whole = text[:at] + other_digit(text[at], chance) + text[at + 1 :]
    yield Mutation("the attached facts", whole.encode())


def html_swaps(data: bytes, chance: random.Random, count: int) -> Iterator[Mutation]:
    """Yield an HTML file in which two numbers with all that marks them change places."""
    text = data.decode("utf-8")
    numbers = list(re.finditer(r"<data [^>]*>([^<]*)</data>", text))
    for _ in range(count):
        one, other = sorted(
            _unlike(numbers, lambda match: match[1], chance), key=lambda match: match.start()
        )
        whole = (
            text[: one.start()]
            + other[0]
            + text[one.end() : other.start()]
            + one[0]
            + text[other.end() :]
        )
        yield Mutation(f"swap {one[1]} and {other[1]}", whole.encode())


# ---------------------------------------------------------------- PDF


@dataclass(frozen=True)
class Shown:
    """One text of a content stream: its holder, instruction and operand, glyphs, font."""

    holder: tuple[int, int]
    at: int
    item: int | None
    glyphs: tuple[str, ...]
    font: str
    text: str


def glyph_map(font: pikepdf.Object) -> dict[str, str]:
    """Return the letters of a font's glyphs, by their four hexadecimal digits."""
    cmap = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    pairs = re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", cmap)
    return {
        glyph.lower(): bytes.fromhex(text).decode("utf-16-be", "replace")
        for glyph, text in pairs
        if len(glyph) == 4 and len(text) >= 4 and len(text) % 4 == 0
    }


class PdfFile:
    """The content streams of a PDF, each with the texts that it shows."""

    def __init__(self, data: bytes) -> None:
        """Read all pages and the forms that they use."""
        self.data = data
        self.shown: list[Shown] = []
        self.maps: dict[tuple[tuple[int, int], str], dict[str, str]] = {}
        with pikepdf.open(io.BytesIO(data)) as file:
            for holder in self._holders(file):
                self._read(holder)

    def _holders(self, file: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
        """Yield pages and forms that have a content of their own."""
        for page in file.pages:
            yield page.obj
        for one in file.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
                yield one

    def _read(self, holder: pikepdf.Object) -> None:
        fonts = holder.get("/Resources", {}).get("/Font", {})
        key = holder.objgen
        for name, font in fonts.items():
            if "/ToUnicode" in font:
                self.maps[(key, name)] = glyph_map(font)
        font = ""
        for at, (operands, operator) in enumerate(pikepdf.parse_content_stream(holder)):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) == "Tj":
                self._note(key, at, None, operands[0], font)
            elif str(operator) == "TJ":
                for item, one in enumerate(operands[0]):
                    if isinstance(one, pikepdf.String):
                        self._note(key, at, item, one, font)

    def _note(
        self, key: tuple[int, int], at: int, item: int | None, value: object, font: str
    ) -> None:
        """Keep a text with a digit."""
        known = self.maps.get((key, font), {})
        code = bytes(value).hex()  # type: ignore[call-overload]
        glyphs = tuple(code[i : i + 4] for i in range(0, len(code), 4))
        text = "".join(known.get(glyph, "?") for glyph in glyphs)
        if has_digit(text):
            self.shown.append(Shown(key, at, item, glyphs, font, text))

    def changed(self, changes: dict[Shown, tuple[str, ...]]) -> bytes:
        """Return the file with other glyphs in some texts."""
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.data)) as file:
            for holder in self._holders(file):
                mine = {one: new for one, new in changes.items() if one.holder == holder.objgen}
                if not mine:
                    continue
                instructions = [list(one) for one in pikepdf.parse_content_stream(holder)]
                for one, glyphs in mine.items():
                    new = pikepdf.String(bytes.fromhex("".join(glyphs)))
                    operands = list(instructions[one.at][0])
                    if one.item is None:
                        operands[0] = new
                    else:
                        array = list(operands[0])
                        array[one.item] = new
                        operands[0] = pikepdf.Array(array)
                    instructions[one.at][0] = operands
                content = pikepdf.unparse_content_stream(instructions)
                if isinstance(holder, pikepdf.Stream):
                    holder.write(content)
                else:
                    holder.Contents = file.make_stream(content)
            file.save(out)
        return out.getvalue()


def pdf_digits(data: bytes, chance: random.Random, count: int) -> Iterator[Mutation]:
    """Yield a PDF with the glyph of one digit replaced by that of another."""
    file = PdfFile(data)
    for one in chance.sample(file.shown, min(count, len(file.shown))):
        known = file.maps[(one.holder, one.font)]
        digits = {text: glyph for glyph, text in known.items() if text.isdigit()}
        at = chance.choice([i for i, glyph in enumerate(one.glyphs) if known[glyph].isdigit()])
        others = sorted(text for text in digits if text != known[one.glyphs[at]])
        if others:
            new = list(one.glyphs)
            new[at] = digits[chance.choice(others)]
            name = f"“{one.text}” → “{''.join(known.get(glyph, '?') for glyph in new)}”"
            yield Mutation(name, file.changed({one: tuple(new)}))


def pdf_swaps(data: bytes, chance: random.Random, count: int) -> Iterator[Mutation]:
    """Yield a PDF in which two texts of one font stand in each other's place."""
    file = PdfFile(data)
    groups: dict[tuple[tuple[int, int], str], list[Shown]] = {}
    for one in file.shown:
        groups.setdefault((one.holder, one.font), []).append(one)
    large = [
        group for group in groups.values() if len({"".join(o.text.split()) for o in group}) > 1
    ]
    for _ in range(count):
        one, other = _unlike(chance.choice(large), lambda shown: shown.text, chance)
        name = f"swap “{one.text}” and “{other.text}”"
        yield Mutation(name, file.changed({one: other.glyphs, other: one.glyphs}))


def mutations(path: Path, seed: int, each: int, swaps: int) -> Iterator[Mutation]:
    """Yield changed copies of a file; ``each`` counts the digits of one kind of place."""
    chance = random.Random(f"{path.name} {seed}")  # noqa: S311 a fixed choice, no secret
    data = path.read_bytes()
    if path.suffix == ".docx":
        yield from docx_digits(data, chance, each)
        yield from docx_swaps(data, chance, swaps)
    elif path.suffix == ".html":
        yield from html_digits(data, chance, each)
        yield from html_swaps(data, chance, swaps)
    else:
        yield from pdf_digits(data, chance, 4 * each)
        yield from pdf_swaps(data, chance, swaps)
