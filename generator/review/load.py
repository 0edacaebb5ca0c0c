"""Review files of the sources' folders to checked entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from os.path import lexists
from pathlib import Path

from generator import strict_yaml
from generator.catalogue import Catalogue
from generator.config.periods import PeriodSyntax, parse_day
from generator.errors import InputError, Location, SoketError
from generator.model.review import Decision
from generator.model.source_text import SourceText
from generator.review.entry import NAME, PENDING, Entry, ReviewFile
from generator.review.values import FIELDS, Reader
from generator.strict_yaml import KeyPath, Value, YamlDocument

_FACT = ("doc", "quote", "offsets", "indicator")
_NARROW = ("place", "level", "period", "value")
_PERSON = ("who", "when", "why")
_KEYS: Mapping[Decision | None, tuple[str, ...]] = {
    None: ("decision", *_FACT, *FIELDS, "set", *_PERSON),
    Decision.ADD: ("decision", *_FACT, *FIELDS, *_PERSON),
    Decision.CORRECT: ("decision", *_FACT, *_NARROW, "set", *_PERSON),
    Decision.EXCLUDE: ("decision", *_FACT, *_NARROW, *_PERSON),
    Decision.USE: ("decision", *_FACT, *_NARROW, *_PERSON),
}
_OF_SENTENCE = (None, Decision.EXCLUDE)
"""What can be decided about a sentence of which no fact is made; its entry has no indicator."""
_NEEDED_TO_ADD = ("place", "period", "value")
_WORDS = (*(one.value for one in Decision), PENDING)


def read_reviews(
    paths: Sequence[Path], texts: Iterable[SourceText], catalogue: Catalogue
) -> tuple[ReviewFile, ...]:
    """Return the review files that lie beside sources.

    ``paths`` are the folders and files as they were asked for, ``texts`` what was read
    of them, with the paths as they were read. A file that is no review file, and each
    wrong entry, is among the errors of its ``ReviewFile``.
    """
    docs = {text.info.id: Path(text.info.path).resolve() for text in texts}
    found = []
    for folder, whole in _folders(paths, docs.values()).items():
        file = folder / NAME
        if file.is_file():
            beside = (doc for doc, path in docs.items() if folder.resolve() in path.parents)
            found.append(replace(_load(file, catalogue), docs=frozenset(beside), whole=whole))
        elif lexists(file):
            found.append(ReviewFile(file.as_posix(), errors=(_no_file(file),)))
    return tuple(found)


def _no_file(path: Path) -> InputError:
    """Return the error for a folder or a link to nothing that has the name of a review file."""
    message = "this is a folder, not a file" if path.is_dir() else "this is no file"
    hint = "decisions stand in a YAML file of this name; move it away or give it another name"
    return InputError(message, location=Location(path.as_posix()), hint=hint)


def _folders(paths: Sequence[Path], files: Iterable[Path]) -> dict[Path, bool]:
    """Return the folders that may hold a review file, and whether all in them was read."""
    found: dict[Path, bool] = {}
    known = list(files)
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.parent, False)
            continue
        found[path] = True
        top = path.resolve()
        for file in known:
            inside = [one for one in file.parents if top in one.parents]
            found.update((path / one.relative_to(top), True) for one in reversed(inside))
    unique = {folder.resolve(): folder for folder in reversed(found)}
    return {folder: found[folder] for folder in reversed(unique.values())}


def _load(path: Path, catalogue: Catalogue) -> ReviewFile:
    """Read one file."""
    try:
        doc = strict_yaml.load(path, error=InputError)
        rows = _rows(doc)
    except InputError as exc:
        return ReviewFile(path.as_posix(), errors=(_with_hint(exc),))
    return from_document(doc, rows, catalogue)


def _with_hint(exc: InputError) -> InputError:
    """Return an error of the YAML itself with its commonest cause."""
    if exc.hint or not exc.message.startswith("not valid YAML"):
        return exc
    if "'\\t'" in exc.message:
        hint = "indent the lines with blanks, not with tabs"
        return InputError(exc.message, location=exc.location, hint=hint)
    hint = "put a quote that holds ': ' or '#', or begins with a mark, into double quotes"
    return InputError(exc.message, location=exc.location, hint=hint)


def _rows(doc: YamlDocument) -> list[Value]:
    """Return the entries of a file. Raises InputError where it holds something else."""
    if doc.value is None:
        return []
    rows = doc.value.get("decisions") if isinstance(doc.value, dict) else None
    if not isinstance(doc.value, dict) or not isinstance(rows, list | None):
        raise InputError(
            "this is no list of decisions",
            location=doc.location(("decisions",)),
            expected="the key 'decisions' with a list",
            hint="'soket review' writes a first draft",
        )
    for key in doc.value:
        if key != "decisions":
            raise InputError(
                f"unknown key {key!r}",
                location=doc.location((key,), key=True),
                expected="the key 'decisions'",
            )
    return rows or []


def from_document(doc: YamlDocument, rows: Sequence[Value], catalogue: Catalogue) -> ReviewFile:
    """Return the entries of a parsed file, and the mistakes of those that are wrong."""
    reader = Reader(doc, catalogue)
    entries: list[Entry] = []
    errors: list[SoketError] = []
    for index, row in enumerate(rows):
        try:
            entries.append(_entry(reader, ("decisions", index), row))
        except InputError as exc:
            errors.append(exc)
    return ReviewFile(doc.file, tuple(entries), tuple(errors))


def _entry(reader: Reader, path: KeyPath, row: Value) -> Entry:
    """Return one entry. Raises InputError."""
    if not isinstance(row, dict):
        raise reader.fail(
            path, "this is no decision", expected="keys and values", hint="see 'soket review'"
        )
    decision = _decision(reader, path, row)
    for key in row:
        if key not in _KEYS[decision]:
            raise reader.unknown((*path, key), _KEYS[decision])
    entry = _named(reader, path, row, decision)
    narrow = {key: reader.field((*path, key), row[key]) for key in _NARROW if key in row}
    if decision is None:
        return replace(entry, narrow=narrow)
    entry = _signed(reader, entry, row)
    if decision is Decision.ADD:
        return replace(entry, values=_new(reader, entry, row))
    values = _set(reader, entry, row) if decision is Decision.CORRECT else {}
    return replace(entry, narrow=narrow, values=values)


def _decision(reader: Reader, path: KeyPath, row: Mapping[str, Value]) -> Decision | None:
    """Return what was decided, None for a pending entry."""
    place = (*path, "decision")
    text = reader.text(place, row.get("decision")).strip()
    if text == PENDING:
        return None
    if text in _WORDS:
        return Decision(text)
    from generator.config.nearest import did_you_mean

    raise reader.fail(
        place,
        f"unknown decision {text!r}" if text else "'decision' is missing",
        expected="one of " + ", ".join(_WORDS),
        hint=did_you_mean(text, _WORDS),
    )


def _named(
    reader: Reader, path: KeyPath, row: Mapping[str, Value], decision: Decision | None
) -> Entry:
    """Return an entry with what names its fact."""
    told = {key: reader.text((*path, key), row.get(key)) for key in ("doc", "quote", "indicator")}
    offsets = _offsets(reader, (*path, "offsets"), row.get("offsets"))
    of_sentence = decision in _OF_SENTENCE and not any(key in row for key in (*_NARROW, "set"))
    for key in ("doc", *(() if of_sentence else ("indicator",))):
        if not told[key].strip():
            raise reader.fail((*path, key), f"{key!r} is missing", hint=f"add '{key}: …'")
    if not told["quote"].strip() and offsets is None:
        raise reader.fail(
            (*path, "quote"),
            "'quote' is missing",
            hint="copy the words of the source, number included",
        )
    named = told["indicator"].strip()
    indicator = reader.indicator((*path, "indicator"), named) if named else ""
    return Entry(
        reader.document, path, decision, told["doc"].strip(), indicator, told["quote"], offsets
    )


def _offsets(reader: Reader, path: KeyPath, value: Value) -> tuple[int, int] | None:
    """Return the offsets of a quote."""
    if value is None:
        return None
    ends = value if isinstance(value, list) else []
    numbers = [int(end) for end in ends if isinstance(end, str) and end.isdecimal()]
    if len(ends) == len(numbers) == 2 and numbers[0] < numbers[1]:
        return numbers[0], numbers[1]
    raise reader.fail(path, "these are no offsets", expected="two numbers such as [1200, 1216]")


def _signed(reader: Reader, entry: Entry, row: Mapping[str, Value]) -> Entry:
    """Return an entry with who took the decision, when and why."""
    told = {key: reader.text((*entry.path, key), row.get(key)) for key in _PERSON}
    for key, text in told.items():
        if not text.strip():
            raise entry.error(
                f"{key!r} is missing", key, hint="a decision needs who took it, when and why"
            )
    try:
        when = parse_day(told["when"].strip())
    except PeriodSyntax as exc:
        raise entry.error(str(exc), "when", hint=exc.hint) from exc
    who, why = (" ".join(told[key].split()) for key in ("who", "why"))
    return replace(entry, who=who, when=when, why=why)


def _new(reader: Reader, entry: Entry, row: Mapping[str, Value]) -> dict[str, object]:
    """Return the fields of a fact that is added."""
    for key in _NEEDED_TO_ADD:
        if row.get(key) is None:
            raise entry.error(f"{key!r} is missing", key, hint=f"a new fact needs '{key}: …'")
    values = {key: reader.field((*entry.path, key), row[key]) for key in FIELDS if key in row}
    reader.must_be_whole(entry.path, values, entry.indicator)
    return values


def _set(reader: Reader, entry: Entry, row: Mapping[str, Value]) -> dict[str, object]:
    """Return the fields that a correction sets."""
    path, given = (*entry.path, "set"), row.get("set")
    if not isinstance(given, dict) or not given:
        raise entry.error(
            "'set' is missing",
            "set",
            expected="the new values, such as 'set: {value: 1945}'",
        )
    known = ("indicator", *FIELDS)
    for key in given:
        if key not in known:
            raise reader.unknown((*path, key), known)
    values = {key: reader.field((*path, key), given[key]) for key in given}
    reader.must_be_whole(path, values, str(values.get("indicator", entry.indicator)))
    return values
