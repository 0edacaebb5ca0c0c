"""A sentence prepared for the rules: folded text, times, quantities, hits of phrases.

Offsets inside a view count from the start of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.extraction.context import Paragraph, Sentence
from generator.extraction.counted.differing import differences
from generator.extraction.counted.quantities import (
    Excluded,
    Quantity,
    QuantityKind,
    exclusion_spans,
    has_number,
    quantities,
)
from generator.extraction.pattern import Hit, Pattern
from generator.extraction.pattern_set import PatternSet
from generator.extraction.rules import RuleSet
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.subjects import SUBJECTS
from generator.vi.dates import TimeKind, TimeMention, find_times

_SHARE_LINK = re.compile(
    rf"(?:,? ?(?:{CLAUSES.share_only} ){{0,2}}{CLAUSES.share_links}(?: khoảng)?)?"
    rf"(?: ?{CLAUSES.share_words})?"
    rf"(?: ?(?:{CLAUSES.share_is}|:))*(?: ?{CLAUSES.share_about}){{0,2}} *"
)
_SHARE_VERB = re.compile(
    rf"{CLAUSES.share_verbs}(?: {CLAUSES.share_verbs_more}){{0,4}}"
    rf"(?: {CLAUSES.share_verbs_about}){{0,2}} $"
)
_COUNT_AFTER_SHARE = re.compile(
    r" ?(?:[^\W\d]+ ){0,6}?(?:\(|, ?tương (?:ứng|đương)(?: với)?|, ?(?:tức|ứng với)) ?"
    r"(?:tương (?:ứng|đương)(?: với)? |ứng với )?"
    r"(?:là |tức )?(?:hơn |gần |khoảng )?"
)
# a share before its count: "chiếm tỷ lệ gần 66%, với 3.900 hồ sơ" tells both
_MAKES_UP = re.compile(
    rf"(?<!\w){CLAUSES.makes_up}(?: {CLAUSES.share_words})?(?: {CLAUSES.share_about}){{0,2}} $"
)
_OWN_PART = re.compile(rf"(?:,| và) [^,;\d]{{2,60}} {CLAUSES.makes_up}(?!\w)")
_MADE_BACK = 40  # characters in which that stands
_WITH_COUNT = re.compile(rf",? {CLAUSES.with_count}(?: {CLAUSES.share_about}){{0,2}} ")
_OWN_MEANING = re.compile(rf" (?:[^\W\d]+ ){{0,3}}?{CLAUSES.own_meaning}(?!\w)")
# "nhận 900 hồ sơ, hơn 87% là hồ sơ điện tử" tells of a part that has a name of its own
_OWN_IS = re.compile(r" là (?!của)")
_LINKED = re.compile(rf"(?<!\w){CLAUSES.share_links}(?!\w)")
# "cung cấp 712 dịch vụ, hơn 84% người dân cho biết hài lòng": people are no share of services
_PEOPLE = re.compile(rf" {CLAUSES.share_people}(?!\w)")
_IN_TURN = re.compile(rf"(?<!\w){SUBJECTS.in_turn_sure}(?!\w)")
# "cắt giảm 52 quy định tại 12 văn bản, đạt 21%": the share is none of the texts
# "Hai tỉnh có chỉ số cao nhất là Nam Định (94,16%) và …": of the first that is named
_OF_THE_FIRST = re.compile(
    rf" {SUBJECTS.counted_places}(?!\w)[^,;:.()\d]{{0,80}} (?:là|gồm)[^,;.()\d]{{2,40}}\("
)
_WHERE = re.compile(rf"\d (?:[^\W\d_]+ ){{1,8}}{CLAUSES.done_where} $")
_HEAD = re.compile(rf"(?<!\w)số (?:{CLAUSES.head_words} ){{0,2}}$")  # "tổng số quy định … là 40"
_ALONE = re.compile(r" ?(?:[,.;)]|$)")
_PER = re.compile(r" ?[^\W\d]+(?: [^\W\d]+){0,6} ?/ ?")
_PRESENT = "hiện"
# the exclusions whose numbers have words of their own, which tell of no other number
_OWN_WORDS = (
    "due, late or not",
    "share of what is not yet so",
    "share of a part of the dossiers",
    "average or example",
    "rough part of a whole",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with the share printed beside it.

    ``end`` reaches over the share and its closing bracket, ``noun_end`` is where the
    counted noun ends (0 where none follows the number); ``share_first`` marks
    "95% (1.234/1.300 hồ sơ)": then ``start`` is that of the percentage.
    """

    quantity: Quantity
    start: int
    end: int
    noun_end: int = 0
    share: Quantity | None = None
    share_first: bool = False


@dataclass(slots=True)
class View:
    """One sentence with all that was found in it.

    ``named`` are the names of systems, ``others`` things counted that no indicator counts,
    ``provinces`` the provinces and bodies of the country, known once its scope is, ``counted``
    the numbers and shares of dossiers that no indicator counts, ``heads`` where the nouns begin
    that "số" names as what is counted.
    """

    sentence: Sentence
    paragraph: Paragraph
    text: str
    original: str
    times: list[TimeMention]
    figures: list[Figure]
    excluded: list[Excluded]
    masks: list[tuple[int, int]]
    named: list[tuple[int, int]] = field(default_factory=list)
    others: list[tuple[int, int]] = field(default_factory=list)
    provinces: list[tuple[int, int]] = field(default_factory=list)
    counted: list[tuple[int, int]] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    _hits: dict[str, list[Hit]] = field(default_factory=dict)

    def hits(self, patterns: PatternSet) -> list[Hit]:
        """Return the hits of a pattern set in this sentence; each is looked for once."""
        return [hit for pattern in patterns.patterns for hit in self._found(pattern)]

    def _found(self, pattern: Pattern) -> list[Hit]:
        if pattern.text not in self._hits:
            self._hits[pattern.text] = list(pattern.hits(self.text))
        return self._hits[pattern.text]


# "đúng hạn 1.726/trễ hạn 101": two counts, of which neither is told by the other's words
_SLASH = re.compile(rf"(?:(?<=[\d%)])|(?<=sơ)|(?<= hs)) ?/(?= ?{CLAUSES.slash_before}(?!\w))")


def _parted(slash: re.Match[str]) -> str:
    """Return a slash as a mark that parts clauses, the blank before it kept."""
    return slash.group().replace("/", ";")


def view(
    text: str, folded_text: str, paragraph: Paragraph, sentence: Sentence, rules: RuleSet
) -> View:
    """Prepare one sentence."""
    part = _SLASH.sub(_parted, folded_text[sentence.start : sentence.end])
    original = text[sentence.start : sentence.end]
    times = list(_without_now(part, find_times(part)))
    masked = [(time.start, time.end, "date or time") for time in times]
    if has_number(part):  # else nothing is to be left out
        masked.extend(exclusion_spans(part, rules.exclusions))
        masked.extend(differences(original))
    found, excluded = quantities(part, masked)
    figures = list(_figures(part, found))
    masks = [(start, end) for start, end, _ in masked]
    out = View(sentence, paragraph, part, original, times, figures, excluded, masks)
    if not figures:  # then nobody asks what the words say of a number
        return out
    out.named = [(hit.start, hit.end) for hit in out.hits(rules.names)]
    out.others = [(hit.start, hit.end) for hit in out.hits(rules.others)]
    ends = {hit.start: hit.end for hit in sorted(out.hits(rules.nouns), key=lambda hit: hit.end)}
    out.counted = [(one.start, one.end) for one in excluded if one.reason in _OWN_WORDS]
    out.heads = sorted(start for start in ends if _HEAD.search(part, 0, start))
    out.figures = [replace(figure, noun_end=_noun_end(figure, ends, part)) for figure in figures]
    return out


def _without_now(text: str, times: list[TimeMention]) -> Iterator[TimeMention]:
    """Yield the times of a folded sentence but for a "hiện" that means a day named before it.

    "Tính đến ngày 4/3, toàn tỉnh hiện có 1.505 hồ sơ" counts on that day.
    """
    named = -1
    for one in times:
        if one.kind is TimeKind.AS_OF and one.last[2]:
            named = one.end
        present = one.kind is TimeKind.NOW and text.startswith(_PRESENT, one.start)
        if not (present and named >= 0 and ";" not in text[named : one.start]):
            yield one


def _noun_end(figure: Figure, ends: dict[int, int], text: str) -> int:
    """Return the end of the noun that follows a number, 0 if there is none.

    "52%, hồ sơ đúng hẹn 98%": behind a comma the next number has its noun, so it has in
    "8.900 (hồ sơ đúng hạn 8.700)"; "8.900 (hồ sơ)" has its own.
    """
    after = figure.quantity.end
    for start in range(after, after + 3):
        between = text[after:start]
        if start in ends and "," not in between:
            inside = "(" in between and not text.startswith(")", ends[start])
            return 0 if inside else ends[start]
    return 0


def _figures(text: str, found: list[Quantity]) -> list[Figure]:
    """Join counts and their shares; drop the b of "a hồ sơ/ b thủ tục"."""
    out: list[Figure] = []
    index = 0
    while index < len(found):
        one = found[index]
        other = found[index + 1] if index + 1 < len(found) else None
        index += 1
        figure = Figure(one, one.start, one.end)
        if other is not None:
            between = text[one.end : other.start]
            third = found[index + 1] if index + 1 < len(found) else None
            if _is_share(one, other, text) and not _is_of_next(one, other, third, text):
                figure = replace(figure, share=other, end=_closed(text, other.end))
                index += 1
            elif _is_counted_share(one, other, text):
                figure = Figure(
                    other, one.start, _closed(text, other.end), share=one, share_first=True
                )
                index += 1
            elif one.kind is other.kind is QuantityKind.COUNT and _PER.fullmatch(between):
                figure = replace(figure, end=other.end)
                index += 1
        out.append(figure)
    return out


def _is_share(one: Quantity, other: Quantity, text: str) -> bool:
    """Tell whether the second number is the percentage of the first, a count."""
    between = text[one.end : other.start]
    if one.kind is not QuantityKind.COUNT or other.kind is not QuantityKind.PERCENT:
        return False
    if _IN_TURN.search(between):  # "hai tỉnh lần lượt đạt 82,16% và 83,05%"
        return False
    if between.count(")") > between.count("("):  # "(3.059 hồ sơ) song tỷ lệ cao nhất, 1,3%"
        return False
    if len(between) > 160 or ";" in between or other.total is not None:
        return False
    if "chiếm" not in between and _OWN_MEANING.match(text, other.end):
        return False
    if _WHERE.search(text, 0, one.start) or _OF_THE_FIRST.fullmatch(text, one.end, other.start):
        return False
    if _OWN_IS.match(text, other.end) and not _LINKED.search(between):
        return False
    mark = max(between.rfind(","), between.rfind("("))
    piece = between[mark + 1 :]
    if mark >= 0 and _SHARE_LINK.fullmatch(piece):
        # ", 100% hồ sơ …" begins a statement of its own; ", 100%." ends this one
        alone = _ALONE.match(text, other.end) is not None
        if _PEOPLE.match(text, other.end) and not _LINKED.search(piece):
            return False
        return between[mark] == "(" or bool(piece.strip()) or alone
    return not re.search(r"[,(:]", between) and _SHARE_VERB.search(between) is not None


def _is_of_next(one: Quantity, other: Quantity, third: Quantity | None, text: str) -> bool:
    """Tell whether a percentage is that of the count behind it, which a part of its own makes up.

    "còn 5.900 hồ sơ quá hạn và huyện A chiếm gần 66%, với 3.900 hồ sơ".
    """
    told = _OWN_PART.search(text, one.end, other.start)
    return told is not None and third is not None and _is_counted_share(other, third, text)


def _is_counted_share(one: Quantity, other: Quantity, text: str) -> bool:
    """Tell whether a percentage is followed by its own count.

    In brackets, or behind a part that makes it up: "huyện A chiếm 66%, với 3.900 hồ sơ".
    """
    if (one.kind, other.kind) != (QuantityKind.PERCENT, QuantityKind.COUNT):
        return False
    if _COUNT_AFTER_SHARE.fullmatch(text, one.end, other.start):
        return True
    made = _MAKES_UP.search(text, max(0, one.start - _MADE_BACK), one.start)
    return made is not None and _WITH_COUNT.fullmatch(text, one.end, other.start) is not None


def _closed(text: str, end: int) -> int:
    """Return the end moved over a closing bracket."""
    return end + 1 if text[end : end + 1] == ")" else end
