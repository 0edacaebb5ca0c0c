"""HTML: the main text of a page, without menus, related links and scripts.

The heaviest running text decides where the article is; headings, lists, tables and
notes inside it are kept, blocks that are mostly links are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.errors import InputError
from generator.model.source_text import SourceInfo, SourceText
from generator.sources.encoding import decode
from generator.sources.grid import CELL_BREAK, reach, row_label
from generator.sources.limits import unreadable
from generator.sources.main_text import main_part
from generator.sources.passages import Passage, joined, mended_passages
from generator.sources.raised import raised

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{2,40})", re.IGNORECASE
)
MAX_PAGE_BYTES = 16 * 1024 * 1024
_HEAD_BYTES = 8192
_BLOCKS = re.compile(
    "address|article|blockquote|body|caption|center|dd|details|div|dl|dt|figcaption|figure|h[1-6r]|"
    "html|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_BLANKS = re.compile(r"[ \t\r\n\f\u200b\ufeff]+")
_BREAK = "\x00"  # stands for <br> until blanks are folded


def read_web(data: bytes, info: SourceInfo, file: str) -> SourceText:
    """Return the main text of a page with segments "đoạn n" and "bảng n, hàng m".

    Raises InputError where there is no text, or nesting beyond all reason.
    """
    if len(data) > MAX_PAGE_BYTES:
        raise unreadable(
            file,
            f"the page is larger than {MAX_PAGE_BYTES // 2**20} MiB",
            hint="save its text as .txt or .docx",
        )
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    text = decode(data, file, charset=declared.group(1).decode("ascii") if declared else None)
    root = _parsed(text, file)
    titles = [" ".join(_text(heading).split()) for heading in root.iter("h1")]
    title = max(titles, key=len, default="")
    part = main_part(root)
    passages = _labelled(part, title)
    return joined(mended_passages(passages, file), info, file)


def _parsed(text: str, file: str) -> etree._Element:
    """Return the tree of a page. Raises InputError."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.replace("\0", " ").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise _no_page(file) from exc
    deep = any("depth" in entry.message.lower() for entry in parser.error_log)
    if root is None or deep:
        raise _no_page(file)
    return root


def _no_page(file: str) -> InputError:
    """Return the error for what is no web page."""
    return unreadable(
        file, "this is no web page that can be read", hint="save its text as .txt or .docx"
    )


def _labelled(part: etree._Element, title: str) -> list[Passage]:
    """Return the passages of the main part; the title comes first, once."""
    passages: list[Passage] = []
    texts = [(text, "") for text in [title] if text]
    found = list(_pieces(part, {}))
    if title and any(text == title for text, _ in found[:5]):
        texts = []
    paragraphs = 0
    for text, label in [*texts, *found]:
        paragraphs += not label
        passages.append(Passage(text, label or f"đoạn {paragraphs}"))
    return passages


def _pieces(block: etree._Element, tables: dict[int, None]) -> Iterator[tuple[str, str]]:
    """Yield text and label ("" for a paragraph) of each piece below a block."""
    line: list[str] = [block.text or ""]
    for child in block:
        tag = child.tag
        if tag == "table" and _is_data(child):
            yield from _finished(line)
            tables[len(tables)] = None
            yield from _rows(child, len(tables))
        elif _BLOCKS.fullmatch(str(tag)) or _holds_block(child):
            yield from _finished(line)
            if not _mostly_links(child):
                yield from _pieces(child, tables)
        else:
            line.append(_inline(child, line))
        line.append(child.tail or "")
    yield from _finished(line)


def _finished(line: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the text that a line has gathered, and empty the line."""
    text = "".join(line)
    line.clear()
    parts = (_BLANKS.sub(" ", part).strip() for part in text.split(_BREAK + _BREAK))
    for part in parts:
        text = "\n".join(one.strip() for one in part.split(_BREAK) if one.strip())
        if text:
            yield text, ""


def _inline(element: etree._Element, before: list[str]) -> str:
    """Return the text of an inline element; raised digits become a mark."""
    if element.tag == "br":
        return _BREAK
    if element.tag == "sup":
        text = _text(element).strip()
        last = next((part[-1] for part in reversed(before) if part), "")
        return raised(text, last)
    parts = [element.text or ""]
    for child in element:
        text = _inline(child, parts)
        parts.append(f"{_BREAK}{text}{_BREAK}" if _BLOCKS.fullmatch(str(child.tag)) else text)
        parts.append(child.tail or "")
    return "".join(parts)


def _text(element: etree._Element) -> str:
    """Return all text below an element."""
    return "".join(map(str, element.itertext()))


def _holds_block(element: etree._Element) -> bool:
    """Tell whether an inline element is wrapped around blocks."""
    inner = (str(child.tag) for child in element.iter() if child is not element)
    return any(map(_BLOCKS.fullmatch, inner))


def _is_data(table: etree._Element) -> bool:
    """Tell a table of data from one that only lays out the page."""
    nested = any(inner is not table for inner in table.iter("table"))
    return not nested and any(len(_cells(row)) > 1 for row in table.iter("tr"))


def _cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def _rows(table: etree._Element, number: int) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table of data, a line each."""
    below: dict[int, int] = {}
    for index, row in enumerate(table.iter("tr"), start=1):
        text = CELL_BREAK.join(_texts(row, below))
        if text.strip(" |"):
            yield text, row_label(number, index)


def _texts(row: etree._Element, below: dict[int, int]) -> list[str]:
    """Return the texts of a row by their column; a cell over several leaves the others empty.

    ``below`` counts by column the rows that a cell from above still reaches into.
    """
    texts: list[str] = []
    for cell in _cells(row):
        _pass(texts, below)
        rows = reach(cell.get("rowspan", "").strip())
        for at in range(reach(cell.get("colspan", "").strip())):
            if rows > 1:
                below[len(texts)] = rows - 1
            shown = _inline(cell, []).replace(_BREAK, " ") if not at else ""
            texts.append(" ".join(shown.split()))
    _pass(texts, below)
    return texts


def _pass(texts: list[str], below: dict[int, int]) -> None:
    """Add empty cells where cells of the rows above reach into this one."""
    while below.get(len(texts), 0):
        below[len(texts)] -= 1
        texts.append("")


def _mostly_links(block: etree._Element) -> bool:
    """Tell whether a block is a list of links and no text of the article."""
    whole = len("".join(_text(block).split()))
    linked = sum(len("".join(_text(link).split())) for link in block.iter("a"))
    return whole > 0 and linked * 10 > whole * 8
