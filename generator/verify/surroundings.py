"""What stands around the text: properties, bookmarks, headers, descriptions of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.catalogue import load_catalogue
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage
from generator.verify.objection import Objection
from generator.verify.reading.text import FileText, names, squeezed

AROUND = "số liệu: quanh văn bản"
_DIGIT = re.compile(r"\d")
_KEYS = names("author creator keywords xmp company manager category lastmodifiedby")
# these name the place of the report
_TITLES = ("title", "properties, title", "properties, subject", "meta description")
_NAMED = tuple(f"properties, {key}" for key in _KEYS)
_FREE = ("properties, keywords", "properties, xmp")  # topics in words of their own
_PROGRAMS = ("properties, program", "meta generator")
_PROGRAM = "Sơ Kết"
_ABSENT = ("properties, contentstatus", "properties, identifier", "properties, version")
_DESCRIBED = ("properties, custom", "properties, description", "mô tả bảng", "mô tả biểu đồ")


def surrounding_objections(text: FileText, lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each title, or text with a digit, that the report does not print.

    The report's own words are its units, the date as ISO, and joined lines of its
    title and its letterhead; blanks and case do not count.
    """
    lines = [squeezed(str(unit["text"])) for unit in lineage.printed]
    title = "".join(squeezed(str(u["text"])) for u in lineage.printed if u["kind"] == "title")
    whole = {*lines, title, squeezed(str(lineage.report.get("date", "")))}
    # an issuer of two lines is one name in the properties of a file
    head = "".join(squeezed(str(u["text"])) for u in lineage.printed if u["kind"] == "letterhead")
    words = "\n".join((*lines, title, head, *_places(lineage)))
    strangers = _strangers(lineage)
    for piece in text.others:
        key, where = squeezed(piece.text), piece.where.lower()
        says_something = _DIGIT.search(key) or (title and where in _TITLES)
        if where in _PROGRAMS:
            strange = [] if piece.text == _PROGRAM else [piece.text]
        elif key in whole or _is_title(key, title):
            continue
        elif where in _NAMED:
            is_free = where in _FREE
            strange = [
                part
                for part in piece.text.split(",")
                if squeezed(part) not in words and not (is_free and _is_topic(part, strangers))
            ]
        elif where in _ABSENT:
            strange = [piece.text]
        elif where in _DESCRIBED:
            strange = [] if key in words else [piece.text]
        elif not says_something:
            continue
        else:
            # "Biểu đồ 1", the label at the head of a caption
            is_read_out = where.startswith("aria-label")
            is_label = is_read_out and any(line.startswith(f"{key}.") for line in lines)
            strange = [] if is_label else [piece.text]
        for part in strange:
            message = f"the report does not say “{shortened(part.strip())}”"
            yield Objection(AROUND, message, piece.where)


def _strangers(lineage: Lineage) -> frozenset[str]:
    """Return the names of the places that a report is not about, in lower case."""
    own = frozenset(_places(lineage))
    every = (one.name.lower() for one in load_catalogue().places)
    return frozenset(name for name in every if squeezed(name) not in own)


def _is_topic(part: str, strangers: frozenset[str]) -> bool:
    """Tell whether a keyword only says what a report is about: no number, no other place."""
    text = f" {' '.join(part.lower().split())} "
    return not _DIGIT.search(text) and not any(f" {name} " in text for name in strangers)


def _places(lineage: Lineage) -> Iterator[str]:
    """Yield the names of the places that a report is about; it may have no figure of one."""
    table = load_catalogue().places
    for slug in (*lineage.places, *lineage.report.get("places", ())):
        place = table.get(str(slug))
        if place is not None:
            yield squeezed(place.name)


def _is_title(key: str, title: str) -> bool:
    """Tell whether a text is the title, its kind and subject parted by a colon."""
    return key.replace(":", "", 1) == title or title.endswith(key)
