"""Figures that tell of somebody or something else than their words seem to say.

"100% xã, phường số hóa hồ sơ" is a share of communes, "chị Hoa nộp 3 hồ sơ" one person's,
"có nơi 85%" nobody's, "chưa đạt 50%" no figure at all.
"""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.pattern_set import PatternSet
from generator.extraction.reading import UPPER
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.strangers import STRANGERS
from generator.extraction.words.subjects import SUBJECTS

_NAME = rf"[{UPPER}][\w-]{{0,12}}(?: [{UPPER}][\w-]{{0,12}}){{0,4}}"
_ITSELF = rf"(?:{STRANGERS.does_before} ){{0,4}}{STRANGERS.does_self}(?!\w)"
_PERSON = re.compile(
    rf"(?<!\w){STRANGERS.persons} {_NAME}"
    rf"|(?:^|(?<=[.,:;(] ))(?:{STRANGERS.persons_first}"
    rf"|{STRANGERS.madam}(?! {STRANGERS.not_madam})) {_NAME}"
    rf"|(?<!\w){STRANGERS.officials} {SUBJECTS.families} {_NAME}"
    rf"|(?<!\w)(?:{STRANGERS.other_bodies}|{STRANGERS.other_short})(?!\w)"
    rf"|(?<!\w){STRANGERS.firms} [A-Z](?!\w)"
    # "Công ty TNHH Hoàng Long", but not "các công ty"
    rf"|{STRANGERS.many_before.not_before}(?<!\d )(?<!\w)"
    rf"(?:{STRANGERS.firms_named}|{STRANGERS.firms_short}) (?=[{UPPER}])"
    # "tôi đã nộp", "ông được hướng dẫn nộp"
    rf"|(?i:{STRANGERS.not_pronouns.not_before})(?<!\w){STRANGERS.pronouns}(?= {_ITSELF})"
    rf"|(?<!\w)(?:{STRANGERS.each}|1) {STRANGERS.each_of}(?!\w)"
)
_DOES = re.compile(rf"(?<!\w){STRANGERS.does}(?!\w)")
# the person speaks, or describes; or somebody else begins to act
_SPEAKS = re.compile(rf"[,;:.]|(?<!\w){STRANGERS.speaks}(?!\w)")
_ANOTHER = re.compile(rf";|(?<!\w){STRANGERS.another}(?!\w)")
# "chị Hoa, 34 tuổi, ngụ xã An Phú, được hướng dẫn nộp 3 hồ sơ", "anh Bình cho biết đã nộp 5 hồ sơ"
_DESCRIBED = re.compile(
    rf"(?:,| \()(?:(?! {STRANGERS.speaks}(?!\w))[^;:]){{0,120}}?[,)] {_ITSELF}"
    rf"|(?: [^\W\d_]+){{0,3}}? {STRANGERS.speaks},? (?:rằng |là )?"
    rf"(?:{STRANGERS.does_before} ){{0,4}}{STRANGERS.applies}(?!\w)"
)
_TOLD_BY = re.compile(rf"(?<!\w){STRANGERS.told_by} $")
# of one of several: "cao nhất 1.200 hồ sơ (xã An Phú)", "có nơi 85%"
_EXTREME = re.compile(
    rf"(?:(?<!\w)(?:có {STRANGERS.extremes}|{STRANGERS.extremes} {STRANGERS.most} nhất)"
    rf"|[,;(] ?(?:trong đó )?{STRANGERS.most} nhất)"
    rf"(?: {STRANGERS.extremes_more}){{0,3}} $"
)
_SHORT_OF = re.compile(rf"(?<!\w){STRANGERS.short_of}(?: {STRANGERS.short_more})? $")
# "trong tổng số 52.000 hồ sơ … có tới 3/4 nộp trực tuyến": the number is of no part
_AMONG = re.compile(rf"(?<!\w)trong (?:tổng )?số (?:{STRANGERS.among} )?$")
# "nộp trực tuyến 68% trong tổng số 9.000 hồ sơ": all of which a part was told
_ALL_OF_RATE = re.compile(
    rf"(?P<rate>%)(?: [^\W\d_]{{1,10}}){{0,3}} (?:trong|trên) tổng(?: số)?"
    rf"(?: {STRANGERS.among})? $"
)
_TURNS = re.compile(rf"(?<!\w){STRANGERS.turns}(?: {STRANGERS.turns_more})? (?:\d|(?:một|quá) nửa)")
# "không có đơn vị nào đạt dưới 90%", "5 sở đạt 100%": of none, or of some of many
_NONE = re.compile(
    rf"(?<!\w){STRANGERS.none}(?: (?:có|còn))? (?:một )?(?:[^\W\d_]{{1,10}} ){{1,4}}?nào(?!\w)"
)
_SOME = re.compile(
    rf"(?<![\w.,/])(?:\d[\d.]{{0,9}}(?:/\d[\d.]{{0,9}}|,?\d{{0,2}}%(?: số)?)?|{STRANGERS.some})"
    rf" {STRANGERS.bodies}(?:(?:,| và|,? cùng) {STRANGERS.bodies}){{0,4}}"
    r"(?: của [^,;:\d]{1,40}| trong tỉnh)?"
    rf" (?:{STRANGERS.some_before} ){{0,2}}{STRANGERS.some_have}(?: được)?[^,;:.(\d]{{0,60}}$"
)
# "phát hiện 215/3.412 hồ sơ được kiểm tra giải quyết quá hạn"
_SAMPLE = re.compile(rf" {STRANGERS.sampled}(?: tthc)? (?:được |đã )?{STRANGERS.samples}(?!\w)")
# "những địa phương có tỷ lệ trả đúng hạn đạt 100% là A, B": of those that are named
_OF_THOSE = re.compile(
    rf"(?<!\w){STRANGERS.those} {STRANGERS.bodies}(?: [^,;:.\d]{{1,30}})?"
    rf" có {STRANGERS.those_have} [^;:.(\d]{{0,90}}$"
)
# "Đoàn kiểm tra 120 hồ sơ. Kết quả, 8 hồ sơ quá hạn": the sentence behind is of the sample, too
_SAMPLE_GOES_ON = re.compile(rf"{STRANGERS.sample_goes_on}(?!\w)")
_SAMPLE_ENDS = re.compile(rf"(?<!\w){STRANGERS.sample_ends}(?!\w)")
_EXAMINED = "a sample that somebody examined"  # the exclusion that finds one
_OF_NONE, _OF_SOME = "of none", "of some of many"
OF_SAMPLE = "of a sample"
OF_FEW = (_OF_NONE, _OF_SOME)  # reasons that tell what is spoken of
_NEAR = 8  # characters that hold "theo "
_BEFORE = 70  # characters before a number in which such words stand


def stranger(not_rated: PatternSet, seen: View, figure: Figure, rule: Rule) -> str:
    """Return why a figure is not what ``rule`` tells of a place, "" if nothing is against it.

    ``not_rated`` are things that no rate is of unless its rule says so.
    """
    if rule.kind not in (Kind.COUNT, Kind.RATE, Kind.TARGET):
        return ""
    if rule.kind is not Kind.COUNT and _rates_another(not_rated, seen, figure, rule):
        return "a rate of something else"
    start = figure.quantity.start
    before = seen.text[max(0, start - _BEFORE) : start]
    if _SHORT_OF.search(before):
        return "less than the number that is named"
    if _EXTREME.search(before):
        return "the highest or lowest of several"
    clause = seen.text[max(0, *(seen.text.rfind(mark, 0, start) for mark in ";:")) : start]
    if _NONE.search(clause):
        return _OF_NONE
    if rule.kind is not Kind.COUNT and (_SOME.search(clause) or _OF_THOSE.search(clause)):
        return _OF_SOME
    if _SAMPLE.match(seen.text, figure.quantity.end):
        return OF_SAMPLE
    if _of_person(seen, start):
        return "of one person, or no administrative body"
    if _is_whole(seen, figure, rule):
        return "the whole of which parts are told"
    return ""


def refused(figure: Figure) -> str:
    """Return why a figure can be no fact whatever is said of it, "" if it can."""
    kind = figure.quantity.kind
    if kind is QuantityKind.CHANGE:
        return "a change"
    if kind is QuantityKind.EARLIER:
        return "an earlier value"
    if figure.quantity.ambiguous:
        return "the comma may mark thousands or decimals"
    return ""


def goes_on_sample(text: str) -> bool:
    """Tell whether a sentence behind one on a sample is of that sample, too."""
    return _SAMPLE_GOES_ON.match(text) is not None and _SAMPLE_ENDS.search(text) is None


def tells_sample(seen: View) -> bool:
    """Tell whether a sentence tells of a sample that somebody examined."""
    return any(one.reason == _EXAMINED for one in seen.excluded)


def _rates_another(not_rated: PatternSet, seen: View, figure: Figure, rule: Rule) -> bool:
    """Tell whether what stands right behind "%" is none of the things that a rate is of.

    A phrase of the rule itself that holds the word ("người dân sử dụng …") allows it.
    """
    if figure.quantity.kind is not QuantityKind.PERCENT:
        return False
    end = figure.quantity.end
    for hit in seen.hits(not_rated):
        if not end <= hit.start <= end + 1:
            continue
        allowed = [*seen.hits(rule.of), *seen.hits(rule.says)]
        if not any(one.start < hit.end and hit.start < one.end for one in allowed):
            return True
    return False


def _is_whole(seen: View, figure: Figure, rule: Rule) -> bool:
    """Tell whether only the words of a part would tell what a whole counts.

    They stand behind a turn, or before the rate that is the part.
    """
    if rule.kind is not Kind.COUNT:
        return False
    rate = _ALL_OF_RATE.search(seen.text, 0, figure.quantity.start)
    if rate is not None and rule.says.patterns:
        return not any(hit.start > rate.start("rate") for hit in seen.hits(rule.says))
    if not _AMONG.search(seen.text, 0, figure.quantity.start):
        return False
    turn = _TURNS.search(seen.text, figure.end)
    if turn is None:
        return False
    told = [hit for hit in seen.hits(rule.says) if hit.start < turn.start()]
    return not any(hit.start >= figure.quantity.start - _BEFORE for hit in told)


def _of_person(seen: View, start: int) -> bool:
    """Tell whether a person or a firm did what is counted at ``start``: "anh Bình nộp 5 hồ sơ"."""
    for who in _PERSON.finditer(seen.original, 0, start):
        does = _DESCRIBED.match(seen.text, who.end(), start)
        if does and _TOLD_BY.search(seen.text, max(0, who.start() - _NEAR), who.start()):
            continue
        if does is None:
            does = _DOES.search(seen.text, who.end(), start)
            if does is None or _SPEAKS.search(seen.text, who.end(), does.start()):
                continue
        if not _ANOTHER.search(seen.text, does.end(), start):
            return True
    return False
