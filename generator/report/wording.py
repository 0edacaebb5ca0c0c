"""How a fact is worded: the phrase of its indicator in the sense that its source gives it.

One indicator stands for things that sources tell apart ("đã phân cấp", "đã được phê duyệt
phương án phân cấp"). The language data list these senses by phrases of the source; the
report repeats the source's own, and never compares facts of different senses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from generator.catalogue import Indicator, Language, Phrase
from generator.extraction.pattern import Pattern, phrase
from generator.extraction.reading import folded
from generator.facts.standing import is_of_bodies
from generator.model.fact import NATION, Approx, Fact
from generator.vi.printing import reservation
from generator.vi.text import NBSP

_NUMBER = "§"  # stands for the printed number of the fact in its sentence
_TOTAL = re.compile(r"^/\d[\d.,]*")  # the b of "a/b"
# "… theo chỉ đạo của … tại Quyết định số 12/QĐ-TTg ngày 01/02/2020", within the clause
_ACT = re.compile(
    r"^[^.;:]{0,120}?\b(?:theo|tại) "
    r"((?:Quyết định|Nghị quyết|Nghị định|Chỉ thị|Thông tư|Kế hoạch) số [\w/-]{3,30}"
    r"(?: ngày \d{1,2}[/-]\d{1,2}[/-]\d{4})?)"
)
_SAME = re.compile(
    r"(?<!\w)so (?:với )?(?:[^\W\d]+ ){0,2}cùng kỳ"
    r"(?P<year>,?(?: của)?(?: năm)? (?:(?:19|20)\d\d|trước|ngoái)(?!\w))?"
)
# "trung bình của 63 tỉnh, thành phố": no figure of the country itself
_MEAN = re.compile(
    r"(?<!\w)(?:trung bình|bình quân)(?: chung)?(?: của| các| cả| toàn bộ){0,3}"
    r" (?:(?P<count>63|34) )?(?:tỉnh|địa phương)(?!\w)"
)
_SPEAKING = (",", " rằng ", " thêm ")  # what stands behind the verb of who speaks
_MARKS = ",;:."
_TITLES = ("ông ", "bà ", "đồng chí ")
_MOST_WORDS = 14  # of an office with its name
BELOW = "dưới"
_BRACKETS = str.maketrans("()", "  ")
_RATE = rf"\d[\d.,]{{0,12}}{NBSP}? ?%"
# "584.100 hồ sơ (đạt 99%)": what a bracket says of another figure than the fact's own
_RATE_ASIDE = re.compile(rf" ?\([^()\d{_NUMBER}]{{0,80}}{_RATE}[^(){_NUMBER}]{{0,80}}\)")
_OWN_RESERVATIONS = {
    Approx.OVER: ("hơn", "trên"),
    Approx.UNDER: ("gần", BELOW),
    Approx.ABOUT: ("khoảng", "xấp xỉ"),
}


class Wording:
    """Answers how each fact is said."""

    def __init__(self, language: Language, indicators: Mapping[str, Indicator]) -> None:
        """Keep the phrases; an indicator without one is said by its label."""
        self._language = language
        self._indicators = indicators

    def default(self, indicator: str) -> Phrase:
        """Return the wording of an indicator in no special sense."""
        known = self._language.phrases.get(indicator)
        if known is not None:
            return known
        label = self._indicators[indicator].label
        lower = label[:1].lower() + label[1:]
        return Phrase(clause=f"{lower} là {{n}}", noun=lower, short=label)

    def sense(self, fact: Fact) -> int:
        """Return the number of the sense that the source gives a fact, -1 for none."""
        senses, told = self.default(fact.indicator).senses, _told(fact)
        if not senses or not told.printed:
            return -1
        text = _sentence(told, self._language.usage.rating)
        return next((i for i, one in enumerate(senses) if _says(text, one.when)), -1)

    def of(self, fact: Fact) -> Phrase:
        """Return the wording of a fact in the sense of its source.

        What stands behind an "a/b" is what b counts: "có 15/20 dịch vụ công được cung cấp
        trực tuyến", where 15 alone are "15 dịch vụ công trực tuyến".
        """
        phrase = self._meant(fact)
        if fact.total is None or not phrase.fraction:
            return phrase
        told = _told(fact)
        text = _sentence(told) if told.printed else ""
        counted = next((one.text for one in phrase.of_others if _says(text, one.when)), phrase.of)
        said, part = (
            one.replace("{of}", counted) for one in (phrase.fraction, phrase.fraction_part)
        )
        given = {"verb" if phrase.verb else "clause": said, "part": part or phrase.part}
        return phrase.model_copy(update=given)

    def _meant(self, fact: Fact) -> Phrase:
        """Return the wording of a fact in the sense of its source, a whole or not."""
        plain = self.default(fact.indicator)
        index = self.sense(fact)
        if index < 0:
            return plain
        sense = plain.senses[index]
        given = {name: getattr(sense, name) for name in _REPLACED if getattr(sense, name)}
        if "verb" in given or "clause" in given:
            given = {"verb": "", "clause": "", "fraction": "", **given}
        return plain.model_copy(update=given)

    def of_all(self, facts: Iterable[Fact], indicator: str) -> Phrase:
        """Return the wording that facts share, the plain one where they differ."""
        found = tuple(facts)
        if found and all(self.sense(found[0]) == self.sense(one) for one in found[1:]):
            return self._meant(found[0])
        return self.default(indicator)

    def apart(self, fact: Fact) -> int:
        """Return the number of a sense that is not to be compared with others, -1 for none."""
        index = self.sense(fact)
        return -1 if index < 0 or self.default(fact.indicator).senses[index].same else index

    def alike(self, first: Fact, second: Fact) -> bool:
        """Tell whether two facts of one indicator mean the same thing."""
        return self.apart(first) == self.apart(second)

    def asides(self, fact: Fact) -> tuple[str, ...]:
        """Return what the source adds beside a figure, in the words of the data."""
        asides, told = self.default(fact.indicator).asides, _told(fact)
        if not asides or not told.printed:
            return ()
        text = _sentence(told)
        return tuple(one.text for one in asides if _says(text, one.when))

    def mean(self, fact: Fact) -> str:
        """Return "bình quân 63 tỉnh, thành phố" where a source tells that of the country, else "".

        The mean of the provinces is not the country's own figure, nor is that of all ministries.
        """
        if is_of_bodies(fact):
            return "mức chung của các bộ, ngành"
        if fact.place != NATION or not self._indicators[fact.indicator].is_measured:
            return ""
        before = folded(fact.before).rpartition(";")[2]
        found = _MEAN.search(f"{before}{_NUMBER}{folded(fact.after).partition(';')[0]}")
        if found is None:
            return ""
        return f"bình quân {found['count'] or 'các'}{NBSP}tỉnh, thành phố"

    def remark(self, fact: Fact) -> str:
        """Return what the notes say of the term that the source of a fact uses, or ""."""
        index = self.sense(fact)
        return "" if index < 0 else self.default(fact.indicator).senses[index].remark

    def indicator(self, fact: Fact) -> Indicator:
        """Return the indicator of a fact."""
        return self._indicators[fact.indicator]

    def teller(self, fact: Fact) -> str:
        """Return the person by whose word alone a figure stands: office and name, else nothing.

        Only where the person is named right before the figure's own clause and both office and
        name begin with a capital.
        """
        for verb in self._language.usage.telling:
            said, spoken, rest = fact.before.rpartition(f" {verb}")
            if spoken and rest.startswith(_SPEAKING) and (who := _person(said)):
                return who
        return ""

    def tellers(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """Return the persons by whose word alone some of the facts stand, each once."""
        return tuple(dict.fromkeys(who for fact in facts if (who := self.teller(fact))))


def _person(said: str) -> str:
    """Return the office and name at the end of some words, "" where no name stands there."""
    who = said[max(said.rfind(mark) for mark in _MARKS) + 1 :].strip()
    for title in _TITLES:
        who = who.removeprefix(title)
    words = who.split()
    named = 1 < len(words) <= _MOST_WORDS and words[0][:1].isupper() and words[-1][:1].isupper()
    return " ".join(words) if named else ""


_REPLACED = ("verb", "clause", "fraction", "subject", "part", "noun", "short", "own_time")


def act_of(fact: Fact) -> str:
    """Return the act that the source names behind a figure: "Quyết định số 1291/QĐ-TTg ngày …"."""
    found = _ACT.search(fact.after)
    return " ".join(found[1].split()) if found else ""


def names_same_year(fact: Fact) -> bool:
    """Tell whether the source says of which year the "cùng kỳ" beside a figure is.

    "so với cùng kỳ 2021", "so với cùng kỳ năm trước", but not a bare "so với cùng kỳ".
    """
    behind, ahead = (list(_SAME.finditer(folded(text))) for text in (fact.after, fact.before))
    told = next(iter((*behind, *reversed(ahead))), None)
    return told is None or told["year"] is not None


def short_act(act: str) -> str:
    """Return an act without its day and who issued it: "Nghị quyết số 76/NQ-CP".

    One without a number keeps who issued it, which tells it from others.
    """
    named = act.partition(" ngày")[0]
    return named.partition(" của ")[0] if " số " in named else named


def reserved_word(fact: Fact) -> str:
    """Return the word of reservation that the source itself uses, "" if none."""
    if fact.approx is None:
        return ""
    before = folded(fact.before).rstrip()
    own = _OWN_RESERVATIONS[fact.approx]
    return next((word for word in own if before.endswith(word)), reservation(fact.approx))


def _told(fact: Fact) -> Fact:
    """Return a fact with the words of its source, which a correction of its figure leaves alone."""
    was = fact.review.was if fact.review else None
    return was if was is not None and was.indicator == fact.indicator else fact


def _sentence(fact: Fact, rating: tuple[str, ...] | None = None) -> str:
    """Return the folded sentence of a fact with a mark in place of its number.

    With the words of ``rating`` without the rates that it adds to other figures: "đúng hạn
    584.100 hồ sơ (đạt 99%), quá hạn 5.900" tells of the 5.900 what it tells without them.
    """
    text = folded(f"{fact.before}{_NUMBER}{_TOTAL.sub('', fact.after)}")
    if rating is not None and "%" in text:
        text = _added_rate(rating).sub("", _RATE_ASIDE.sub("", text))
    return text.translate(_BRACKETS)


@cache
def _added_rate(rating: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what adds a rate to the figure before it, outside of brackets: ", đạt 99%"."""
    words = "|".join(re.escape(folded(one)) for one in rating)
    return re.compile(rf"(?:,| [-–])? (?:(?:{words}) ){{1,3}}{_RATE}")


def _says(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether a sentence says one of some phrases."""
    return any(_compiled(one).found_in(text) for one in phrases)


@cache
def _compiled(text: str) -> Pattern:
    """Compile a phrase of the language data once."""
    return phrase(text.replace("{n}", _NUMBER))
