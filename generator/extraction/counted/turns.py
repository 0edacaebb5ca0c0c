"""What the numbers of a row mean that are told one after the other: "lần lượt là 80% và 65%"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extraction.counted.asking import TOPICAL, Frame, titled
from generator.extraction.counted.classify import Verdict, topic_verdict, verdict
from generator.extraction.counted.listing import alone, is_label
from generator.extraction.counted.quantities import QuantityKind
from generator.extraction.counted.series import Row
from generator.extraction.view import Figure, View
from generator.extraction.zones import Zone, zone


@dataclass(frozen=True, slots=True)
class Turn:
    """What a number of a row means: its verdict, its subject and the year it names.

    ``whole`` is what all subjects of the row stand in.
    """

    found: Verdict
    subject: Zone
    whole: Zone
    year: int | None


def certain_rows(frame: Frame, seen: View, rows: dict[int, Row | None]) -> dict[int, Turn | None]:
    """Return what the numbers told one after the other mean, none where one is in doubt."""
    out: dict[int, Turn | None] = {}
    first: Verdict | None = None
    for index, row in rows.items():
        found = _told_of(frame, seen, index, row, first) if row is not None else None
        first = found if row is not None and row.first else first
        told = Turn(found, row.subject, row.whole, row.year) if row and found else None
        out[index] = told
    sure = all(out.values()) and not _is_told_twice(seen, rows, out)
    return out if sure else dict.fromkeys(rows)


def _is_told_twice(seen: View, rows: dict[int, Row | None], turns: dict[int, Turn | None]) -> bool:
    """Tell whether two things of a row seem to be one: "trực tiếp, trực tuyến lần lượt là …".

    What only labels tell apart, or years, may well be.
    """
    named = [
        (turn.found.rule.indicator, row.first)
        for row, turn in zip(rows.values(), turns.values(), strict=True)
        if row and turn and row.year is None and not is_label(seen, row.subject)
    ]
    rest: set[str] = set()
    for indicator, first in named:
        rest = set() if first else rest
        if indicator in rest:
            return True
        rest.add(indicator)
    return False


def _told_of(
    frame: Frame, seen: View, index: int, row: Row, first: Verdict | None
) -> Verdict | None:
    """Return the verdict on one number of a row.

    A subject of mere labels ("cấp xã", "Hải Phòng", "2022") shares that of the first.
    """
    figure, subject = seen.figures[index], row.subject
    kinds = TOPICAL.get(figure.quantity.kind, ())
    if row.year is None:
        behind = _behind_row(frame, seen, row) if is_label(seen, subject) else None
        words = None if behind else _words_of(frame, seen, figure, row)
        indices = [
            rule
            for rule in frame.rules
            if any(
                subject.near_left <= hit.start < subject.near_right for hit in seen.hits(rule.says)
            )
        ]
        found = words or topic_verdict(seen, figure, subject, indices, kinds)
        if found is not None:
            return found if _fits(found, figure) else None
        if not row.first and not behind:
            return first if first and is_label(seen, subject) else None
    whole = row.whole
    rank_like = figure.quantity.kind in (QuantityKind.SCORE, QuantityKind.RANK)
    found = None if rank_like else _behind_row(frame, seen, row)
    if found is None and not rank_like:
        found = verdict(seen, figure, whole, frame.rules, frame.around)
    if found is None and not rank_like:  # "tiếp nhận 1.000, 2.000 và 3.000 hồ sơ"
        found = verdict(seen, seen.figures[row.noun], whole, frame.rules, frame.around)
    found = found or topic_verdict(seen, figure, _onward(whole, seen), frame.rules, kinds)
    found = found or titled(frame, seen, figure, whole, kinds)
    found = found or (_gone_before(frame, seen, index) if is_label(seen, subject) else None)
    return found if found and _fits(found, figure) else None


def _gone_before(frame: Frame, seen: View, first: int) -> Verdict | None:
    """Return what the rates of a sentence tell that go before a row which ``first`` opens.

    "Tỷ lệ thanh toán trực tuyến của Tây Ninh là 81,4%, còn Cà Mau và Gia Lai lần lượt là 46,5% và
    44%": nothing but labels parts the rates.
    """
    kind = seen.figures[first].quantity.kind
    if kind is not QuantityKind.PERCENT:
        return None
    for index in range(first - 1, -1, -1):
        figure, own = seen.figures[index], zone(seen, index)
        if figure.quantity.kind is not kind:
            return None
        found = verdict(seen, figure, own, frame.rules, frame.around)
        if found is not None or not alone(seen, figure, own):
            return found
    return None


def _behind_row(frame: Frame, seen: View, row: Row) -> Verdict | None:
    """Return what the words behind the last number of a row tell, where its noun stands there.

    "cấp huyện và cấp xã lần lượt có 85 và 27 dịch vụ công trực tuyến toàn trình".
    """
    last = seen.figures[row.noun]
    if last.noun_end <= last.quantity.end:
        return None
    own, whole = zone(seen, row.noun), row.whole
    wide = replace(own, near_left=whole.near_left, far_left=whole.far_left)
    return verdict(seen, last, wide, frame.rules, frame.around)


def _onward(whole: Zone, seen: View) -> Zone:
    """Return a zone that reaches to the end of its sentence."""
    right = len(seen.text)
    return replace(whole, near_right=right, far_right=right, clause_right=right)


def _fits(found: Verdict, figure: Figure) -> bool:
    """Tell whether a percentage is of an index that is told in percent."""
    percent = figure.quantity.kind is QuantityKind.PERCENT
    return not percent or found.rule.unit == "%"


def _words_of(frame: Frame, seen: View, figure: Figure, row: Row) -> Verdict | None:
    """Return what the words of a subject tell of its number, or of the noun behind the last one.

    "tỉnh tiếp nhận, giải quyết lần lượt là 9.500 và 9.100 hồ sơ": dossiers are both.
    """
    own = verdict(seen, figure, row.subject, frame.rules, frame.around)
    if own is not None or is_label(seen, row.subject):
        return own
    return verdict(seen, seen.figures[row.noun], row.subject, frame.rules, frame.around)
