"""Words of the language as data: the lists of ``config/rules`` that expressions are made of.

A class names the lists of one file; its annotations tell how each list is meant::

    class LevelWords(WordFile, file="levels.yaml"):
        tiers: Words         # phrases of folded text, in any spelling
        offices: Written     # as they are written, capitals told apart
        titles: Opening      # as they are written, the first letter in either case
        never: Plain         # folded, without brackets and gaps; Names: as they are written
        kinds: Values        # a phrase and what it means
        counts: Numbers      # a phrase and its number

``read(LevelWords)`` gives them; in an expression a list stands for any of its phrases:
``rf"{LEVELS.tiers} (?P<level>{LEVELS.levels})"``. The notation of a phrase is that of
``generator.vi.notation``, with one blank between two words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, ClassVar, TypeVar

from pydantic import StringConstraints, TypeAdapter, ValidationError

from generator import strict_yaml
from generator.errors import ConfigErrors, UsageError
from generator.paths import shipped_root
from generator.strict_yaml import KeyPath, YamlDocument
from generator.vi.folding import folded
from generator.vi.notation import DOTS, Notation, PhraseError, glued, tokens

MAX_PHRASE = 300
_FOLDER = Path("config") / "rules"
_NOTATION = Notation(separator=" ", gap=r"(?:[^\s\d;:()]{1,15} ){0,8}?", number=r"\d[\d.,/]{0,19}")
_Phrase = Annotated[str, StringConstraints(min_length=1, max_length=MAX_PHRASE)]
_LIST: TypeAdapter[list[str]] = TypeAdapter(list[_Phrase])
_TABLE: TypeAdapter[dict[str, str]] = TypeAdapter(dict[_Phrase, _Phrase])
_COUNTS: TypeAdapter[dict[str, int]] = TypeAdapter(dict[_Phrase, int])
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """Phrases, in the order of the file, with the expression of each."""

    phrases: tuple[str, ...]
    expressions: tuple[str, ...]

    def __str__(self) -> str:
        """Return the expression of any of the phrases, for use in an f-string.

        They are tried in the order of the file: "đến nay" is to stand before "đến".
        """
        return "(?:" + "|".join(self.expressions) + ")"


class Plain(Words):
    """Phrases of plain words only: they can be told one by one, or to stand right before."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        """Yield the phrases."""
        return iter(self.phrases)

    @property
    def not_before(self) -> str:
        """Return the assertion that none of the words, and a blank, stands right before."""
        return "".join(f"(?<!{expression} )" for expression in self.expressions)

    @property
    def behind(self) -> str:
        """Return the assertion that one of the phrases stands right before."""
        return "(?:" + "|".join(f"(?<={expression})" for expression in self.expressions) + ")"


class Names(Plain):
    """Plain phrases as a text writes them."""

    __slots__ = ()


class Written(Words):
    """Phrases as a text writes them: a capital is not a small letter."""

    __slots__ = ()


class Opening(Words):
    """Phrases that may open a sentence: the first letter is written either way."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Values:
    """Phrases of folded text and what each of them means."""

    meanings: Mapping[str, str]
    words: Words

    def __str__(self) -> str:
        """Return the expression of any of the phrases, the longest first."""
        return str(self.words)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Phrases of folded text and the number that each of them means."""

    meanings: Mapping[str, int]
    words: Words

    def __str__(self) -> str:
        """Return the expression of any of the phrases, the longest first."""
        return str(self.words)


Lists = Words | Values | Numbers


class WordFile:
    """The lists of one file; a subclass names them by its annotations."""

    file: ClassVar[str]

    def __init_subclass__(cls, *, file: str) -> None:
        """Keep the name of the file below ``config/rules``."""
        cls.file = file

    def __init__(self, lists: Mapping[str, Lists]) -> None:
        """Take the lists by their names."""
        self.__dict__.update(lists)


FileT = TypeVar("FileT", bound=WordFile)


def read(kind: type[FileT]) -> FileT:
    """Return the lists of a shipped file of words; the module of its class keeps them.

    Raises UsageError with FILE:LINE:COLUMN (all mistakes of a file at once), InputError for
    a file that cannot be read.
    """
    return read_from(shipped_root() / _FOLDER / kind.file, kind)


def read_from(path: Path, kind: type[FileT]) -> FileT:
    """Return the lists of a file of words; raises what ``read`` does."""
    doc = strict_yaml.load(path, shipped=True)
    if not isinstance(doc.value, dict):
        raise UsageError("no lists of words", location=doc.location(), expected="NAME: [phrase, …]")
    errors = [*_wrong_names(doc, doc.value, kind.__annotations__)]
    lists: dict[str, Lists] = {}
    for name, form in kind.__annotations__.items():
        if name in doc.value:
            try:
                lists[name] = _FORMS[form](doc, name)
            except UsageError as exc:
                errors.append(exc)
    if errors:
        raise errors[0] if len(errors) == 1 else ConfigErrors(tuple(errors))
    return kind(lists)


def _wrong_names(
    doc: YamlDocument, given: Mapping[str, object], known: Mapping[str, object]
) -> Iterator[UsageError]:
    """Yield the mistakes of lists that nobody asks for, and of those that are missing."""
    for name in given:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            yield UsageError(
                f"unknown key {name!r}",
                location=doc.location((name,), key=True),
                expected="a list that the program asks for",
                hint=f"did you mean {close[0]!r}?" if close else "add the word to a list that is",
            )
    for name in known:
        if name not in given:
            yield UsageError(
                f"the list {name!r} is missing",
                location=doc.location(),
                hint="take it over from the shipped file",
            )


def _words(doc: YamlDocument, name: str) -> Words:
    phrases = _phrases(doc, name, folded)
    return Words(phrases, _expressions(doc, name, phrases))


def _written(doc: YamlDocument, name: str) -> Words:
    phrases = _phrases(doc, name, _as_is)
    return Written(phrases, _expressions(doc, name, phrases))


def _plain(doc: YamlDocument, name: str) -> Words:
    words = _words(doc, name)
    return Plain(_only_words(doc, name, words.phrases), words.expressions)


def _names(doc: YamlDocument, name: str) -> Words:
    words = _written(doc, name)
    return Names(_only_words(doc, name, words.phrases), words.expressions)


def _only_words(doc: YamlDocument, name: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return phrases of which each stands for itself alone."""
    for index, phrase in enumerate(phrases):
        if set("()|#…") & set(phrase) or "..." in phrase:
            raise UsageError(
                f"{phrase!r} is more than plain words",
                location=doc.location((name, index)),
                expected=f"only plain words in {name!r}",
                hint="write one phrase for each way to say it",
            )
    return phrases


def _opening(doc: YamlDocument, name: str) -> Words:
    """Read phrases whose first letter may be a capital: "[Pp]hường"."""
    phrases = _phrases(doc, name, _as_is)
    for index, phrase in enumerate(phrases):
        if not phrase[0].isalpha():
            raise UsageError(
                f"{phrase!r} does not begin with a letter",
                location=doc.location((name, index)),
                hint="write one phrase for each way in which it may begin",
            )
    return Opening(
        phrases,
        tuple(
            f"[{text[0].upper()}{text[0].lower()}]{text[1:]}"
            for text in _expressions(doc, name, phrases)
        ),
    )


def _values(doc: YamlDocument, name: str) -> Values:
    return Values(*_table(_TABLE, doc, name))


def _numbers(doc: YamlDocument, name: str) -> Numbers:
    return Numbers(*_table(_COUNTS, doc, name))


def _table(
    adapter: TypeAdapter[dict[str, T]], doc: YamlDocument, name: str
) -> tuple[Mapping[str, T], Words]:
    """Read phrases with their meanings; the longest is tried first."""
    meanings: dict[str, T] = {}
    for phrase, value in _checked(adapter, doc, name).items():
        text = folded(phrase)
        if text in meanings:
            raise UsageError(
                f"the phrase {phrase!r} stands twice",
                location=doc.location((name, phrase), key=True),
                hint="take one of them out",
            )
        meanings[text] = value
    longest = tuple(sorted(meanings, key=len, reverse=True))
    expressions = _expressions(doc, name, longest)
    return MappingProxyType(meanings), Words(longest, expressions)


_FORMS: Mapping[str, Callable[[YamlDocument, str], Lists]] = {
    "Words": _words,
    "Written": _written,
    "Opening": _opening,
    "Plain": _plain,
    "Names": _names,
    "Values": _values,
    "Numbers": _numbers,
}


def _checked(adapter: TypeAdapter[T], doc: YamlDocument, name: str) -> T:
    """Check the form of one entry; raises UsageError at its first mistake."""
    value = doc.value[name] if isinstance(doc.value, dict) else None
    try:
        return adapter.validate_python(value)
    except ValidationError as exc:
        first = exc.errors(include_url=False)[0]
        place = (name, *(part for part in first["loc"] if part != "[key]"))
        raise UsageError(
            f"{name}: {first['msg']}",
            location=doc.location(place),
            expected="phrases of one or more words",
        ) from exc


def _as_is(phrase: str) -> str:
    return unicodedata.normalize("NFC", phrase)


def _phrases(doc: YamlDocument, name: str, form: Callable[[str], str]) -> tuple[str, ...]:
    """Return the phrases of a list in the form in which they are matched, each once."""
    found: dict[str, None] = {}
    listed: list[str] = _checked(_LIST, doc, name)
    for index, phrase in enumerate(listed):
        place: KeyPath = (name, index)
        text = form(" ".join(phrase.split()))
        if not text or text in found:
            raise UsageError(
                f"the phrase {phrase!r} stands twice" if text else "the phrase is empty",
                location=doc.location(place),
                hint="take one of them out" if text else "write a word or take it out",
            )
        found[text] = None
    if not found:
        raise UsageError(
            f"the list {name!r} is empty",
            location=doc.location((name,), key=True),
            expected="at least one phrase",
        )
    return tuple(found)


def _expressions(doc: YamlDocument, name: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the expression of each phrase."""
    out: list[str] = []
    for index, phrase in enumerate(phrases):
        if word := glued(phrase):
            raise UsageError(
                f"a blank is missing beside the brackets of {word!r}",
                location=doc.location((name, index)),
                hint="write '(Công thương|Công Thương)' for two spellings of a word",
            )
        try:
            out.append(_NOTATION.expression(phrase))
        except PhraseError as exc:
            raise UsageError(str(exc), location=doc.location((name, index))) from exc
        if all(token.endswith(")?") or token in DOTS for token in tokens(phrase)):
            raise UsageError(
                f"nothing of the phrase {phrase!r} has to be there",
                location=doc.location((name, index)),
                hint="leave out a '?'",
            )
    return tuple(out)
