"""The Jinja environment of report templates: sandboxed, strict, bound to folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from jinja2 import FileSystemLoader, TemplateRuntimeError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.composing.acts import with_number_word
from generator.composing.mistakes import INDICATORS, Missing, Spelling
from generator.composing.phrasing import base_words
from generator.composing.speaking import joined, sentence_case
from generator.composing.tracing import Marks, called_from, traced_reference
from generator.vi.levels import level_name
from generator.vi.printing import (
    capitalised,
    long_date,
    period_beside,
    period_name,
    period_phrase,
    short_date,
    short_month,
    time_name,
    uncapitalised,
)
from generator.vi.text import NBSP

_ROOM = 6  # blanks where the clerk writes the number
REPORT_FILE = "report.xml.j2"


def template_names(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of the templates in the folders, in alphabet order."""
    names = {
        entry.parent.name
        for folder in folders
        if folder.is_dir()
        for entry in folder.glob(f"[!_.]*/{REPORT_FILE}")
    }
    return tuple(sorted(names))


def make_environment(
    folders: Sequence[Path], *, indicators: Sequence[str] = (), marked: bool = False
) -> ImmutableSandboxedEnvironment:
    """Return the environment; earlier folders win over later ones.

    ``indicators`` are the ids that a text of a template may be meant to be;
    ``marked`` puts the place in its template on every element (see ``tracing``).

    Templates cannot reach files outside the folders, change a value or call
    anything that the sandbox holds unsafe; an unknown name is an error.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=Missing,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=[Spelling, *([Marks] if marked else [])],
    )
    environment.extend(**{INDICATORS: tuple(indicators)})
    environment.globals["stop"] = _stop
    environment.globals["ref"] = traced_reference if marked else _reference
    environment.globals["called_from"] = called_from
    environment.filters.update(
        long_date=long_date,
        short_date=short_date,
        period_beside=period_beside,
        period_name=period_name,
        period_phrase=period_phrase,
        level_name=level_name,
        time_name=time_name,
        capitalised=_capitalised,
        uncapitalised=uncapitalised,
        blank_number=blank_number,
        act_numbers=with_number_word,
        joined=joined,
        short_month=short_month,
        base_words=base_words,
    )
    return environment


def blank_number(number: str) -> str:
    """Return the number of a document with room for what the clerk fills in: "… /BC-UBND"."""
    return number.replace("…", NBSP * _ROOM)


def _reference(name: object) -> Markup:
    """Return a reference to the block with this id."""
    return Markup('<ref to="{}"/>').format(name)


def _stop(message: str) -> NoReturn:
    """End a template that lacks what it is made of; the error names its file and line."""
    raise TemplateRuntimeError(message)


def _capitalised(text: str) -> str | Markup:
    """Upper-case the first letter; marked-up text keeps its elements."""
    return sentence_case(text) if isinstance(text, Markup) else capitalised(text)
