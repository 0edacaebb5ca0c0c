"""Whose a figure is: the place of its words, corrected by what an index can be told of."""

from __future__ import annotations

import re

from generator.catalogue import Kind
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.pattern import regex
from generator.extraction.places.acting import publishes
from generator.extraction.places.central import Whose
from generator.extraction.places.scopes import Owner, Scope, place_at, turns_back
from generator.extraction.reading import UPPER
from generator.extraction.rules import Rule
from generator.extraction.times.earlier import NATION_MEAN
from generator.extraction.view import View
from generator.extraction.words.changes import CHANGES
from generator.extraction.words.subjects import SUBJECTS
from generator.extraction.zones import Zone
from generator.model.fact import NATION

_MEAN = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.means}(?! {SUBJECTS.not_means}(?! nhất))|{SUBJECTS.means_all})(?!\w)"
)
# the mean of all provinces: "Bình quân PAR INDEX 63 tỉnh, thành phố còn 84%"
_MEAN_OF_ALL = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.means}|{SUBJECTS.means_all})[^.;:()\d]{{0,40}}"
    rf" (?:[3-6]\d|các) {SUBJECTS.all_provinces}"
    r"(?: [^\W\d_]+){0,4} $"
)
# "Trung bình cả nước, SIPAS là 84,6%, PAR INDEX 88,9%": both are the country's
_LED_BY_ALL = re.compile(
    rf"(?:^|[;:,] )(?:(?:{SUBJECTS.means}|{SUBJECTS.means_all}|tính|mức|chung|của) ){{0,4}}"
    rf"(?:{SUBJECTS.nation}|(?:63|34) {SUBJECTS.all_provinces})"
    rf"(?=[,:]| (?!{SUBJECTS.nation_not}(?!\w))\w)"
    rf"|(?<!\w){SUBJECTS.index_names} (?:của )?{SUBJECTS.nation}(?= (?:là |đạt )?\d)"
)
_PROVINCE = re.compile(rf"(?<!\w){SUBJECTS.province}(?!\w)")
# "bình quân cả tỉnh là 82,33 điểm": the mean of one province's communes is its own
_OF_OWN = re.compile(
    rf"(?<!\w){SUBJECTS.one_province}(?!\w)(?!/|,? {SUBJECTS.more_provinces}(?!\w))"
)
# "Nghị quyết 76/NQ-CP đặt mục tiêu đến năm 2025 đạt 90%": a target of the whole country
_NATIONAL_AIM = re.compile(
    rf"(?<!\w)(?:nghị quyết (?:số )?\d{{1,3}}(?:/\d{{4}})?/nq-cp|{SUBJECTS.government})"
    rf" (?:đã )?{SUBJECTS.sets} (?:ra )?{SUBJECTS.aims}(?!\w)"
    # "Mục tiêu của Nghị quyết số 76/NQ-CP là …"
    rf"|(?:^|[.;] ?){SUBJECTS.aims} {SUBJECTS.aims_of}"
    rf" (?:nghị quyết (?:số )?\d{{1,3}}(?:/\d{{4}})?/nq-cp|{SUBJECTS.government}) (?:là|đặt)(?!\w)"
)
# "DTI quốc gia năm 2024 là 0,79 (năm 2023 là 0,73)": the second is of the same subject
_OTHER_YEAR = re.compile(
    r"(?: (?:cả nước|toàn quốc))?(?: (?:năm|của|trong) \d{4}| năm| \d{4}){0,2}"
    r"(?: (?:là|đạt|ở mức))*:? ?\d[\d.,]*\d(?: điểm)?,? ?[(,;]? ?(?:và |còn |của |trong )?năm \d{4}"
    r"(?: (?:là|đạt|chỉ|mới|ở mức))*:? ?"
)
# "cao hơn mức trung bình cả nước (58,1%)": the bracket tells the value of the country
_BESIDE_NATION = re.compile(
    rf"(?<!\w)(?:so với|hơn){NATION_MEAN}(?: {CHANGES.bracket_values}){{0,2}} ?"
    rf"\((?:{CHANGES.bracket_values} ){{0,3}}$"
)
# "nhỉnh hơn mức chung cả nước 83,9%"; "hơn bình quân cả nước 5,3%" tells by how much
_NATION_MEAN = re.compile(rf"(?<!\w)hơn{NATION_MEAN} $")
_A_LEVEL = 40  # percent or points: a smaller number behind such words is a difference
# "dưới mức chung 45% của cả nước": the mean is told by the words on both sides of it
_MEAN_BEFORE = re.compile(rf"(?<!\w)(?:{CHANGES.mean_words} ){{1,5}}$")
_OF_ALL_BEHIND = re.compile(rf"[\d.,]+ ?(?:%|điểm)? (?:chung )?của {CHANGES.whole_country}(?!\w)")
# "trung bình cấp tỉnh là 0,67; cấp bộ là 0,63": the second is that of no province
_MINISTRIES = re.compile(rf"[ ,;]*{SUBJECTS.ministries}(?!\w)[^,;:()]{{0,50}} (?:là|đạt|được) ")
# the whole country itself: "SIPAS chung của cả nước là 80,08%", "SIPAS trên cả nước đạt 80%";
# "xếp thứ 3 trên cả nước đạt 91%" is of somebody
_OF_NATION = re.compile(
    rf"(?<!hơn )(?<!với )(?<!nhất )(?<!đầu )(?<!\w)(?:(?:chung )?của|trên|trong)"
    rf" {CHANGES.whole_country}(?: năm \d{{4}})?"
    rf"(?: {CHANGES.bracket_values}){{1,2}} $"
)
# a clause on it: "tỉnh đạt 83,1%; cả nước đạt 82,7%", "(cả nước: 82,7%)"
_NATION_HAS = re.compile(
    rf"(?:^|[;,:.(] ?)(?:{SUBJECTS.opens},? |{CHANGES.contrasts} )?{CHANGES.whole_country}"
    rf"(?: chung)?(?::|(?: {CHANGES.bracket_values}){{1,3}}) $|[;(] ?{CHANGES.whole_country} $"
)
# "Bộ Tài chính 92%; Bộ Tư pháp hụt chân với 89%": a ministry of which no rule knows the verb
_MINISTRY = regex(rf"(?:^|[;:,.] )(?:[Cc]òn |[Rr]iêng )?Bộ [{UPPER}](?P<rest>[^;:,.()\d]{{2,80}})")
# "Có 8 địa phương đã thành lập …: Bắc Ninh, Long An": those named behind are counted
_COUNTED = re.compile(rf"\d {SUBJECTS.counted_places}(?!\w)")
# a name like "Chỉ số PAPI năm 2021 của cả nước": the scores that follow are of the country
_NATION_INDEX = re.compile(
    rf"(?: năm| \d{{4}}| [a-z(]{{3,7}}\)?| {SUBJECTS.index_words}){{0,6}}(?: của| trên)?"
    rf" {CHANGES.whole_country}(?!\w)"
)
# "cấp tỉnh", "khối bộ", "các địa phương": all of a kind, whose mean an index has
_OF_MINISTRIES = "bộ"
_TIER = re.compile(
    rf"(?<!\w)(?:cấp|khối|nhóm)(?: các)? (?P<tier>{_OF_MINISTRIES}|tỉnh|địa phương)(?!\w)"
)
_LEADS_TO_TIER = re.compile(
    rf"(?:^|[,;:.] ?)(?:{SUBJECTS.opens},? )?(?:{SUBJECTS.at_tier} )?(?:riêng )?$"
)
_ONE_PROVINCE = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.one_province}|{SUBJECTS.by_province} {SUBJECTS.province})(?!\w)"
    rf"|(?<!cấp )(?<!khối )(?<!\w){SUBJECTS.province} {SUBJECTS.back_does}(?!\w)"
)
_COMPARED = re.compile(rf"(?<!\w){SUBJECTS.against}(?!\w)[^,;.]{{0,60}}$")
_PARTED = re.compile(rf"(?<!\w){SUBJECTS.province}(?!\w)")
_RANKED = re.compile(r"(?:thứ|hạng|vị trí) \d{1,2}(?:/\d\d)?,? $")
_AT_NATION = re.compile(rf"(?:^|[.;] ){SUBJECTS.at_nation}(?!\w)")
# "của các địa phương đạt 98%" is of no province, whatever the text is about
_OF_LOCALITIES = re.compile(
    rf"(?<!\w){SUBJECTS.localities}(?! {SUBJECTS.localities_within}(?!\w))(?: [^\W\d_]+){{0,3}} $"
)
# of somebody: "thấp nhất 75,03% thuộc về một tỉnh miền núi", "một tỉnh miền núi đạt 75,03%"
_UNNAMED_BEHIND = re.compile(
    rf"(?:thứ |hạng )?\d[\d.,/]*(?: ?%| điểm)?,? {SUBJECTS.belongs} {SUBJECTS.unnamed_one}(?!\w)"
)
_UNNAMED_BEFORE = re.compile(rf"(?<!\w){SUBJECTS.unnamed_one}(?!\w)[^,;:.()\d]{{0,60}}$")
_NAMED = ("place/named", "place/behind", "place/sentence")
_VALUE_REACH = 12  # characters between the words on a body and its value: "đứng thứ "
_SAYS = re.compile(rf"(?<!\w){SUBJECTS.central_says}(?!\w)")
_SOME = re.compile(rf"(?<!\w){SUBJECTS.groups}(?!\w)")
# "Nghị quyết số 30c/NQ-CP … đặt ra mục tiêu", "Quyết định số 766/QĐ-TTg yêu cầu …"
_OF_GOVERNMENT = re.compile(
    r"(?<!thực hiện )(?<!theo )(?<!\w)(?:nghị quyết|quyết định|chỉ thị)(?: số)?"
    r" \d[\w/]{0,12}/(?:nq-cp|qđ-ttg|ct-ttg)"
    rf"[^;.]{{0,120}}? {SUBJECTS.sets_goals}(?!\w)"
)
_PROVINCE_AIMS = re.compile(rf"(?<!\w){SUBJECTS.province}(?!\w)")


def owner(seen: View, scope: Scope, start: int, here: Zone, rule: Rule) -> Owner:
    """Return place and level of a figure at ``start``, no place where it is nobody's.

    The mean of an index is the country's unless it is that of a region or group; the
    country has no rank among its provinces; some bodies count for all of it.
    """
    ranked = rule.kind in (Kind.SCORE, Kind.RANK)
    if ranked and _is_of_unnamed(seen, scope, start, here):
        return Owner(None, None, "place/group")
    told = _of_mean(seen, scope, start, here, rule) if rule.kind is Kind.SCORE else None
    told = told or _of_country(seen, scope, start, rule.kind)
    if told is not None:
        return told
    if ranked and _MINISTRIES.fullmatch(seen.text, here.near_left, start):
        return Owner(None, None, "place/group")
    found = place_at(scope, seen.text, start, here.far_right, ranked=ranked)
    if not ranked and scope.whose is not Whose.TEXT and found == scope.own():
        of_all = scope.whose is Whose.ALL
        counted = scope.whose is Whose.SYSTEM and rule.kind is not Kind.RATE
        return Owner(NATION if of_all or counted else None, None, "place/office")
    if _is_of_group(seen, scope, start, here, rule, found):
        return Owner(None, None, "place/group")
    if rule.of_country and found.place not in rule.for_all and found.place != NATION:
        return Owner(None if scope.named else NATION, None, "place/for-all")
    if rule.kind is Kind.RANK and found.place == NATION:
        return Owner(None, None, found.by)
    if rule.kind is Kind.COUNT and found.by == "place/behind" and _counts_places(seen, start):
        found = scope.own()
        if found.place in {one.slug for one in scope.named}:
            return Owner(None, None, found.by)
    return Owner(NATION, None, "place/for-all") if found.place in rule.for_all else found


def _is_of_group(
    seen: View, scope: Scope, start: int, here: Zone, rule: Rule, found: Owner
) -> bool:
    """Tell whether a figure is of many, or of somebody else in a row, and not of whom was found."""
    if rule.kind is Kind.TARGET:
        return found.place != scope.whole and _is_of_row(seen, scope, start)
    if rule.kind in (Kind.SCORE, Kind.RANK):
        return found.by in _NAMED and _is_of_ministry(seen, scope, start)
    local = found.place != NATION and not scope.named and rule.kind is Kind.RATE
    return local and _OF_LOCALITIES.search(seen.text, here.near_left, start) is not None


def _is_of_unnamed(seen: View, scope: Scope, start: int, here: Zone) -> bool:
    """Tell whether the score or rank at ``start`` is of somebody whom its words do not name."""
    if _UNNAMED_BEHIND.match(seen.text, start):
        return True
    told = _UNNAMED_BEFORE.search(seen.text, here.clause_left, start)
    return told is not None and not any(told.start() <= one.start < start for one in scope.named)


def _is_of_row(seen: View, scope: Scope, start: int) -> bool:
    """Tell whether a goal stands in a row of tasks, behind one that is somebody else's.

    "yêu cầu Bộ A hoàn thành kết nối; tối thiểu 80% người dân hài lòng" is nobody's; behind "Bộ
    A: " all are of that.
    """
    ends = [one.end for one in scope.named if one.end <= start]
    row = seen.text.find(";", ends[-1], start) if ends else -1
    return row >= 0 and ":" not in seen.text[ends[-1] : row]


def _is_of_ministry(seen: View, scope: Scope, start: int) -> bool:
    """Tell whether a ministry that is no subject by its verb opens the clause up to ``start``.

    Whoever is named before it, or behind the figure, does not own that.
    """
    left = max((one.end for one in scope.named if one.end <= start), default=0)
    hits = list(_MINISTRY.hits(seen.original[left:start]))
    last = hits[-1] if hits else None
    if last is None or left + last.end < start - _VALUE_REACH:
        return False
    rest = seen.text[left + last.start : left + last.end]
    return not publishes(rest) and not _SAYS.search(rest)


def _of_mean(seen: View, scope: Scope, start: int, here: Zone, rule: Rule) -> Owner | None:
    """Return the owner of a score that is the mean of many, None where it is somebody's own."""
    mean = _mean_before(seen.text, here.near_left, start)
    if mean is not None and not _OF_OWN.search(seen.text, mean, start):
        told = min(here.near_left, seen.text.rfind(",", 0, mean) + 1)
        if _SOME.search(seen.text, told, start):
            return Owner(None, None, "place/mean")
        return _of_tier(seen, scope, start, mean=rule.of_tiers) or Owner(NATION, None, "place/mean")
    if _is_of_all(seen, scope, start, rule):
        return Owner(NATION, None, "place/mean")
    return _of_tier(seen, scope, start)


def _of_tier(seen: View, scope: Scope, start: int, *, mean: bool = False) -> Owner | None:
    """Return the owner of a score that is told of all provinces, or of all ministries.

    "Đối với cấp tỉnh, DTI đạt 0,69", "DTI cấp tỉnh là 0,69, cấp bộ là 0,66"; "DTI cấp tỉnh của
    Đà Nẵng" and "tỉnh xếp thứ 5 về DTI cấp tỉnh" are of one. Ministries are no place. Where a
    ``mean`` is told, it is that of the kind that is named.
    """
    if scope.named or any(one.quantity.kind is QuantityKind.RANK for one in seen.figures):
        return None
    tiers = list(_TIER.finditer(seen.text, 0, start))
    if not tiers or _ONE_PROVINCE.search(seen.text):
        return None
    last = tiers[-1]
    both = len({match["tier"] == _OF_MINISTRIES for match in _TIER.finditer(seen.text)}) > 1
    if not (mean or both or _LEADS_TO_TIER.search(seen.text, 0, last.start())):
        return None
    ministries = last["tier"] == _OF_MINISTRIES
    return Owner(None if ministries else NATION, None if ministries else "cap-tinh", "place/mean")


def _of_country(seen: View, scope: Scope, start: int, kind: Kind) -> Owner | None:
    """Return the country for a figure that its sentence tells of it, else None."""
    country = Owner(NATION, None, "place/country")
    if kind is Kind.TARGET:
        aims = _is_of_government, _is_national_aim
        if any(is_aim(seen.text, scope, start) for is_aim in aims):
            return country
    told_so = _OF_NATION.search(seen.text, 0, start)
    told_so = None if told_so and _RANKED.search(seen.text, 0, told_so.start()) else told_so
    told_so = told_so or _NATION_HAS.search(seen.text, 0, start)
    if kind is not Kind.RANK and (told_so or _is_of_nation(seen.text, scope, start)):
        return country
    if kind in (Kind.RANK, Kind.COUNT):
        return None
    if _NATION_MEAN.search(seen.text, 0, start):
        value = next((one.quantity.value for one in seen.figures if one.start == start), 0)
        return country if value >= _A_LEVEL else Owner(None, None, "place/country")
    behind = _OF_ALL_BEHIND.match(seen.text, start) and _MEAN_BEFORE.search(seen.text, 0, start)
    return country if behind or _BESIDE_NATION.search(seen.text, 0, start) else None


def _is_of_government(text: str, scope: Scope, start: int) -> bool:
    """Tell whether a goal at ``start`` is one that the Government has set for all.

    "Nghị quyết số 30c/NQ-CP đặt mục tiêu trên 80%"; but "Thực hiện Nghị quyết 76/NQ-CP, tỉnh
    phấn đấu đạt 90%" is the province's own.
    """
    acts = [match.end() for match in _OF_GOVERNMENT.finditer(text, 0, start)]
    if not acts or any(acts[-1] <= one.start < start for one in scope.named):
        return False
    return not _PROVINCE_AIMS.search(text, acts[-1], start)


def _is_of_nation(text: str, scope: Scope, start: int) -> bool:
    """Tell whether a sentence opens with the country: "Ở cấp quốc gia, DTI đạt 0,71"."""
    led = [match.end() for match in _AT_NATION.finditer(text, 0, start)]
    named = any(led[-1] <= one.start < start for one in scope.named) if led else False
    return bool(led) and not named and not turns_back(text, led[-1], start)


def _is_of_all(seen: View, scope: Scope, start: int, rule: Rule) -> bool:
    """Tell whether a score is the mean of all provinces, or its index named as the country's.

    "Tỉnh đạt 42 điểm, cao hơn PAPI của cả nước" tells the province's.
    """
    if _MEAN_OF_ALL.search(seen.text, 0, start):
        return True
    led = [match.end() for match in _LED_BY_ALL.finditer(seen.text, 0, start)]
    if led and not _PROVINCE.search(seen.text, led[-1], start):
        return not any(led[-1] <= one.start < start for one in scope.named)
    for hit in seen.hits(rule.says):
        told = _NATION_INDEX.match(seen.text, hit.end, start)
        if told is None or _COMPARED.search(seen.text, 0, hit.start):
            continue
        parted = _PARTED.search(seen.text, told.end(), start)
        if not parted and not any(told.end() <= one.start < start for one in scope.named):
            return True
    return False


def _is_national_aim(text: str, scope: Scope, start: int) -> bool:
    """Tell whether a target is one that the Government has set for all."""
    told = [match.end() for match in _NATIONAL_AIM.finditer(text, 0, start)]
    return bool(told) and not any(told[-1] <= one.start < start for one in scope.named)


def _counts_places(seen: View, start: int) -> bool:
    """Tell whether the figure at ``start`` counts provinces: they are named, but own nothing."""
    figure = next((one for one in seen.figures if one.start == start), None)
    end = figure.quantity.end if figure else 0
    return bool(end) and _COUNTED.match(seen.text, end - 1) is not None


def _mean_before(text: str, left: int, start: int) -> int | None:
    """Return where the words of a mean begin that a score at ``start`` is, None if none.

    They stand beside it from ``left`` on, or before the value of another year.
    """
    if near := _MEAN.search(text, left, start):
        return near.start()
    last = None
    for match in _MEAN.finditer(text, 0, left):
        last = match
    return last.start() if last and _OTHER_YEAR.fullmatch(text, last.end(), start) else None
