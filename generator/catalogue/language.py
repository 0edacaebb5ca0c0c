"""How the report speaks of each indicator: ``config/language/*.yaml``, typed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator import strict_yaml
from generator.catalogue.load import validated
from generator.errors import UsageError
from generator.paths import shipped_root


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Aside(_Row):
    """What a source adds beside a figure, and how the report repeats it."""

    when: tuple[str, ...]
    text: str


class Sense(_Row):
    """What an indicator means in sources that say one of ``when``.

    What is given here replaces the same of the phrase; facts of different senses
    are never compared, but for one that is the ``same`` in other words. ``remark`` is what
    the notes say of a term that is out of use; a file may write its name in ``Usage.remarks``.
    """

    when: tuple[str, ...]
    verb: str = ""
    clause: str = ""
    fraction: str = ""
    subject: str = ""
    part: str = ""
    noun: str = ""
    short: str = ""
    own_time: bool = False
    same: bool = False
    remark: str = ""


class Phrase(_Row):
    """The wording of one indicator; see the head of ``phrases.yaml``.

    Exactly one of ``verb`` and ``clause`` is given.
    """

    verb: str = ""
    clause: str = ""
    fraction: str = ""
    fraction_part: str = ""
    of: str = ""
    of_others: tuple[Aside, ...] = ()
    subject: str = ""
    whole: tuple[str, ...] = ()
    part: str = ""
    lead: str = "trong đó"
    share: str = "đạt"
    share_of: str = ""
    noun: str
    short: str
    good: str = ""
    follows: tuple[str, ...] = ()
    headline: int | None = None
    heading: bool = False
    whose: str = "của"
    own_time: bool = False
    senses: tuple[Sense, ...] = ()
    asides: tuple[Aside, ...] = ()


class Partition(_Row):
    """Indicators that are the parts of one whole."""

    id: str
    parts: tuple[str, ...]


class IndicatorSet(_Row):
    """Indicators that share a table or a chart."""

    id: str
    indicators: tuple[str, ...]
    title: str = ""


class Pair(_Row):
    """A score and the rank that goes with it."""

    score: str
    rank: str


class Relations(_Row):
    """Which indicators belong together; see the head of ``relations.yaml``."""

    partitions: tuple[Partition, ...] = ()
    level_tables: tuple[IndicatorSet, ...] = ()
    progress: tuple[IndicatorSet, ...] = ()
    pairs: tuple[Pair, ...] = ()
    alike: tuple[IndicatorSet, ...] = ()

    @property
    def rank_of(self) -> dict[str, str]:
        """Return the rank of each score that has one."""
        return {pair.score: pair.rank for pair in self.pairs}


class Abbreviation(_Row):
    """A short form and what it stands for, said in full where it is first used.

    ``noted``: in a footnote, where the full form is too long for the sentence.
    """

    short: str
    full: str
    noted: bool = False


class Usage(_Row):
    """Words that figures and texts of every indicator share; see ``usage.yaml``."""

    abbreviations: tuple[Abbreviation, ...] = ()
    units: Mapping[str, str] = {}
    titles: Mapping[str, str] = {}
    issuers: Mapping[str, str] = {}
    offices: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    rating: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    committees: Mapping[str, str] = {}
    departments: tuple[str, ...] = ()
    bureaus: tuple[str, ...] = ()
    vague_times: tuple[str, ...] = ()
    own_times: tuple[str, ...] = ()
    remarks: Mapping[str, str] = {}


class Language(_Row):
    """Phrases by indicator id, the relations, and the words that all share."""

    phrases: Mapping[str, Phrase]
    relations: Relations
    usage: Usage = Usage()


@cache
def load_language(root: Path | None = None) -> Language:
    """Read ``config/language`` of the shipped data and of a project's ``root``.

    A project's phrases are added to the shipped ones and win over them. Raises
    UsageError with the place of what is wrong.
    """
    shipped = shipped_root() / "config" / "language"
    phrases = _phrases(strict_yaml.load(shipped / "phrases.yaml", shipped=True))
    own = root / "config" / "language" / "phrases.yaml" if root is not None else None
    if own is not None and own.is_file():
        phrases = {**phrases, **_phrases(strict_yaml.load(own))}
    relations = validated(Relations, strict_yaml.load(shipped / "relations.yaml", shipped=True))
    usage = validated(Usage, strict_yaml.load(shipped / "usage.yaml", shipped=True))
    phrases = {name: _with_remarks(one, usage.remarks) for name, one in phrases.items()}
    return Language(phrases=phrases, relations=relations, usage=usage)


def _with_remarks(phrase: Phrase, remarks: Mapping[str, str]) -> Phrase:
    """Return a phrase with the remarks that its senses name written out."""
    senses = tuple(
        one.model_copy(update={"remark": remarks.get(one.remark, one.remark)})
        for one in phrase.senses
    )
    return phrase.model_copy(update={"senses": senses})


class _PhraseFile(_Row):
    phrases: dict[str, Phrase]


def _phrases(doc: strict_yaml.YamlDocument) -> dict[str, Phrase]:
    """Return the phrases of one file and check that each indicator has one form."""
    wrapped = strict_yaml.YamlDocument(
        doc.file,
        {"phrases": doc.value},
        {("phrases", *place): mark for place, mark in doc.places.items()},
        {("phrases", *place): mark for place, mark in doc.keys.items()},
    )
    phrases = validated(_PhraseFile, wrapped).phrases
    for name, phrase in phrases.items():
        if bool(phrase.verb) == bool(phrase.clause):
            raise UsageError(
                f"the phrase of {name!r} needs exactly one of 'verb' and 'clause'",
                location=doc.location((name,)),
            )
        senses = [text for one in phrase.senses for text in (one.verb, one.clause, one.part)]
        fractions = (phrase.fraction, phrase.fraction_part, *(s.fraction for s in phrase.senses))
        for slot in (phrase.verb or phrase.clause, phrase.part, *senses, *fractions):
            if slot and "{n}" not in slot:
                raise UsageError(
                    f"the phrase of {name!r} has no {{n}} for its figure",
                    location=doc.location((name,)),
                )
    return phrases
