"""Reads ``config/rules/statements.yaml`` and compiles its phrases."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, ValidationError

from generator import strict_yaml
from generator.catalogue import load_catalogue
from generator.errors import ConfigErrors, UsageError
from generator.extraction.pattern import Pattern, phrase
from generator.extraction.reading import folded
from generator.extraction.statements import rules as typed
from generator.extraction.statements.phrases import Phrases
from generator.model.statement import StatementKind
from generator.paths import shipped_root
from generator.strict_yaml import YamlDocument

_FILE = Path("config") / "rules" / "statements.yaml"


def _checked(source: str) -> str:
    phrase(source)
    return source


_Phrase = Annotated[str, AfterValidator(_checked), PlainSerializer(str)]
_List = list[_Phrase]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Opener(_Part):
    intros: _List = []
    headings: _List = []


class _Furniture(_Part):
    lines: _List = []
    captions: _List = []
    short_captions: _List = []


class _Noise(_Part):
    ceremony: _List = []
    praise: _List = []
    dangling: _List = []
    dangling_anywhere: _List = []


class _Heads(_Part):
    connectors: _List = []
    conjunctions: _List = []
    ordinals: _List = []
    adverbials: _List = []
    leads: _List = []
    labels: _List = []
    purposes: _List = []
    topics: _List = []
    subjects: _List = []
    predicates: _List = []
    meetings: _List = []
    tails: _List = []
    reporters: _List = []
    reporting_verbs: _List = []
    parts: _List = []


class _Requests(_Part):
    leaders: _List = []
    verbs: _List = []
    cancel: _List = []


class _Speakers(_Part):
    offices: _List = []
    implied: _List = []
    pronouns: _List = []
    groups: _List = []
    bodies: _List = []
    verbs: _List = []
    links: _List = []
    passives: _List = []
    issuing: _List = []
    acts: _List = []
    conclusions: _List = []
    background: _List = []
    plans: _List = []
    surnames: _List = []


class _Sections(_Part):
    limit: _Opener = _Opener()
    cause: _Opener = _Opener()
    task: _Opener = _Opener()
    model: _Opener = _Opener()
    achievement: _Opener = _Opener()


class _Limit(_Part):
    strong: _List = []
    weak: _List = []
    counted: _List = []
    done: _List = []
    solved: _List = []


class _Task(_Part):
    duties: _List = []
    not_duties: _List = []
    urges: _List = []
    verbs: _List = []
    bodies: _List = []
    relatives: _List = []
    titles: _List = []
    ambitions: _List = []
    past: _List = []
    needy: _List = []
    pointing: _List = []


class _Cues(_Part):
    cues: _List = []


class _Cause(_Cues):
    weak: _List = []
    grounds: _List = []
    burdens: _List = []


class _Achievement(_Cues):
    empty: _List = []
    cancel: _List = []


class _File(_Part):
    furniture: _Furniture = _Furniture()
    noise: _Noise = _Noise()
    scope: _List = []
    off_field: _List = []
    heads: _Heads = _Heads()
    requests: _Requests = _Requests()
    speakers: _Speakers = _Speakers()
    sections: _Sections = _Sections()
    limit: _Limit = _Limit()
    cause: _Cause = _Cause()
    task: _Task = _Task()
    model: _Cues = _Cues()
    achievement: _Achievement = _Achievement()
    national: _List = []
    comparison: _List = []
    local: _List = []
    names_with_digits: _List = []
    themes: dict[str, _List] = {}


_Tree = dict[str, "_Tree"] | list[str]


@cache
def load_statement_rules(root: Path | None = None) -> typed.StatementRules:
    """Read the shipped rules, and those of the project at ``root`` on top of them.

    A phrase of the project's ``config/rules/statements.yaml`` is added to the
    shipped ones. Raises UsageError (all mistakes of a file at once) with their
    places, InputError for a file that cannot be read.
    """
    shipped = shipped_root() / _FILE
    tree = _read(strict_yaml.load(shipped, shipped=True), None)
    if root is not None:
        own = root / _FILE
        if own.is_file() and own.resolve() != shipped.resolve():
            tree = _joined(tree, _read(strict_yaml.load(own), root))
    return _compiled(_File.model_validate(tree))


def _read(doc: strict_yaml.YamlDocument, root: Path | None) -> _Tree:
    """Return the checked content of one file as plain lists."""
    try:
        rows = _File.model_validate(doc.value if doc.value is not None else {})
    except ValidationError as exc:
        raise _errors(doc, exc) from exc
    known = load_catalogue(root).groups
    for theme in rows.themes:
        if theme not in known:
            raise UsageError(
                f"unknown theme {theme!r}",
                location=doc.location(("themes", theme), key=True),
                expected="a group of the indicator catalogue: " + ", ".join(known),
            )
    return cast(_Tree, rows.model_dump())


def _errors(doc: YamlDocument, exc: ValidationError) -> UsageError:
    """Return all mistakes of a file, each with its place."""
    errors = tuple(
        UsageError(
            str(error["msg"]).removeprefix("Value error, "),
            location=doc.location(error["loc"], key=error["type"] == "extra_forbidden"),
        )
        for error in exc.errors(include_url=False)
    )
    return errors[0] if len(errors) == 1 else ConfigErrors(errors)


def _joined(first: _Tree, second: _Tree) -> _Tree:
    """Return the lists of both trees, those of the second behind."""
    if isinstance(first, list) or isinstance(second, list):
        return [*cast(list[str], first), *cast(list[str], second)]
    keys = dict.fromkeys((*first, *second))
    return {
        key: _joined(first[key], second[key])
        if key in first and key in second
        else first.get(key, second.get(key, []))
        for key in keys
    }


def _phrases(sources: list[str]) -> Phrases:
    return Phrases(tuple(_compile(source) for source in sources))


@cache
def _compile(source: str) -> Pattern:
    return phrase(source)


def _group(rows: _Part) -> dict[str, Phrases]:
    """Return the compiled lists of one part of the file by their keys."""
    return {key: _phrases(value) for key, value in rows}


def _task(rows: _Task) -> typed.TaskCues:
    """An order may begin with a word that urges or with a verb of work."""
    lists = _group(rows)
    both = Phrases((*lists["urges"].patterns, *lists["verbs"].patterns))
    return typed.TaskCues(**{**lists, "verbs": both})


def _speakers(rows: _Speakers) -> typed.SpeakerCues:
    """Surnames are words to look up, all else are phrases."""
    lists = {key: _phrases(value) for key, value in rows if key != "surnames"}
    return typed.SpeakerCues(**lists, surnames=frozenset(map(folded, rows.surnames)))


def _compiled(rows: _File) -> typed.StatementRules:
    return typed.StatementRules(
        furniture=typed.Furniture(**_group(rows.furniture)),
        noise=typed.Noise(**_group(rows.noise)),
        scope=_phrases(rows.scope),
        off_field=_phrases(rows.off_field),
        heads=typed.Heads(**_group(rows.heads)),
        requests=typed.Requests(**_group(rows.requests)),
        speakers=_speakers(rows.speakers),
        sections={
            StatementKind(kind): typed.Opener(**_group(opener)) for kind, opener in rows.sections
        },
        limit=typed.LimitCues(**_group(rows.limit)),
        cause=typed.CauseCues(**_group(rows.cause)),
        task=_task(rows.task),
        model=_phrases(rows.model.cues),
        achievement=typed.AchievementCues(**_group(rows.achievement)),
        national=_phrases(rows.national),
        comparison=_phrases(rows.comparison),
        local=_phrases(rows.local),
        names_with_digits=_phrases(rows.names_with_digits),
        themes={theme: _phrases(sources) for theme, sources in rows.themes.items()},
    )
