"""What is counted: the rule that tells the indicator of a figure.

The words nearest to the number speak first. Only when they are silent the wider
zones are asked, then the figure before it (a list goes on), then the frame of the
sentence. Where nothing speaks the figure stays without indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.extraction.counted.quantities import OF_THE_SAME, QuantityKind
from generator.extraction.pattern import Hit
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.zones import Zone

# what a part of an index is told by, up to the name of that index
_LINKED = re.compile(rf"[^,;:.()\d]{{1,80}} {CLAUSES.part_links} (?:chỉ số )?$")
_ASKERS = re.compile(rf"(?<!\w){CLAUSES.askers}(?!\w)")
_LINK_REACH = 100
_INDEX = re.compile(rf"(?<!\w){CLAUSES.indices}(?!\w)")
_KINDS: dict[QuantityKind, tuple[Kind, ...]] = {
    QuantityKind.COUNT: (Kind.COUNT,),
    QuantityKind.PERCENT: (Kind.RATE, Kind.TARGET),
    QuantityKind.MONEY: (Kind.AMOUNT,),
    QuantityKind.SCORE: (Kind.SCORE,),
    QuantityKind.RANK: (Kind.RANK,),
}
_BARE = re.compile(rf" ?(?:[,.;:)(\[\]/\"-]|$)| {CLAUSES.bare_before}(?!\w)")
# "Số đã xong là 165.918": what is counted stands in the sentence before
_ELLIPTIC = re.compile(rf"{CLAUSES.elliptic}(?!\w)|{CLAUSES.elliptic_heads} ?:")
# "hiện có 1.766 thủ tục hành chính (TTHC), …": an abbreviation belongs to its noun
_CLOSED = re.compile(r"(?: \([^()\d]{2,12}\))? ?(?:[,.;:)]|$)")
_ORDINAL_TAIL = 2
# between the number of a rate and its words: "100% được cập nhật"
_OWN_RATE = re.compile(r"(?: [^\W\d_]+){0,2} ")
# between a rate's name and its number: "đúng hạn đạt 99,4%"
_LEADS = re.compile(rf"(?::| {CLAUSES.share_is})? ")
_PARTED = re.compile(
    rf"(?<!\w){CLAUSES.parts_of},?(?: (?:đã |có |được ){{1,2}})? ?(?:{CLAUSES.about} )?$"
)
_CLAUSE = re.compile(r"[,;:(]|(?<!\w)(?:và|còn)(?!\w)")
_BREAK = re.compile(rf"[:(]|(?<!\w){CLAUSES.row_ends}(?!\w)")
_ROW_GAP = 6  # words between the numbers of a row
# "41.200 hồ sơ đến hạn, 300 hồ sơ trễ": words of its own end a row with a number
_OWN_WORDS = re.compile(
    rf" (?!(?:{CLAUSES.weak}|{CLAUSES.done_where}|cấp) )[^\W\d_]+(?: [^\W\d_]+)*,"
)
# "Không chỉ PCI, PAPI của tỉnh đạt 45,09 điểm" is of the second
_NOT_ONLY = re.compile(r"(?<!\w)không chỉ (?:riêng |có |ở )?(?:chỉ số )?$")
# "84,6% với SIPAS và 88,9% với PAR INDEX": the second is of what stands behind it
_LINKS_BEHIND = re.compile(rf"(?: điểm)? {CLAUSES.index_behind} (?:bộ )?(?:chỉ số )?(?:của )?")
_ENDS_BEHIND = re.compile(
    rf"(?: (?:năm )?\d{{4}})? ?(?:[,.;)]|$)|(?: (?:năm )?\d{{4}})? {CLAUSES.joins}(?!\w)"
)
_LINKED_BEHIND = 2  # surer than an index before the number, told as 1
# what joins two names: PAR INDEX "và" SIPAS
_JOINED = re.compile(
    rf"(?: năm \d{{4}})?[ )]*(?:,|,? {CLAUSES.joins})(?: cả)?"
    rf"(?: {CLAUSES.join_heads}){{0,2}} ?\(?"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule that was told, and by which words: near, far, list, row, topic.

    ``of_unit`` marks a score that is of a department, district or commune.
    """

    rule: Rule
    by: str
    of_unit: bool = False


def candidates(figure: Figure, rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules whose kind of number fits and whose range holds the value."""
    quantity = figure.quantity
    kinds = _KINDS.get(quantity.kind, ())
    for rule in rules:
        if rule.kind in kinds and rule.holds(quantity):
            yield rule


def is_bare(view: View, figure: Figure) -> bool:
    """Tell whether no noun follows the number: then it may be named before it."""
    return _BARE.match(view.text, figure.quantity.end) is not None


def goes_on(text: str, context: str) -> str:
    """Return what is in mind behind a folded sentence: with one that leaves its noun out, both.

    "Tiếp nhận 120 hồ sơ. Đã giải quyết: 117. Đúng hạn: 116."
    """
    return f"{context}. {text}" if _ELLIPTIC.match(text) else text


def verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], context: str
) -> Verdict | None:
    """Return what the words of the sentence say of a figure, None if nothing."""
    possible = [
        rule for rule in candidates(figure, rules) if _noun_fits(view, figure, rule, context)
    ]
    shut = _shut(view, figure)
    for by, left, right in (
        ("near", zone.near_left, zone.near_right),
        ("far", zone.far_left, zone.far_right),
    ):
        limit = max(right, zone.far_right)
        told = [
            (rule, hit)
            for rule in possible
            if (hit := _told(view, figure, rule, left, min(right, shut), limit))
        ]
        told = [item for item in told if _allowed(view, item[0], zone, left, right, context)]
        named = [item for item in told if not _is_of_list(view, figure, item[0])]
        if told:
            return Verdict(_best(figure, named or told), by)
    return None


def shared_verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], context: str
) -> Verdict | None:
    """Return what a predicate after a whole row of numbers says of one of them."""
    begin = _row_end(view, figure, zone)
    if begin is None:
        return None
    possible = [
        rule for rule in candidates(figure, rules) if _noun_fits(view, figure, rule, context)
    ]
    bracket = view.text.find("(", begin, zone.clause_right)
    end = zone.clause_right if bracket < 0 else bracket
    shut = min(end, _shut(view, figure))
    told = [
        (rule, hit)
        for rule in possible
        if (hit := _told(view, figure, rule, begin, shut, end))
        and _allowed(view, rule, zone, begin, end, context)
        and not _has_own_share(view, hit.end)
    ]
    return Verdict(_best(figure, told), "shared") if told else None


def _has_own_share(view: View, end: int) -> bool:
    """Tell whether a predicate that ends at ``end`` opens a rate: ", đúng hạn 99,4%"."""
    after = next((one for one in view.figures if one.start >= end), None)
    if after is None or after.quantity.kind is not QuantityKind.PERCENT:
        return False
    return _LEADS.fullmatch(view.text, end, after.start) is not None


def clause_verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], context: str
) -> Verdict | None:
    """Return what one verb says of a whole row ("kết nối với 13 bộ, 63 địa phương").

    It stands before the first number of the row.
    """
    possible = [
        rule for rule in candidates(figure, rules) if _noun_fits(view, figure, rule, context)
    ]
    right = figure.start
    # "đúng hạn 99%, cấp huyện 900 hồ sơ": the words of a rate say nothing of a row
    rates = (one.end for one in view.figures if one.quantity.kind is QuantityKind.PERCENT)
    left = max((end for end in rates if end <= right), default=zone.clause_left)
    left = max(left, zone.clause_left)
    told = [
        (rule, hit)
        for rule in possible
        if rule.nouns.patterns
        and (hit := _told(view, figure, rule, left, right))
        and _allowed(view, rule, zone, zone.near_left, zone.near_right, context)
    ]
    return Verdict(_best(figure, told), "row") if told else None


def _row_end(view: View, figure: Figure, zone: Zone) -> int | None:
    """Return where a row "15 bộ và 63 địa phương …" has its predicate, None if no row."""
    end = None
    previous = figure
    for other in view.figures[view.figures.index(figure) + 1 :]:
        gap = view.text[previous.end : other.start]
        joint = view.text[max(previous.end, previous.noun_end) : other.start]
        wide = len(gap.split()) > _ROW_GAP and len(joint.split()) > 1
        wide = wide or other.quantity.kind is not figure.quantity.kind  # "…, 100% đã công khai"
        if other.end > zone.clause_right or wide or _BREAK.search(gap) or _OWN_WORDS.match(joint):
            break
        end, previous = other.end, other
    return end


def _noun_fits(view: View, figure: Figure, rule: Rule, context: str) -> bool:
    """Tell whether the number counts what the rule is about.

    The noun follows the number; where nothing follows, it stands before it in the
    sentence, or for an item of a list in what leads to the list.
    """
    if rule.kind is not Kind.COUNT or not rule.nouns.patterns:
        return True
    after = figure.quantity.end
    for hit in view.hits(rule.nouns):
        if after <= hit.start <= after + _ORDINAL_TAIL and _closes(view, rule, hit.end):
            return True
    if rule.closes or not is_bare(view, figure) or figure.quantity.in_words:
        return False
    head = _head(view, figure)
    if head is not None:  # "nâng tổng số quy định … lên 2.234" counts no other noun before it
        return any(hit.start == head for hit in view.hits(rule.nouns))
    before = [
        (hit.start, hit.end)
        for hit in view.hits(rule.nouns)
        if hit.start < figure.start and not any(low < hit.start < high for low, high in view.others)
    ]
    if before:
        return not _counts_another(view, figure, max(before)[1])
    listed = bool(view.paragraph.mark or view.paragraph.note) or _ELLIPTIC.match(view.text)
    return bool(listed) and rule.nouns.found_in(context)


def _head(view: View, figure: Figure) -> int | None:
    """Return where the noun begins that "số" names as counted by a bare number, if any.

    It stands in the words of that number alone: "nâng tổng số quy định … lên 2.234".
    """
    told = [
        other.end
        for other in view.figures
        if other.end <= figure.start and other.quantity.kind not in OF_THE_SAME
    ]
    left = max([view.text.rfind(";", 0, figure.start), *told])
    return max((head for head in view.heads if left <= head < figure.start), default=None)


def _is_of_list(view: View, figure: Figure, rule: Rule) -> bool:
    """Tell whether only what leads to its list names what a number counts.

    "6. Phản ánh, kiến nghị: tiếp nhận 96" in a list on dossiers names its own noun.
    """
    if rule.kind is not Kind.COUNT or not rule.nouns.patterns:
        return False
    return not any(hit.start < figure.end + _ORDINAL_TAIL for hit in view.hits(rule.nouns))


def _closes(view: View, rule: Rule, end: int) -> bool:
    """Tell whether a noun may end at ``end``: of some rules it must close its clause."""
    return not rule.closes or _CLOSED.match(view.text, end) is not None


def _counts_another(view: View, figure: Figure, noun: int) -> bool:
    """Tell whether a number without a noun behind it counts something named behind ``noun``.

    "57 hồ sơ đã nộp, còn giấy phép đã cấp là 61": the last clause has a noun of its own.
    """
    asked = {match.end() for match in _ASKERS.finditer(view.text, noun, figure.start)}
    others = [low for low, high in view.others if high <= figure.start and high not in asked]
    other = max(others, default=-1)
    if other <= noun or _CLAUSE.search(view.text, noun, other) is None:
        return False
    # "900 phản ánh, kiến nghị của doanh nghiệp, trong đó 870 đã trả lời" parts those 900
    told = max((one.noun_end for one in view.figures if one.end <= figure.start), default=0)
    return not (0 < told < other and _PARTED.search(view.text, other, figure.start))


def _told(
    view: View, figure: Figure, rule: Rule, left: int, right: int, limit: int = 0
) -> Hit | None:
    """Return the hit of ``says`` that begins in a stretch and lies nearest to the number.

    A phrase may end as far as ``limit``: "trước hạn, đúng hạn" crosses its comma.
    """
    if not rule.says.patterns:
        return _noun_hit(view, figure, rule)
    inside = [
        hit
        for hit in view.hits(rule.says)
        if left <= hit.start < right
        and hit.end <= max(right, limit)
        and not any(low <= hit.start and hit.end <= high for low, high in view.named)
        and not _is_of_rate(view, figure, hit)
    ]
    return min(inside, key=lambda hit: _distance(figure, hit), default=None)


def _is_of_rate(view: View, figure: Figure, hit: Hit) -> bool:
    """Tell whether words behind a count are those of a rate that follows it.

    "cấp xã 144 thủ tục, 100% được cập nhật lên Cơ sở dữ liệu quốc gia".
    """
    if figure.quantity.kind is not QuantityKind.COUNT or hit.start < figure.end:
        return False
    rates = (one for one in view.figures if one.quantity.kind is QuantityKind.PERCENT)
    return any(
        figure.end < one.start and _OWN_RATE.fullmatch(view.text, one.end, hit.start)
        for one in rates
    )


def _shut(view: View, figure: Figure) -> int:
    """Return where the bracket closes that holds a figure and its noun, else the text's end.

    "có ít hơn (3.059 hồ sơ) song tỷ lệ trễ hạn cao" tells nothing of it behind the bracket.
    """
    opened = view.text.rfind("(", 0, figure.start)
    closed = view.text.find(")", figure.quantity.end)
    held = opened >= 0 and ")" not in view.text[opened : figure.start]
    named = held and figure.noun_end > figure.quantity.end and closed >= figure.noun_end
    return closed if named else len(view.text)


def _noun_hit(view: View, figure: Figure, rule: Rule) -> Hit | None:
    after = figure.quantity.end
    for hit in view.hits(rule.nouns):
        if after <= hit.start <= after + _ORDINAL_TAIL:
            return hit
    return None


def _distance(figure: Figure, hit: Hit) -> int:
    if hit.start >= figure.end:
        return hit.start - figure.end
    return max(0, figure.start - hit.end)


def _allowed(view: View, rule: Rule, zone: Zone, left: int, right: int, context: str) -> bool:
    """Tell whether nothing forbids the rule and its subject is spoken of."""
    edge = min(left, zone.near_left), max(right, zone.near_right)
    if _forbidden(view, rule, *edge):
        return False
    if view.hits(rule.never):
        return False
    if not rule.about.patterns or view.hits(rule.about):
        return True
    return rule.about.found_in(context)


def _best(figure: Figure, told: list[tuple[Rule, Hit]]) -> Rule:
    """Return the weightiest rule; of equals the one with the longest, nearest words."""
    return max(
        told,
        key=lambda item: (
            item[0].weight,
            item[1].end - item[1].start,
            -_distance(figure, item[1]),
            -item[0].order,
        ),
    )[0]


def topic_verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the score or rank whose index is named last before the number."""
    best: tuple[tuple[int, int, int], Rule] | None = None
    # "ICT Index xếp thứ 33/63, còn PAR INDEX …": an index that no rule knows has the first
    other = _INDEX.search(view.text, zone.clause_left, figure.start) is not None
    for rule in rules:
        if rule.kind not in kinds or not rule.holds(figure.quantity):
            continue
        for hit in view.hits(rule.says):
            if hit.end > zone.clause_right:
                continue
            # an index named after the number counts where none is named before it
            late = hit.start > figure.end and hit.end > zone.near_right
            if late and other:
                continue
            sure = _LINKED_BEHIND if _is_linked_behind(view.text, figure, hit) else int(not late)
            key = (sure, -_distance(figure, hit), hit.end - hit.start)
            left = zone.near_left if hit.start > figure.end else min(hit.start, figure.start)
            left = _with_part(view.text, left) if left == hit.start else left
            if (best is None or key > best[0]) and not crossed(
                view, rule, left, max(zone.near_right, figure.end)
            ):
                best = (key, rule)
    return Verdict(best[1], "topic") if best else None


def _is_linked_behind(text: str, figure: Figure, hit: Hit) -> bool:
    """Tell whether an index right behind a number is linked to it and has no number of its own."""
    if hit.start < figure.end or _LINKS_BEHIND.fullmatch(text, figure.end, hit.start) is None:
        return False
    return _ENDS_BEHIND.match(text, hit.end) is not None


def _with_part(text: str, start: int) -> int:
    """Return where the words begin of which an index is the last: "chi phí thời gian của PCI"."""
    linked = _LINKED.search(text, max(0, start - _LINK_REACH), start)
    return linked.start() if linked else start


def crossed(view: View, rule: Rule, left: int, right: int) -> bool:
    """Tell whether a phrase that forbids a rule stands in a stretch or the sentence."""
    return _forbidden(view, rule, left, right) or bool(view.hits(rule.never))


def _forbidden(view: View, rule: Rule, left: int, right: int) -> bool:
    """Tell whether a phrase that forbids a rule stands in a stretch, and is no part of a whole.

    "hồ sơ trực tiếp" tells a part, "hồ sơ trực tiếp và trực tuyến" all of them.
    """
    found = [
        bad
        for bad in view.hits(rule.unless)
        if left <= bad.start and bad.end <= right and not _opens_in_time(view, bad)
    ]
    joined = view.hits(rule.whole) if found else []
    return any(
        not any(hit.start <= bad.start and bad.end <= hit.end for hit in joined) for bad in found
    )


def _opens_in_time(view: View, hit: Hit) -> bool:
    """Tell whether the number that a phrase begins with is that of a day or year.

    "Đến ngày 28/5/2025, trong tổng số 1.786 TTHC" is no "620 trong tổng số 1.786".
    """
    digit = view.text[hit.start : hit.start + 1].isdigit()
    return digit and any(one.start <= hit.start < one.end for one in view.times)


def is_of_two(view: View, figure: Figure, rules: Sequence[Rule], told: Rule) -> bool:
    """Tell whether two indices are named as one before a figure: nobody knows whose it is.

    "Dẫn đầu cả PAR INDEX và SIPAS, còn Hà Nội đứng thứ 3".
    """
    found = {
        (hit.start, hit.end, _index_of(rule))
        for rule in rules
        if rule.kind is told.kind
        for hit in view.hits(rule.says)
        if hit.end <= figure.start
    }
    named = sorted(found, reverse=True)
    start, last = (named[0][0], named[0][2]) if named else (0, _index_of(told))
    for first, end, index in named[1:]:
        if index != last and _NOT_ONLY.search(view.text, 0, first):
            return False
        if index != last:
            return _JOINED.fullmatch(view.text, end, start) is not None
        start = min(start, first)
    return False


def _index_of(rule: Rule) -> str:
    return rule.indicator.rsplit("_", 1)[0]


def as_score(rules: Sequence[Rule], figure: Figure, last: Rule) -> Rule:
    """Return the score that goes with a rank of the same sentence, or the rank with a score.

    "thứ 5 với 69,68 điểm", "Long An (88,41%, hạng 9)"; and the amount that goes with what was
    paid: "Thanh toán trực tuyến: 38.940 hồ sơ, hơn 19 tỷ đồng".
    """
    kind = figure.quantity.kind
    scored = (QuantityKind.SCORE, QuantityKind.PERCENT)
    if last.kind is Kind.RANK and kind in scored:
        twin = last.indicator.removesuffix("_rank") + "_score"
    elif last.kind is Kind.SCORE and kind is QuantityKind.RANK:
        twin = last.indicator.removesuffix("_score") + "_rank"
    elif last.kind is Kind.COUNT and kind is QuantityKind.MONEY:
        twin = last.indicator.removesuffix("s") + "_amount"
    else:
        return last
    return next((rule for rule in rules if rule.indicator == twin), last)


def as_rate(rules: Sequence[Rule], last: Rule, *, told: bool) -> Rule:
    """Return the rate that belongs to a count, where "tỷ lệ" takes up its share (``told``)."""
    if last.kind is not Kind.COUNT or not told:
        return last
    twin = last.indicator + "_rate"
    return next((rule for rule in rules if rule.indicator == twin), last)
