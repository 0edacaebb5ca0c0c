"""In which order the words around a figure are asked what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.catalogue import Kind
from generator.extraction.counted.classify import (
    Verdict,
    as_rate,
    as_score,
    clause_verdict,
    crossed,
    is_bare,
    is_of_two,
    shared_verdict,
    topic_verdict,
    verdict,
)
from generator.extraction.counted.listing import (
    OF_ELSE,
    alone,
    before_bracket,
    bracket_of_told,
    dated_again,
    goes_on,
    last_count,
    parts_of_other,
    sole_count,
    with_note,
)
from generator.extraction.counted.lists import listed_rate
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.rules import Rule
from generator.extraction.titles import names_other, proven
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.levels import LEVELS
from generator.extraction.zones import Zone

# what a rate can be of, apart from an index; "Bộ Kế hoạch và Đầu tư" is a body
_MEASURED = re.compile(rf"(?<!bộ )(?<!sở )(?<!\w){CLAUSES.measured}(?!\w)")
# "Lũy kế từ đầu năm là 340 hồ sơ" goes on with the one thing that was counted before
_SUMMED = re.compile(rf"(?<!\w){CLAUSES.summed}(?!\w)")
_THIS = re.compile(rf"(?<!\w){CLAUSES.this}(?!\w)")
# "hai chỉ số này là 65,86 và 42,9": which is which, the words before tell, if any
_SEVERAL = re.compile(rf"(?<!\w){CLAUSES.several}(?!\w)")
_THIS_INDEX = re.compile(rf"(?<!\w){CLAUSES.this_index}(?!\w)")
# what tells by another sentence
_FROM_AFAR = ("list", "topic", "heading", "title")
_OPENING_BASE = re.compile(r"(?:nếu )?so với [^;:.()\d]{0,60}\((?:[^\W\d_]+ ){0,3}$")
_RATE = re.compile(rf"(?<!\w){CLAUSES.rate_told}(?!\w)")
_VERB = re.compile(rf"(?<!\w){CLAUSES.verbs}(?: {CLAUSES.verbs_more})? ?$")
# "7.000 hồ sơ nộp tại xã, 300 hồ sơ qua bưu chính" are no row
_OWN_WORDS = re.compile(rf" (?:được |đã |do )?{CLAUSES.own_words}(?!\w)[^,;]*$")
_PARTS = re.compile(
    rf"(?:{CLAUSES.parts}"
    r"|(?:thuộc thẩm quyền(?: giải quyết)?(?: của)? |(?:ở|với|tại|đối với) )?"
    rf"cấp {LEVELS.tiers_of_province})(?!\w)"
)
_INSIDE = re.compile(rf" ?{CLAUSES.inside}(?!\w)")
_LEADER = re.compile(
    rf"(?:{CLAUSES.leaders}(?: toàn tỉnh| toàn thành phố)?"
    r"(?: về (?:số |lượng |số lượng )hồ sơ(?: tiếp nhận)?)? (?:là|thuộc)"
    rf"|[^,;:.()\d]{{2,60}} {CLAUSES.leaders}(?: về (?:số lượng|lượng|số))? với"
    r"(?= (?:hơn |gần |khoảng |trên )?\d[\d.]* (?!điểm)[^\W\d_])"
    rf"|{CLAUSES.by_parts}"
    r"|(?:(?:các|những|\d{1,2}|hai|ba|bốn|năm) )?"
    rf"{CLAUSES.leading_parts} {CLAUSES.leading_with}"
    rf"(?: {CLAUSES.leading_most})?(?: gồm| là)?(?=:| ))(?!\w)"
)
# "Mục tiêu đến năm 2020 là trên 80%": of what the sentence before told
_LABEL = re.compile(rf"{CLAUSES.item_levels}[^:;.\d]{{0,30}}: ")
_GOAL = re.compile(rf"{CLAUSES.goal_opens}(?!\w)")
# "Cùng với PAR INDEX, PCI cũng được cải thiện" goes on with the second
_BESIDES = re.compile(rf"(?<!\w){CLAUSES.besides} [^,.;:]{{2,60}},")
# the last words of a lead-in, which count nothing themselves
# "Dẫn đầu là Hải Phòng", "Hai vị trí tiếp theo": a ranking that was named before
_BOARD = re.compile(rf"(?:[^\W\d_]{{2,6}} ){{0,2}}?{CLAUSES.boards}(?!\w)")
_ABOUT_REACH = 12  # characters of "chỉ số " before the name of an index
_ABOUT = re.compile(rf"(?<!\w){CLAUSES.boards}[^,;:.()\d]{{0,20}} về (?!{CLAUSES.not_else}(?!\w))")
# "Ở chiều thanh toán, …": what a sentence turns to
_TURNED = re.compile(
    rf"{CLAUSES.turns_to} {CLAUSES.turned_kinds} (?!{CLAUSES.not_turned}(?!\w))"
    r"[^,;:.()\d]{2,60}, "
)
_LAST_WORDS = re.compile(r"(?:^|[.;] )[^.;:\d]{4,80}: *$")
_INDEX = re.compile(rf"(?<!\w){CLAUSES.indices}(?!\w)")
# what else a rank is in, before it: "Về thu hút đầu tư, Long An xếp thứ 3"
_LED_ELSE = re.compile(rf" ?(?:riêng )?{CLAUSES.led_else}(?!\w)(?! {CLAUSES.not_else}(?!\w))")
_PART = re.compile(
    rf"(?:^|[,.:(] ?|(?<!\w){CLAUSES.part_before} )(?:các |khối )?{CLAUSES.part_bodies}(?!\w)"
)
_MEAN_OF_ALL = re.compile(rf"(?<!\w){CLAUSES.means_of_all}(?!\w)")
# "hạng 6/94 xã, phường": a rank among them
_AMONG_PARTS = re.compile(rf" (?:trong )?(?:các |những )?{CLAUSES.part_bodies}(?!\w)")
_WHOLE = re.compile(rf"{CLAUSES.not_whole.not_before}(?<!\w){CLAUSES.wholes}(?!\w)")
TOPICAL = {
    QuantityKind.SCORE: (Kind.SCORE,),
    QuantityKind.RANK: (Kind.RANK,),
    QuantityKind.PERCENT: (Kind.SCORE,),
    QuantityKind.COUNT: (Kind.SCORE,),
}
_KIND_OF = {
    Kind.COUNT: QuantityKind.COUNT,
    Kind.AMOUNT: QuantityKind.MONEY,
    Kind.SCORE: QuantityKind.SCORE,
    Kind.RANK: QuantityKind.RANK,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reader knows when a sentence begins.

    ``context`` is the sentence before (for a footnote the one that bears its mark),
    ``last`` the rule of the figure before; ``apart`` tells that a new paragraph has
    begun since, so that only "tỷ lệ này" can mean it; ``begun`` that it stands in
    the same sentence. ``led`` is the first count of the paragraph, or of the one
    before: "Dẫn đầu là phường A với 500 hồ sơ" goes on with it. ``told`` are the ends and
    rules of the sentence's figures so far, ``shared`` tells that the last has its percentage,
    ``central`` that the sentence names central bodies alone, ``sole`` that one index alone was
    told and a province is named; ``before`` are the rules of the last sentence with any.
    ``topic`` is the last sentence of the paragraph that names one index, ``past`` that of the
    paragraphs before.
    """

    rules: tuple[Rule, ...]
    context: str
    heading: str
    title: str
    last: Rule | None
    apart: bool
    begun: bool = True
    led: Rule | None = None
    told: tuple[tuple[int, Rule], ...] = ()
    shared: bool = False
    sole: bool = False
    before: tuple[Rule, ...] = ()
    central: bool = False
    topic: str = ""
    past: str = ""

    @property
    def around(self) -> str:
        """Return the words around the sentence that tell what is spoken of."""
        return f"{self.context} {self.heading} {self.title}"


def ask(frame: Frame, seen: View, figure: Figure, here: Zone) -> Verdict | None:
    """Return what a figure counts, None where nothing tells it.

    Nearest words first, then the index that the text is about, the predicate of a
    whole row, the figure before, the verb before a row.
    """
    if (same := dated_again(frame.told, seen, figure)) is not None:
        return Verdict(same, "list")
    if parts_of_other(frame.told, seen, figure):
        return None
    here = with_note(seen, figure, here)
    kinds = TOPICAL.get(figure.quantity.kind, ())
    if kinds and _SEVERAL.search(seen.text, 0, figure.start):
        return None
    found = _asked(frame, seen, figure, here, kinds)
    if found is None:
        return None
    if _of_a_part(seen, figure, here, found.rule):
        other = found.by != "topic" and _INDEX.search(seen.text)
        return replace(found, of_unit=True) if found.rule.of_units and not other else None
    indexed = found.rule.kind in (Kind.SCORE, Kind.RANK)
    return None if indexed and is_of_two(seen, figure, frame.rules, found.rule) else found


def _of_a_part(seen: View, figure: Figure, here: Zone, rule: Rule) -> bool:
    """Tell whether a score or rank is that of a department or district.

    Such a body stands between the name of the index and the number, or behind the rank.
    """
    if rule.kind not in (Kind.SCORE, Kind.RANK):
        return False
    if rule.kind is Kind.RANK and _AMONG_PARTS.match(seen.text, figure.end):
        return True
    named = [hit.end for hit in seen.hits(rule.says) if hit.end <= figure.start]
    left = max([here.clause_left, *named])
    words = seen.text[left : figure.start].lstrip()
    part = _PART.search(words)
    return part is not None and not _WHOLE.search(words, part.end())


def _asked(
    frame: Frame, seen: View, figure: Figure, here: Zone, kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the verdict of the first words that tell one."""
    rules, context = frame.rules, frame.around
    if figure.quantity.kind in (QuantityKind.SCORE, QuantityKind.RANK):
        return (
            topic_verdict(seen, figure, here, rules, kinds)
            or _carried(frame, seen, figure, here)
            or titled(frame, seen, figure, here, kinds)
        )
    return (
        verdict(seen, figure, here, rules, context)
        or _index_rate(seen, figure, here, rules, kinds)
        or _titled_rate(frame, seen, figure, here, kinds)
        or _shared(seen, figure, here, rules, context)
        or _carried(frame, seen, figure, here)
        or _in_row(seen, figure, here, rules, context)
        or listed_rate(seen, figure, rules, frame.title)
    )


def _shared(
    seen: View, figure: Figure, here: Zone, rules: tuple[Rule, ...], context: str
) -> Verdict | None:
    """Return the predicate after a row, unless the figure has words of its own."""
    if _VERB.search(seen.text[here.near_left : figure.start]):
        return None
    if _OWN_WORDS.match(seen.text, max(figure.end, figure.noun_end), here.near_right):
        return None
    return shared_verdict(seen, figure, here, rules, context)


def _index_rate(
    seen: View, figure: Figure, here: Zone, rules: tuple[Rule, ...], kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index whose score is printed as "88,94%" or as a bare "88,94"."""
    quantity = figure.quantity
    whole = quantity.value == quantity.value.to_integral_value()
    if quantity.kind is QuantityKind.COUNT and (whole or not is_bare(seen, figure)):
        return None
    found = topic_verdict(seen, figure, here, rules, kinds)
    percent = quantity.kind is QuantityKind.PERCENT
    return found if found and (found.rule.unit == "%" or not percent) else None


def _titled_rate(
    frame: Frame, seen: View, figure: Figure, here: Zone, kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index of the title for a bare "Hà Nam đạt 87,12%" in a text on it."""
    whole = figure.quantity.value == figure.quantity.value.to_integral_value()
    if whole or not (is_bare(seen, figure) or _is_dated(frame, seen, figure)):
        return None
    if _MEASURED.search(seen.text, here.clause_left, here.near_right):
        return None
    found = titled(frame, seen, figure, here, kinds)
    percent = figure.quantity.kind is QuantityKind.PERCENT
    return found if found and (found.rule.unit == "%" or not percent) else None


def _is_dated(frame: Frame, seen: View, figure: Figure) -> bool:
    """Tell whether nothing but its year stands behind a number: "Chỉ số này đạt 77,31% năm 2017".

    Where the sentence before names an index of its own, that is "chỉ số này".
    """
    near = any(0 <= one.start - figure.end <= 1 for one in seen.times)
    told = _THIS_INDEX.search(seen.text, 0, figure.start)
    return near and told is not None and not _INDEX.search(frame.context)


def titled(
    frame: Frame, seen: View, figure: Figure, here: Zone, kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index that the words before the sentence, which names none, or the title name."""
    if OF_ELSE.match(seen.text, figure.end) or _LED_ELSE.match(seen.text, here.clause_left):
        return None
    rules = [
        rule
        for rule in frame.rules
        if rule.kind in kinds
        and rule.holds(figure.quantity)
        and not seen.hits(rule.says)
        and not (frame.central and rule.of_provinces)
    ]
    if _ABOUT.search(seen.text, 0, figure.start):
        return None  # "Dẫn đầu về thu hút FDI là Hải Phòng"
    past = frame.past if _is_board(frame, seen) else ""
    for part in (frame.context, frame.topic, past, frame.heading, frame.title):
        aside = [match.span() for match in _BESIDES.finditer(part)]
        named = [
            (hit.end, -rule.order, rule)
            for rule in rules
            for hit in rule.says.hits(part)
            if not any(low <= hit.start < high for low, high in aside)
        ]
        if len({rule.indicator for _, _, rule in named}) > 1:
            # "Công bố PAPI và SIPAS 2022" does not tell whose rank it is; the title may
            return proven(frame.title, seen, here, [rule for _, _, rule in named])
        if named:
            told = max(named, key=lambda item: item[:2])[2]
            # "chỉ số thành phần" is a part of the index named, and of no other
            barred = crossed(seen, told, here.clause_left, here.near_right)
            above = part in (frame.heading, frame.title)  # "Về DTI, …" is further on than that
            above = above and not frame.central
            barred = barred or (above and names_other(frame.rules, told, frame.past))
            barred = barred or told.never.found_in(part)
            return None if barred else Verdict(told, "heading")
    return None


def _is_board(frame: Frame, seen: View) -> bool:
    """Tell whether a paragraph goes on with the ranking of the one before it.

    "Giá trị trung bình PAR Index đạt 88%. …" and, in the next, "Dẫn đầu là Hải Phòng với 95%".
    """
    told = {rule.indicator.rpartition("_")[0] for rule in frame.before}
    ranked = all(rule.kind in (Kind.SCORE, Kind.RANK) for rule in frame.before)
    opens = not frame.apart or _BOARD.match(seen.text) is not None
    return len(told) == 1 and ranked and opens


def _carried(frame: Frame, seen: View, figure: Figure, here: Zone) -> Verdict | None:
    """Return the rule of the figure before, where a list goes on."""
    lead = None if frame.begun else _LEADER.match(seen.text) or _item(frame, seen, figure)
    leader = lead is not None
    goal = None if frame.begun or len(frame.before) != 1 else _GOAL.match(seen.text)
    if opened := lead or goal:
        here = replace(here, near_left=max(here.near_left, opened.end()))
    if not frame.begun and (led := _lead_in(frame, seen, figure, here)) is not None:
        return led
    this = _THIS.search(seen.text, here.clause_left, figure.start) is not None
    last = frame.led if leader else _last_of(frame, seen, figure, here)
    if not frame.begun and (this or _sums_up(frame, seen, figure, here)):
        last = sole_count(frame.before, seen, figure, noun=True) or last
    if last is not None and figure.quantity.kind is QuantityKind.PERCENT:
        taken_up = _RATE.search(seen.text, here.clause_left, figure.start) is not None
        last = as_rate(frame.rules, last, told=(frame.begun and frame.shared) or taken_up)
    if last is not None and (frame.sole or not frame.apart):
        last = as_score(frame.rules, figure, last)
    if last is None or not last.holds(figure.quantity) or _turns_away(frame, seen, last):
        return None
    if frame.apart and not leader and not this and not _of_sole(frame, seen, last):
        return None
    if (
        not frame.begun
        and last.kind is Kind.COUNT
        and not (leader or this or _leads_on(seen) or _sums_up(frame, seen, figure, here))
    ):
        return None
    wide = last.kind in (Kind.SCORE, Kind.RANK)
    left = here.clause_left if wide else here.near_left
    left = bracket_of_told(frame.told, seen, figure.start) or left
    if crossed(seen, last, left, here.near_right):
        return None
    if _KIND_OF.get(last.kind, QuantityKind.PERCENT) is not figure.quantity.kind and not (
        _is_score_in_percent(seen, figure, here, last)
    ):
        return None
    return Verdict(last, "list") if goes_on(seen, figure, here, last) else None


def _turns_away(frame: Frame, seen: View, last: Rule) -> bool:
    """Tell whether a sentence opens with another subject than the one before it spoke of.

    "Ở chiều thanh toán, Đắk Lắk lên 72,5%" goes on with no rate of what came in online.
    """
    indexed = last.kind in (Kind.SCORE, Kind.RANK)
    turned = None if frame.told else _TURNED.match(seen.text)
    turned = turned or (_ABOUT.search(seen.text) if indexed and not frame.told else None)
    near = turned.end() + _ABOUT_REACH if turned else 0
    return turned is not None and not any(hit.start < near for hit in seen.hits(last.says))


def _item(frame: Frame, seen: View, figure: Figure) -> re.Match[str] | None:
    """Return the label of a list's item whose first number counts what the item before did.

    "- Cấp tỉnh: 900 hồ sơ; đúng hạn 99%." and, below it, "- Cấp xã: 1.200 hồ sơ; …".
    """
    label = _LABEL.match(seen.text) if seen.paragraph.mark else None
    counts = figure.quantity.kind is QuantityKind.COUNT and frame.last is not None
    rates = counts and frame.last is not None and frame.last.kind is Kind.RATE
    return label if label and rates and figure.start == label.end() else None


def _is_score_in_percent(seen: View, figure: Figure, here: Zone, last: Rule) -> bool:
    """Tell whether a percentage can be a score: "Hai tỉnh cao nhất là Nam Định (94,16%) và …"."""
    percent = figure.quantity.kind is QuantityKind.PERCENT and last.unit == "%"
    named = any(here.clause_left <= low < figure.start for low, _ in seen.provinces)
    named = named or _MEAN_OF_ALL.search(seen.text, here.clause_left, figure.start) is not None
    rate = _MEASURED.search(seen.text, here.clause_left, here.near_right)
    return percent and named and last.kind is Kind.SCORE and rate is None


def _lead_in(frame: Frame, seen: View, figure: Figure, here: Zone) -> Verdict | None:
    """Return what a lead-in without a number says of the first count of its list.

    "Đã giải quyết 900. Trong đó đúng hạn:" and "Cấp tỉnh: 400/410 hồ sơ" below tell of those
    in time, not of the last that was counted.
    """
    words = _LAST_WORDS.search(frame.context)
    if words is None or figure.quantity.kind is not QuantityKind.COUNT:
        return None
    told = [
        rule
        for rule in frame.rules
        if rule.kind is Kind.COUNT
        and rule.says.found_in(words[0])
        and not rule.unless.found_in(words[0])
        and not rule.never.found_in(words[0])
        and goes_on(seen, figure, here, rule)
    ]
    best = max(told, key=lambda rule: (rule.weight, -rule.order), default=None)
    return Verdict(best, "list") if best else None


def _last_of(frame: Frame, seen: View, figure: Figure, here: Zone) -> Rule | None:
    """Return the rule that a list goes on with, None where it can be one or another.

    "xã A tiếp nhận 1.000 hồ sơ, trễ 5 hồ sơ; xã B 2.000 hồ sơ": behind the semicolon a
    clause begins with what the one before began with; "; trong đó" can mean any of it.
    """
    if (outer := before_bracket(frame.told, seen, figure.start)) is not None:
        return outer
    start = here.clause_left
    begun = any(end > start for end, _ in frame.told)
    if figure.quantity.kind is QuantityKind.COUNT and begun:
        return last_count([rule for end, rule in frame.told if end > start], frame.last)
    if figure.quantity.kind is not QuantityKind.COUNT or not start or begun:
        return frame.last
    before = seen.text.rfind(";", 0, start - 1) + 1
    counts = [rule for end, rule in frame.told if before < end <= start and rule.kind is Kind.COUNT]
    if not counts:
        return frame.last
    first = next((one for one in seen.figures if one.start >= before), figure)
    if first.quantity.kind is QuantityKind.COUNT and first.end not in dict(frame.told):
        return None  # nobody knows what that clause began with
    parts = _INSIDE.match(seen.text, start) is not None
    return None if parts and len(set(map(id, counts))) > 1 else counts[0]


def _of_sole(frame: Frame, seen: View, last: Rule) -> bool:
    """Tell whether a rank in a new paragraph is of the one index that the text is about."""
    if not frame.sole or last.kind not in (Kind.SCORE, Kind.RANK):
        return False
    if seen.hits(last.says) or names_other(frame.rules, last, frame.context):
        return bool(seen.hits(last.says))
    return last.says.found_in(frame.context) or not (
        _INDEX.search(seen.text) or _INDEX.search(frame.context)
    )


def told_before(found: Verdict | None, seen: View, figure: Figure) -> Verdict | None:
    """Return what a figure counts, None where only the words behind it can tell that.

    "So với toàn tỉnh (96,3%), tỷ lệ số hóa của huyện …": it is of nothing spoken of before.
    """
    if found is None or found.by not in _FROM_AFAR:
        return found
    return None if _OPENING_BASE.match(seen.text[: figure.start]) else found


def _leads_on(seen: View) -> bool:
    """Tell whether a sentence parts what the one before it counted, or is an item of a list."""
    return bool(seen.paragraph.mark or seen.paragraph.note or _PARTS.match(seen.text))


def _sums_up(frame: Frame, seen: View, figure: Figure, here: Zone) -> bool:
    """Tell whether a running total follows a sentence that counted one thing alone."""
    summed = _SUMMED.search(seen.text, here.clause_left, figure.start)
    return summed is not None and sole_count(frame.before, seen, figure) is not None


def _in_row(
    seen: View, figure: Figure, here: Zone, rules: tuple[Rule, ...], context: str
) -> Verdict | None:
    """Return what the verb before a row says, where labels alone surround a figure."""
    if not alone(seen, figure, here):
        return None
    found = clause_verdict(seen, figure, here, rules, context)
    return found if found and goes_on(seen, figure, here, found.rule) else None
