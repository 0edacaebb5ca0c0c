"""An office's own ``reference.docx``: its styles, theme and page setup win over ours.

Styles are matched by their visible names, as Word does with files of another
language; what the office's file lacks is ours. Its numberings are left out, since
the text carries its numbers itself.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml import etree

from generator.errors import RenderError
from generator.renderers.docx import measures as m
from generator.renderers.docx.ooxml.elements import Element, element
from generator.renderers.docx.styles import styles_xml
from generator.renderers.docx.theme import theme_xml

_LINKS = ("basedOn", "next", "link")
_THEME = "word/theme/theme1.xml"


@dataclass(frozen=True, slots=True)
class Reference:
    """The look of a report: the texts of two parts and the upright page."""

    styles: str
    theme: str
    page: m.Page


def reference_of(data: bytes, less: int = 0) -> Reference:
    """Return the look that an office's file gives, ours for ``b""``.

    ``less`` are the points by which our letterhead is set smaller.
    Raises RenderError for a file that is no DOCX with styles.
    """
    if not data:
        return Reference(styles_xml(less=less), theme_xml(), m.PORTRAIT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        page = _page(_root(parts["word/document.xml"]))
        styles = _merged(_root(parts["word/styles.xml"]), page, less)
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise RenderError(
            f"the reference file cannot be used: {error}", expected="a .docx with styles"
        ) from error
    return Reference(styles, _theme(parts), page)


def _theme(parts: dict[str, bytes]) -> str:
    """Return the office's theme; ours where it has none or one with pictures."""
    plain = _THEME in parts and "word/theme/_rels/theme1.xml.rels" not in parts
    return _text(_root(parts[_THEME])) if plain else theme_xml()


def _page(document: Element) -> m.Page:
    """Return the upright page of the last section, ours where the file tells none."""
    sections = list(document.iter(qn("w:sectPr")))
    size = sections[-1].find(qn("w:pgSz")) if sections else None
    margins = sections[-1].find(qn("w:pgMar")) if sections else None
    if size is None or margins is None:
        return m.PORTRAIT
    sides = ("top", "bottom", "left", "right", "header")
    top, bottom, left, right, header = (abs(_measure(margins, side)) for side in sides)
    width, height = sorted((_measure(size, "w"), _measure(size, "h")))
    return m.Page(width, height, top, bottom, left, right, header)


def _measure(node: Element, name: str) -> int:
    """Return a measure in twips."""
    return round(float(node.get(qn(f"w:{name}"), "0")))


def _merged(theirs: Element, page: m.Page, less: int) -> str:
    """Return the styles of both: theirs where a name stands in both."""
    ours = _root(styles_xml(page, less).encode())
    by_name = {_name(style): style for style in ours.iter(qn("w:style"))}
    ids = {_id(style) for style in by_name.values()}
    styles = list(theirs.iter(qn("w:style")))
    renamed = dict(_new_ids(styles, by_name, ids))
    merged = etree.Element(ours.tag, nsmap=_prefixes(ours, theirs))
    merged.attrib.update(theirs.attrib)
    merged.append(_defaults(theirs, ours))
    for style in styles:
        _rename(style, renamed)
        merged.append(style)
    known = {_name(style) for style in styles}
    has_default = {style.get(qn("w:type")) for style in styles if style.get(qn("w:default"))}
    for name, style in by_name.items():
        if name not in known:
            if style.get(qn("w:type")) in has_default:
                style.attrib.pop(qn("w:default"), "")
            merged.append(style)
    return _text(merged)


def _prefixes(*roots: Element) -> dict[str, str]:
    """Return the prefixes that any of the roots declares."""
    return {prefix: uri for root in roots for prefix, uri in root.nsmap.items() if prefix}


def _defaults(theirs: Element, ours: Element) -> Element:
    """Return the office's ``w:docDefaults``, in Vietnamese; ours where it has none."""
    usual = ours.find(qn("w:docDefaults"))
    found = theirs.find(qn("w:docDefaults"))
    runs = None if found is None else found.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if found is None or runs is None:
        if usual is None:
            raise ValueError("no defaults")
        return usual
    for old in runs.findall(qn("w:lang")):
        runs.remove(old)
    runs.append(element("lang", val=m.LANGUAGE, eastAsia=m.LANGUAGE, bidi="ar-SA"))
    return found


def _new_ids(
    styles: list[Element], by_name: dict[str, Element], ids: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield old and new id of each of their styles: ours where the names are equal."""
    for style in styles:
        own = by_name.get(_name(style))
        old = _id(style)
        if own is not None:
            yield old, _id(own)
        else:
            yield old, f"{old}Office" if old in ids else old


def _rename(style: Element, renamed: dict[str, str]) -> None:
    """Write the new ids into one of their styles, take its numbering and language away.

    A report is in Vietnamese, whatever the office's file was last written in.
    """
    style.set(qn("w:styleId"), renamed[_id(style)])
    for tag in _LINKS:
        for link in style.findall(qn(f"w:{tag}")):
            target = link.get(qn("w:val"), "")
            link.set(qn("w:val"), renamed.get(target, target))
    for one in list(style.iter(qn("w:numPr"), qn("w:lang"))):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _name(style: Element) -> str:
    """Return the kind and the visible name of a style, in small letters."""
    name = style.find(qn("w:name"))
    words = "" if name is None else name.get(qn("w:val"), "")
    return f"{style.get(qn('w:type'))} {words.lower()}"


def _id(style: Element) -> str:
    """Return the id of a style."""
    return style.get(qn("w:styleId"), "")


def _root(data: bytes) -> Element:
    """Return the root of a part; nothing outside of it is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    return etree.fromstring(data, parser)


def _text(root: Element) -> str:
    """Return a part as text with the declaration that Word writes."""
    body = etree.tostring(root, encoding="unicode")
    return f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n{body}"
