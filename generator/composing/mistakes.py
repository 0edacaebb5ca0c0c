"""What an author of templates meant: the nearest known name for a failing one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.utils import missing

from generator.catalogue import Indicator
from generator.config.nearest import did_you_mean

INDICATORS = "known_indicators"  # where an environment keeps the ids of the catalogue

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_NAME = re.compile(r"^'(\w+)' is undefined")
_ABSENT = re.compile(r"^'NoneType' object has no attribute '(\w+)'")
_EXPORT = re.compile(r"does not export the requested name '(\w+)'")
_UNKNOWN = re.compile(r"(?:No (filter|test) named|Encountered unknown (tag)) '(\w+)'")
_ASK_FIRST = "ask first whether it is there: {% if … %}"
_TAGS = ("for", "if", "elif", "else", "set", "macro", "import", "from", "include", "call", "filter")
_ALIKE = 0.85  # a text that is so near to an indicator was meant to be it


class Missing(StrictUndefined):
    """An undefined value whose error says what was asked of what, and the nearest name."""

    @property
    def _undefined_message(self) -> str:
        """Return the message; after a line end, the hint."""
        owner, name = self._undefined_obj, self._undefined_name
        if self._undefined_hint or name is None or not isinstance(name, str):
            return str(super()._undefined_message)
        if owner is None:
            return f"{name!r} is asked of a value that is not there\n{_ASK_FIRST}"
        found = tuple(_names_of(owner))
        if not found:
            return str(super()._undefined_message)
        return f"{_what(owner)} {name!r}\n{did_you_mean(name, found)}"


def _names_of(owner: object) -> Iterator[str]:
    """Yield what a template can ask of a value, nothing where the name is a variable."""
    if isinstance(owner, Mapping):
        yield from map(str, owner)
    elif owner is not missing:
        yield from (name for name in dir(owner) if not name.startswith("_"))


def _what(owner: object) -> str:
    """Return the begin of the message for a name that a value has not."""
    if isinstance(owner, TemplateModule):
        return f"the template {owner.__name__!r} has no macro"
    if isinstance(owner, Mapping):
        indicator = any(isinstance(one, Indicator) for one in owner.values())
        return "there is no indicator" if indicator else "the mapping has no key"
    return f"a value of the kind {type(owner).__name__!r} has no attribute"


class Spelling(Extension):
    """Refuses texts of a template that are nearly, but not, the id of an indicator.

    A comparison with a misspelt id is false without a word; no other check can see it.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Yield the tokens as they are. Raises TemplateSyntaxError."""
        known: Sequence[str] = getattr(self.environment, INDICATORS, ())
        for token in stream:
            near = _meant(str(token.value), known) if token.type == "string" else ""
            if near:
                raise TemplateSyntaxError(
                    f"there is no indicator {token.value!r}\ndid you mean {near!r}?",
                    token.lineno,
                    stream.name,
                    stream.filename,
                )
            yield token


def _meant(word: str, known: Sequence[str]) -> str:
    """Return the indicator that a word nearly is, "" where it is one or is far from all."""
    if word in known or not _ID.fullmatch(word):
        return ""
    return next(iter(get_close_matches(word, known, n=1, cutoff=_ALIKE)), "")


def explained(error: Exception, indicators: Iterable[str]) -> str:
    """Return what failed as a sentence; an unknown indicator is named as such."""
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], str):
        name = error.args[0]
        near = did_you_mean(name, indicators)
        return f"there is no indicator {name!r}" if near or "_" in name else f"no {name!r}"
    text = str(error).partition("\n")[0]
    absent = _ABSENT.search(text)
    return f"{absent[1]!r} is asked of a value that is not there" if absent else text


def hint_for(error: Exception, names: Iterable[str], indicators: Iterable[str]) -> str:
    """Return a hint with the nearest name that a template could have used, "" if none.

    ``names`` are the variables and macros that the failing template knows.
    """
    if isinstance(error, KeyError) and error.args:
        return did_you_mean(str(error.args[0]), indicators)
    text, _, hint = str(error).partition("\n")
    if hint:
        return hint
    if found := _NAME.search(text):
        return did_you_mean(found[1], names)
    if isinstance(error, UndefinedError) and (found := _EXPORT.search(text)):
        return did_you_mean(found[1], names)
    return _ASK_FIRST if _ABSENT.search(text) else ""


def syntax_said(message: str, environment: Environment) -> tuple[str, str]:
    """Return what is wrong with a template that is no Jinja, and a hint, "" if none."""
    message, _, hint = message.partition("\n")
    found = _UNKNOWN.search(message)
    if found is None:
        return message.rstrip("."), hint
    kind = found[1] or found[2]
    known = {"filter": environment.filters, "test": environment.tests}.get(kind, _TAGS)
    return f"there is no {kind} {found[3]!r}", did_you_mean(found[3], known)


def template_names_in(environment: Environment, file: str) -> tuple[str, ...]:
    """Return the names that a template file knows of itself and of what it imports."""
    path = Path(file)
    if not path.is_file():
        return ()
    tree = environment.parse(path.read_text(encoding="utf-8"))
    own = [node.target for node in tree.find_all(nodes.Import)]
    own += [node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"]
    own += [node.name for one in (tree, *_imported(tree, environment)) for node in _macros(one)]
    return tuple(own)


def _macros(tree: nodes.Template) -> Iterator[nodes.Macro]:
    """Yield the macros of a template."""
    return tree.find_all(nodes.Macro)


def _imported(tree: nodes.Template, environment: Environment) -> Iterator[nodes.Template]:
    """Yield the templates from which a template takes macros by name."""
    for node in tree.find_all(nodes.FromImport):
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if name in environment.list_templates() and environment.loader:
            yield environment.parse(environment.loader.get_source(environment, name)[0])
