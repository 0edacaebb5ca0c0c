"""What stands above the text: boxes 1 to 5a and 9a of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from generator.model.document import Addressees, Contents, ContentsEntry, Letterhead, Title
from generator.renderers.even import even_lines
from generator.renderers.markup.element import Html, element, fragment, unbroken
from generator.renderers.page_rules import is_long
from generator.renderers.sides import QUOC_HIEU, TIEU_NGU, Head, date_line, head_of, number_line

TWIPS_PER_MM = 1440 / 25.4
# width that theme/page.css gives, in mm
TEXT_WIDTH = 160.0


def letterhead(block: Letterhead, *, for_print: bool) -> Html:
    """Return boxes 1 to 4 in two columns; layout by boxes, not by a table of data."""
    head = head_of(block, round(TEXT_WIDTH * TWIPS_PER_MM))
    room = head.room / TWIPS_PER_MM
    issuer = element(
        "div",
        _superior(block.superior, head, room),
        element("p", *over_short_line(block.issuer, head.bodies, room), class_="issuer"),
        class_="left",
        style=in_mm(head.left) if for_print else "",
    )
    nation = element(
        "div",
        element("p", QUOC_HIEU, class_="quoc-hieu"),
        element("p", element("span", TIEU_NGU, class_="full-line"), class_="tieu-ngu"),
        class_="right",
        style=in_mm(head.right) if for_print else "",
    )
    number = element("p", unbroken(number_line(block)), class_="left so-ky-hieu")
    place = element("p", date_line(block), class_="right dia-danh")
    return element(
        "div",
        element("div", issuer, nation, class_="row"),
        element("div", number, place, class_="row"),
        class_="letterhead smaller" if head.less else "letterhead",
    )


def title(block: Title) -> Html:
    """Return box 5a: kind, subject and the short line under it."""
    return element(
        "h1",
        element("span", block.kind, class_="kind"),
        element("span", *over_short_line(block.subject, 14, TEXT_WIDTH), class_="subject"),
        class_="title",
    )


def addressees(block: Addressees) -> Html:
    """Return box 9a; several names stand in lines under the colon."""
    names = [name.strip().removeprefix("- ").rstrip(";.") for name in block.names]
    if len(names) == 1:
        words = even_text(f"Kính gửi: {names[0]}", 14, TEXT_WIDTH)
        return element("p", words, class_="addressee")
    marks = [";"] * (len(names) - 1) + ["."]
    listed = (
        element("li", unbroken(f"- {name}{mark}")) for name, mark in zip(names, marks, strict=True)
    )
    return element(
        "div",
        element("p", "Kính gửi:", class_="salutation"),
        element("ul", *listed, class_="names"),
        class_="addressees",
    )


def contents(block: Contents, unpaged: frozenset[str], place: str) -> Html:
    """Return the table of contents; ``theme/page.css`` adds leaders and page numbers.

    ``unpaged`` names the appendices: their pages count from 1 again, so that a
    number would mislead. ``place`` is "front" or, where text stands before it, "back".
    """
    return element(
        "nav",
        element("p", block.title, class_="contents-title"),
        *(_entry(entry, numbered=entry.target not in unpaged) for entry in block.entries),
        class_=f"contents {place} long" if is_long(block) else f"contents {place}",
        role="doc-toc",
    )


def short_line(text: str) -> Html:
    """Return a line of text with a short line under it, 0.4 of its length."""
    return element("span", unbroken(text), class_="short-line")


def _entry(entry: ContentsEntry, *, numbered: bool) -> Html:
    """Return one line of the table of contents."""
    css = "" if numbered else "unnumbered"
    link = element("a", unbroken(entry.text), href=f"#{entry.target}", class_=css)
    return element("p", link, class_=f"entry level-{entry.level}")


def over_short_line(text: str, size: float, width: float, *, bold: bool = True) -> list[Html]:
    """Return even lines in ``width`` mm, the last with a short line under it."""
    broken = even_lines(text, size, width * TWIPS_PER_MM, bold=bold)
    above = [fragment(unbroken(line), _even_end()) for line in broken[:-1]]
    return [*above, short_line(broken[-1])]


def even_text(text: str, size: float, width: float, *, bold: bool = False) -> Html:
    """Return a centred text broken into even lines of at most ``width`` mm."""
    first, *rest = even_lines(text, size, width * TWIPS_PER_MM, bold=bold)
    return fragment(unbroken(first), *(fragment(_even_end(), unbroken(line)) for line in rest))


def _even_end() -> Html:
    """Return a line end that only paper has: a narrow screen breaks lines by itself."""
    return fragment(element("br", class_="even"), " ")


def in_mm(width: float) -> str:
    """Return a width in twips as a style of paper."""
    return f"width:{width / TWIPS_PER_MM:.2f}mm"


def _superior(text: str, head: Head, room: float) -> Html:
    """Return the superior body in even lines of ``room`` mm, nothing for ""."""
    if not text:
        return fragment()
    return element("p", even_text(text, head.bodies, room), class_="superior")
