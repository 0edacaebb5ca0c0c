"""Facts and figures on their own ground: quotes that hold them, formulas computed again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.catalogue import load_catalogue
from generator.extraction.reading import folded
from generator.verify.comparing import shortened
from generator.verify.formula import compute, misstated
from generator.verify.lineage import Lineage, Record, decimal
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed
from generator.verify.twice import read_again
from generator.vi.numbers import MAGNITUDES, find_number_words, find_numbers
from generator.vi.printing import rounded

FACT = "số liệu: câu nguồn"
FORMULA = "số liệu: cách tính"
_CLOSE = Decimal(10) ** -18  # computed values carry 28 digits
# "14 + 1 = 15": behind fourteen others
_PLACES = ("địa phương", "bộ, ngành")
_SUM = re.compile(r"\d+ \+ 1 = \d+")
_PLACE = re.compile(r"(?P<ahead>\d+|không có) [^\d;.]+ có kết quả tốt hơn, xếp thứ (?P<place>\d+)")
_DIFFERENCE = re.compile(r"[\d.,]+ − [\d.,]+ = −?[\d.,]+")
_PAIR = 2
_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
# a table may give the magnitude in its head ("triệu đồng")
_SCALES = frozenset({Decimal(1), *MAGNITUDES.values()})


def ground_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each fact without its words, each figure without its ground."""
    if not lineage.is_whole:
        yield Objection("số liệu: dữ liệu kèm", "the attached facts were changed", "lineage")
    yield from _misnamed(lineage)
    for fact in lineage.facts.values():
        if reason := _unfounded(fact):
            yield Objection(FACT, reason, f"fact {fact['id']}")
    known = {number for fact in lineage.facts.values() for number in numbers_of(fact)}
    known |= {decimal(one["value"]) for one in lineage.targets}
    for unit in lineage.printed:
        target = unit.get("target")
        if target and decimal(target["value"]) not in known:
            yield Objection(FACT, f"no target is {target['value']}", f"biểu đồ {unit['id']}")
    for finding in lineage.findings:
        if step := misstated(str(finding.get("computation") or "")):
            yield Objection(FORMULA, f"“{step}” is wrong", f"finding {finding['rule']}")
    for figure in lineage.figures.values():
        formula = figure.get("formula")
        reason = _uncomputed(figure, lineage) if formula else _untaken(figure, lineage)
        if reason:
            rule = FORMULA if formula else FACT
            yield Objection(rule, reason, f"figure {figure['id']}")


def _misnamed(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each place or body that the data call as the catalogue does not."""
    table = load_catalogue().places
    for slug, called in lineage.places.items():
        place = table.get(slug)
        known = {place.name, *place.aliases} if place else {slug}
        for name in called:
            if name not in known:
                yield Objection(FACT, f"“{name}” is no name of {slug}", f"place {slug}")


def _unfounded(fact: Record) -> str:
    """Return why the quote of a fact does not hold its number, "" where it does."""
    review = fact.get("review") or {}
    if isinstance(review.get("was"), dict):
        return _unfounded(review["was"])  # the figure of a person stands in no source
    quote, printed = str(fact["source"]["quote"]), str(fact.get("printed") or "")
    if squeezed(printed) not in squeezed(quote):
        return f"the quote does not hold “{printed}”"
    value = decimal(fact["value"])
    read = [*numbers_in(printed or quote), *_plain(printed or quote)]
    if read and not any(_same(value, number, printed or quote) for number in read):
        return f"“{shortened(printed or quote)}” is not {value:f}"
    again = read_again(printed.partition("/")[0])
    if again is not None and value not in _plain(printed) and not _same(value, again, printed):
        return f"“{printed}” reads {again:f}, not {value:f}"
    for key in ("total", "share"):
        number = fact.get(key)
        if number is not None and decimal(number) not in numbers_in(quote):
            return f"the quote does not hold its {key}, {number}"
    return ""


def _same(value: Decimal, number: Decimal, words: str) -> bool:
    """Tell whether a value is a printed number, or that number of a magnitude in a head.

    Where the words give a magnitude themselves, no other can be meant.
    """
    told = any(word in words.lower() for word in MAGNITUDES)
    return number == value or (not told and number != 0 and value / number in _SCALES)


def numbers_in(text: str) -> list[Decimal]:
    """Return the numbers of a text, spelled out or in digits."""
    plain = folded(text)
    found = [*find_numbers(plain), *find_number_words(plain)]
    return [one.value for one in found]


def _plain(text: str) -> list[Decimal]:
    """Return the number of a text in plain digits, as tables for programs have it."""
    return [Decimal(text.strip())] if _PLAIN.fullmatch(text.strip()) else []


def _untaken(figure: Record, lineage: Lineage) -> str:
    """Return why a figure is not the number of its fact, "" where it is."""
    facts = lineage.inputs(figure)
    if len(facts) != 1:
        return f"it rests on {len(facts)} facts and has no formula"
    part = figure.get("part") or "value"
    own = facts[0].get(part)
    number = own.get("value") if isinstance(own, dict) else own
    if number is None:
        return f"its fact has no {part}"
    if decimal(number) != decimal(figure["value"]):
        return f"its fact says {number}, the figure {figure['value']}"
    if part == "value" and facts[0].get("approx") != figure.get("approx"):
        return "the reservation of its fact was lost"
    return ""


def _uncomputed(figure: Record, lineage: Lineage) -> str:
    """Return why the formula of a figure does not give its value, "" where it does."""
    counted = _counted(figure, lineage)
    if counted is not None:
        value = decimal(figure["value"])
        return "" if value in counted else f"{value:f} is not what its facts count"
    try:
        again = compute(str(figure["formula"]))
    except (ValueError, ArithmeticError) as exc:
        return f"“{figure['formula']}” cannot be computed: {exc}"
    value = decimal(figure["value"])
    if abs(again.value - value) > _CLOSE * max(abs(value), Decimal(1)):
        return f"“{figure['formula']}” gives {again.value:f}, not {value:f}"
    strange = set(again.operands) - set(_operands(figure, lineage))
    strange -= set(_results(figure, lineage)) if strange else set()
    if strange:
        return f"“{figure['formula']}” uses {min(strange):f}, which is none of its facts"
    return ""


def _counted(figure: Record, lineage: Lineage) -> set[Decimal] | None:
    """Return what a count of places may be: their number, or one's place among them.

    None for a figure that counts no places. The first fact of a place is its own, the
    others are those that it is compared with.
    """
    facts = lineage.inputs(figure)
    formula = str(figure["formula"])
    if figure.get("unit") in _PLACES and not _PLACE.fullmatch(formula):
        return {Decimal(len({fact["place"] for fact in facts}))}
    told = _PLACE.fullmatch(formula)
    if figure.get("unit") != "hạng" or not facts:
        return None
    if told is None:  # "10 = 10" of a goal and "63 − 5 + 1 = 59" of a finding are no places
        return set() if _SUM.fullmatch(formula) else None
    ahead = 0 if told["ahead"] == "không có" else int(told["ahead"])
    if int(told["place"]) != ahead + 1 or decimal(figure["value"]) != ahead + 1:
        return set()
    own, *others = _by_place(facts)
    return {
        Decimal(1 + sum(one > own for one in others)),
        Decimal(1 + sum(one < own for one in others)),
    }


def _by_place(facts: Sequence[Record]) -> list[Decimal]:
    """Return the figure of each place in order: its one fact, or what its two counts give.

    Of two the first is the part, the second the whole of a rate, which counts unrounded; one
    count stands for the share that its source prints beside it.
    """
    found: dict[str, list[Decimal]] = {}
    for fact in facts:
        told = fact["value"] if fact.get("share") is None else fact["share"]
        found.setdefault(str(fact["place"]), []).append(decimal(told))
    return [
        one[0] / one[1] * 100 if len(one) == _PAIR and one[1] else one[0] for one in found.values()
    ]


def _operands(figure: Record, lineage: Lineage) -> Iterator[Decimal]:
    """Yield the numbers that a formula may use.

    Those of its facts, of targets of the same indicator or of a rate of its counts; the number
    of places (an average) and 1; in a finding those of sentences that it rests on, and of the facts
    beside its own (the whole of a rate).
    """
    facts = lineage.inputs(figure)
    yield from (Decimal(1), Decimal(len({fact["place"] for fact in facts})))
    for fact in facts:
        yield from numbers_of(fact)
    measured = lineage.measured(facts)
    yield from (decimal(one["value"]) for one in lineage.targets if one["indicator"] in measured)
    for finding in lineage.findings:
        if figure["id"] in finding.get("figures", ()):
            for said in finding.get("quotes", ()):
                yield from numbers_in(str(said["quote"]))
            told = [lineage.facts[name] for name in finding["facts"] if name in lineage.facts]
            scopes = {_scope(fact) for fact in (*facts, *told)}
            for fact in lineage.facts.values():
                if _scope(fact) in scopes:
                    yield from numbers_of(fact)


def _scope(fact: Record) -> tuple[object, ...]:
    """Return the place, level and time that a fact is of."""
    return tuple(fact.get(key) for key in ("place", "level", "start", "end"))


def _results(figure: Record, lineage: Lineage) -> Iterator[Decimal]:
    """Yield what is computed from no other facts than a figure's own.

    In a plain difference as it is printed, too: a reader takes "96,18%" from "98,00%".
    """
    names = set(figure.get("inputs", ()))
    plain = _DIFFERENCE.fullmatch(str(figure["formula"])) is not None
    for other in lineage.figures.values():
        if other["id"] != figure["id"] and names.issuperset(other.get("inputs", ())):
            value, decimals = decimal(other["value"]), other.get("decimals")
            yield value
            if plain and decimals is not None:
                yield rounded(value, int(decimals))


def numbers_of(fact: Record) -> Iterator[Decimal]:
    """Yield every number of a fact: value, whole, share and change."""
    for key in ("value", "total", "share"):
        if fact.get(key) is not None:
            yield decimal(fact[key])
    if fact.get("change"):
        yield decimal(fact["change"]["value"])
