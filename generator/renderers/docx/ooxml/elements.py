"""Paragraphs, runs, breaks and bookmarks."""

from __future__ import annotations

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from generator.renderers.acts import parted

Element = etree._Element  # noqa: SLF001 - the only name of lxml's element type

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ORDER = [
    qn(f"w:{name}")
    for name in (
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "pBdr",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "sectPr",
    )
]
_HYPHEN = "\ufdd0"  # stands in a text for a hyphen at which no line ends; no letter itself
_PIECES = re.compile(f"([\n\t{_HYPHEN}])")
_SIGNS = {"\n": "br", "\t": "tab", _HYPHEN: "noBreakHyphen"}


def legal(text: str) -> str:
    """Return the text without characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", text)


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """Return a ``w:`` element; attribute names are given without their prefix."""
    node: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), legal(value))
    node.extend(children)
    return node


def text_element(tag: str, text: str) -> Element:
    """Return ``w:t`` or ``w:instrText`` that keeps its outer spaces."""
    node = element(tag)
    node.text = legal(text)
    node.set(qn("xml:space"), "preserve")
    return node


def paragraph(style: str, *children: Element) -> Element:
    """Return ``w:p`` (CT_P) of a named style."""
    return element("p", element("pPr", element("pStyle", val=style)), *children)


def gap(before: int = 80) -> Element:
    """Return a paragraph without height that keeps ``before`` twips free above a table."""
    node = paragraph("ND30Ngat")
    set_spacing(node, before=before)
    keep_with_next(node)
    return node


def run(text: str, *, bold: bool = False, italic: bool = False) -> Element:
    """Return ``w:r`` (CT_R); a line feed becomes ``w:br``, a tab ``w:tab``.

    A hyphen at which no line may end becomes ``w:noBreakHyphen``, which is copied as a hyphen.
    Without ``bold`` and ``italic`` the paragraph's style rules.
    """
    node = element("r")
    properties = _run_properties(bold=bold, italic=italic)
    if properties is not None:
        node.append(properties)
    for piece in _PIECES.split(_unbroken(text.replace("\r", ""))):
        if piece in _SIGNS:
            node.append(element(_SIGNS[piece]))
        elif piece:
            node.append(text_element("t", piece))
    return node


def _unbroken(text: str) -> str:
    """Return a text with the hyphens inside words such that no line ends there."""
    return "".join(
        words.replace("-", _HYPHEN) if is_whole else words for words, is_whole in parted(text)
    )


def set_text(node: Element, text: str) -> None:
    """Replace the text of a run's ``w:t`` (CT_Text)."""
    child(node, "t").text = legal(text)


def embolden(node: Element) -> None:
    """Write ``w:b`` (CT_OnOff) into a run made by ``run``; other elements stay."""
    if node.tag != qn("w:r") or node.find(qn("w:t")) is None:
        return
    properties = node.find(qn("w:rPr"))
    if properties is None:
        properties = element("rPr")
        node.insert(0, properties)
    if properties.find(qn("w:b")) is None:
        properties.insert(0, element("bCs"))
        properties.insert(0, element("b"))


def line_break() -> Element:
    """Return a run with ``w:br`` (CT_Br), a line end inside a paragraph."""
    return element("r", element("br"))


def bookmarked(name: str, number: int, *content: Element) -> list[Element]:
    """Return the content between ``w:bookmarkStart`` and ``w:bookmarkEnd`` (CT_Bookmark)."""
    start = element("bookmarkStart", id=str(number), name=name)
    return [start, *content, element("bookmarkEnd", id=str(number))]


def set_spacing(node: Element, **values: int) -> None:
    """Write ``w:spacing`` (CT_Spacing) of one paragraph: before, after, line in twips."""
    _set_property(node, element("spacing", **_texts(values)))


def set_indent(node: Element, **values: int) -> None:
    """Write ``w:ind`` (CT_Ind) of one paragraph: left, right, firstLine, hanging in twips."""
    _set_property(node, element("ind", **_texts(values)))


def set_align(node: Element, align: str) -> None:
    """Write ``w:jc`` (CT_Jc) of one paragraph: left, right, center, both."""
    _set_property(node, element("jc", val=align))


def set_outline(node: Element, level: int) -> None:
    """Write ``w:outlineLvl`` (CT_DecimalNumber); 9 takes a heading out of the contents."""
    _set_property(node, element("outlineLvl", val=str(level)))


def keep_with_next(node: Element) -> None:
    """Write ``w:keepNext`` (CT_OnOff): stay on the page of the next paragraph."""
    _set_property(node, element("keepNext"))


def break_page_before(node: Element) -> None:
    """Write ``w:pageBreakBefore`` (CT_OnOff): the paragraph begins a page."""
    _set_property(node, element("pageBreakBefore"))


def end_section(node: Element, section: Element) -> None:
    """Write ``w:sectPr`` (CT_SectPr): the section ends with this paragraph."""
    _set_property(node, section)


def drawn_line(style: str, length: int, room: int) -> Element:
    """Return a paragraph that draws a line of ``length`` twips, centred in ``room``.

    The line is the top side of ``w:pBdr`` (CT_PBdr); the indents cut it to its
    length, so it stays a drawn, solid line that needs no picture.
    """
    node = paragraph(style)
    side = (room - length) // 2
    border = element("pBdr", element("top", val="single", sz="6", space="0", color="000000"))
    _set_property(node, border)
    set_indent(node, left=side, right=side)
    return node


def _set_property(node: Element, value: Element) -> None:
    """Put a property into ``w:pPr``, in the order of CT_PPr, in place of an older one."""
    properties = child(node, "pPr")
    rank = _ORDER.index(value.tag)
    for old in properties.findall(str(value.tag)):
        properties.remove(old)
    before = [kid for kid in properties if _ORDER.index(kid.tag) < rank]
    properties.insert(len(before), value)


def child(node: Element, tag: str) -> Element:
    """Return the one ``w:`` child of a name; raises LookupError if there is none."""
    found = node.find(qn(f"w:{tag}"))
    if found is None:
        raise LookupError(f"{node.tag} has no w:{tag}")
    return found


def _texts(values: dict[str, int]) -> dict[str, str]:
    """Return numbers as attribute texts."""
    return {name: str(value) for name, value in values.items()}


def _run_properties(*, bold: bool, italic: bool) -> Element | None:
    """Return ``w:rPr`` with ``w:b`` and ``w:i`` where they are asked for."""
    if not bold and not italic:
        return None
    names = [*(["b", "bCs"] if bold else []), *(["i", "iCs"] if italic else [])]
    return element("rPr", *(element(name) for name in names))
