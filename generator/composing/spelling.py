"""How words of a source are spelled in print: ``config/language/spelling.yaml``.

In: NFC text. Out: the same words in one spelling. A wrong word is mended only where the file
says for certain what is meant, and the report tells so; other slips are only told. Capitals
of provinces follow the catalogue, the rest is data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator import strict_yaml
from generator.catalogue import Places
from generator.catalogue.load import validated
from generator.extraction.pattern import Hit, Pattern, phrase, regex
from generator.extraction.reading import folded
from generator.model.fact import NATION
from generator.paths import shipped_root
from generator.vi.printing import slashed_days
from generator.vi.text import NBSP

_FILE = Path("config") / "language" / "spelling.yaml"
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_PAIR = 2  # syllables of a word that may stand twice running by a slip
_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r" (?=[,;.:!?…](?:\s|$))")
_DOTS = re.compile(r"\.\.\.+")
_YEARS = re.compile(r"(?<![\d/-])((?:19|20)\d\d)[-–](?=(?:19|20)\d\d(?![\d/-]))")
_STRAIGHT = re.compile(r'"([^"]*)"')


class _Correction(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    wrong: str
    right: str
    within: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    corrections: tuple[_Correction, ...] = ()

    spellings: dict[str, str] = {}
    abbreviations: dict[str, str] = {}
    linking: dict[str, str] = {}
    slips: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A wrong word, the one that is meant, and the phrase in which it is surely that."""

    wrong: str
    right: str
    within: Pattern


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words by their patterns with what is printed for them, and what marks a slip.

    ``abbreviations`` count as they are written, ``spellings`` in any case; ``places``
    finds a province behind its kind, ``names`` are their folded names with the right ones.
    ``corrections`` are the slips of which the right word is certain.
    """

    abbreviations: tuple[tuple[Pattern, str], ...]
    spellings: tuple[tuple[Pattern, str], ...]
    places: Pattern
    names: Mapping[str, str]
    slips: tuple[Pattern, ...]
    doubles: frozenset[str]
    corrections: tuple[Correction, ...] = ()

    def corrected(self, text: str) -> str:
        """Return a text with the words mended of which the right one is certain."""
        out = spaced(text)
        for _, _, new in self._mended(out):
            out = new
        return out

    def corrections_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return what is mended in a text: (wrong, right), as the text writes it."""
        return tuple(dict.fromkeys((old, new) for old, new, _ in self._mended(spaced(text))))

    def _mended(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Yield each wrong stretch, what stands for it, and the text so far."""
        plain = folded(text)
        for one in self.corrections:
            done = 0
            while hit := _first_hit(one, plain, done):
                start, end = hit
                new = _cased(one.right, text[start:end])
                done = start + len(new)
                whole = _wordy(text, start, end)
                old = text[whole[0] : whole[1]]
                text = text[:start] + new + text[end:]
                plain = folded(text)
                yield old, text[whole[0] : whole[1] + done - end], text

    def printed(self, text: str) -> str:
        """Return a text in the spelling of the report; no word is mended."""
        out = _spanned(slashed_days(_toned(spaced(text))))
        for pattern, new in self.abbreviations:
            out = _replaced(out, _written_out(pattern, out), partial(_cased, new))
        plain = folded(out)
        for pattern, new in self.spellings:
            if hits := [hit for hit in pattern.hits(plain) if not _in_name(out, hit.start)]:
                out = _replaced(out, hits, partial(_cased, new))
                plain = folded(out)
        found = (Hit(*hit.groups["name"]) for hit in self.places.hits(plain))
        return _STRAIGHT.sub(r"“\1”", _replaced(out, found, self._named))

    def has_slip(self, text: str) -> bool:
        """Tell whether a word of a text is wrong, or one of two syllables stands twice."""
        plain = folded(spaced(text))
        if any(pattern.found_in(plain) for pattern in self.slips):
            return True
        return any(word not in self.doubles for word in _doubled(plain))

    def _named(self, found: str) -> str:
        """Return a province with its capitals; a line all in capitals keeps them."""
        return found if found.isupper() else self.names[folded(found)]


def load_spelling(places: Places, root: Path | None = None) -> Spelling:
    """Read the shipped file, and that of the project at ``root`` on top of it.

    Raises UsageError with the place of what is wrong, InputError for a file that
    cannot be read.
    """
    files = [validated(_File, strict_yaml.load(shipped_root() / _FILE, shipped=True))]
    own = root / _FILE if root is not None else None
    if own is not None and own.is_file():
        files.append(validated(_File, strict_yaml.load(own)))
    names = {folded(one.name): one.name for one in places.by_slug.values() if one.slug != NATION}
    longest = sorted(names, key=lambda name: (-len(name), name))
    return Spelling(
        abbreviations=tuple(pair for one in files for pair in _table(one.abbreviations, str)),
        spellings=tuple(
            pair for one in files for pair in _table({**one.spellings, **one.linking}, folded)
        ),
        places=regex(r"(?:tỉnh|thành phố) (?P<name>" + "|".join(map(re.escape, longest)) + ")"),
        names=names,
        slips=tuple(phrase(slip) for one in files for slip in one.slips),
        doubles=frozenset(folded(word) for one in files for word in one.doubles),
        corrections=tuple(
            Correction(row.wrong, row.right, phrase(row.within or row.wrong))
            for one in files
            for row in one.corrections
        ),
    )


def spaced(text: str) -> str:
    """Return a text with single blanks, none before a mark, and "…" for dots."""
    return _DOTS.sub("…", _BEFORE_MARK.sub("", _BLANKS.sub(" ", text).strip()))


def _first_hit(one: Correction, plain: str, after: int) -> tuple[int, int] | None:
    """Return where a wrong word first stands in its phrase in a folded text, from an offset on."""
    for hit in one.within.hits(plain):
        wrong = folded(one.wrong)
        start = plain.find(wrong, max(hit.start, after), hit.end)
        if start >= 0:
            return start, start + len(wrong)
    return None


def _wordy(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch that begins with a mark with the name in quotation marks before it."""
    opened = max(text.rfind("“", 0, start), text.rfind('"', 0, start))
    return (opened, end) if not text[start].isalnum() and opened >= 0 else (start, end)


def _table(words: Mapping[str, str], form: Callable[[str], str]) -> Iterator[tuple[Pattern, str]]:
    """Yield the pattern of each word, longest first, with what is printed for it."""
    for word in sorted(words, key=lambda word: (-len(word), word)):
        yield regex(re.escape(form(word)) + (" ?" if word.endswith(".") else "")), words[word]


def _written_out(pattern: Pattern, text: str) -> Iterator[Hit]:
    """Yield where an abbreviation stands; its point may be the end of a sentence."""
    for hit in pattern.hits(text):
        pointed = text[hit.start : hit.end].rstrip().endswith(".")
        if not pointed or text[hit.end : hit.end + 1].isalnum():
            yield hit


def _replaced(text: str, hits: Iterable[Hit], new: Callable[[str], str]) -> str:
    """Return a text with each stretch replaced by what is printed for it."""
    parts: list[str] = []
    end = 0
    for hit in hits:
        parts += [text[end : hit.start], new(text[hit.start : hit.end])]
        end = hit.end
    return "".join((*parts, text[end:]))


def _cased(new: str, found: str) -> str:
    """Return the new word with the capital that the found one begins with."""
    whole = found.isupper() or not found[:1].isupper()
    return new if whole else new[:1].upper() + new[1:]


def _spanned(text: str) -> str:
    """Return a text with blanks in spans of years, "2025 - 2030"; names of things stay."""

    def span(found: re.Match[str]) -> str:
        return found[0] if _in_name(text, found.start()) else f"{found[1]}{NBSP}-{NBSP}"

    return _YEARS.sub(span, text)


def _in_name(text: str, at: int) -> bool:
    """Tell whether a place lies between quotation marks: what a thing is called stays."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _doubled(text: str) -> Iterator[str]:
    """Yield the words of two syllables that stand twice running in a folded text."""
    syllables = text.split()
    for at in range(len(syllables) - 2 * _PAIR + 1):
        first = syllables[at : at + _PAIR]
        word = " ".join(first)
        if word.replace(" ", "").isalpha() and first == _bare(syllables[at + _PAIR :][:_PAIR]):
            yield word


def _bare(syllables: list[str]) -> list[str]:
    return [syllable.rstrip(".,;:!?…") for syllable in syllables]


def _tone_pairs() -> dict[str, str]:
    """Return "oá" → "óa" and its kin, in small and capital letters."""
    pairs = {}
    for letters in ("oa", "oe", "uy", "Oa", "Oe", "Uy", "OA", "OE", "UY"):
        for tone in _TONES:
            old = unicodedata.normalize("NFC", letters + tone)
            pairs[old] = unicodedata.normalize("NFC", letters[0] + tone) + letters[1]
    return pairs


_PAIRS = _tone_pairs()


def _toned(text: str) -> str:
    """Return a text with each tone mark on the vowel where the report writes it."""
    out = list(text)
    for at in range(len(text) - 1):
        pair = _PAIRS.get(text[at : at + 2])
        closed = text[at + 2 : at + 3].isalpha() or text[max(0, at - 1) : at] in ("q", "Q")
        if pair and not closed:
            out[at : at + 2] = pair
    return "".join(out)
