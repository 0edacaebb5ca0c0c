"""HTML: blocks of text in order, numbers with their figures, drawings, boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree, html

from generator.verify.reading.elements import middle_of, name_of, text_of
from generator.verify.reading.html_form import misformed
from generator.verify.reading.html_links import mislinked
from generator.verify.reading.html_tables import tables
from generator.verify.reading.html_unseen import unseen
from generator.verify.reading.svg_marks import svg_marks
from generator.verify.reading.text import NOTE, ChartText, Drawn, FileText, Marked, Piece

_BLOCKS = frozenset(
    {"p", "li", "td", "th", "figcaption", "caption", "div", "section", "header", "nav", "figure"}
    | {f"h{level}" for level in range(1, 7)}
)
_ROLES = {
    "h1": "title",
    "th": "head",
    "td": "cell",
    "figcaption": "caption",
    "caption": "caption",
    **{f"h{level}": f"heading {level - 1}" for level in range(2, 7)},
}
_BOX = "lineage-"


@dataclass(slots=True)
class _Collected:
    """What has been read so far; ``buffer`` holds the open piece."""

    body: list[Piece] = field(default_factory=list)
    marks: list[Piece] = field(default_factory=list)
    charts: list[ChartText] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    where: str = ""
    role: str = ""

    def flush(self) -> None:
        """Close the open piece."""
        text = "".join(self.buffer)
        self.buffer.clear()
        if text.strip():
            self.body.append(Piece(text, self.where, self.role))


def read(data: bytes) -> FileText:
    """Return what an HTML report prints. Raises ParserError and its kin for none."""
    page = data.decode("utf-8")
    root = html.document_fromstring(page, parser=html.HTMLParser(huge_tree=True))
    strange = (*(Piece(one, "html") for one in misformed(page)), *unseen(root))
    main, notes = _Collected(), _Collected()
    for element in root.iter("main"):
        _walk(element, main)
    aside = root.find(".//aside")
    if aside is not None:
        for item in aside.iter("li"):
            _drop_way_back(item)
            notes.where = f"chú thích {str(item.get('id', '')).removeprefix('note-')}"
            _walk(item, notes)
    return FileText(
        form="html",
        lineage=_lineage(root),
        body=tuple(main.body),
        notes=tuple(notes.body),
        charts=tuple(main.charts),
        note_marks=tuple(main.marks),
        note_heads=tuple(
            Piece(one.where.removeprefix("chú thích "), one.where) for one in notes.body
        ),
        others=tuple(_around(root)),
        marked=(*main.marked, *notes.marked),
        boxes=_boxes(root),
        tables=tuple(one for main in root.iter("main") for one in tables(main)),
        unseen=(*strange, *mislinked(root)),
        tongues=tuple(_tongues(root)),
    )


def _tongues(root: etree._Element) -> Iterator[Piece]:
    """Yield the language of the page, "" without, and those of its elements."""
    yield Piece(str(root.get("lang", "")), "html")
    for node in root.iterdescendants():
        if name_of(node) and node.get("lang") is not None:
            yield Piece(str(node.get("lang")), f"<{name_of(node)}>")


def _drop_way_back(item: etree._Element) -> None:
    """Leave out the link that leads from a note back to its mark."""
    for link in item.findall("a"):
        if str(link.get("href", "")).startswith("#mark-"):
            item.remove(link)


def _walk(element: etree._Element, found: _Collected) -> None:
    """Read one element and all below it."""
    tag = name_of(element)
    if tag == "svg":
        found.flush()
        found.charts.append(_chart(element, len(found.charts) + 1))
    elif tag == "sup" and element.find("a") is not None:
        found.marks.append(Piece(text_of(element), found.where))
        found.buffer.append(NOTE)
    elif tag and tag not in ("script", "style"):
        _walk_inside(element, tag, found)
    found.buffer.append(str(element.tail or ""))


def _walk_inside(element: etree._Element, tag: str, found: _Collected) -> None:
    """Read the text of an element; a block closes the piece before and after it."""
    block = tag in _BLOCKS
    around = found.role
    if block:
        found.flush()
        found.where = _where(element, tag) or found.where
        found.role = _ROLES.get(tag, around)
    if tag == "data":
        found.marked.append(_marked(element, found.where))
    if tag == "br":
        found.buffer.append(" ")
    found.buffer.append(str(element.text or ""))
    for child in element:
        _walk(child, found)
    if block:
        found.flush()
        found.role = around


def _where(element: etree._Element, tag: str) -> str:
    """Return a name for the place of an element."""
    name = element.get("id")
    if name and tag != "li":
        return f"#{name}"
    return ""


def _marked(element: etree._Element, where: str) -> Marked:
    """Return a number with the figure that it names."""
    value, figure = str(element.get("value", "")), str(element.get("data-figure", ""))
    return Marked(text_of(element), value, figure, where)


def _chart(element: etree._Element, number: int) -> ChartText:
    """Return the texts of a drawing; its title is read as its alternative text."""
    label = str(element.get("aria-label", ""))
    titles = [text_of(one) for one in element.iter() if name_of(one) == "title"]
    drawn = tuple(_drawn(one) for one in element.iter() if name_of(one) == "text")
    others = tuple(title for title in titles if title != label)
    return ChartText(
        f"biểu đồ {number}",
        label or "".join(titles),
        drawn,
        beside=others,
        marks=tuple(svg_marks(element)),
    )


def _drawn(element: etree._Element) -> Drawn:
    """Return a text with its middle, about."""
    return Drawn(text_of(element), *middle_of(element))


def _lineage(root: etree._Element) -> str:
    """Return the data of the page, "" without."""
    for script in root.iter("script"):
        if script.get("id") == "facts.json":
            return str(script.text or "")
    return ""


def _around(root: etree._Element) -> list[Piece]:
    """Return title and properties of the page, and what is read out in place of its elements."""
    found = [Piece(text_of(one), "title") for one in root.findall(".//head/title")]
    named = (meta for meta in root.iter("meta") if meta.get("name") not in (None, "viewport"))
    found += [Piece(str(one.get("content", "")), f"meta {one.get('name')}") for one in named]
    named = (one for one in root.iter() if one.get("aria-label") and name_of(one) != "svg")
    found += [Piece(str(one.get("aria-label")), f"aria-label <{name_of(one)}>") for one in named]
    return found


def _boxes(root: etree._Element) -> dict[str, str]:
    """Return the texts of the boxes behind the numbers, by figure id.

    What stands in a box that such a box opens is a part of it.
    """
    found = {
        str(one.get("id")): one
        for one in root.iter("div")
        if str(one.get("id", "")).startswith(_BOX)
    }
    opened = {name: _opened_from(box, found) for name, box in found.items()}
    inner = {target for targets in opened.values() for target in targets}
    return {
        name.removeprefix(_BOX): " ".join(
            text for one in (name, *opened[name]) for text in map(str, found[one].itertext())
        )
        for name in found
        if name not in inner
    }


def _opened_from(box: etree._Element, boxes: Mapping[str, etree._Element]) -> list[str]:
    """Return the other boxes that the buttons in a box open."""
    targets = (str(button.get("popovertarget")) for button in box.iter("button"))
    return [name for name in targets if name in boxes and name != box.get("id")]
