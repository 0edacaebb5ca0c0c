"""``manifest.yaml`` of a folder of sources: what the documents do not say themselves.

In: the YAML file. Out: one ``SourceInfo`` for each document, in the order of the
file, and the mistakes of single entries.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator import strict_yaml
from generator.errors import InputError, SoketError
from generator.model.source_text import SourceInfo
from generator.vi.text import slug
from generator.vi.windows import DECREE_09

NAME = "manifest.yaml"
WINDOWS = ("calendar", DECREE_09)
_KEYS = (
    "id",
    "file",
    "title",
    "publisher",
    "published",
    "url",
    "place",
    "window",
    "basis",
    "occasion",
)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The documents of a folder; ``lines`` holds the line of each entry.

    ``refused`` are the files of wrong entries: they must not be read without what
    their entry was to say.
    """

    file: str
    entries: tuple[SourceInfo, ...] = ()
    lines: tuple[int, ...] = ()
    errors: tuple[SoketError, ...] = ()
    refused: tuple[str, ...] = ()


def load_manifest(path: Path) -> Manifest:
    """Read a manifest; a wrong entry is an error and left out.

    ``SourceInfo.path`` of each entry is the path of the document. Raises
    InputError where the file as a whole is no manifest.
    """
    doc = strict_yaml.load(path, error=InputError)
    if doc.value is None:
        return Manifest(doc.file)
    rows = doc.value.get("documents") if isinstance(doc.value, dict) else None
    if not isinstance(doc.value, dict) or not isinstance(rows, list | None):
        raise InputError(
            "this is no list of documents",
            location=doc.location(("documents",)),
            expected="the key 'documents' with a list",
            hint="see seeds/manifest.yaml",
        )
    entries: list[tuple[SourceInfo, int]] = []
    errors: list[SoketError] = [
        _unknown_key(doc, (key,), ("documents",)) for key in doc.value if key != "documents"
    ]
    refused: list[str] = []
    for index, row in enumerate(rows or ()):
        try:
            entries.append((_entry(doc, index, path.parent), doc.places["documents", index][0]))
        except InputError as exc:
            errors.append(exc)
            refused.extend(_file_of(row))
    infos, lines = zip(*entries, strict=True) if entries else ((), ())
    return Manifest(doc.file, infos, lines, tuple(errors), tuple(refused))


def _file_of(row: strict_yaml.Value) -> tuple[str, ...]:
    """Return the file that a wrong entry names, if it does."""
    file = row.get("file") if isinstance(row, dict) else None
    return (file,) if isinstance(file, str) and "\0" not in file else ()


def _entry(doc: strict_yaml.YamlDocument, index: int, folder: Path) -> SourceInfo:
    """Return the description of one document. Raises InputError."""
    place: strict_yaml.KeyPath = ("documents", index)
    rows = doc.value["documents"] if isinstance(doc.value, dict) else None
    row = rows[index] if isinstance(rows, list) else None
    if not isinstance(row, dict):
        raise InputError(
            "this is no document",
            location=doc.location(place),
            expected="keys and values",
            hint="write at least 'file: NAME'",
        )
    for key in row:
        if key not in _KEYS:
            raise _unknown_key(doc, (*place, key), _KEYS)
    values = {key: _text(doc, (*place, key), row[key]) for key in row}
    file = _inner_path(doc, (*place, "file"), values.get("file", ""))
    window = values.get("window") or "calendar"
    if window not in WINDOWS:
        raise InputError(
            f"unknown window {window!r}",
            location=doc.location((*place, "window")),
            expected=" or ".join(WINDOWS),
        )
    return SourceInfo(
        id=values.get("id") or PurePosixPath(file).stem,
        title=values.get("title", ""),
        publisher=values.get("publisher", ""),
        published=_date(doc, (*place, "published"), values.get("published", "")),
        url=values.get("url", ""),
        place=_slug(doc, (*place, "place"), values.get("place", "")),
        window=window,
        basis=values.get("basis", ""),
        occasion=values.get("occasion", ""),
        path=(folder / file).as_posix(),
    )


def _text(doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, value: object) -> str:
    """Return a value as text, "" for none."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise InputError(
            f"{place[-1]!r} is no text", location=doc.location(place), hint="write it on one line"
        )
    return " ".join(value.split())


def _date(doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, text: str) -> date | None:
    """Return a day written as 2024-07-31, None for none."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise InputError(
            f"{text!r} is no day", location=doc.location(place), expected="a day like 2024-07-31"
        ) from exc


def _slug(doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, text: str) -> str | None:
    """Return the slug of a province, "quoc-gia" or a central body, None for none."""
    if not text:
        return None
    from generator.catalogue import load_catalogue  # only where a manifest names a place

    places = load_catalogue().places
    found = places.asked(text)
    if found is not None:
        return found.slug
    bare = slug(text).removeprefix("tinh-").removeprefix("thanh-pho-")
    near = difflib.get_close_matches(bare, [one.slug for one in places], n=1)
    raise InputError(
        f"unknown place {text!r}",
        location=doc.location(place),
        expected="a slug such as binh-thuan, quoc-gia or bo-noi-vu",
        hint=f"did you mean {near[0]!r}?"
        if near
        else "'soket list provinces' and 'soket list bodies' show them",
    )


def _inner_path(doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, text: str) -> str:
    """Return a path that stays inside the folder of the manifest."""
    path = PurePosixPath(text)
    if not text:
        raise InputError("'file' is missing", location=doc.location(place), hint="add 'file: NAME'")
    if path.is_absolute() or ".." in path.parts or "\0" in text:
        raise InputError(
            f"{text!r} leads out of the folder",
            location=doc.location(place),
            expected="a path inside the folder of the manifest",
        )
    return str(path)


def _unknown_key(
    doc: strict_yaml.YamlDocument, place: strict_yaml.KeyPath, known: tuple[str, ...]
) -> InputError:
    """Return the error for a key that a manifest does not have."""
    near = difflib.get_close_matches(str(place[-1]), known, n=1)
    return InputError(
        f"unknown key {place[-1]!r}",
        location=doc.location(place, key=True),
        expected="one of " + ", ".join(known),
        hint=f"did you mean {near[0]!r}?" if near else "",
    )
