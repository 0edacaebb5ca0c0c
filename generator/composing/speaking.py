"""Facts put into words: slots of the phrase data filled with traced figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from markupsafe import Markup, escape

from generator.catalogue import Indicator, Kind, Language, Phrase, Place
from generator.composing.acts import in_full
from generator.composing.phrasing import base_words, of_none, of_the_country
from generator.facts.derived import as_printed
from generator.model.chart import Chart
from generator.model.fact import NATION, Fact
from generator.model.figure import Figure
from generator.report.digits import (
    change_in_scale,
    in_scale,
    lowered,
    of_things,
    reserved,
    scale_of,
)
from generator.report.figures import change_of, share_of, value_of
from generator.report.model import Claim, LevelTable, Passage
from generator.report.wording import Wording, act_of
from generator.vi.changes import change_size, change_word
from generator.vi.levels import level_name
from generator.vi.printing import (
    capitalised,
    number,
    short_date,
    small_count,
    with_magnitude,
)
from generator.vi.text import NBSP

_SLOT = re.compile(r"(\{n\} ?|\{share\}|\{change\})")
_WITHIN = "trong đó"
_COPULA = "có "
_HAS = f"{_COPULA}{{n}}"  # a figure right behind it
_DONE = " đã "
_BOTH = "đều "
_RANK = "hạng"  # of a computed place; a source's own rank is a fact
# what is measured is told without the zero that a count of things below ten takes
_BARE = ("%", "lần", "điểm", "điểm phần trăm")


class Speaker:
    """Turns facts and figures into marked-up Vietnamese and remembers each figure.

    ``figures`` holds every figure that was printed, by id, for the lineage;
    ``doubted`` the ids of facts that a finding is about.
    """

    def __init__(
        self,
        language: Language,
        indicators: Mapping[str, Indicator],
        doubted: frozenset[str] = frozenset(),
        *,
        among_places: bool = False,
    ) -> None:
        """Start with nothing said; ``among_places`` where provinces are told of, too."""
        self.language = language
        self.indicators = indicators
        self.doubted = doubted
        self.among_places = among_places
        self.wording = Wording(language, indicators)
        self.figures: dict[str, Figure] = {}

    # ---------------------------------------------------------- figures

    def figure(
        self, figure: Figure, *, exact: bool = False, scale: Decimal | None = None
    ) -> Markup:
        """Print a figure with its reservation, sign and denominator.

        ``exact`` prints all digits, as the appendix does, in place of magnitude
        words; ``scale`` is how those that it is set against are written.
        """
        text = reserved(figure, self._digits(figure, Decimal(1) if exact else scale))
        return self._data(figure.id, figure, text)

    def note(self, figures: Iterable[Figure]) -> None:
        """Note figures that were printed elsewhere for the lineage."""
        for figure in figures:
            self.figures.setdefault(figure.id, figure)

    def remember(self, chart: Chart) -> str:
        """Note the figures of a chart for the lineage. Prints nothing."""
        self.note(value for one in chart.series for value in one.values if value is not None)
        return ""

    def told(self, figures: Iterable[Figure]) -> tuple[Figure, ...]:
        """Return those of some figures that were printed or drawn so far."""
        return tuple(one for one in figures if one.id in self.figures)

    def _digits(self, figure: Figure, scale: Decimal | None) -> str:
        """Print the digits of a figure with its sign or denominator."""
        if figure.unit == "%":
            return f"{number(figure.value, figure.decimals)}%"
        if figure.decimals is not None:
            return number(figure.value, figure.decimals)
        total = self._denominator(figure)
        if total is not None:
            return f"{number(figure.value)}/{number(total)}"
        return self._count(figure, scale)

    def _denominator(self, figure: Figure) -> Decimal | None:
        """Return the b of "a/b" for the value of one fact."""
        if figure.part == "value" and not figure.is_computed and figure.inputs:
            return figure.inputs[0].total
        return None

    def _count(self, figure: Figure, scale: Decimal | None) -> str:
        """Print a count: small ones with a zero, large round ones with a word."""
        fact = figure.inputs[0] if figure.inputs else None
        indicator = self.indicators.get(fact.indicator) if fact else None
        is_rank = indicator is not None and indicator.kind is Kind.RANK
        if figure.value < 10 and not is_rank and figure.part == "value":
            return small_count(figure.value)
        return in_scale(figure.value, scale) or with_magnitude(figure.value)

    # ---------------------------------------------------------- clauses

    def who(self, claim: Claim, place: Place, *, mixed: bool = False) -> str:
        """Return whose a key figure is: the place, the indicator's own subject, or nobody.

        Of the country's figures those bear its name that are said of the country as a whole, its
        rates beside figures of provinces, and on a ``mixed`` card what is of no body by its name.
        """
        phrase = self.wording.of(claim.fact)
        if place.slug != NATION:
            return place.listed
        if mean := self.mean(claim.fact):
            return mean
        named = phrase.verb or self._is_of_country(claim) or (mixed and phrase.clause[:1].islower())
        return phrase.subject or (place.listed if named else "")

    def _is_of_country(self, claim: Claim) -> bool:
        """Tell whether a rate or score of the country might be taken for a province's."""
        whole = claim.fact.place == NATION and claim.fact.level is None
        measured = claim.indicator.is_measured
        return self.among_places and whole and measured and not self.wording.of(claim.fact).subject

    def mean(self, fact: Fact) -> str:
        """Return "bình quân 63 tỉnh, thành phố" for what is no figure of the country's own."""
        return self.wording.mean(fact)

    def teller(self, claim: Claim) -> str:
        """Return the person by whose word alone a figure stands, "" for nobody."""
        return self.wording.teller(claim.fact)

    def by_word(self, facts: Iterable[Fact]) -> str:
        """Return "theo Phó Chủ tịch … Trần Văn An" for figures that persons alone tell, or ""."""
        who = self.wording.tellers(facts)
        return f"theo {joined(who)}" if who else ""

    def asides(self, fact: Fact) -> str:
        """Return what the source adds beside a figure, "" for nothing."""
        return "; ".join(self.wording.asides(fact))

    def _unit(self, unit: str) -> str:
        """Return what a sentence says for a unit: "phản ánh, kiến nghị" for PAKN."""
        return self.language.usage.units.get(unit, unit)

    def phrase(self, indicator: str) -> Phrase:
        """Return the wording of an indicator; one of its own has its label."""
        return self.wording.default(indicator)

    def name(self, fact: Fact) -> str:
        """Return the name of a figure in a sentence, as its source means it."""
        return self.wording.of(fact).noun

    def short(self, fact: Fact) -> str:
        """Return the name of a figure at charts and in tables, as its source means it."""
        return self.wording.of(fact).short

    def shared_short(self, indicator: str, figures: Iterable[Figure | None]) -> str:
        """Return the short name that the figures of one column share."""
        facts = [one.inputs[0] for one in figures if one is not None and one.inputs]
        return self.wording.of_all(facts, indicator).short

    def scale(self, ends: Iterable[Fact | Figure | None]) -> Decimal | None:
        """Return how counts that are set against each other are written, none by itself."""
        return scale_of(
            value_of(one) if isinstance(one, Fact) else one for one in ends if one is not None
        )

    def value(self, fact: Fact, scale: Decimal | None = None) -> Markup:
        """Print the value of a fact."""
        return self.figure(value_of(fact), scale=scale)

    def share(self, fact: Fact) -> Markup:
        """Print the share beside a count: " (đạt 99,75%)", or nothing."""
        figure = share_of(fact)
        if figure is None:
            return Markup("")
        phrase = self.phrase(fact.indicator)
        of = f" {phrase.share_of}" if phrase.share_of else ""
        return Markup(" ({} {}{})").format(phrase.share, self.figure(figure), of)

    def change(self, fact: Fact) -> Markup:
        """Print the change beside a figure: " (tăng 2,8 lần so với …)", or nothing."""
        told = self.own_change(fact)
        return Markup(" ({}{})").format(told, base_words(fact)) if told else told

    def own_change(self, fact: Fact) -> Markup:
        """Print the change that a source tells without its base: "tăng 2,8 lần", or nothing."""
        figure = change_of(fact)
        if figure is None or fact.change is None:
            return Markup("")
        size = change_size(fact, fact.change, self._unit(fact.unit))
        printed = self._data(figure.id, figure, size)
        return Markup("{} {}").format(change_word(fact, fact.change), printed)

    def clause(
        self,
        claim: Claim,
        before: Claim | None = None,
        after: Claim | None = None,
        *,
        opens: bool = False,
    ) -> Markup:
        """Say a fact as a clause without its parts; one that ``opens`` a text says whose it is.

        Behind a clause that begins with the same "có" the word is not said again: "có 15 …;
        63/63 …". What both say of different bodies is told once: "có 15 bộ và 63/63 địa phương
        đã hoàn thành …"; what the source adds beside both stands behind the last: "(đều …)".
        """
        said = self._pattern(claim)
        mean = self.mean(claim.fact)
        if mean or (opens and self._is_of_country(claim)):
            said = of_the_country(said, mean)
        if after is not None and self.is_shared(claim, after):
            said = said.partition(_DONE)[0]
        if before is not None and said.startswith(_HAS) and self._pattern(before).startswith(_HAS):
            said = said.removeprefix(_COPULA)
        if after is not None and self._adds_alike(claim, after):
            return self._fill(said, claim, ())
        asides = self.wording.asides(claim.fact)
        both = before is not None and self._adds_alike(before, claim)
        return self._fill(said, claim, [f"{_BOTH}{one}" for one in asides] if both else asides)

    def _adds_alike(self, claim: Claim, after: Claim) -> bool:
        """Tell whether the source adds the same beside two figures of one sentence."""
        bare = not (claim.parts or claim.levels or self.is_verb(claim) or self.is_verb(after))
        added = self.wording.asides(claim.fact)
        return bare and bool(added) and added == self.wording.asides(after.fact)

    def is_shared(self, claim: Claim, after: Claim) -> bool:
        """Tell whether two clauses say the same of two counts, the first nothing more."""
        fact, said, also = claim.fact, self._pattern(claim), self._pattern(after)
        bare = not (claim.parts or claim.levels or fact.share or fact.change or act_of(fact))
        counted = said.startswith(_HAS) and also.startswith(_HAS) and _DONE in said
        same = said.partition(_DONE)[2] == also.partition(_DONE)[2]
        return bare and counted and same and not self.wording.asides(fact)

    def _pattern(self, claim: Claim) -> str:
        """Return the phrase of a claim with its slots."""
        phrase, fact = self.wording.of(claim.fact), claim.fact
        said = phrase.verb or phrase.clause
        return of_none(said) if not (fact.value or fact.approx or fact.total) else said

    def joints(self, claim: Claim) -> tuple[tuple[str, Claim], ...]:
        """Return the parts of a claim, each with the words before it.

        "trong đó" stands once before the parts that share it; other words ("với") join
        their part without a comma.
        """
        out: list[tuple[str, Claim]] = []
        before = None
        counted = all(self.wording.of(one.fact).part.startswith("{n}") for one in claim.parts)
        within = "gồm" if counted and self.is_sum(claim, claim.parts) else _WITHIN
        for part in claim.parts:
            lead = self.phrase(part.fact.indicator).lead
            lead = within if lead == _WITHIN else lead
            glue = f", {lead} " if lead == within else f" {lead} " if lead else " "
            out.append(("; " if lead == before else glue, part))
            before = lead
        if within == "gồm" and len(out) > 1 and not any(part.levels for part in claim.parts):
            out = [(", " if glue == "; " else glue, part) for glue, part in out]
            out[-1] = (" và ", out[-1][1])
        return tuple(out)

    def is_sum(self, claim: Claim, parts: Sequence[Claim]) -> bool:
        """Tell whether the parts of a count make up the whole of it, all counted exactly."""
        exact = claim.fact.approx is None and all(part.fact.approx is None for part in parts)
        counts = {part.fact.unit for part in parts} == {claim.fact.unit}
        whole = sum((part.fact.value for part in parts), Decimal()) == claim.fact.value
        return exact and counts and whole and claim.fact.unit != "%"

    def sum_scale(self, claim: Claim) -> Decimal | None:
        """Return how a count and the levels that add up to it are written, none by itself."""
        if not claim.levels or not self.is_sum(claim, claim.levels):
            return None
        return self.scale([claim.fact, *(level.fact for level in claim.levels)])

    def reached(self, fact: Fact) -> str:
        """Return the verb before a rate or score: "đạt", "là" where less is better."""
        return "là" if self.phrase(fact.indicator).good == "down" else "đạt"

    def part(self, claim: Claim) -> Markup:
        """Say a fact as a part of another: "đúng hạn 67.828 hồ sơ (đạt 99,75%)"."""
        phrase = self.wording.of(claim.fact)
        pattern = phrase.part or phrase.verb or phrase.clause
        return self._fill(pattern, claim, self.wording.asides(claim.fact))

    def level(self, claim: Claim, scale: Decimal | None = None) -> Markup:
        """Say a fact as the part of one level: "cấp tỉnh 1.464 TTHC"."""
        unit = self._unit(claim.indicator.unit)
        value = self.value(claim.fact, scale)
        sign = "" if unit == "%" else f"{NBSP}{unit}"
        return Markup("{} {}{}{}").format(
            level_name(claim.fact.level), value, sign, self.share(claim.fact)
        )

    def claim(self, fact: Fact) -> Claim:
        """Return a fact as a claim without parts."""
        return Claim(fact, self.indicators[fact.indicator])

    def plain(self, fact: Fact, scale: Decimal | None = None) -> Markup:
        """Print a value with its unit: "697 dịch vụ", "49,1/100 điểm", "thứ 54/63"."""
        indicator = self.indicators[fact.indicator]
        value = self.value(fact, scale)
        if indicator.kind is Kind.RANK:
            return Markup("thứ {}").format(value)
        sign = "" if fact.unit == "%" else f"{NBSP}{self._unit(fact.unit)}"
        return Markup("{}{}").format(value, sign)

    def bare(self, fact: Fact) -> Markup:
        """Print a value without denominator and unit, as a table cell does."""
        return self._data(fact.id, value_of(fact), reserved(value_of(fact), number(fact.value)))

    def exact(self, fact: Fact) -> Markup:
        """Print a value with all its digits."""
        return self.figure(value_of(fact), exact=True)

    def share_figure(self, fact: Fact) -> Figure | None:
        """Return the share that a source prints beside a count."""
        return share_of(fact)

    def size(self, figure: Figure, scale: Decimal | None = None) -> Markup:
        """Print a difference without its sign: "10,8 điểm", "01 bậc", "59 dịch vụ"."""
        size = abs(as_printed(figure) if (figure.decimals or 0) < 0 else figure.value)
        counted = size % 1 == 0 and (figure.decimals or 0) <= 0 and figure.unit not in _BARE
        told = change_in_scale(size, scale) or of_things(size) if counted else ""
        digits = told or number(size, figure.decimals)
        sign = "%" if figure.unit == "%" else f"{NBSP}{self._unit(figure.unit)}"
        return self._data(figure.id, figure, reserved(figure, digits + sign))

    def computed(self, figure: Figure) -> Markup:
        """Print a computed figure with its sign and unit, as the appendix does.

        A reservation is about the size: less by more than 2.000 is "giảm hơn 2.000".
        """
        if figure.approx and figure.value < 0:
            return Markup("{} {}").format(lowered(figure), self.size(figure))
        text = number(figure.value, figure.decimals).replace("-", "−")
        if figure.unit == _RANK:
            return Markup("thứ{}{}").format(NBSP, self._data(figure.id, figure, text))
        text += "%" if figure.unit == "%" else f"{NBSP}{self._unit(figure.unit)}"
        return self._data(figure.id, figure, reserved(figure, text))

    def signed(self, figure: Figure) -> Markup:
        """Print a difference with its sign and no unit, as a table cell does: "+1,25", "−0,5".

        One behind a reservation in words: "giảm hơn 0,5".
        """
        if figure.approx and figure.value:
            text = reserved(figure, number(abs(figure.value), figure.decimals))
            way = "tăng" if figure.value > 0 else "giảm"
            return Markup("{} {}").format(way, self._data(figure.id, figure, text))
        sign = "+" if figure.value > 0 else "−" if figure.value < 0 else ""
        return self._data(figure.id, figure, sign + number(abs(figure.value), figure.decimals))

    def total(self, table: LevelTable) -> Markup:
        """Say the computed totals of a level table: the whole, then its parts."""
        row = table.total
        if row is None or row.figures[0] is None:
            return Markup("")
        whole = self._total_clause(table.indicators[0], row.figures[0], None, part=False)
        parts = [
            self._total_clause(indicator, figure, share, part=True)
            for indicator, figure, share in zip(
                table.indicators[1:], row.figures[1:], row.shares[1:], strict=True
            )
            if figure is not None
        ]
        told = Markup("; ").join(parts)
        return Markup("{}, trong đó {}").format(whole, told) if parts else whole

    def _total_clause(
        self, indicator: Indicator, figure: Figure, share: Figure | None, *, part: bool
    ) -> Markup:
        """Fill an indicator's phrase with a computed figure."""
        phrase = self.wording.of_all(figure.inputs, indicator.id)
        pattern = phrase.part if part and phrase.part else phrase.verb or phrase.clause
        beside = (
            Markup(" ({} {})").format(phrase.share, self.figure(share)) if share else Markup("")
        )
        return self._slots(pattern, self.figure(figure), beside, Markup(""), figure.inputs[0])

    def _data(self, name: str, figure: Figure, text: str) -> Markup:
        """Return the marked-up text of a figure and note it for the lineage."""
        self.figures.setdefault(name, figure)
        return Markup('<data figure="{}">{}</data>').format(name, text)

    def _fill(self, pattern: str, claim: Claim, added: Iterable[str]) -> Markup:
        """Fill the slots of a phrase with a fact, what its source adds behind it."""
        fact = claim.fact
        asides = Markup("").join(Markup(" ({})").format(one) for one in added)
        beside = self.share(fact), self.change(fact)
        act = act_of(fact)
        named = in_full(act, self.language.usage.issuers)
        basis = Markup(" theo {}").format(named) if act else Markup("")
        value = self.value(fact, self.sum_scale(claim))
        return self._slots(pattern, value, *beside, fact) + asides + basis

    def _slots(
        self, pattern: str, value: Markup, share: Markup, change: Markup, fact: Fact
    ) -> Markup:
        """Fill the slots of a phrase; share and change follow where it has none."""
        pattern = pattern.replace("{end}", f"ngày{NBSP}{short_date(fact.period.end)}")
        fillers = {"{share}": share, "{change}": change}
        out = Markup("")
        for piece in _SLOT.split(pattern):
            if piece.startswith("{n}"):
                # a number and its unit never break across lines
                out += value + (NBSP if piece.endswith(" ") else "")
            elif piece in fillers:
                out += fillers.pop(piece)
            else:
                out += escape(piece)
        return out + Markup("").join(fillers.values())

    # ---------------------------------------------------------- sentences

    def is_verb(self, claim: Claim) -> bool:
        """Tell whether a claim needs a subject before it."""
        return bool(self.wording.of(claim.fact).verb)

    def subject(self, claim: Claim, place: Place, name: str) -> str:
        """Return who acts in a claim: the indicator's own subject, or the place."""
        own = self.wording.of(claim.fact).subject
        return own if own and place.slug == NATION else name

    def sentences(self, passage: Passage, most: int = 3) -> tuple[tuple[Claim, ...], ...]:
        """Split the claims of a passage into sentences.

        A sentence holds up to ``most`` claims; one with parts, levels or a doubt
        about it ends its sentence, so that each sentence has one thought; what one person
        alone says stands in a sentence of its own.
        """
        out: list[tuple[Claim, ...]] = []
        current: list[Claim] = []
        for claim in passage.claims:
            if current and self.teller(claim) != self.teller(current[0]):
                out.append(tuple(current))
                current = []
            current.append(claim)
            heavy = claim.parts or claim.levels or claim.fact.id in self.doubted
            if heavy or len(current) >= most:
                out.append(tuple(current))
                current = []
        return (*out, tuple(current)) if current else tuple(out)

    def is_doubted(self, claims: Iterable[Claim]) -> bool:
        """Tell whether a finding is about one of the claims or what belongs to it."""
        return any(
            fact.id in self.doubted
            for claim in claims
            for fact in (
                claim.fact,
                *(part.fact for part in claim.parts),
                *(level.fact for level in claim.levels),
            )
        )


def joined(parts: Sequence[str], last: str = "và") -> Markup:
    """Join names as running text does: "A, B và C"."""
    escaped = [escape(part) for part in parts]
    if len(escaped) < 2:
        return Markup("").join(escaped)
    return Markup(", ").join(escaped[:-1]) + Markup(" {} ").format(last) + escaped[-1]


def sentence_case(markup: str) -> Markup:
    """Upper-case the first letter of marked-up text, elements passed over."""
    text = str(markup)
    index = 0
    while index < len(text) and (text[index] == "<" or text[index].isspace()):
        index = text.index(">", index) + 1 if text[index] == "<" else index + 1
    return Markup(text[:index] + capitalised(text[index:]))  # noqa: S704  only markup of ours
