"""HTML: whether every program reads the same page out of the bytes.

A browser mends what is not well formed by rules of its own (HTML Standard, 13.2), and not as
the reader does. So a report is held against the narrow form that leaves nothing to mend: tags
that are closed in turn, attributes in double quotes, and nothing behind the end of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.reading.text import names

_HEAD = "<!DOCTYPE html>\n<html"
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?: [A-Za-z][A-Za-z0-9:_.-]*(?:=\"[^\"<]*\")?)*)(?P<closed>/?)>"
)
_NAME = re.compile(r" ([A-Za-z][A-Za-z0-9:_.-]*)(?==\"| |$)")
_VALUE = re.compile(r"=\"[^\"]*\"")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_VOID = names("meta br col")
_RAW = names("style script")
# what ends a paragraph where it begins (HTML Standard, 13.2.6.4.7)
_BLOCKS = names(
    "p div ul ol li h1 h2 h3 h4 h5 h6 figure figcaption table section header footer main aside nav"
    " blockquote"
)
# what may not stand in one of its own kind, and what stands in nothing else than these
_ALONE = names("a button p h1 h2 h3 h4 h5 h6")
_INSIDE = {
    "html": ("",),
    "head": ("html",),
    "body": ("html",),
    "meta": ("head",),
    "title": ("head", "svg"),
    "style": ("head",),
    "main": ("body",),
    "script": ("body",),
    "li": ("ul", "ol"),
    "colgroup": ("table",),
    "col": ("colgroup",),
    "thead": ("table",),
    "tbody": ("table",),
    "tr": ("thead", "tbody"),
    "th": ("tr",),
    "td": ("tr",),
}
_ONLY = {
    "table": ("colgroup", "thead", "tbody"),
    "colgroup": ("col",),
    "thead": ("tr",),
    "tbody": ("tr",),
    "tr": ("th", "td"),
    "ul": ("li",),
    "ol": ("li",),
    "html": ("head", "body"),
    "head": ("meta", "title", "style"),
}

_CHARSET = re.compile(
    r"""<meta\b[^>]{0,80}?\bcharset\s{0,3}=\s{0,3}["']?([\w-]{1,40})""", re.IGNORECASE
)


def misformed(page: str) -> Iterator[str]:
    """Yield what of a page another program could read otherwise: the first thing found."""
    found = _misformed(page)
    if found:
        yield found


def _misformed(page: str) -> str:
    """Return the first thing that is not of the narrow form, "" where nothing is."""
    if not page.startswith(_HEAD):
        return "a page that does not begin as a report"
    if [*_CHARSET.findall(page)] != ["utf-8"]:
        return "letters that are told to be others than UTF-8"
    if _CONTROL.search(page) or "<!--" in page:
        return "signs that programs read in several ways"
    open_tags: list[str] = []
    at = page.index("<html")
    while (start := page.find("<", at)) >= 0:
        if _REFERENCE.search(page, at, start):
            return f"“{page[at:start].strip()[:40]}”, which is not written out"
        tag = _TAG.match(page, start)
        if tag is None:
            return f"“{page[start : start + 40]}”, which is no tag"
        if wrong := _misplaced(tag, open_tags):
            return wrong
        at = tag.end()
        if open_tags and open_tags[-1] in _RAW and not tag["end"]:
            at = page.find(f"</{open_tags[-1]}>", at)
            if at < 0:
                return f"<{open_tags[-1]}>, which is not closed"
        if not open_tags:
            rest = page[at:].strip()
            return f"“{rest[:60]}” behind the end of the page" if rest else ""
    return f"<{open_tags[-1]}>, which is not closed"


def _misplaced(tag: re.Match[str], open_tags: list[str]) -> str:
    """Return why a tag does not stand in turn, "" where it does; keep ``open_tags``."""
    name = tag["name"]
    if tag["end"]:
        if tag["attributes"] or tag["closed"] or not open_tags or open_tags[-1] != name:
            return f"</{name}>, which closes nothing"
        open_tags.pop()
        return ""
    given = _NAME.findall(_VALUE.sub('=""', tag["attributes"]))
    if len({one.lower() for one in given}) != len(given):
        return f"<{name}> with an attribute given twice"
    if _REFERENCE.search(tag["attributes"]):
        return f"<{name}> with a text that is not written out"
    above = open_tags[-1] if open_tags else ""
    if above not in _INSIDE.get(name, (above,)) or name not in _ONLY.get(above, (name,)):
        return f"<{name}> right in <{above}>"
    if ("p" in open_tags and name in _BLOCKS) or (name in _ALONE and name in open_tags):
        return f"<{name}> in an element that it ends"
    drawn = "svg" in open_tags
    if tag["closed"] and not drawn:
        return f"<{name}/>, which closes nothing"
    if not tag["closed"] and (drawn or name not in _VOID):
        open_tags.append(name)
    return ""
