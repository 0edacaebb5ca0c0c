"""Whether words tell an indicator, and whether a figure lies on its scale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.catalogue import Catalogue, Indicator, Kind
from generator.extraction import RuleSet
from generator.extraction.reading import folded
from generator.extraction.rules import Rule
from generator.model.fact import Fact
from generator.vi.text import slug

_HUNDRED = Decimal(100)
_PARTS = (Kind.COUNT, Kind.AMOUNT, Kind.RANK, Kind.SCORE)
# words of labels that tell nothing by themselves
_FILLER = "so ty le tong diem chi xep hang cua va duoc cac theo muc tthc ve"
_FILLING = frozenset(_FILLER.split())


def tells(words: str, indicator: Indicator, rules: RuleSet | None) -> bool:
    """Tell whether words are about an indicator.

    They are where one of its rules of extraction has its phrases there, or where half of
    the words of its name stand there.
    """
    text = folded(words)
    own = [rule for rule in rules.rules if rule.indicator == indicator.id] if rules else []
    return any(_told_by(rule, text) for rule in own) or _named(text, indicator.label)


def _told_by(rule: Rule, text: str) -> bool:
    """Tell whether a rule finds its phrases in a folded text."""
    needed = [one for one in (rule.nouns, rule.says) if one.patterns]
    return bool(needed) and all(one.found_in(text) for one in needed)


def _named(text: str, label: str) -> bool:
    """Tell whether half of the telling words of a label stand in a folded text."""
    known = set(slug(text).split("-"))
    telling = [word for word in slug(label).split("-") if word not in _FILLING]
    return bool(telling) and 2 * sum(word in known for word in telling) >= len(telling)


def beyond_scale(fact: Fact, catalogue: Catalogue) -> tuple[str, str]:
    """Return the field of a fact that lies beyond its scale and why, ("", "") where none does.

    A share lies between 0 and 100, a rate and a score in percent too; a part is no larger
    than its whole; a rank is one of the places that there are.
    """
    indicator = catalogue.indicators[fact.indicator]
    if fact.share is not None and not 0 <= fact.share <= _HUNDRED:
        return "share", f"{fact.share:f}% is no share: it lies between 0 and 100"
    if fact.total is not None and indicator.kind in _PARTS and fact.value > fact.total:
        whole = f"{fact.total:f} (where that is wrong, set 'total', too)"
        return "value", f"{fact.value:f} is more than its whole, {whole}"
    if indicator.kind is Kind.RANK:
        return _beyond_ranks(fact, catalogue)
    on_hundred = indicator.unit == "%" or (indicator.kind is Kind.SCORE and fact.total is None)
    if on_hundred and indicator.is_measured and fact.value > _HUNDRED:
        return "value", f"{fact.value:f} {indicator.unit} is beyond the scale from 0 to 100"
    return "", ""


def _beyond_ranks(fact: Fact, catalogue: Catalogue) -> tuple[str, str]:
    """Return which number of a rank is beyond the number of places of its time."""
    most = _provinces(catalogue, fact.period.end)
    if fact.value < 1:
        return "value", f"{fact.value:f} is no rank: the first is 1"
    if fact.place in catalogue.places.by_slug:
        for name, number in (("value", fact.value), ("total", fact.total)):
            if number is not None and number > most:
                return name, f"{number:f} is beyond the {most} provinces of that time"
    return "", ""


def _provinces(catalogue: Catalogue, day: date) -> int:
    """Return how many provinces and cities there were on a day: 63, or 34 since the merger."""
    system = "2004" if day < catalogue.places.merger_date else "2025"
    places = catalogue.places.by_slug.values()  # one that was renamed is there twice
    return len({place.codes[system] for place in places if system in place.codes})
