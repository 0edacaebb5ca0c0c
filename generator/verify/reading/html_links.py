"""HTML: links inside a page: each leads to what its words name.

A reader clicks at "Bảng 2" and reads what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.verify.reading.elements import name_of
from generator.verify.reading.text import Piece

_WORD = re.compile(r"\w+")
_CAPTIONS = ("caption", "figcaption")


def mislinked(root: etree._Element) -> Iterator[Piece]:
    """Yield each link of the text, marks of notes left out, that leads to other words."""
    places = {str(one.get("id")): one for one in root.iter() if one.get("id")}
    entries: set[str] = set()
    for main in root.iter("main"):
        for link in main.iter("a"):
            name = str(link.get("href", "")).removeprefix("#")
            if name not in places or next(link.iterancestors("sup"), None) is not None:
                continue
            words, held = _plain(link), _said(places[name])
            if not _names(words, held):
                yield Piece(f"a link at “{words}” leads to “{held[:80]}”", f"#{name}")
            if next(link.iterancestors("nav"), None) is not None:
                if name in entries:
                    yield Piece(f"two entries of the contents lead to “{held[:80]}”", f"#{name}")
                entries.add(name)


def _said(place: etree._Element) -> str:
    """Return the words at a place: a table or chart is called by its caption."""
    captions = (_plain(one) for one in place.iter() if name_of(one) in _CAPTIONS)
    return next(captions, "") or _plain(place)


def _names(words: str, held: str) -> bool:
    """Tell whether the words of a link are the first ones of a place, or these and no more."""
    one, other = _WORD.findall(words), _WORD.findall(held)
    least = min(len(one), len(other))
    return least > 0 and one[:least] == other[:least]


def _plain(element: etree._Element) -> str:
    """Return the words of an element in lower case, those of its parts kept apart."""
    return " ".join(" ".join(map(str, element.itertext())).split()).lower()
