"""The decisions of review files, applied to the facts that were found in the sources."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.errors import InputError, SoketError
from generator.extraction import RuleSet
from generator.model.fact import Change, Fact, Source
from generator.model.finding import Diagnostic, Severity
from generator.model.review import Decision, LeftOut, sentence_id
from generator.model.source_text import SourceText
from generator.review.entry import Entry, ReviewFile
from generator.review.holding import against_source
from generator.review.matching import Span, matching, number_in, number_place, spans_of
from generator.review.telling import beyond_scale, tells

RULE = "review"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The facts with their decisions.

    ``excluded`` are the facts that were taken out, each with its review, ``left_out`` the
    sentences of which no fact is made; ``named`` the ids of all facts and sentences that an
    entry is about, pending ones included. ``errors`` are entries that go with no source,
    ``remarks`` those that wait or are not needed; ``taken`` are all that decide something.
    """

    facts: tuple[Fact, ...]
    excluded: tuple[Fact, ...] = ()
    named: frozenset[str] = frozenset()
    errors: tuple[SoketError, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    taken: tuple[Entry, ...] = ()

    def decided_after(self, day: date, docs: Container[str]) -> tuple[SoketError, ...]:
        """Return an error for each decision on some documents that is of a later day.

        A report does not tell what was decided after its own date.
        """
        return tuple(
            one.error(
                f"decided on {one.when}, after the date of the report, {day}",
                "when",
                hint="write the day on which it was decided, or give the report that day or a"
                " later one ('letterhead.date', --as-of)",
            )
            for one in self.taken
            if one.doc in docs and one.when is not None and one.when > day
        )


def apply_reviews(
    facts: Iterable[Fact],
    sources: Iterable[SourceText],
    files: Sequence[ReviewFile],
    catalogue: Catalogue,
    rules: RuleSet | None = None,
) -> Reviewed:
    """Return the facts as people decided; one without a decision stays as it is.

    Where an entry is wrong, the others are still applied and ``errors`` name it. By
    ``rules`` the words of a new fact are held against its indicator.
    """
    work = _Work({one.info.id: one for one in sources}, catalogue, rules)
    for fact in facts:
        work.by_doc.setdefault(fact.source.doc, []).append(fact)
    for file in files:
        work.errors += file.errors
        for entry in file.entries:
            try:
                work.take(entry, file)
            except InputError as exc:
                work.errors.append(exc)
    return work.result()


@dataclass(slots=True)
class _Work:
    """What has been decided so far; ids are those of the facts as they were found."""

    sources: Mapping[str, SourceText]
    catalogue: Catalogue
    rules: RuleSet | None = None
    by_doc: dict[str, list[Fact]] = field(default_factory=dict)
    decided: dict[str, Entry] = field(default_factory=dict)
    waiting: set[str] = field(default_factory=set)
    added: list[Fact] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    errors: list[SoketError] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    taken: list[Entry] = field(default_factory=list)

    def take(self, entry: Entry, file: ReviewFile) -> None:
        """Take one entry in. Raises InputError where it goes with no source."""
        if entry.doc not in file.docs:
            if file.whole:
                raise self._no_document(entry, file)
            return
        if entry.decision is None:
            self._wait(entry)
            return
        self.taken.append(entry)
        source = self.sources[entry.doc]
        spans = spans_of(entry, source)
        facts = self.by_doc.get(entry.doc, [])
        if not entry.indicator:
            self._leave_out(entry, source, spans, facts)
            return
        if entry.decision is Decision.ADD:
            if len(spans) > 1:
                places = " or ".join(f"[{start}, {end}]" for start, end in spans)
                raise entry.error(
                    f"the quote stands at {len(spans)} places",
                    "quote",
                    hint=f"add 'offsets: {places}'",
                )
            self._add(entry, source, spans[0], facts)
            return
        found = matching(entry, spans, facts)
        _must_correct(entry, found)
        for fact in found:
            first = self.decided.setdefault(fact.id, entry)
            if first is not entry:
                raise entry.error(
                    f"this fact is already decided at {first.location()}",
                    hint="take one of the two entries out",
                )

    def _no_document(self, entry: Entry, file: ReviewFile) -> InputError:
        """Return the error for a document that is not there."""
        from generator.config.nearest import did_you_mean

        return entry.error(
            f"no document {entry.doc!r} lies beside this file",
            "doc",
            expected="the id of a document",
            hint=did_you_mean(entry.doc, sorted(file.docs)),
        )

    def _leave_out(
        self, entry: Entry, source: SourceText, spans: Sequence[Span], facts: Sequence[Fact]
    ) -> None:
        """Take in that a sentence without facts is not told. Raises InputError where it has one."""
        for start, end in spans:
            inside = [fact for fact in facts if start <= number_place(fact) < end]
            review = entry.review()
            if inside:
                raise entry.error(
                    "'indicator' is missing",
                    "indicator",
                    expected=f"one of {', '.join(dict.fromkeys(one.indicator for one in inside))}",
                    hint="add 'indicator: …'; only a sentence of which no fact is made has none",
                )
            if review is not None:
                words = Source(entry.doc, start, end, source.text[start:end])
                self.left_out.append(LeftOut(words, review))

    def _wait(self, entry: Entry) -> None:
        """Note that an entry waits for its decision."""
        message = f"{entry.indicator or 'a sentence'} of {entry.doc} waits for a decision"
        self.remarks.append(Diagnostic(Severity.NOTE, message, str(entry.location())))
        try:
            spans = spans_of(entry, self.sources[entry.doc])
            if not entry.indicator:
                said = (Source(entry.doc, start, end, "") for start, end in spans)
                self.waiting.update(map(sentence_id, said))
                return
            found = matching(entry, spans, self.by_doc.get(entry.doc, []))
        except InputError:  # it has no effect, so it may be about a fact that is gone
            return
        self.waiting.update(fact.id for fact in found)

    def _add(
        self, entry: Entry, source: SourceText, span: tuple[int, int], facts: Sequence[Fact]
    ) -> None:
        """Make a fact from an entry, its numbers read in the quote."""
        value = entry.values["value"]
        numbers = {
            name: number_in(entry, name, size, span, source)
            for name in ("value", "total", "share")
            if isinstance(size := entry.values.get(name), Decimal)
        }
        change = entry.values.get("change")
        if isinstance(change, Change):
            number_in(entry, "change", change.value, span, source)
        start, end = span
        number = numbers["value"]
        fact = Fact(
            indicator=entry.indicator,
            unit=self.catalogue.indicators[entry.indicator].unit,
            source=Source(entry.doc, start, end, source.text[start:end]),
            printed=source.text[start + number.start : start + number.end],
            number_start=start + number.start,
            rules=(f"{RULE}/{Decision.ADD.value}",),
            review=entry.review(),
            **{"level": None, **entry.values},  # type: ignore[arg-type]
        )
        for one in (*facts, *self.added):
            if one.key == fact.key and one.value == value and start <= number_place(one) < end:
                message = "this fact is found without the entry, which can go"
                self.remarks.append(Diagnostic(Severity.NOTE, message, str(entry.location())))
                return
        self._must_fit(fact, entry)
        self._must_hold(fact, entry)
        self.added.append(fact)

    def _must_fit(self, fact: Fact, entry: Entry) -> None:
        """Refuse a new fact that its words do not tell, or beyond its scale."""
        indicator = self.catalogue.indicators[fact.indicator]
        if not tells(fact.source.quote, indicator, self.rules):
            raise entry.error(
                f"the quote does not tell {fact.indicator}",
                "quote",
                expected=f"words that tell “{indicator.label}”",
                hint="quote the words that name it, too; words that soket does not know"
                " can be added in config/rules/indicators.yaml",
            )
        name, reason = beyond_scale(fact, self.catalogue)
        if name:
            raise entry.error(reason, name, hint="take the figure as the source gives it")

    def _must_hold(self, fact: Fact, entry: Entry) -> None:
        """Refuse a place, a time, a level or a reservation that the source is against."""
        source = self.sources[entry.doc]
        reason = against_source(fact, entry.values, source, self.catalogue, self.rules)
        if reason is None:
            return
        within = ("set", reason.key) if entry.decision is Decision.CORRECT else (reason.key,)
        raise entry.error(reason.message, *within, hint=reason.hint)

    def _corrected(self, fact: Fact, entry: Entry) -> Fact:
        """Return a fact as it was decided; as it was found where that cannot be."""
        made = _decided(fact, entry, self.catalogue)
        if entry.decision is not Decision.CORRECT:
            return made
        try:
            name, reason = beyond_scale(made, self.catalogue)
            if name:
                keys = ("set", name) if name in entry.values else ("set",)
                raise entry.error(reason, *keys, hint="write the figure that is right")
            self._must_hold(made, entry)
        except InputError as exc:
            self.errors.append(exc)
            return fact
        return made

    def result(self) -> Reviewed:
        """Return the facts with all decisions, in the order in which they were found."""
        facts: list[Fact] = []
        excluded: list[Fact] = []
        chosen: dict[tuple[object, ...], tuple[Fact, Entry]] = {}
        for fact in (one for found in self.by_doc.values() for one in found):
            entry = self.decided.get(fact.id)
            if entry is None:
                facts.append(fact)
            elif entry.decision is Decision.EXCLUDE:
                excluded.append(replace(fact, review=entry.review()))
            else:
                facts.append(self._corrected(fact, entry))
            if entry is not None and entry.decision is Decision.USE:
                self._one_choice(chosen.setdefault(fact.key, (fact, entry)), fact, entry)
        return Reviewed(
            (*facts, *self.added),
            tuple(excluded),
            frozenset(
                {
                    *self.decided,
                    *self.waiting,
                    *(fact.id for fact in self.added),
                    *(sentence_id(one.words) for one in self.left_out),
                }
            ),
            tuple(self.errors),
            tuple(self.remarks),
            tuple(self.left_out),
            tuple(self.taken),
        )

    def _one_choice(self, first: tuple[Fact, Entry], fact: Fact, entry: Entry) -> None:
        """Note as an error that two figures of one measure are to be used."""
        if first[0].value != fact.value:
            self.errors.append(
                entry.error(
                    f"another figure of this measure is to be used at {first[1].location()}",
                    "decision",
                    hint="leave 'use' to one of the two",
                )
            )


def _must_correct(entry: Entry, facts: Iterable[Fact]) -> None:
    """Refuse a correction to what is there already."""
    if entry.decision is not Decision.CORRECT:
        return
    if all(getattr(fact, key) == value for fact in facts for key, value in entry.values.items()):
        keys = ", ".join(entry.values)
        raise entry.error(
            f"nothing is corrected: this is the {keys} that the fact has",
            "set",
            hint="write what is right, or 'decision: use' where the figure is right as it stands",
        )


def _decided(fact: Fact, entry: Entry, catalogue: Catalogue) -> Fact:
    """Return a fact with a correction, or with the word that it is to be used."""
    review = entry.review()
    if entry.decision is Decision.USE or review is None:
        return replace(fact, review=review)
    values = dict(entry.values)
    if "indicator" in values:
        values["unit"] = catalogue.indicators[str(values["indicator"])].unit
    if values.get("value", fact.value) != fact.value:
        # the printed share and change are those of the old figure
        values = {"share": None, "change": None, **values}
    # words such as "13,9 triệu" are those of the old figure
    printed = "" if "value" in values else fact.printed
    rules = (*fact.rules, f"{RULE}/{Decision.CORRECT.value}")
    made = replace(fact, **values, printed=printed, rules=rules)  # type: ignore[arg-type]
    return replace(made, review=replace(review, was=fact))
