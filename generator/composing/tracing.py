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
from generator.paths import shipped_root

MARK = "at-template-line"
_CALLED = "called_from"  # the function that tells which line of an author runs a shipped macro
_INSIDE = " > "  # between that line and the place inside of the shipped template
_SHIPPED = shipped_root() / "templates"

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
        name = stream.filename or stream.name or ""
        # a shipped file by the name that an author imports it by
        file = shipped_name(name) if is_shipped(name) else shown(name)
        seen: dict[int, int] = {}  # line → column up to which its elements are marked
        for token in stream:
            if token.type != "data":
                yield token
                continue
            marked = self._marked(token, file, seen)
            yield from _asked(marked) if is_shipped(name) else (marked,)

    def _marked(self, token: Token, file: str, seen: dict[int, int]) -> Token:
        """Return a piece of text with a mark on each element."""

        def mark(tag: re.Match[str]) -> str:
            line = token.lineno + token.value.count("\n", 0, tag.start())
            column = self._lines[line - 1].find(tag[0], seen.get(line, 0)) + 1
            seen[line] = column
            return f'{tag[0]} {MARK}="{escape(f"{file}:{line}:{column}")}"'

        return Token(token.lineno, token.type, _TAG.sub(mark, token.value))


def _asked(token: Token) -> Iterable[Token]:
    """Yield a piece of a shipped template; each mark begins with a call of ``called_from``."""
    sign = f'{MARK}="'
    first, *others = token.value.split(sign)
    yield Token(token.lineno, "data", first)
    for part in others:
        yield Token(token.lineno, "data", sign)
        for kind, value in _CALL:
            yield Token(token.lineno, kind, value)
        yield Token(token.lineno, "data", part)


_CALL = (
    ("variable_begin", "{{"),
    ("name", _CALLED),
    ("lparen", "("),
    ("rparen", ")"),
    ("variable_end", "}}"),
)


def is_shipped(file: str) -> bool:
    """Tell whether a file is one of the shipped templates, which no author of others has open."""
    return Path(file).absolute().is_relative_to(_SHIPPED)


def shipped_name(file: str) -> str:
    """Return the name by which templates import a shipped file: "_shared/tables.j2"."""
    return Path(file).absolute().relative_to(_SHIPPED).as_posix()


def called_from() -> str:
    """Return the line of an author's template that runs a shipped macro, and a sign behind it."""
    line = _calling_line(own=True)
    return f"{line}{_INSIDE}" if line else ""


def shown(file: str) -> str:
    """Return the name of a file as a message shows it: relative to where the user is."""
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def traced_reference(name: object) -> Markup:
    """Return a ``<ref>`` that bears the line of the template that asks for it."""
    line = _calling_line(own=True) or _calling_line(own=False)
    return Markup('<ref at-template-line="{}" to="{}"/>').format(line, name)


def _calling_line(*, own: bool) -> str:
    """Return the innermost line that is being run, of all templates or of an author's ``own``."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001  Jinja finds its lines this way
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template) and not (own and is_shipped(str(template.filename))):
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
    """Return the place that a mark holds: "templates/thu/report.xml.j2:12:3".

    Of an element that a shipped macro wrote it is the line that runs the macro.
    """
    file, line, column = mark.partition(_INSIDE)[0].rsplit(":", 2)
    return Location(file, int(line), int(column))


def inside(element: etree._Element | None) -> str:
    """Return where in a shipped macro an element was written, "" where an author wrote it."""
    while element is not None:
        if mark := element.get(MARK):
            return str(mark).partition(_INSIDE)[2]
        element = element.getparent()
    return ""


def told_inside(message: str, place: str) -> str:
    """Return a message with the place in a shipped template behind it, if there is one."""
    return f"{message} (in {place})" if place else message


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
