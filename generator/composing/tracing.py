"""Where in a template an element was written: marks that survive the rendering.

Templates run without marks. Where what they give turns out to be wrong, they run once
more with an attribute on every element that holds its file, line and column; the error
of the second run names the place.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import FrameType

from jinja2 import Environment, Template
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from lxml import etree
from markupsafe import Markup, escape

from generator.errors import Location

MARK = "at-template-line"

_TAG = re.compile(r"<[a-z]\w*")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Marks(Extension):
    """Adds to each element of a template the place where it stands."""

    def __init__(self, environment: Environment) -> None:
        """Start without a source."""
        super().__init__(environment)
        self._lines: list[str] = []

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Keep the source: tokens know their line, columns stand in the source only."""
        del name, filename
        self._lines = _LINE_END.split(source)
        return source

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Yield the tokens of a template with the elements of its text marked."""
        file = shown(stream.filename or stream.name or "")
        seen: dict[int, int] = {}  # line → column up to which its elements are marked
        for token in stream:
            yield self._marked(token, file, seen) if token.type == "data" else token

    def _marked(self, token: Token, file: str, seen: dict[int, int]) -> Token:
        """Return a piece of text with a mark on each element."""

        def mark(tag: re.Match[str]) -> str:
            line = token.lineno + token.value.count("\n", 0, tag.start())
            column = self._lines[line - 1].find(tag[0], seen.get(line, 0)) + 1
            seen[line] = column
            return f'{tag[0]} {MARK}="{escape(f"{file}:{line}:{column}")}"'

        return Token(token.lineno, token.type, _TAG.sub(mark, token.value))


def shown(file: str) -> str:
    """Return the name of a file as a message shows it: relative to where the user is."""
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def traced_reference(name: object) -> Markup:
    """Return a ``<ref>`` that bears the line of the template that asks for it."""
    return Markup('<ref at-template-line="{}" to="{}"/>').format(_calling_line(), name)


def _calling_line() -> str:
    """Return the line of the template that is being run."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  Jinja finds its lines this way
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(frame.f_lineno)
            return f"{shown(str(template.filename))}:{line}:1"
        frame = frame.f_back
    return ""


def location(element: etree._Element | None, template: str) -> Location:
    """Return where an element was written, as near as the marks tell.

    An element that an expression made has the place of the one around it.
    """
    while element is not None:
        if mark := element.get(MARK):
            return read_mark(mark)
        element = element.getparent()
    return Location(template)


def read_mark(mark: str) -> Location:
    """Return the place that a mark holds: "templates/thu/report.xml.j2:12:3"."""
    file, line, column = mark.rsplit(":", 2)
    return Location(file, int(line), int(column))


def sought(place: Location, text: str) -> Location:
    """Return the first place of a text in a template, from a place on; else that place."""
    path = Path(place.file)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    start = max(place.column - 1, 0)
    for at, line in enumerate(lines[max(place.line - 1, 0) :], start=max(place.line, 1)):
        column = line.find(text, start)
        if column >= 0:
            return Location(place.file, at, column + 1)
        start = 0
    return place


def unclosed(source: str, tag: str, environment: Environment) -> int:
    """Return the line of the innermost ``{% tag %}`` that no ``{% endtag %}`` ends, else 0."""
    opened: list[int] = []
    kinds = list(environment.lex(source))
    for at, (line, kind, _) in enumerate(kinds):
        if kind != "block_begin":
            continue
        name = next((text for _, what, text in kinds[at + 1 :] if what == "name"), "")
        if name == tag:
            opened.append(line)
        elif name == f"end{tag}" and opened:
            opened.pop()
    return opened[-1] if opened else 0
