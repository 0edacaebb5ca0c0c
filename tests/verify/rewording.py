"""Finished files in which one word says something else: direction, measure, unit, level, time."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from lxml import etree

from tests.verify.hiding import docx_part
from tests.verify.mutating import PARSER, A, C, S, W, glyph_map, replaced

# what is printed, what is printed instead
WORDS = (
    *(("tăng", "giảm"), ("giảm", "tăng"), ("cao hơn", "thấp hơn"), ("thấp hơn", "cao hơn")),
    *(("lên", "xuống"), ("vượt", "kém"), ("cao nhất", "thấp nhất"), ("thấp nhất", "cao nhất")),
    *(("đứng đầu", "đứng cuối"), ("đúng hạn", "quá hạn"), ("trễ hẹn", "đúng hẹn")),
    *(("quá hạn", "đúng hạn"), ("toàn trình", "một phần"), ("một phần", "toàn trình")),
    *(("tiếp nhận", "giải quyết"), ("giải quyết", "tiếp nhận"), ("hài lòng", "phục vụ")),
    *(("trực tuyến", "trực tiếp"), ("công khai", "số hóa"), ("hoàn thành", "chưa hoàn thành")),
    *(("hồ sơ", "TTHC"), ("TTHC", "hồ sơ"), ("dịch vụ", "hồ sơ"), ("triệu", "tỷ")),
    *(("điểm phần trăm", "%"), ("điểm", "hạng"), ("%", " điểm phần trăm"), ("thứ", "hạng")),
    *(("cấp tỉnh", "cấp xã"), ("cấp huyện", "cấp tỉnh"), ("cấp xã", "cấp huyện")),
    *(("cả nước", "tỉnh Bình Thuận"), ("Bình Thuận", "Bình Dương"), ("Bắc Giang", "Bình Thuận")),
    *(("quý II", "quý III"), ("quý III", "quý II"), ("6 tháng", "9 tháng"), ("cuối", "đầu")),
    *(("năm 2023", "năm 2022"), ("năm 2024", "năm 2023"), ("năm 2022", "năm 2021")),
    *(("2025", "2024"), ("trước ngày", "sau ngày"), ("từ ngày", "đến ngày")),
    *(("ước", "đã"), ("hơn", "gần"), ("gần", "hơn"), ("khoảng", "đúng"), ("trên", "dưới")),
    *(("không ", ""), ("chưa ", ""), ("đạt", "chưa đạt"), ("có", "không có"), ("đã", "chưa")),
    *(("tối thiểu", "tối đa"), ("một số", "mọi"), ("phải", "có thể"), ("Bộ", "Sở")),
    *(("trong đó", "ngoài ra"), ("chiếm", "thiếu"), ("so với", "ngoài"), ("cao", "thấp")),
)
Reworded = tuple[str, bytes]


def swapped(text: str, old: str, new: str) -> str:
    """Return a text with the first of a word exchanged, the same where it has none."""
    first = r"(?<!\w)" if old[0].isalnum() else ""
    last = r"(?!\w)" if old[-1].isalnum() else ""
    plain = text.replace("\u00a0", " ")
    found = re.search(f"{first}{re.escape(old)}{last}", plain)
    return text if found is None else text[: found.start()] + new + text[found.end() :]


def chosen(texts: list[str], name: str) -> Iterator[tuple[int, str, str]]:
    """Yield for each pair of words one of the texts that have it: its place, what it reads then."""
    for old, new in WORDS:
        found = [at for at, text in enumerate(texts) if swapped(text, old, new) != text]
        if found:
            at = random.Random(f"{name} {old}").choice(found)  # noqa: S311 a fixed choice
            yield at, swapped(texts[at], old, new), f"{name}: {old} → {new}: {texts[at][:60]}"


# ---------------------------------------------------------------- DOCX


def docx(data: bytes) -> Iterator[Reworded]:
    """Yield a DOCX with a word exchanged in body, tables, captions, notes, charts, workbooks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        books = {name: package.read(name) for name in names if name.endswith(".xlsx")}
    parts = ["word/document.xml", "word/footnotes.xml"]
    parts += [name for name in names if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    for part in parts:
        for told, root in _spoilt(docx_part(data, part), part):
            yield told, replaced(data, {part: root})
    for name, book in books.items():
        with zipfile.ZipFile(io.BytesIO(book)) as package:
            root = etree.fromstring(package.read("xl/sharedStrings.xml"), PARSER)
        for told, strings in _spoilt(root, name):
            changed = replaced(book, {"xl/sharedStrings.xml": strings})
            yield told, replaced(data, {name: changed})


def _spoilt(root: etree._Element, part: str) -> Iterator[tuple[str, bytes]]:
    """Yield a part with a word exchanged in each kind of its texts."""
    kinds: dict[str, list[etree._Element]] = {}
    for node in root.iter(f"{W}t", f"{A}t", f"{C}v", f"{S}t"):
        if node.text and not node.text.isdigit():
            kinds.setdefault(_kind(node), []).append(node)
    for kind, nodes in kinds.items():
        before = [str(node.text) for node in nodes]
        for at, text, told in chosen(before, f"{part} {kind}"):
            nodes[at].text = text
            yield told, etree.tostring(root, encoding="UTF-8")
            nodes[at].text = before[at]


def _kind(node: etree._Element) -> str:
    """Return what a text of a DOCX is a part of."""
    if next(node.iterancestors(f"{W}tc"), None) is not None:
        return "cell"
    style = next((one.find(f"{W}pPr/{W}pStyle") for one in node.iterancestors(f"{W}p")), None)
    return "text" if style is None else str(style.get(f"{W}val"))


# ---------------------------------------------------------------- HTML

_PLACES = {
    "cell": r"<t[dh]\b[^>]*>.*?</t[dh]>",
    "caption": r"<(caption|figcaption)\b.*?</\1>",
    "drawing": r"<svg\b.*?</svg>",
    "note": r"<li id=\"note.*?</li>",
    "heading": r"<h[1-6]\b.*?</h[1-6]>",
    "text": r"<p class=\"body.*?</p>",
}
_BETWEEN = re.compile(r"(?<=>)[^<>]+(?=<)")


def html(data: bytes) -> Iterator[Reworded]:
    """Yield a page with a word exchanged in text, tables, captions, notes, drawings."""
    page = data.decode("utf-8")
    first, last = page.index("<main"), page.index('<script type="application/json"')
    for kind, pattern in _PLACES.items():
        places = re.compile(pattern, re.DOTALL).finditer(page, first, last)
        spans = [
            one.span()
            for place in places
            for one in _BETWEEN.finditer(page, place.start(), place.end())
        ]
        for at, text, told in chosen([page[start:end] for start, end in spans], kind):
            start, end = spans[at]
            yield told, (page[:start] + text + page[end:]).encode()


# ---------------------------------------------------------------- PDF


def pdf(data: bytes) -> Iterator[Reworded]:
    """Yield a PDF with a word of a line exchanged where its font has the letters for it."""
    with pikepdf.open(io.BytesIO(data)) as file:
        lines = list(_lines(file))
    texts = [text for *_, text in lines]
    for at, text, told in chosen(texts, "line"):
        number, place, known, _ = lines[at]
        glyphs = {letters: glyph for glyph, letters in known.items()}
        if all(letter in glyphs for letter in text):
            shown = bytes.fromhex("".join(glyphs[letter] for letter in text))
            yield told, _with_line(data, number, place, shown)


def _holders(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return the pages and the forms that they use."""
    forms = (one for one in file.objects if isinstance(one, pikepdf.Stream))
    return [
        *(page.obj for page in file.pages),
        *(one for one in forms if one.get("/Subtype") == "/Form"),
    ]


def _lines(file: pikepdf.Pdf) -> Iterator[tuple[int, int, dict[str, str], str]]:
    """Yield the texts of a file: holder, instruction, letters of the glyphs, what is read."""
    maps: dict[tuple[int, int], dict[str, str]] = {}
    for number, holder in enumerate(_holders(file)):
        fonts = holder.get("/Resources", {}).get("/Font", {})
        known: dict[str, str] = {}
        for at, (operands, operator) in enumerate(pikepdf.parse_content_stream(holder)):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
                known = maps.setdefault(font.objgen, glyph_map(font))
            elif str(operator) == "TJ":
                parts = (bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
                code = b"".join(parts).hex()
                glyphs = (code[n : n + 4] for n in range(0, len(code), 4))
                text = "".join(known.get(glyph, "\0") for glyph in glyphs)
                if "\0" not in text:
                    yield number, at, known, text


def _with_line(data: bytes, number: int, at: int, shown: bytes) -> bytes:
    """Return a PDF with other glyphs in one instruction."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        holder = _holders(file)[number]
        whole = [list(one) for one in pikepdf.parse_content_stream(holder)]
        whole[at][0] = [pikepdf.Array([pikepdf.String(shown)])]
        content = pikepdf.unparse_content_stream(whole)
        if isinstance(holder, pikepdf.Stream):
            holder.write(content)
        else:
            holder.Contents = file.make_stream(content)
        file.save(out)
    return out.getvalue()


EVERY = {".docx": docx, ".html": html, ".pdf": pdf}


def reworded(path: Path) -> Iterator[Reworded]:
    """Yield copies of a finished file, each with one word exchanged, and what was changed."""
    yield from EVERY[path.suffix](path.read_bytes())
