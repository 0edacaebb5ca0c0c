"""Finds the article in a web page: what is dropped, and where the text is heaviest."""

from __future__ import annotations

import re

from lxml import etree

_DROPPED = re.compile(
    "script|style|noscript|template|svg|iframe|object|embed|form|nav|button|select|input|textarea|"
    "audio|video|canvas|aside|footer|head|dialog|menu|map|math"
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|footer|header|banner|ads?|"
    r"advert\w*|quang-?cao|related|relate|lien-?quan|tin-?khac|tin-?moi|tinmoi|tinkhac|share|"
    r"sharing|social|comments?|binh-?luan|tags?|pagination|popup|modal|cookie|newsletter|login|"
    r"search|most-?viewed?|doc-?nhieu|xem-?nhieu|box-?tin|toolbar|tools?|rating|vote)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TEXT_BLOCKS = ("p", "li", "td", "div", "dd", "blockquote", "h2", "h3", "section", "article")
# names that news sites give to the words below a picture: "wp-caption-text", "PhotoCMS_Caption"
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:(?:img|image|photo|pic|picture|anh|wp|photocms)[_-]?caption"
    r"|caption[_-]?(?:img|image|photo|anh)|chu-?thich-?anh)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONG = 40  # characters of running text from which on a block counts
_MOST = 0.8  # share of the running text that the main part holds


def main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds the article, cleared of what is no text of it."""
    body = next(root.iter("body"), root)
    _clear(body, [one for one in body.iter() if _DROPPED.fullmatch(str(one.tag))])
    _clear(body, [one for one in body.iter() if _is_of_picture(one)])
    total = len("".join(map(str, body.itertext())))
    _clear(body, [one for one in body.iter() if _is_aside(one, total)])
    weights = _weights(body)
    part = _semantic(body, weights)
    while True:
        heavy = [child for child in part if weights.get(child, 0) >= _MOST * weights.get(part, 0)]
        if len(heavy) != 1 or not weights.get(part, 0) or heavy[0].tag in ("p", "tr", "tbody"):
            return part
        part = heavy[0]


def _clear(body: etree._Element, elements: list[etree._Element]) -> None:
    """Empty elements and make them inert; the text behind each stays where it is."""
    for element in elements:
        if element is not body:
            tail = element.tail
            element.clear()
            element.tag, element.tail = "span", tail


def _is_of_picture(element: etree._Element) -> bool:
    """Tell whether an element is the caption of a picture; that of a table is text.

    "Người dân nộp hồ sơ tại bộ phận một cửa" tells who is seen, not what was reached.
    """
    if element.tag == "figcaption":
        figure = element.getparent()
        return figure is None or next(figure.iter("table"), None) is None
    return _CAPTION.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _is_aside(element: etree._Element, total: int) -> bool:
    """Tell whether an element is no part of the article."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    names = _CAMEL.sub("-", names)
    if element.tag == "header" or _SIDE.search(names):
        # a page may call its whole body "header-fixed": the main text stays
        return len("".join(map(str, element.itertext()))) * 2 < total
    return False


def _weights(body: etree._Element) -> dict[etree._Element, int]:
    """Return for each element how much running text is in it."""
    weights: dict[etree._Element, int] = {}
    for element in body.iter(*_TEXT_BLOCKS):
        own = _own_text(element)
        if own < _LONG:
            continue
        up: etree._Element | None = element
        while up is not None:
            weights[up] = weights.get(up, 0) + own
            up = None if up is body else up.getparent()
    return weights


def _own_text(element: etree._Element) -> int:
    """Return the length of an element's own text: in no inner block, in no link."""
    size = len((element.text or "").strip())
    for child in element:
        if child.tag not in (*_TEXT_BLOCKS, "a", "ul", "ol", "table"):
            size += _own_text(child)
        size += len((child.tail or "").strip())
    return size


def _semantic(body: etree._Element, weights: dict[etree._Element, int]) -> etree._Element:
    """Return the element that the page itself marks as its article, else the body."""
    marked = [
        element
        for element in body.iter()
        if element.tag in ("article", "main")
        or element.get("itemprop") == "articleBody"
        or element.get("role") == "main"
    ]
    heavy = [one for one in marked if weights.get(one, 0) * 2 >= max(weights.get(body, 0), 1)]
    return heavy[-1] if heavy else body
