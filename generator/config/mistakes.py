"""Mistakes of a config as errors with their place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import ValidationError

from generator.config.nearest import did_you_mean
from generator.config.numbering import is_number
from generator.config.periods import Relative
from generator.config.placeholders import NAMES, placeholders
from generator.config.schema import GROUPS
from generator.config.values import Scope
from generator.errors import UsageError
from generator.strict_yaml import KeyPath, Value, YamlDocument

_UNIQUE = ("provinces", "bodies", "marked", "formats", "compare", "sources", "addressees")
_EXAMPLES = {
    "template": "a line such as 'template: so-ket'",
    "periods": "a line such as 'periods: [2024-H1]'",
}
_BRACED = re.compile(r"\{[^{}\s]{1,40}\}")
_PRINTED = ("letterhead", "signature", "addressees", "recipients", "title", "subject")


def schema_mistakes(doc: YamlDocument, error: ValidationError) -> list[UsageError]:
    """Return the mistakes that the validation of single values found."""
    return [_schema_mistake(doc, dict(item)) for item in error.errors(include_url=False)]


def _schema_mistake(doc: YamlDocument, item: dict[str, Any]) -> UsageError:
    """Return one mistake of the validation."""
    path: KeyPath = tuple(item["loc"])
    make = {"extra_forbidden": _unknown_key, "missing": _missing_key}.get(item["type"])
    if make:
        return make(doc, path)
    if item["type"] == "soket":
        parts = item["ctx"]
        place = doc.location(path)
        return UsageError(
            parts["message"], location=place, expected=parts["expected"], hint=parts["hint"]
        )
    name = f"the value of {path[-1]!r}" if path else "the config"
    return UsageError(
        f"{name} has not the form that is expected",
        location=doc.location(path),
        expected="keys with values, one a line, such as 'place: Hà Nội'",
    )


def _unknown_key(doc: YamlDocument, path: KeyPath) -> UsageError:
    """Return the mistake of a key that no config has."""
    group = ".".join(str(part) for part in path[:-1])
    known = list(GROUPS[group].model_fields)
    where = f" in {group!r}" if group else ""
    return UsageError(
        f"unknown key {path[-1]!r}{where}",
        location=doc.location(path, key=True),
        expected="one of " + ", ".join(known),
        hint=did_you_mean(str(path[-1]), known) or _home_of(str(path[-1])),
    )


def _home_of(name: str) -> str:
    """Return a hint for a key that stands at the wrong level."""
    for group, keys in GROUPS.items():
        if name in keys.model_fields:
            return f"it belongs into {group!r}" if group else "it belongs to the first level"
    return ""


def _missing_key(doc: YamlDocument, path: KeyPath) -> UsageError:
    """Return the mistake of a key that every config must have."""
    name = str(path[-1])
    return UsageError(
        f"the key {name!r} is missing", location=doc.location(), expected=_EXAMPLES[name]
    )


def cross_mistakes(doc: YamlDocument, *, dated: bool = False) -> list[UsageError]:
    """Return the mistakes that show only when several values are seen together.

    ``dated`` tells that the day of the report is given elsewhere.
    """
    value = doc.value
    if not isinstance(value, dict):
        return []
    checks: tuple[Callable[[YamlDocument, dict[str, Value]], Iterator[UsageError]], ...]
    checks = (_placeless, _repeated, _misplaced_placeholders, _ranked_apart, _misnumbered)
    checks = checks if dated else (*checks, _undated)
    return [error for check in checks for error in check(doc, value)]


def _placeless(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake where a config names no places."""
    if "provinces" not in value and "bodies" not in value:
        yield UsageError(
            "the key 'provinces' is missing",
            location=doc.location(),
            expected="a line such as 'provinces: [binh-thuan]' or 'bodies: [bo-tu-phap]'",
        )


def _ranked_apart(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake where one index would rank provinces and central bodies together."""
    if value.get("index") and "provinces" in value and "bodies" in value:
        yield UsageError(
            "an index ranks provinces or bodies, not both together",
            location=doc.location(("bodies",), key=True),
            expected="'provinces' or 'bodies' beside 'index'",
            hint="make a config for each of the two",
        )


def _repeated(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake for each item that stands twice in its list."""
    for key in _UNIQUE:
        items = value.get(key)
        for index, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, str) and isinstance(items, list) and item in items[:index]:
                yield UsageError(
                    f"{item!r} stands twice in {key!r}",
                    location=doc.location((key, index)),
                    hint="take one of the two out",
                )


def _misnumbered(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake for a number of the document that has not the form of the decree."""
    head = value.get("letterhead")
    number = head.get("number") if isinstance(head, dict) else None
    if isinstance(number, str) and not is_number(_BRACED.sub("X", number)):
        yield UsageError(
            f"{number!r} is no number of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3)",
            location=doc.location(("letterhead", "number")),
            expected="number, slash, symbol in capitals: 05/BC-UBND; …/BC-UBND leaves room",
        )


def _undated(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake for each relative period of a config without a date."""
    head, periods = value.get("letterhead"), value.get("periods")
    dated = isinstance(head, dict) and head.get("date") is not None
    if dated or not isinstance(periods, list):
        return
    names = {item.value for item in Relative}
    for index, period in enumerate(periods):
        if isinstance(period, str) and period.strip() in names:
            yield UsageError(
                f"{period.strip()!r} counts from the date of the letterhead, which is not given",
                location=doc.location(("periods", index)),
                expected="the key 'date' in 'letterhead', such as 'date: 2024-07-31'",
            )


def _misplaced_placeholders(doc: YamlDocument, value: dict[str, Value]) -> Iterator[UsageError]:
    """Yield a mistake for each placeholder that nothing fills."""
    each = value.get("scope") == Scope.EACH
    for path, text in _texts(value):
        for word in placeholders(text) if path[:1] and path[0] in _PRINTED else ():
            if word not in NAMES:
                message, hint = f"unknown placeholder {word!r}", did_you_mean(word, NAMES)
            elif not each:
                message = f"the placeholder {word} needs one document per place"
                hint = "write 'scope: each'"
            else:
                continue
            yield UsageError(
                message,
                location=doc.location(path),
                expected="text without braces, or one of " + ", ".join(NAMES),
                hint=hint,
            )


def _texts(value: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a value with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
