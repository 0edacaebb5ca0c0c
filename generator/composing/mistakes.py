"""What an author of templates meant: the nearest known name for a failing one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.config.nearest import did_you_mean
from generator.report import model as values

_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_ATTRIBUTE = re.compile(r"'(?:[\w.]+\.)?(\w+)(?: object)?' (?:object )?has no attribute '(\w+)'")


def speakable(context: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ids of the indicators that a template can speak of."""
    found = context.get("indicators")
    return tuple(map(str, found)) if isinstance(found, Mapping) else ()


def explained(error: Exception, indicators: Iterable[str]) -> str:
    """Return what failed as a sentence; an unknown indicator is named as such."""
    names = tuple(indicators)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        name = error.args[0]
        near = did_you_mean(name, names)
        return f"there is no indicator {name!r}" if near or "_" in name else f"no {name!r}"
    return str(error)


def hint_for(error: Exception, context: Mapping[str, object], indicators: Iterable[str]) -> str:
    """Return a hint with the nearest name that a template could have used, "" if none."""
    if isinstance(error, KeyError) and error.args:
        return did_you_mean(str(error.args[0]), indicators)
    text = str(error)
    if found := _UNDEFINED.search(text):
        return did_you_mean(found[1], context)
    if found := _ATTRIBUTE.search(text):
        return did_you_mean(found[2], _attributes(found[1], context))
    return ""


def _attributes(kind: str, context: Mapping[str, object]) -> list[str]:
    """Return the public attributes of a class that templates meet."""
    met = {type(value).__name__: type(value) for value in context.values()}
    known = met.get(kind) or getattr(values, kind, None)
    return [name for name in dir(known) if not name.startswith("_")] if known else []
