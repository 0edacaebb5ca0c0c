"""The checks run once more on the facts inside a file: what they find must be told in it.

Whoever drops a finding together with its note leaves the facts that contradict each other.
Only findings of severity error and warning count, and decisions of a person, those on figures
in the table of all data;
what a check needs the whole source for (a sentence against a rank, a figure that travels in
no report) cannot be found again here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.catalogue import Catalogue, load_catalogue
from generator.checks import run_checks
from generator.checks.reviewed import ADDED, CORRECTED, USED
from generator.checks.wording import source_name, titled_name
from generator.facts import FactBase
from generator.facts.records import fact_from_record
from generator.model.fact import Fact, Source
from generator.model.finding import Finding, Severity
from generator.model.review import Decision, LeftOut, Review
from generator.model.source_text import SourceInfo
from generator.verify.comparing import shortened
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection

UNTOLD = "số liệu: mâu thuẫn không được nêu"
_HEAVY = (Severity.ERROR, Severity.WARNING)
_DECISIONS = frozenset({ADDED, CORRECTED, USED})


def rechecking_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each contradiction of its own facts that a file does not tell."""
    listed = lineage.locations.keys()
    facts = dict(_facts(lineage, load_catalogue()))
    names = {fact.id: name for name, fact in facts.items()}  # the file may call them otherwise
    titles = _titles(lineage)
    for finding in _found_again(facts.values(), lineage):
        own = frozenset(names[fact.id] for fact in finding.facts)
        same = [one for one in lineage.findings if one["rule"] == finding.rule]
        told = [one for one in same if own & {*map(str, one["facts"])}]
        if finding.quotes and not own:
            yield from _of_sentence(finding, same, titles)
        elif own & listed and not told:
            message = f"the notes do not tell “{shortened(finding.message, 240)}”"
            yield Objection(UNTOLD, message, f"fact {names[finding.facts[0].id]}")
        elif told and (own not in map(_about, told) or not _is_named(finding, lineage)):
            continue  # about a fact more, which travels in no report, or in a project's own words
        elif told and not any(_is_told(finding, one, titles) for one in told):
            message = f"its facts give “{shortened(finding.message, 240)}”"
            yield Objection(UNTOLD, message, f"finding {finding.rule}")


def _of_sentence(
    finding: Finding, same: Sequence[Record], titles: Mapping[str, str]
) -> Iterator[Objection]:
    """Yield an objection to a finding on a sentence that a file does not tell as it is."""
    if not any(_is_told(finding, one, titles) for one in same):
        message = f"the notes do not tell “{shortened(finding.message, 240)}”"
        yield Objection(UNTOLD, message, f"statement “{shortened(finding.source.quote)}”")


def _is_named(finding: Finding, lineage: Lineage) -> bool:
    """Tell whether a file calls what a finding is about as the shipped catalogue does."""
    known = load_catalogue().indicators
    names = {fact.indicator for fact in finding.facts}
    return all(lineage.indicators[name]["label"] == known[name].label for name in names)


def _about(record: Record) -> frozenset[str]:
    """Return the facts that a finding of a file is about."""
    return frozenset(map(str, record["facts"]))


def _titles(lineage: Lineage) -> Mapping[str, str]:
    """Return the name by publisher and day of each document, by the one that has its title.

    A note takes the title where another document of the project, which is not in the file,
    bears the same name.
    """
    base = FactBase.of((), [_info(one) for one in lineage.documents])
    names = {titled_name(doc, base): source_name(doc, base) for doc in base.infos}
    return {title: name for title, name in names.items() if title != name}


def _is_told(finding: Finding, record: Record, titles: Mapping[str, str]) -> bool:
    """Tell whether a file tells a finding as it is: as grave, in its words, with its steps."""
    told = (record["severity"], record["message"], record.get("computation") or "")
    wanted = (finding.severity.value, finding.message, finding.computation)
    pairs = zip(told, wanted, strict=True)
    return all(_plain(one, titles) == _plain(other, titles) for one, other in pairs)


def _plain(text: object, titles: Mapping[str, str]) -> str:
    """Return a text with plain blanks, and one name for each document."""
    plain = " ".join(str(text).split())
    for title, name in titles.items():
        plain = plain.replace(" ".join(title.split()), " ".join(name.split()))
    return plain


def _found_again(facts: Iterable[Fact], lineage: Lineage) -> Iterator[Finding]:
    """Yield the findings of weight on the facts of a file."""
    base = FactBase.of(facts, [_info(one) for one in lineage.documents])
    told = map(_words, lineage.statements)
    said = [words for words in told if words is not None]
    left_out = tuple(_left_out(lineage))
    for one in run_checks(base, load_catalogue(), said=said, left_out=left_out):
        if one.severity in _HEAVY or one.rule in _DECISIONS or one.review is not None:
            yield one


def _left_out(lineage: Lineage) -> Iterator[LeftOut]:
    """Yield the sentences that a person decided to go without, as the findings on them say."""
    for finding in lineage.findings:
        review = finding.get("review")
        if isinstance(review, dict) and not finding["facts"]:
            try:
                decided = _review(review, lineage)
            except (KeyError, TypeError, ValueError):
                continue  # no decision, so that the finding stands
            words = (_words({"source": said}) for said in finding.get("quotes", ()))
            yield from (LeftOut(said, decided) for said in words if said is not None)


def _facts(lineage: Lineage, catalogue: Catalogue) -> Iterator[tuple[str, Fact]]:
    """Yield the facts of a file that can be read and checked, by their names."""
    for name, record in lineage.facts.items():
        fact = _fact(record, lineage) if _is_known(record, lineage, catalogue) else None
        if fact is not None:
            yield name, fact


def _words(record: Record) -> Source | None:
    """Return the words of a source that a file tells as they stand, None for a broken record."""
    place = record.get("source") or {}
    try:
        told = str(place.get("quote") or record["text"])
        return Source(str(place["doc"]), int(place["start"]), int(place["end"]), told)
    except (KeyError, TypeError, ValueError):
        return None


def _is_known(record: Record, lineage: Lineage, catalogue: Catalogue) -> bool:
    """Tell whether the program itself knows what is measured, and as the file says it."""
    name = str(record["indicator"])
    own, known = catalogue.indicators.get(name), lineage.indicators.get(name)
    return own is not None and known is not None and known["kind"] == own.kind.value


def _fact(record: Record, lineage: Lineage) -> Fact | None:
    """Return the fact of a record, None where it was taken out or cannot be read."""
    review = record.get("review") or {}
    if review.get("decision") == Decision.EXCLUDE.value:
        return None
    try:
        fact = fact_from_record(record)
        printed = str(record.get("printed") or "")
        sentence = lineage.sentences.get(str(record["id"]), "")
        number_start = int(record.get("number_start") or 0)
        before, after = _around(sentence, printed, fact.source, number_start)
        made = replace(
            fact,
            printed=printed,
            number_start=number_start,
            before=before,
            after=after,
            rules=tuple(map(str, record.get("rules", ()))),
        )
        return replace(made, review=_review(review, lineage)) if review else made
    except ValueError:
        return None


def _around(sentence: str, printed: str, words: Source, number_start: int) -> tuple[str, str]:
    """Return what stands before and behind a number in its sentence, "" for both without one.

    The same number may stand there twice: "20" is in "2023", too. The words of the fact tell which.
    """
    if not printed:
        return "", ""
    quoted = sentence.find(words.quote)
    start = quoted + number_start - words.start
    if quoted < 0 or start < 0 or not sentence.startswith(printed, start):
        before, _, after = sentence.partition(printed)
        return before, after
    return sentence[:start], sentence[start + len(printed) :]


def _review(review: Record, lineage: Lineage) -> Review:
    """Return the decision of a record. Raises ValueError for one that is none."""
    was = review.get("was")
    return Review(
        Decision(review["decision"]),
        str(review["who"]),
        date.fromisoformat(str(review["when"])),
        str(review["why"]),
        _fact(was, lineage) if isinstance(was, dict) else None,
    )


def _info(record: Record) -> SourceInfo:
    """Return what a file knows of a document."""
    day = record.get("published")
    names = ("title", "publisher", "path", "basis", "occasion")
    return SourceInfo(
        str(record["id"]),
        published=date.fromisoformat(str(day)) if day else None,
        **{name: str(record.get(name) or "") for name in names},
    )
