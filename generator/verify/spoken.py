"""Facts of a lineage in the words of a reader: names for ids, numbers and times as printed."""

from __future__ import annotations

from datetime import date

from generator.model.fact import Approx
from generator.model.period import Period
from generator.verify.lineage import Lineage, Record, decimal
from generator.vi.levels import level_name
from generator.vi.printing import number, period_name, reservation

_DECIDED = {
    "exclude": "loại bỏ",
    "correct": "điều chỉnh",
    "add": "bổ sung",
    "use": "giữ nguyên",
}
_RANK = "hạng"  # stands before its number


def measured(fact: Record, lineage: Lineage) -> str:
    """Return what a fact measures: "Hồ sơ đã giải quyết, Bình Thuận, cấp xã, năm 2023"."""
    indicator, place = str(fact["indicator"]), str(fact["place"])
    label = str(lineage.indicators.get(indicator, {}).get("label", indicator))
    named = next(iter(lineage.places.get(place, ())), place)
    level = [level_name(str(fact["level"]))] if fact["level"] else []
    return ", ".join((label, named, *level, time_of(fact["start"], fact["end"])))


def time_of(start: object, end: object) -> str:
    """Return a time by its ISO days as reports name it; a stock has no ``start``."""
    first = date.fromisoformat(str(start)) if start else None
    return period_name(Period(date.fromisoformat(str(end)), first)).replace("\u00a0", " ")


def amount(fact: Record) -> str:
    """Return the number of a fact with total, unit and share: "37/76 cơ quan (48,6%)"."""
    word = reservation(Approx(fact["approx"])) if fact.get("approx") else ""
    total = f"/{_number(fact['total'])}" if fact.get("total") else ""
    unit = str(fact["unit"])
    share = f" ({_number(fact['share'])}%)" if fact.get("share") else ""
    if unit == _RANK:
        return f"{unit} {_number(fact['value'])}{total}"
    told = f"{_number(fact['value'])}{total}{'' if unit == '%' else ' '}{unit}{share}"
    return f"{word} {told}".strip()


def _number(value: object) -> str:
    """Return an exact number as reports print it."""
    return number(decimal(value))


def decided(fact: Record) -> str:
    """Return what a person decided on a fact, who and why; "" where nobody did."""
    review = fact.get("review")
    if not review:
        return ""
    decision = str(review["decision"])
    return f"{review['who']} {_DECIDED.get(decision, decision)}: {review['why']}"


def titled(doc: str, lineage: Lineage) -> str:
    """Return the name of a document: its title, or its id where it has none."""
    known = next((one for one in lineage.documents if one["id"] == doc), None)
    return str((known or lineage.sources.get(doc, {})).get("title") or doc)
