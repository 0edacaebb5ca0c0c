"""What a reader has in mind: the place, the time and the words of what was read so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.extraction.context import Paragraph
from generator.extraction.counted.asking import Frame
from generator.extraction.counted.fields import FieldHead
from generator.extraction.counted.halves import Halves
from generator.extraction.places.focus import Focus, default_place, ministry_of
from generator.extraction.places.groups import Group
from generator.extraction.places.mentions import place_names
from generator.extraction.places.parts import Part, part_of_text
from generator.extraction.reading import folded
from generator.extraction.rules import Rule, RuleSet
from generator.extraction.times.dating import calendar_of
from generator.extraction.times.timing import Timeline
from generator.extraction.titles import document_title
from generator.extraction.view import Figure, View
from generator.model.fact import NATION, Fact
from generator.model.period import Period
from generator.model.source_text import SourceText
from generator.vi.numbers import find_numbers

CONTEXT = 400  # characters of a neighbour that can tell what is spoken of
_DATE_LINE = 60  # characters of a line that gives the day and the author at most


@dataclass(frozen=True, slots=True)
class UnusedNumber:
    """A number that became no fact, with its span in the text and the reason."""

    start: int
    end: int
    printed: str
    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """The rule that a figure was told by, and its fact."""

    rule: Rule
    fact: Fact


@dataclass(frozen=True, slots=True)
class State:
    """What a reader has in mind at a footnote mark."""

    place: str | None
    level: str | None
    period: Period | None
    told: Told | None
    sentence: str
    planned: bool = False


@dataclass(slots=True)
class Reader:
    """What is in mind while a text is read."""

    source: SourceText
    rules: RuleSet
    folded: str
    focus: Focus
    timeline: Timeline
    part: Part
    facts: list[Fact] = field(default_factory=list)
    unused: list[UnusedNumber] = field(default_factory=list)
    title: str = ""
    headline: int = -1
    paragraph_one: str = ""
    heading: str = ""
    section_planned: bool = False
    listed: bool = False
    planned: bool = False
    context: str = ""
    last: Told | None = None
    apart: bool = False
    begun: bool = False
    of_field: FieldHead = field(default_factory=FieldHead)
    halves: Halves = field(default_factory=Halves)
    led: Rule | None = None
    led_here: bool = False
    told: list[tuple[int, Rule]] = field(default_factory=list)
    levelled: Fact | None = None
    before: tuple[Rule, ...] = ()
    groups: tuple[Group, ...] = ()
    splits: Mapping[int, int] = field(default_factory=dict)
    again: Mapping[int, Rule | None] = field(default_factory=dict)
    indices: set[str] = field(default_factory=set)
    topic: str = ""
    past: str = ""
    named: bool = False
    central: bool = False
    aimed: Rule | None = None
    few: Rule | None = None
    refused: list[Rule] = field(default_factory=list)
    aside: bool = False
    sampled: bool = False
    marked: dict[str, State] = field(default_factory=dict)

    def frame(self) -> Frame:
        """Return what is known when the next figure is read."""
        last = self.aimed or (self.last.rule if self.last else None)
        return Frame(
            rules=self.rules.rules,
            context=self.context,
            heading=self.heading,
            title=self.title,
            last=last,
            apart=self.apart,
            begun=self.begun,
            led=self.led,
            told=tuple(self.told),
            shared=self.last is not None and self.last.fact.share is not None,
            sole=self.named and len(self.indices) == 1,
            before=self.before,
            central=self.central,
            topic=self.topic,
            past=self.past,
        )

    def rule_at(self, end: int) -> Rule | None:
        """Return what the figure that ends at ``end`` in this sentence counts, None if nothing."""
        return next((rule for at, rule in self.told if at == end), None)

    def leave_figure(self, seen: View, figure: Figure, reason: str) -> None:
        """Note a figure that became no fact; nobody misses a number in words."""
        quantity = figure.quantity
        if not quantity.in_words:
            self.leave(seen, (quantity.start, quantity.number_end), quantity.value, reason)
        beside = (figure.start, quantity.start), (quantity.number_end, figure.end)
        known = {one.start for one in seen.excluded}
        for low, high in beside:  # the b of "a/b", a share
            for one in find_numbers(seen.text[low:high]):
                if low + one.start in known:
                    continue  # a footnote mark, the level of a service: left out already
                self.leave(seen, (low + one.start, low + one.end), one.value, reason)

    def leave(self, seen: View, span: tuple[int, int], value: Decimal, reason: str) -> None:
        """Note a number that became no fact, with its span in the sentence."""
        base, printed = seen.sentence.start, seen.original[slice(*span)]
        self.unused.append(UnusedNumber(base + span[0], base + span[1], printed, value, reason))

    def leave_fact(self, fact: Fact, reason: str) -> None:
        """Note the number of a fact that turned out to be none."""
        end = fact.number_start + len(fact.printed)
        self.unused.append(UnusedNumber(fact.number_start, end, fact.printed, fact.value, reason))


def reader_of(
    source: SourceText, catalogue: Catalogue, rules: RuleSet, found: tuple[Paragraph, ...]
) -> Reader:
    """Return a reader that knows what a source as a whole is about.

    ``found`` are the paragraphs of its text.
    """
    text = source.text
    first = text[found[0].start : found[0].end] if found and found[0].heading else ""
    title = source.info.title or first[:CONTEXT]
    about = document_title(text, found)
    title = f"{title}. {about}" if about and about not in title else title
    lead = next((text[one.start : one.end] for one in found[1:] if _is_lead(one)), "")[:CONTEXT]
    parts = [folded(text[paragraph.start : paragraph.end]) for paragraph in found]
    calendar = calendar_of(folded(title), parts, source.info.published, source.info.window)
    names = place_names(catalogue, rules.places, calendar.today)
    place = default_place(names, rules.places, source.info.place, title, lead, parts[:6])
    ministry = None if place not in (None, NATION) else ministry_of(names, title, lead)
    return Reader(
        source,
        rules,
        folded(text),
        Focus(names, rules.places, place, ministry=ministry),
        Timeline(calendar, calendar.main, flow=calendar.main),
        Part(part_of_text(title, text, found, names.own_cities(), names.provinces)),
        title=folded(title),
        headline=found[0].start if first else -1,
        paragraph_one=folded(first),
    )


def _is_lead(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph can be the lead: no heading, and no line of a date."""
    return not paragraph.heading or paragraph.end - paragraph.start > _DATE_LINE
