"""Types of single config values: what each accepts and how it complains.

The YAML reader gives every scalar as the text that was written, None for an
empty value. Each type below turns that text into a value or raises a pydantic
error whose context holds ``message``, ``expected`` and ``hint``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.catalogue import Catalogue
from generator.config.nearest import body_hint, did_you_mean, province_hint
from generator.config.periods import (
    FIRST_REPORTED,
    LAST_YEAR,
    NOTATION,
    InDays,
    PeriodSyntax,
    Relative,
    parse_asked,
    parse_day,
)
from generator.config.values import Comparison, Format, Scope, Windows
from generator.model.fact import NATION
from generator.model.period import Period
from generator.vi.text import nfc

MAX_TEXT = 1000
ALL = "all"

ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a config may use; the context of the validation."""

    catalogue: Catalogue
    templates: tuple[str, ...]


def wrong(message: str, expected: str = "", hint: str = "") -> PydanticCustomError:
    """Return the error of a value, its parts kept apart."""
    parts = {"message": message, "expected": expected, "hint": hint}
    return PydanticCustomError("soket", "{message}", parts)


def shown(value: object) -> str:
    """Return a value as an error quotes it, cut where it is long."""
    text = "an empty value" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def scalar(value: object, expected: str) -> str:
    """Return a value that has to be one piece of text, not empty."""
    if isinstance(value, str) and value.strip():
        return nfc(value.strip())
    if isinstance(value, list | dict):
        kind = "a list" if isinstance(value, list) else "a group of keys"
        raise wrong(f"{kind} stands where one value is expected", expected)
    raise wrong("the value is empty", expected)


def _text(value: object) -> str:
    """Return printable text; an empty value is ""."""
    if value is None or value == "":
        return ""
    text = scalar(value, "text in one or more lines")
    if len(text) > MAX_TEXT:
        raise wrong(f"the text has {len(text)} characters", f"at most {MAX_TEXT}")
    for char in text:
        if char != "\n" and unicodedata.category(char) in ("Cc", "Cs", "Cn"):
            raise wrong(f"the character U+{ord(char):04X} cannot be printed", "", "take it out")
    return text


def _filled(value: object) -> str:
    return scalar(_text(value), "text")


def _switch(value: object) -> bool:
    text = scalar(value, "true or false")
    if text not in ("true", "false"):
        raise wrong(f"{shown(text)} is neither true nor false", "true or false")
    return text == "true"


def _day(value: object) -> date:
    text = scalar(value, "a date as YYYY-MM-DD")
    try:
        return parse_day(text)
    except PeriodSyntax as exc:
        raise wrong(str(exc), "a date as YYYY-MM-DD", exc.hint) from exc


def _period(value: object) -> Period | Relative | InDays:
    text = scalar(value, NOTATION)
    try:
        period = parse_asked(text)
    except PeriodSyntax as exc:
        hint = exc.hint or did_you_mean(text, [item.value for item in Relative])
        raise wrong(str(exc), NOTATION, hint) from exc
    days = period.period if isinstance(period, InDays) else period
    if isinstance(days, Period) and days.end.year < FIRST_REPORTED:
        hint = f"use a year from {FIRST_REPORTED} to {LAST_YEAR}"
        raise wrong(f"the year of {text!r} is out of range", NOTATION, hint)
    return period


def _known(info: ValidationInfo) -> Known:
    """Return the context of the validation."""
    context = info.context
    if not isinstance(context, Known):
        raise TypeError("a config is validated with its known names as context")
    return context


def _province(value: object, info: ValidationInfo) -> str:
    """Return the slug of the province that a name, alias, code or slug in any spelling means."""
    expected = "the name, an abbreviation, the code with its system or the slug of a province"
    text = scalar(value, expected)
    known = _known(info)
    place = known.catalogue.places.asked(text)
    if place is not None and place.slug != NATION and not place.is_body:
        return place.slug
    if text == ALL:
        raise wrong(
            "'all' stands in a list", "a list of provinces, or the word alone: provinces: all"
        )
    meant = {one.slug for _, one in known.catalogue.places.candidates(text)}
    several = place is None and len(meant) > 1
    what = f"{shown(text)} may mean several provinces"
    message = what if several else f"unknown province {shown(text)}"
    raise wrong(message, expected, province_hint(text, known.catalogue))


def _body(value: object, info: ValidationInfo) -> str:
    """Return the slug of the central body that a name, alias or slug in any spelling means."""
    expected = "the name, an alias or the slug of a ministry or central agency"
    text = scalar(value, expected)
    known = _known(info)
    place = known.catalogue.places.asked(text)
    if place is not None and place.is_body:
        return place.slug
    if text == ALL:
        raise wrong("'all' stands in a list", "a list of bodies, or the word alone: bodies: all")
    raise wrong(f"unknown body {shown(text)}", expected, body_hint(text, known.catalogue))


def _marked(value: object, info: ValidationInfo) -> str:
    """Return the slug of a province, or of a body in any spelling."""
    text = scalar(value, "a place of the report")
    place = _known(info).catalogue.places.asked(text)
    return (_body if place is not None and place.is_body else _province)(text, info)


def _indicator(value: object, info: ValidationInfo) -> str:
    """Return the id of an indicator that the catalogue has."""
    expected = "the id of an indicator"
    text = scalar(value, expected)
    names = list(_known(info).catalogue.indicators)
    if text not in names:
        hint = did_you_mean(text, names) or "'soket list indicators' shows them"
        raise wrong(f"unknown indicator {shown(text)}", expected, hint)
    return text


def _template(value: object, info: ValidationInfo) -> str:
    """Return the name of a template that exists."""
    text = scalar(value, "the name of a template")
    names = _known(info).templates
    if text not in names:
        expected = "one of " + ", ".join(names) if names else "a folder in templates/"
        raise wrong(f"unknown template {shown(text)}", expected, did_you_mean(text, names))
    return text


def _choice(choices: type[ChoiceT]) -> Callable[[object], ChoiceT]:
    """Return a validator for one of a few words."""
    names = [item.value for item in choices]
    expected = "one of " + ", ".join(names)

    def check(value: object) -> ChoiceT:
        text = scalar(value, expected)
        if text not in names:
            raise wrong(f"unknown value {shown(text)}", expected, did_you_mean(text, names))
        return choices(text)

    return check


def one_or_more(value: object) -> object:
    """Return a list that is not empty; other shapes are explained."""
    if isinstance(value, list):
        if not value:
            raise wrong("the list is empty", "at least one value")
        return value
    hint = f"write [{value}]" if isinstance(value, str) else ""
    raise wrong(f"{shown(value)} is no list", "a list, also of one value", hint)


def _any_list(value: object) -> object:
    return value if value == [] else one_or_more(value)


def all_or_list(value: object) -> object:
    """Return the word "all" as an empty list, else a list that is not empty."""
    return [] if value == ALL else one_or_more(value)


def _words(choices: type[StrEnum]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [item.value for item in choices]})


_TEXT = WithJsonSchema({"type": ["string", "null"]})
_FILLED = WithJsonSchema({"type": "string", "minLength": 1})
_BOOLEAN = WithJsonSchema({"type": "boolean"})
_DATE = WithJsonSchema({"type": "string", "format": "date"})
_PERIOD = WithJsonSchema({"type": ["string", "integer"], "description": NOTATION})
_NAME = WithJsonSchema({"type": "string"})

Text = Annotated[str, BeforeValidator(_text), _TEXT]
FilledText = Annotated[str, BeforeValidator(_filled), _FILLED]
Switch = Annotated[bool, BeforeValidator(_switch), _BOOLEAN]
Day = Annotated[date, BeforeValidator(_day), _DATE]
PeriodText = Annotated[Period | Relative | InDays, BeforeValidator(_period), _PERIOD]
Province = Annotated[str, BeforeValidator(_province), _NAME]
Body = Annotated[str, BeforeValidator(_body), _NAME]
Marked = Annotated[str, BeforeValidator(_marked), _NAME]
IndicatorName = Annotated[str, BeforeValidator(_indicator), _NAME]
Template = Annotated[str, BeforeValidator(_template), _NAME]
ScopeWord = Annotated[Scope, BeforeValidator(_choice(Scope)), _words(Scope)]
ComparisonWord = Annotated[Comparison, BeforeValidator(_choice(Comparison)), _words(Comparison)]
WindowsWord = Annotated[Windows, BeforeValidator(_choice(Windows)), _words(Windows)]
FormatWord = Annotated[Format, BeforeValidator(_choice(Format)), _words(Format)]

FilledList = BeforeValidator(one_or_more)
AnyList = BeforeValidator(_any_list)
AllOrList = BeforeValidator(all_or_list)
