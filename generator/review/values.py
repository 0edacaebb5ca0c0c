"""The values that a review file writes: figures, places, periods, changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from generator.catalogue import Catalogue, Kind
from generator.config.nearest import did_you_mean, place_hint
from generator.config.periods import NOTATION, PeriodSyntax, parse_period
from generator.errors import InputError
from generator.model.fact import Approx, Change, ChangeKind, Direction
from generator.model.period import Period
from generator.strict_yaml import KeyPath, Value, YamlDocument

FIELDS = ("place", "level", "period", "value", "total", "share", "approx", "change")
OPTIONAL = frozenset({"level", "total", "share", "approx", "change"})
WordT = TypeVar("WordT", bound=StrEnum)

_PLAIN = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,12})?")
_WHOLE = (Kind.COUNT, Kind.AMOUNT, Kind.RANK)
_CHANGE = ("kind", "value", "direction", "base")


class Reader:
    """Reads the values of one file; every mistake is an InputError at its place."""

    def __init__(self, document: YamlDocument, catalogue: Catalogue) -> None:
        """Keep the file and what is known of indicators and places."""
        self.document = document
        self.catalogue = catalogue
        self._makers: Mapping[str, Callable[[KeyPath, str], object]] = {
            "indicator": self.indicator,
            "place": self._place,
            "level": lambda _path, text: text,
            "period": self._period,
            "value": self.figure,
            "total": self.figure,
            "share": self.figure,
            "approx": lambda path, text: self.word(path, text, Approx),
        }

    def fail(
        self, path: KeyPath, message: str, *, expected: str = "", hint: str = ""
    ) -> InputError:
        """Return an error at a value."""
        location = self.document.location(path)
        return InputError(message, location=location, expected=expected, hint=hint)

    def unknown(self, path: KeyPath, known: tuple[str, ...]) -> InputError:
        """Return the error for a key that does not belong there."""
        return InputError(
            f"unknown key {path[-1]!r}",
            location=self.document.location(path, key=True),
            expected="one of " + ", ".join(known),
            hint=did_you_mean(str(path[-1]), known),
        )

    def text(self, path: KeyPath, value: Value) -> str:
        """Return a value as text, "" for none."""
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.fail(path, f"{path[-1]!r} is no text", hint="write it on one line")
        return value

    def field(self, path: KeyPath, value: Value) -> object:
        """Return one field of a fact; None is one that is removed or not there."""
        name = str(path[-1])
        if value is None and name in OPTIONAL:
            return None
        if name == "change":
            return self._change(path, value)
        text = self.text(path, value).strip()
        if not text:
            raise self.fail(path, f"{name!r} is empty", hint="write a value or take the key out")
        return self._makers[name](path, text)

    def indicator(self, path: KeyPath, text: str) -> str:
        """Return the id of an indicator of the catalogue."""
        if text in self.catalogue.indicators:
            return text
        raise self.fail(
            path,
            f"unknown indicator {text!r}",
            hint=did_you_mean(text, self.catalogue.indicators)
            or "'soket list indicators' shows them",
        )

    def _place(self, path: KeyPath, text: str) -> str:
        """Return the slug of a place."""
        found = self.catalogue.places.asked(text)
        if found is not None:
            return found.slug
        raise self.fail(
            path,
            f"unknown place {text!r}",
            expected="a slug such as binh-thuan, quoc-gia or bo-noi-vu",
            hint=place_hint(text, self.catalogue),
        )

    def _period(self, path: KeyPath, text: str) -> Period:
        """Return a period; a name that counts from the date of a report is none here."""
        try:
            period = parse_period(text)
        except PeriodSyntax as exc:
            raise self.fail(path, str(exc), expected=NOTATION, hint=exc.hint) from exc
        if isinstance(period, Period):
            return period
        raise self.fail(path, f"{text!r} has no days of its own", hint="name the period itself")

    def figure(self, path: KeyPath, text: str) -> Decimal:
        """Return a number in plain digits."""
        if _PLAIN.fullmatch(text):
            return Decimal(text)
        hint = f"write {text.replace(',', '.')}" if text.count(",") == 1 and "." not in text else ""
        raise self.fail(
            path,
            f"{text!r} is not a plain number",
            expected="digits with '.' as decimal point and no mark between thousands",
            hint=hint,
        )

    def word(self, path: KeyPath, text: str, kind: type[WordT]) -> WordT:
        """Return one of a few words."""
        words = [str(one.value) for one in kind]
        if text in words:
            return kind(text)
        raise self.fail(
            path,
            f"{text!r} is not known",
            expected="one of " + ", ".join(words),
            hint=did_you_mean(text, words),
        )

    def _change(self, path: KeyPath, value: Value) -> Change:
        """Return a printed change: all of its keys are needed."""
        if not isinstance(value, dict):
            raise self.fail(path, "a change is no text", expected="the keys " + ", ".join(_CHANGE))
        for key in value:
            if key not in _CHANGE:
                raise self.unknown((*path, key), _CHANGE)
        told = {key: self.text((*path, key), value.get(key)).strip() for key in _CHANGE}
        for key, text in told.items():
            if not text:
                raise self.fail((*path, key), f"the change has no {key!r}")
        kind = self.word((*path, "kind"), told["kind"], ChangeKind)
        direction = self.word((*path, "direction"), told["direction"], Direction)
        size = self.figure((*path, "value"), told["value"])
        return Change(kind, size, direction, told["base"])

    def must_be_whole(self, path: KeyPath, values: Mapping[str, object], indicator: str) -> None:
        """Refuse decimals of what is counted: "1.945" dossiers were meant to be 1945."""
        known = self.catalogue.indicators[indicator]
        for name in ("value", "total"):
            value = values.get(name)
            if known.kind in _WHOLE and isinstance(value, Decimal) and value != int(value):
                raise self.fail(
                    (*path, name),
                    f"{value} {known.unit} is not a whole number",
                    hint=f"write {str(value).replace('.', '')}",
                )
