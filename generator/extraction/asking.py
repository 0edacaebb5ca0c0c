"""In which order the words around a figure are asked what it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.extraction.classify import (
    Verdict,
    clause_verdict,
    crossed,
    is_bare,
    shared_verdict,
    topic_verdict,
    verdict,
)
from generator.extraction.listing import alone, goes_on
from generator.extraction.quantities import QuantityKind
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone

# what a rate can be of, apart from an index
_MEASURED = re.compile(
    r"(?<!\w)(?:hồ sơ|thủ tục|tthc|dịch vụ|dvc|dvctt|người|doanh nghiệp|nhiệm vụ|cán bộ|tỷ lệ"
    r"|chi phí|thời gian|kế hoạch|vốn|ngân sách|tăng trưởng|grdp|kết quả giải quyết|phản ánh"
    r"|văn bản)(?!\w)"
)
_THIS = re.compile(r"(?<!\w)(?:tỷ lệ|con số|chỉ số|chỉ tiêu|số) này(?!\w)")
_OF_ELSE = re.compile(r"(?: (?:cả nước|toàn quốc|trong cả nước))?,? (?:về|trong lĩnh vực) ")
_TOPICAL = {
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
    begun since, so that only "tỷ lệ này" can mean it.
    """

    rules: tuple[Rule, ...]
    context: str
    heading: str
    title: str
    last: Rule | None
    apart: bool

    @property
    def around(self) -> str:
        """Return the words around the sentence that tell what is spoken of."""
        return f"{self.context} {self.heading} {self.title}"


def ask(frame: Frame, seen: View, figure: Figure, here: Zone) -> Verdict | None:
    """Return what a figure counts, None where nothing tells it.

    Nearest words first, then the index that the text is about, the predicate of a
    whole row, the figure before, the verb before a row.
    """
    rules, context = frame.rules, frame.around
    kinds = _TOPICAL.get(figure.quantity.kind, ())
    if figure.quantity.kind in (QuantityKind.SCORE, QuantityKind.RANK):
        return (
            topic_verdict(seen, figure, here, rules, kinds)
            or _carried(frame, seen, figure, here)
            or _titled(frame, seen, figure, here, kinds)
        )
    return (
        verdict(seen, figure, here, rules, context)
        or _index_rate(seen, figure, here, rules, kinds)
        or _titled_rate(frame, seen, figure, here, kinds)
        or shared_verdict(seen, figure, here, rules, context)
        or _carried(frame, seen, figure, here)
        or _in_row(seen, figure, here, rules, context)
    )


def certain_rows(frame: Frame, seen: View, rows: dict[int, Zone | None]) -> dict[int, Zone | None]:
    """Return the rows told one after the other, none of it where one is in doubt."""
    told = (
        subject is not None
        and verdict(seen, seen.figures[index], subject, frame.rules, frame.around)
        for index, subject in rows.items()
    )
    return rows if all(told) else dict.fromkeys(rows)


def _index_rate(
    seen: View, figure: Figure, here: Zone, rules: tuple[Rule, ...], kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index whose score is printed as "88,94%" or as a bare "88,94"."""
    quantity = figure.quantity
    whole = quantity.value == quantity.value.to_integral_value()
    if quantity.kind is QuantityKind.COUNT and (whole or not is_bare(seen, figure)):
        return None
    fitting = [
        rule
        for rule in rules
        if rule.kind in kinds and (quantity.kind is QuantityKind.COUNT or rule.unit == "%")
    ]
    return topic_verdict(seen, figure, here, fitting, kinds)


def _titled_rate(
    frame: Frame, seen: View, figure: Figure, here: Zone, kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index of the title for a bare "Hà Nam đạt 87,12%" in a text on it."""
    whole = figure.quantity.value == figure.quantity.value.to_integral_value()
    if whole or not is_bare(seen, figure):
        return None
    if _MEASURED.search(seen.text, here.clause_left, here.near_right):
        return None
    found = _titled(frame, seen, figure, here, kinds)
    percent = figure.quantity.kind is QuantityKind.PERCENT
    return found if found and (found.rule.unit == "%" or not percent) else None


def _titled(
    frame: Frame, seen: View, figure: Figure, here: Zone, kinds: tuple[Kind, ...]
) -> Verdict | None:
    """Return the index that the words before the sentence or the title name last.

    A sentence that names the index itself was asked already.
    """
    if _OF_ELSE.match(seen.text, figure.end):
        return None
    rules = [
        rule
        for rule in frame.rules
        if rule.kind in kinds
        and rule.holds(figure.quantity.value)
        and not seen.hits(rule.says)
        and not crossed(seen, rule, here.clause_left, here.near_right)
    ]
    for part in (frame.context, frame.heading, frame.title):
        named = [(hit.end, -rule.order, rule) for rule in rules for hit in rule.says.hits(part)]
        if named:
            return Verdict(max(named, key=lambda item: item[:2])[2], "heading")
    return None


def _carried(frame: Frame, seen: View, figure: Figure, here: Zone) -> Verdict | None:
    """Return the rule of the figure before, where a list goes on."""
    last = frame.last
    if last is None or not last.holds(figure.quantity.value):
        return None
    if frame.apart and not _THIS.search(seen.text, here.clause_left, figure.start):
        return None
    if last.kind in (Kind.SCORE, Kind.RANK) and crossed(
        seen, last, here.clause_left, here.near_right
    ):
        return None
    if _KIND_OF.get(last.kind, QuantityKind.PERCENT) is not figure.quantity.kind:
        return None
    return Verdict(last, "list") if goes_on(seen, figure, here, last) else None


def _in_row(
    seen: View, figure: Figure, here: Zone, rules: tuple[Rule, ...], context: str
) -> Verdict | None:
    """Return what the verb before a row says, where labels alone surround a figure."""
    if not alone(seen, figure, here):
        return None
    found = clause_verdict(seen, figure, here, rules, context)
    return found if found and goes_on(seen, figure, here, found.rule) else None
