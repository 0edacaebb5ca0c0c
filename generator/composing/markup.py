"""What a template gave, read as XML; what is no XML is explained in the author's terms."""

from __future__ import annotations

import re
from contextlib import suppress
from html import unescape

from lxml import etree

from generator.composing.tracing import MARK, inside, location, read_mark, sought, told_inside
from generator.config.nearest import did_you_mean
from generator.errors import Location, RenderError

_ROOT = "report"
_CLOSING = re.compile(r"^Opening and ending tag mismatch: .* and (\S+)$")
_MARK = re.compile(rf'{MARK}="([^"<>]*)"'.encode())
_ENTITY = re.compile(r"Entity '(\w+)'")

_PROBLEMS = {
    "xmlParseEntityRef": ("a bare '&' stands in this element", "write '&amp;'"),
    "StartTag": ("a bare '<' stands in this element", "write '&lt;'"),
    "AttValue": ("an attribute of this element has no quotes", 'write name="value"'),
    "Attribute": ("an attribute stands twice in this element", "take one of the two out"),
}


class Misuse(ValueError):
    """An element that the dialect does not take; ``element`` is where it stands."""

    def __init__(
        self,
        element: etree._Element,
        message: str,
        *,
        expected: str = "",
        hint: str = "",
        words: str = "",
    ) -> None:
        """Keep the parts of the later error; it is at ``words`` behind the element's begin."""
        super().__init__(message)
        self.element = element
        self.message = message
        self.expected = expected
        self.hint = hint
        self.words = words

    def error(self, template: str) -> RenderError:
        """Return the error for the author, with the place in the template."""
        place = location(self.element, template)
        return RenderError(
            told_inside(self.message, inside(self.element)),
            location=sought(place, self.words) if self.words else place,
            expected=self.expected,
            hint=self.hint,
        )


def read(markup: str, template: str) -> etree._Element:
    """Return the blocks of a rendered template below one root.

    Raises RenderError where the markup is not well-formed, naming the element that
    is not closed or closes nothing.
    """
    text = f"<{_ROOT}>{markup}</{_ROOT}>".encode()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as exc:
        raise _explained(text, exc, template) from exc


def _explained(text: bytes, error: etree.XMLSyntaxError, template: str) -> RenderError:
    """Return the error of markup that is not well-formed."""
    opened, before = _at_the_error(text)
    problem = str(error.msg).split(", line ")[0]  # lines of libxml2 are not those of a template
    if closing := _CLOSING.search(problem):
        return _mismatch(opened, closing[1], before, template)
    place = _last_mark(text, error.position, template)
    if entity := _ENTITY.search(problem):
        return RenderError(
            f"the entity '&{entity[1]};' is not known",
            location=sought(place, f"&{entity[1]};"),
            hint="write the character itself",
        )
    said, hint = next(
        (words for sign, words in _PROBLEMS.items() if problem.startswith(sign)),
        (f"the markup is broken: {problem}", ""),
    )
    return RenderError(said, location=place, hint=hint)


def _last_mark(text: bytes, position: tuple[int, int], template: str) -> Location:
    """Return the place of the last element that begins before a position of the markup."""
    line, column = position
    lines = text.split(b"\n")
    before = b"\n".join((*lines[: line - 1], lines[line - 1][:column]))
    marks = _MARK.findall(before)
    return read_mark(unescape(marks[-1].decode())) if marks else Location(template)


def _at_the_error(text: bytes) -> tuple[list[etree._Element], etree._Element | None]:
    """Return the elements that are open where the markup breaks, and the last one begun."""
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
    )
    opened: list[etree._Element] = []
    last = None
    with suppress(etree.XMLSyntaxError):
        parser.feed(text)
    with suppress(etree.XMLSyntaxError):  # told once more behind the last event
        for event, element in parser.read_events():
            if event == "start" and isinstance(element, etree._Element):  # noqa: SLF001
                opened.append(element)
                last = element
            else:
                opened.pop()
    return opened, last


def _mismatch(
    opened: list[etree._Element], closing: str, before: etree._Element | None, template: str
) -> RenderError:
    """Return the error of an element that is not closed, or of an end without a beginning."""
    names = [str(element.tag) for element in opened]
    if closing not in names:
        return RenderError(
            f"</{closing}> closes nothing",
            location=sought(location(before, template), f"</{closing}>"),
            hint=did_you_mean(closing, names[1:]) or f"take it out, or write <{closing}> before",
        )
    inner = opened[-1]
    where = "" if closing == _ROOT else f" before </{closing}>"
    return RenderError(
        f"<{inner.tag}> is not closed{where}",
        location=location(inner, template),
        hint=f"write </{inner.tag}>",
    )
