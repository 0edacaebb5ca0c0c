"""What stands above the text: boxes 1 to 5a and 9a of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from generator.model.document import Addressees, Contents, ContentsEntry, Letterhead, Title
from generator.renderers.markup.element import Html, element, fragment
from generator.renderers.metrics import balanced_width, wrap

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"

TWIPS_PER_MM = 1440 / 25.4
# widths that theme/page.css gives, in mm
ISSUER_WIDTH = 61.0
TITLE_WIDTH = 150.0


def letterhead(block: Letterhead) -> Html:
    """Return boxes 1 to 4 in two columns; layout by boxes, not by a table of data."""
    issuer = _line(
        _paragraphs(block.superior, "superior"),
        element("p", *_over_short_line(block.issuer, 13, ISSUER_WIDTH), class_="issuer"),
        css="left",
    )
    nation = _line(
        element("p", QUOC_HIEU, class_="quoc-hieu"),
        element("p", element("span", TIEU_NGU, class_="full-line"), class_="tieu-ngu"),
        css="right",
    )
    number = element("p", f"Số: {block.number}", class_="left so-ky-hieu")
    place = element("p", f"{block.place}, {block.date_text}", class_="right dia-danh")
    return element(
        "div",
        element("div", issuer, nation, class_="row"),
        element("div", number, place, class_="row"),
        class_="letterhead",
    )


def title(block: Title) -> Html:
    """Return box 5a: kind, subject and the short line under it."""
    return element(
        "h1",
        element("span", block.kind, class_="kind"),
        element("span", *_over_short_line(block.subject, 14, TITLE_WIDTH), class_="subject"),
        class_="title",
    )


def addressees(block: Addressees) -> Html:
    """Return box 9a; several names stand in lines under the colon."""
    names = [name.strip().removeprefix("- ").rstrip(";.") for name in block.names]
    if len(names) == 1:
        return element("p", f"Kính gửi: {names[0]}", class_="addressee")
    marks = [";"] * (len(names) - 1) + ["."]
    listed = (element("li", f"- {name}{mark}") for name, mark in zip(names, marks, strict=True))
    return element(
        "div",
        element("p", "Kính gửi:", class_="salutation"),
        element("ul", *listed, class_="names"),
        class_="addressees",
    )


def contents(block: Contents, unpaged: frozenset[str]) -> Html:
    """Return the table of contents; ``theme/page.css`` adds leaders and page numbers.

    ``unpaged`` names the appendices: their pages count from 1 again, so that a
    number would mislead.
    """
    return element(
        "nav",
        element("p", block.title, class_="contents-title"),
        *(_entry(entry, numbered=entry.target not in unpaged) for entry in block.entries),
        class_="contents",
        role="doc-toc",
    )


def short_line(text: str) -> Html:
    """Return a line of text with a short line under it, 0.4 of its length."""
    return element("span", text, class_="short-line")


def _entry(entry: ContentsEntry, *, numbered: bool) -> Html:
    """Return one line of the table of contents."""
    css = "" if numbered else "unnumbered"
    link = element("a", entry.text, href=f"#{entry.target}", class_=css)
    return element("p", link, class_=f"entry level-{entry.level}")


def _over_short_line(text: str, size: float, width: float) -> list[Html]:
    """Return bold lines of about equal length, the last with a short line under it."""
    room = width * TWIPS_PER_MM
    broken = [
        line
        for part in text.split("\n")
        for line in wrap(part, size, balanced_width(part, size, room, bold=True) + 1, bold=True)
    ]
    above = [fragment(line, element("br"), " ") for line in broken[:-1]]
    return [*above, short_line(broken[-1])]


def _paragraphs(text: str, css: str) -> Html:
    """Return a paragraph for each line of a text, nothing for ""."""
    return fragment(*(element("p", line, class_=css) for line in text.split("\n") if line))


def _line(*children: Html, css: str) -> Html:
    """Return one cell of the letterhead."""
    return element("div", *children, class_=css)
