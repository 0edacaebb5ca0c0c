"""The inline content of a DOCX paragraph: runs, breaks, fields, note marks, boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.sources.legacy import CONVERTERS, is_legacy, shown_in
from generator.sources.raised import raised

_OFF = frozenset(("0", "false", "off", "none"))
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
# what is no text of the document: properties, codes of fields, removed and foreign text
_SKIPPED = re.compile(
    "pPr|rPr|sdtPr|sdtEndPr|del|moveFrom|delText|instrText|delInstrText|rt|rubyPr|footnoteRef|"
    "endnoteRef|annotationRef"
)


@dataclass(slots=True)
class Line:
    """What the reading of lines shares: converters by font, note marks, open fields.

    A field may run over many paragraphs; ``fields`` holds the codes of the open ones.
    """

    fonts: Mapping[str, Callable[[str], str]]
    notes: list[tuple[str, str]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def in_contents(self) -> bool:
        """Tell whether the text here is that of a table of contents."""
        return any(code.split()[:1] == ["TOC"] for code in self.fields)

    def field_mark(self, kind: str) -> None:
        """Note the beginning or the end of a field."""
        if kind == "begin":
            self.fields.append("")
        elif kind == "end" and self.fields:
            self.fields.pop()


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def line_of(paragraph: etree._Element, line: Line) -> tuple[str, list[etree._Element]]:
    """Return the text of a paragraph and the text boxes that are anchored in it."""
    parts: list[str] = []
    boxes: list[etree._Element] = []
    _inline(paragraph, line, parts, boxes)
    return "".join(parts), boxes


def _value(element: etree._Element, name: str = "val") -> str:
    """Return an attribute of an element by its bare name, "" for none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def _inline(
    element: etree._Element, line: Line, parts: list[str], boxes: list[etree._Element]
) -> None:
    """Collect the text below an element."""
    for child in element:
        name = local(child)
        if name == "fldChar":
            line.field_mark(_value(child, "fldCharType"))
        elif name == "instrText" and line.fields:
            line.fields[-1] += child.text or ""
        elif _SKIPPED.fullmatch(name):
            continue
        elif name == "r":
            _run(child, line, parts, boxes)
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "AlternateContent":
            choice = next(iter(child), None)  # the others say the same in older forms
            if choice is not None:
                _inline(choice, line, parts, boxes)
        elif (text := _own_text(child, name, line)) is not None:
            parts.append("" if line.in_contents() else text)
        else:
            _inline(child, line, parts, boxes)


def _own_text(element: etree._Element, name: str, line: Line) -> str | None:
    """Return the text that an element stands for, None where it only holds others."""
    if name == "t":
        return element.text or ""
    if name in _NOTES:
        line.notes.append((_NOTES[name], note_id(element)))
        return f"[{len(line.notes)}]"
    return _MARKS.get(name)


def _run(run: etree._Element, line: Line, parts: list[str], boxes: list[etree._Element]) -> None:
    """Collect the text of a run, unless it is hidden."""
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is not None and _is_hidden(properties):
        return
    own: list[str] = []
    _inline(run, line, own, boxes)
    text = "".join(own)
    if properties is not None:
        font = _font(properties)
        convert = line.fonts.get(_family(font))
        if convert:
            text = shown_in(font, convert(text))
        if _is_raised(properties):
            text = raised(text, parts[-1][-1:] if parts else "")
    if text:
        parts.append(text)


def _is_hidden(properties: etree._Element) -> bool:
    """Tell whether a run is hidden now; former properties stand one level deeper."""
    flags = [child for child in properties if local(child) == "vanish"]
    return any(_value(flag) not in _OFF for flag in flags)


def _is_raised(properties: etree._Element) -> bool:
    """Tell whether a run is printed as superscript."""
    aligned = (child for child in properties if local(child) == "vertAlign")
    return any(_value(child) == "superscript" for child in aligned)


def _font(properties: etree._Element) -> str:
    """Return the font of a run, "" where it names none."""
    for child in properties:
        if local(child) == "rFonts":
            for key, value in child.attrib.items():
                if str(key).rpartition("}")[2] in ("ascii", "hAnsi"):
                    return str(value)
    return ""


def _family(font: str) -> str:
    """Return the key of ``CONVERTERS`` that a font belongs to, "" if to none."""
    return next((prefix for prefix in CONVERTERS if font.lower().startswith(prefix)), "")


def old_fonts(root: etree._Element) -> dict[str, Callable[[str], str]]:
    """Return the converters for the fonts of old encodings that a document really uses.

    A run may bear such a font and still hold Unicode; so all text in a font is
    weighed together.
    """
    texts: dict[str, list[str]] = {prefix: [] for prefix in CONVERTERS}
    for run in root.iter("{*}p", "{*}r"):
        if local(run) == "p":
            for found in texts.values():
                found.append("\n")  # its last word ends with it
            continue
        properties = next((child for child in run if local(child) == "rPr"), None)
        family = _family(_font(properties)) if properties is not None else ""
        if family:
            texts[family].extend(child.text or "" for child in run if local(child) == "t")
    return {
        prefix: convert
        for prefix, convert in CONVERTERS.items()
        if is_legacy("".join(texts[prefix]), convert)
    }


def note_id(element: etree._Element) -> str:
    """Return the id of a note or of a reference to one, "" if there is none."""
    ids = (str(value) for key, value in element.attrib.items() if str(key).endswith("}id"))
    return next(ids, "")
