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
from generator.extraction.pattern import Hit
from generator.extraction.quantities import QuantityKind
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone

_KINDS: dict[QuantityKind, tuple[Kind, ...]] = {
    QuantityKind.COUNT: (Kind.COUNT,),
    QuantityKind.PERCENT: (Kind.RATE, Kind.TARGET),
    QuantityKind.MONEY: (Kind.AMOUNT,),
    QuantityKind.SCORE: (Kind.SCORE,),
    QuantityKind.RANK: (Kind.RANK,),
}
_BARE = re.compile(
    r" ?(?:[,.;:)(\[\]/\"-]|$)| (?:và|trong|trên|được|đã|đang|chiếm|đạt|tăng|giảm|so với|là|tại"
    r"|do|với|vào|còn|có|thì|nhưng|trước|đúng|quá|trễ|toàn trình|một phần|trực tuyến)(?!\w)"
)
# "Số đã xong là 165.918": what is counted stands in the sentence before
_ELLIPTIC = re.compile(r"(?:tổng )?số (?:đã|đang|còn|được|chưa|đúng|trễ|quá)(?!\w)")
_ORDINAL_TAIL = 2
_BREAK = re.compile(r"[:(]|(?<!\w)(?:trong đó|gồm|còn lại)(?!\w)")
_ROW_GAP = 6  # words between the numbers of a row


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule that was told, and by which words: near, far, list, row, topic."""

    rule: Rule
    by: str


def candidates(figure: Figure, rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules whose kind of number fits and whose range holds the value."""
    quantity = figure.quantity
    kinds = _KINDS.get(quantity.kind, ())
    for rule in rules:
        if rule.kind in kinds and rule.holds(quantity.value):
            yield rule


def is_bare(view: View, figure: Figure) -> bool:
    """Tell whether no noun follows the number: then it may be named before it."""
    return _BARE.match(view.text, figure.quantity.end) is not None


def verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], context: str
) -> Verdict | None:
    """Return what the words of the sentence say of a figure, None if nothing."""
    possible = [
        rule for rule in candidates(figure, rules) if _noun_fits(view, figure, rule, context)
    ]
    for by, left, right in (
        ("near", zone.near_left, zone.near_right),
        ("far", zone.far_left, zone.far_right),
    ):
        told = [
            (rule, hit)
            for rule in possible
            if (hit := _told(view, figure, rule, left, right, zone.far_right))
        ]
        told = [item for item in told if _allowed(view, item[0], zone, left, right, context)]
        if told:
            return Verdict(_best(figure, told), by)
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
    told = [
        (rule, hit)
        for rule in possible
        if (hit := _told(view, figure, rule, begin, end))
        and _allowed(view, rule, zone, begin, end, context)
    ]
    return Verdict(_best(figure, told), "shared") if told else None


def clause_verdict(
    view: View, figure: Figure, zone: Zone, rules: Sequence[Rule], context: str
) -> Verdict | None:
    """Return what one verb says of a whole row ("kết nối với 13 bộ, 63 địa phương").

    It stands before the first number of the row.
    """
    possible = [
        rule for rule in candidates(figure, rules) if _noun_fits(view, figure, rule, context)
    ]
    left, right = zone.clause_left, figure.start
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
        if other.end > zone.clause_right or len(gap.split()) > _ROW_GAP or _BREAK.search(gap):
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
        if after <= hit.start <= after + _ORDINAL_TAIL:
            return True
    if not is_bare(view, figure) or figure.quantity.in_words:
        return False
    if any(hit.start < figure.start for hit in view.hits(rule.nouns)):
        return True
    listed = bool(view.paragraph.mark or view.paragraph.note) or _ELLIPTIC.match(view.text)
    return bool(listed) and rule.nouns.found_in(context)


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
    ]
    return min(inside, key=lambda hit: _distance(figure, hit), default=None)


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
    if any(edge[0] <= hit.start and hit.end <= edge[1] for hit in view.hits(rule.unless)):
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
    best: tuple[tuple[bool, int, int], Rule] | None = None
    for rule in rules:
        if rule.kind not in kinds or not rule.holds(figure.quantity.value):
            continue
        for hit in view.hits(rule.says):
            if hit.end > zone.clause_right:
                continue
            # an index named after the number counts where none is named before it
            late = hit.start > figure.end and hit.end > zone.near_right
            key = (not late, -_distance(figure, hit), hit.end - hit.start)
            if (best is None or key > best[0]) and not crossed(
                view, rule, min(hit.start, figure.start), max(zone.near_right, figure.end)
            ):
                best = (key, rule)
    return Verdict(best[1], "topic") if best else None


def crossed(view: View, rule: Rule, left: int, right: int) -> bool:
    """Tell whether a phrase that forbids a rule stands in a stretch or the sentence."""
    unless = any(left <= bad.start and bad.end <= right for bad in view.hits(rule.unless))
    return unless or bool(view.hits(rule.never))
