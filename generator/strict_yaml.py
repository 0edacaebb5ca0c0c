"""YAML read strictly, with the place of every key and value.

PyYAML parses; on top of it: every scalar stays the text that was written (so
``no``, ``010``, ``1:30`` and ``2024-07-31`` mean what the schema says, never what
YAML 1.1 guesses), and tags, anchors, aliases, merge keys, duplicate keys and
second documents are refused. ``null``, ``~`` and an empty value are None.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.errors import InputError, Location, SoketError, UsageError

MAX_BYTES = 4 * 1024 * 1024
# ten times as fast, where PyYAML was built with libyaml; its mistakes are told less well
_Loader = type[Any]
_PLAIN: tuple[_Loader, _Loader] = (yaml.SafeLoader, yaml.BaseLoader)
_QUICK: tuple[_Loader, _Loader] = (
    getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    getattr(yaml, "CBaseLoader", yaml.BaseLoader),
)

Value = None | str | list["Value"] | dict[str, "Value"]
KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """The plain value of a YAML file and where each part of it stands.

    ``places`` holds the position of each value, ``keys`` that of each key.
    """

    file: str
    value: Value
    places: dict[KeyPath, tuple[int, int]]
    keys: dict[KeyPath, tuple[int, int]]

    def location(self, path: KeyPath = (), *, key: bool = False) -> Location:
        """Return the place of ``path``, or of its nearest parent that exists."""
        table = self.keys if key else self.places
        while path and path not in table:
            path = path[:-1]
            table = self.places
        line, column = table.get(path, (1, 1))
        return Location(self.file, line, column)


def load(
    path: Path, *, error: type[SoketError] = UsageError, shipped: bool = False
) -> YamlDocument:
    """Read a YAML file; a ``shipped`` one, which is mostly right, by the quick parser.

    Raises InputError when it cannot be read, ``error`` with the place when it is
    no YAML, not UTF-8, too large, or uses what this reader refuses.
    """
    try:
        data = path.read_bytes()
    except OSError as exc:
        raise InputError(
            f"cannot read the file: {exc.strerror or exc}",
            location=Location(str(path)),
            hint="check the path and the access rights",
        ) from exc
    return loads(data, str(path), error=error, shipped=shipped)


def loads(
    data: bytes, file: str, *, error: type[SoketError] = UsageError, shipped: bool = False
) -> YamlDocument:
    """Parse the bytes of a YAML file; ``file`` names it in errors."""
    reader = _Reader(file, error)
    if len(data) > MAX_BYTES:
        raise error("the file is larger than 4 MiB", location=Location(file))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        line = data[: exc.start].count(b"\n") + 1
        raise error(
            "the file is not UTF-8", location=Location(file, line), hint="save it as UTF-8"
        ) from exc
    return reader.read(unicodedata.normalize("NFC", text), quick=shipped)


class _Reader:
    """Walks the event stream of PyYAML; keeps positions, refuses the unwanted."""

    def __init__(self, file: str, error: type[SoketError]) -> None:
        self.file = file
        self.error = error
        self.places: dict[KeyPath, tuple[int, int]] = {}
        self.keys: dict[KeyPath, tuple[int, int]] = {}

    def read(self, text: str, *, quick: bool) -> YamlDocument:
        try:
            node = self._quickly(text) if quick else self._node(text, *_PLAIN)
        except yaml.MarkedYAMLError as exc:
            mark = exc.problem_mark or exc.context_mark
            place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise self._fail(f"not valid YAML: {exc.problem or exc.context}", place) from exc
        except yaml.YAMLError as exc:
            raise self._fail(f"not valid YAML: {exc}", (1, 1)) from exc
        except RecursionError as exc:
            raise self._fail("nested too deeply", (1, 1)) from exc
        value = self._value(node, ()) if node is not None else None
        return YamlDocument(self.file, value, self.places, self.keys)

    def _quickly(self, text: str) -> yaml.Node | None:
        """Return the root by the quick parser, by the plain one where that finds a mistake."""
        try:
            return self._node(text, *_QUICK)
        except yaml.YAMLError:
            return self._node(text, *_PLAIN)

    def _node(self, text: str, events: _Loader, nodes: _Loader) -> yaml.Node | None:
        # compose() would resolve aliases silently, so they are looked for first
        for event in yaml.parse(text, Loader=events):
            self._refuse(event)
        return yaml.compose(text, Loader=nodes)

    def _refuse(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._fail("anchors and aliases (& and *) are not allowed", place)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise self._fail(f"the tag {tag!r} is not allowed", place)

    def _value(self, node: yaml.Node, path: KeyPath) -> Value:
        self.places[path] = (node.start_mark.line + 1, node.start_mark.column + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(item, (*path, i)) for i, item in enumerate(node.value)]
        text = str(node.value)
        plain = not getattr(node, "style", None)
        return None if plain and text in ("", "~", "null") else text

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            place = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._fail("a key must be plain text", place)
            key = str(key_node.value)
            if key == "<<":
                raise self._fail("merge keys (<<) are not allowed", place)
            if key in result:
                raise self._fail(f"the key {key!r} stands twice", place)
            self.keys[(*path, key)] = place
            result[key] = self._value(value_node, (*path, key))
        return result

    def _fail(self, message: str, place: tuple[int, int]) -> SoketError:
        return self.error(message, location=Location(self.file, *place))
