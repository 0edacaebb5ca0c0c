"""HTML: what prints, covers or hides text without being text that the reader reads.

A report is one page of plain elements, one style sheet and its data; no script runs in
it. Elements, attributes and places of text beyond these are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.css import misstyled
from generator.verify.reading.elements import name_of, text_of
from generator.verify.reading.svg_unseen import misdrawn
from generator.verify.reading.text import Piece, names

_ELEMENTS = names(
    "html head body meta title style script main aside nav section header footer div p span ul ol"
    " li h1 h2 h3 h4 h5 h6 figure figcaption table colgroup col thead tbody tr th td button data a"
    " sup em strong br blockquote cite svg g path text use defs tspan"
)
_ATTRIBUTES = names(
    "lang charset name content id class role type value href scope colspan rowspan tabindex"
    " popover autofocus popovertarget popovertargetaction aria-haspopup aria-labelledby aria-label"
    " data-figure xmlns xmlns:xlink width height viewbox stroke-linejoin stroke-linecap d fill"
    " stroke stroke-width stroke-dasharray stroke-dashoffset font-size font-family font-style"
    " font-weight text-anchor x y xlink:href"
)
# attributes that hide, count or measure, and the only elements that may have them
_OWN = {
    "popover": ("div",),
    "value": ("data",),
    "data-figure": ("data",),
    "type": ("button", "script"),
    "width": ("svg",),
    "height": ("svg",),
    "name": ("meta",),
    "content": ("meta",),
}
# what the reader does not walk: only white space may stand right in it
_BARE = names(
    "html head body ol ul aside table thead tbody tr colgroup col meta svg g defs use path"
)
# what an element may be told to be, those that may be named in words, and their fixed words
_ROLES = frozenset(
    {
        ("div", "dialog"),
        ("div", "region"),
        ("a", "doc-noteref"),
        ("svg", "img"),
        ("nav", "doc-toc"),
        ("aside", "doc-endnotes"),
    }
)
_LABELLED = ("a", "div", "svg")
_WAY_BACK, _VIEWPORT = "Quay lại nội dung", "width=device-width, initial-scale=1"
_NOTES_TITLE = "Chú thích"


def unseen(root: etree._Element) -> Iterator[Piece]:
    """Yield what a page holds beside its text, boxes and data."""
    ids = Counter(str(node.get("id")) for node in root.iter() if node.get("id"))
    yield from (Piece("two elements of one name", f"#{name}") for name in ids if ids[name] > 1)
    for node in root.iter():
        yield from (Piece(found, _place(node)) for found in _strange(node, frozenset(ids)))
    yield from _single(root)
    yield from _outside(root)
    for sheet in root.iter("style"):
        yield from (Piece(found, "style") for found in misstyled(text_of(sheet)))
    for number, drawing in enumerate(root.iter("svg"), start=1):
        yield from (Piece(found, f"biểu đồ {number}") for found in misdrawn(drawing))


def _place(node: etree._Element) -> str:
    """Return the name of the nearest element that has one."""
    names = (str(one.get("id")) for one in (node, *node.iterancestors()) if one.get("id"))
    return f"#{next(names, name_of(node) or 'html')}"


def _strange(node: etree._Element, ids: frozenset[str]) -> Iterator[str]:
    """Yield what is strange of one element."""
    name = name_of(node)
    if name not in _ELEMENTS:
        yield f"<{name or '!--'}>, which no report has"
        return
    for key, value in node.items():
        is_width = name == "col" and key == "style" and str(value).startswith("width:")
        known = key in _ATTRIBUTES and name in _OWN.get(key, (name,))
        if not known and not is_width:
            yield f"the attribute {key!s} of <{name}>"
    yield from _read_out(node, name)
    above = node.getparent()
    if _is_box(node) and (above is None or name_of(above) != "body"):
        yield "a box in the text, which opens at a click only"
    link = str(node.get("href", "#"))
    if not link.startswith("#") or (link != "#" and link[1:] not in ids):
        yield f"a link to {link}"
    if name == "button":
        yield from _misled(node)
    if name == "sup" and node.find("a") is None:
        yield f"“{text_of(node)}” as a power"
    bare = "".join((str(node.text or ""), *(str(child.tail or "") for child in node)))
    if name in _BARE and bare.strip():
        yield f"“{' '.join(bare.split())[:80]}” outside of the text"


def _read_out(node: etree._Element, name: str) -> Iterator[str]:
    """Yield what lets a program read an element aloud as something else than it is."""
    role = node.get("role")
    if role is not None and (name, role) not in _ROLES:
        yield f"<{name}> in the role of {role}"
    if node.get("aria-label") is not None and name not in _LABELLED:
        yield f"“{node.get('aria-label')}” read out for <{name}>"
    if name == "a" and node.get("aria-label") not in (None, _WAY_BACK):
        yield f"“{node.get('aria-label')}” read out for a link"
    if node.get("scope") not in (None, "col"):
        yield f"a head of {node.get('scope')}"
    if node.get("name") == "viewport" and node.get("content") != _VIEWPORT:
        yield f"a view of {node.get('content')}"


def _is_box(node: etree._Element) -> bool:
    """Tell whether an element is hidden until a number is asked for, or left out on paper."""
    return node.get("popover") is not None or "lineage" in str(node.get("class", "")).split()


def _misled(button: etree._Element) -> Iterator[str]:
    """Yield where a number opens the box of another, or a box closes another."""
    target = str(button.get("popovertarget", "")).removeprefix("lineage-")
    for number in button.iter("data"):
        if number.get("data-figure") != target:
            yield f"“{text_of(number)}” opens the box of {target}"


def _single(root: etree._Element) -> Iterator[Piece]:
    """Yield parts of the page that come more often than once, and scripts that run."""
    for name in ("main", "aside", "style", "script", "head", "body"):
        if len(list(root.iter(name))) > 1:
            yield Piece(f"more than one <{name}>", name)
    for script in root.iter("script"):
        if script.get("type") != "application/json" or script.get("id") != "facts.json":
            yield Piece("a script", "script")


def _outside(root: etree._Element) -> Iterator[Piece]:
    """Yield elements beside text, notes, boxes and data, and words beside the notes."""
    for child in root.iterfind("body/*"):
        name, box = name_of(child), str(child.get("id", "")).startswith("lineage-")
        if name not in ("main", "aside", "script") and not (name == "div" and box):
            yield Piece(f"<{name}> “{text_of(child)[:80]}” outside of the text", "body")
    for aside in root.iter("aside"):
        for child in aside:
            is_title = name_of(child) == "h2" and text_of(child) == _NOTES_TITLE
            is_list = name_of(child) == "ol" and all(name_of(item) == "li" for item in child)
            if not is_title and not is_list:
                yield Piece(f"“{text_of(child)[:80]}” beside the notes", "aside")
    for order, mark in enumerate(root.iterfind(".//sup/a"), start=1):
        if mark.get("href") != f"#note-{order}":
            yield Piece(f"the mark {order}, which leads to {mark.get('href')}", "chú thích")
