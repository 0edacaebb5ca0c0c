"""PDF files in which something is moved, struck out or told otherwise than it is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
import pypdfium2

Change = Callable[[pikepdf.Pdf], None]
Box = tuple[float, float, float, float]  # left, bottom, right, top in points


def box_of(data: bytes, page: int, text: str) -> Box:
    """Return the box around the last occurrence of a text on a page."""
    texts = pypdfium2.PdfDocument(data)[page].get_textpage()
    at = texts.get_text_range().rindex(text)
    boxes = [texts.get_charbox(at + n) for n in range(len(text))]
    left, low = min(one[0] for one in boxes), min(one[1] for one in boxes)
    return left, low, max(one[2] for one in boxes), max(one[3] for one in boxes)


def page_of(data: bytes, text: str) -> int:
    """Return the first page that has a text."""
    pages = pypdfium2.PdfDocument(data)
    return next(at for at, one in enumerate(pages) if text in one.get_textpage().get_text_range())


def moved(data: bytes, text: str, dx: float, dy: float = 0) -> Change:
    """Move what the last text of a page that reads so draws; the structure stays."""
    page = page_of(data, text)
    left, low, *_ = box_of(data, page, text)

    def change(file: pikepdf.Pdf) -> None:
        one = file.pages[page]
        whole = [list(part) for part in pikepdf.parse_content_stream(one)]
        best, near = None, 1e9
        for at, (operands, operator) in enumerate(whole):
            if str(operator) == "Tm":
                x, y = float(operands[4]) * 0.75, float(operands[5]) * 0.75
                height = float(one.MediaBox[3])
                off = abs(x - left) + min(abs(y - low), abs(height - y - low))
                if off < near:
                    best, near = at, off
        operands = list(whole[best][0])
        operands[4] = float(operands[4]) + dx / 0.75
        operands[5] = float(operands[5]) + dy / 0.75
        whole[best][0] = operands
        one.Contents = file.make_stream(pikepdf.unparse_content_stream(whole))

    return change


def painted(page: int, content: str) -> Change:
    """Paint over a page, in points from its lower left corner."""

    def change(file: pikepdf.Pdf) -> None:
        one = file.pages[page]
        one.contents_add(file.make_stream(b"q"), prepend=True)
        one.contents_add(file.make_stream(f"Q q {content} Q".encode()))

    return change


def over(data: bytes, text: str, content: str) -> Change:
    """Paint at a text; ``{left}``, ``{middle}``, ``{right}`` … stand for its box."""
    page = page_of(data, text)
    left, low, right, high = box_of(data, page, text)
    middle = (low + high) / 2
    places = {"left": left, "low": low, "right": right, "high": high, "middle": middle}
    told = re.sub(r"\{(\w+)([+-]\d+)?\}", lambda m: f"{places[m[1]] + int(m[2] or 0):.2f}", content)
    return painted(page, told)


def element(kind: str, key: str, value: str) -> Change:
    """Give the first element of a kind in the structure another reading."""

    def change(file: pikepdf.Pdf) -> None:
        found = (
            one
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and "/P" in one and one.get("/S") == kind
        )
        next(found)[key] = pikepdf.String(value)

    return change


def marked_content(number: int, key: str, value: str) -> Change:
    """Let the first marked text of a page say something else of itself."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[number]
        whole = [list(part) for part in pikepdf.parse_content_stream(page)]
        at = next(n for n, (_, operator) in enumerate(whole) if str(operator) == "BDC")
        whole[at][0] = [whole[at][0][0], pikepdf.Dictionary(whole[at][0][1])]
        whole[at][0][1][key] = pikepdf.String(value)
        page.Contents = file.make_stream(pikepdf.unparse_content_stream(whole))

    return change


def bookmark(change: Callable[[list[pikepdf.OutlineItem]], None]) -> Change:
    """Change the bookmarks."""

    def spoil(file: pikepdf.Pdf) -> None:
        with file.open_outline() as outline:
            change(outline.root)

    return spoil


def _renamed(marks: list[pikepdf.OutlineItem]) -> None:
    marks[0].title = "Kết quả của tỉnh Cao Bằng"


def _elsewhere(marks: list[pikepdf.OutlineItem]) -> None:
    marks[0].destination, marks[1].destination = marks[1].destination, marks[0].destination


def links(file: pikepdf.Pdf, text: str) -> list[pikepdf.Dictionary]:
    """Return the links to a place."""
    found = [one for page in file.pages for one in page.get("/Annots", [])]
    return [one for one in found if text in str(one.get("/Dest", ""))]


def link_outside(file: pikepdf.Pdf) -> None:
    """Let a link lead to another document."""
    one = links(file, "")[0]
    del one["/Dest"]
    one.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.com/"))


def link_elsewhere(file: pikepdf.Pdf) -> None:
    """Let a reference to a chart lead to a table."""
    links(file, "bieu-do")[0].Dest = pikepdf.String("ghi-chu")


def link_beside(file: pikepdf.Pdf) -> None:
    """Let the reference to a chart lead to the table on the same page."""
    table = next(one for one in links(file, "") if "theo-cap" in str(one.Dest))
    links(file, "bieu-do")[0].Dest = table.Dest


def labelled(file: pikepdf.Pdf) -> None:
    """Number the pages otherwise."""
    first = pikepdf.Dictionary(S=pikepdf.Name.D, St=77)
    file.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, first]))


def described(file: pikepdf.Pdf) -> None:
    """Let the description beside the properties name another title."""
    known = file.Root.Metadata.read_bytes()
    told = re.sub("(<rdf:li[^>]*>)[^<]*", r"\g<1>Báo cáo của tỉnh Cao Bằng", known.decode())
    file.Root.Metadata.write(told.encode())


def _info(key: str, value: str) -> Change:
    return lambda file: file.docinfo.__setitem__(key, pikepdf.String(value))


TOLD: dict[str, Change] = {
    "a cell that reads as another number": element("/TD", "/ActualText", "77.777"),
    "a paragraph that reads otherwise": element("/P", "/ActualText", "Không có hồ sơ trễ hẹn."),
    "a figure that reads otherwise": element("/Figure", "/ActualText", "77.777"),
    "a described paragraph": element("/P", "/Alt", "77.777"),
    "a cell spelled out": element("/TD", "/E", "77.777"),
    "a text marked as another": marked_content(1, "/ActualText", "77.777"),
    "a renamed bookmark": bookmark(_renamed),
    "bookmarks to each other's place": bookmark(_elsewhere),
    "bookmarks in another order": bookmark(lambda marks: marks.reverse()),
    "a bookmark less": bookmark(lambda marks: marks.pop()),
    "no bookmarks": bookmark(lambda marks: marks.clear()),
    "a link outside": link_outside,
    "a link to another place": link_elsewhere,
    "a link to what stands beside": link_beside,
    "other page labels": labelled,
    "another unit of the page": lambda file: file.pages[0].__setitem__("/UserUnit", 3),
    "another description": described,
    "another subject": _info("/Subject", "Kết quả của tỉnh Cao Bằng"),
    "another keyword": _info("/Keywords", "cải cách thủ tục hành chính, Cao Bằng"),
    "another author": _info("/Author", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG"),
}

# at the number that is given: over it, through it, beside it
PAINTED: dict[str, str] = {
    "a number struck out": "1 w {left} {middle} m {right} {middle} l S",
    "a digit struck out": "1 w {left} {middle} m {left+5} {middle} l S",
    "a slanting stroke": "1 w {left} {low} m {right} {high} l S",
    "an upright stroke": "1 w {left+4} {low-2} m {left+4} {high+2} l S",
    "a stroke as a thin surface": "0 g {left} {middle} 30 1 re f",
    "a drawn minus": "1 w {left-7} {middle} m {left-2} {middle} l S",
    "a white box over a digit": "1 1 1 rg {left} {low-1} 4.5 12 re f",
    "a white box over half of the height": "1 1 1 rg {left} {middle+1} 40 12 re f",
    "a drawn seven": "1 w {left-9} {high} m {left-3} {high} l {left-6} {low} l S",
    "a drawn bar": "0 g {left-4} {low} 1 8 re f",
}
