"""How findings are put into formal Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.catalogue import Catalogue, Indicator, Kind
from generator.facts import FactBase
from generator.model.fact import Fact, docs_of
from generator.model.period import Period
from generator.model.review import Review
from generator.vi.levels import level_name
from generator.vi.printing import (
    long_date,
    number,
    period_phrase,
    reservation,
    short_date,
    small_count,
)
from generator.vi.text import NBSP

CORRECTED = " (số liệu đã điều chỉnh qua rà soát)"


def percent(value: Decimal, decimals: int | None = None) -> str:
    """Print a percentage: "48,6%"."""
    return f"{number(value, decimals)}%"


def with_unit(value: Decimal, indicator: Indicator) -> str:
    """Print a value with its unit: "1.836 TTHC", "49,1 điểm", "48,6%"."""
    if indicator.unit == "%":
        return percent(value)
    text = small_count(value) if indicator.kind is Kind.COUNT else number(value)
    return f"{text}{NBSP}{indicator.unit}"


def value_of(fact: Fact, indicator: Indicator) -> str:
    """Print what a source says: "hơn 1.700 quy định", "37/76 cơ quan", "hạng 55/63"."""
    word = reservation(fact.approx)
    lead = f"{word}{NBSP}" if word else ""
    over = f"/{number(fact.total)}" if fact.total is not None else ""
    if indicator.kind is Kind.RANK:
        return f"{lead}{indicator.unit}{NBSP}{number(fact.value)}{over}"
    if over:
        return f"{lead}{number(fact.value)}{over}{NBSP}{indicator.unit}"
    return lead + with_unit(fact.value, indicator)


def with_share(fact: Fact, indicator: Indicator) -> str:
    """Print a count with the share beside it: "731 dịch vụ, chiếm 37%"."""
    told = value_of(fact, indicator)
    return told if fact.share is None else f"{told}, chiếm {percent(fact.share)}"


def told_whole(fact: Fact, indicator: Indicator) -> str:
    """Print what a fact says, the share beside a count or an "a/b" with it."""
    if fact.total is None or fact.share is None:
        return with_share(fact, indicator)
    return f"{value_of(fact, indicator)}, tỷ lệ {percent(fact.share)}"


def lower(text: str) -> str:
    """Return a sentence as it stands inside another."""
    return text[:1].lower() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """Join as running text does: "a, b và c"."""
    return " và ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def place_name(slug: str, fact: Fact, catalogue: Catalogue) -> str:
    """Return the official name of a place at the time of a fact."""
    place = catalogue.places.get(slug)
    return place.official_name(fact.period.end) if place else slug


def time_of(period: Period) -> str:
    """Say when: "trong năm 2023", of a state "tại ngày 31 tháng 12 năm 2023", of a day its date."""
    if period.is_stock:
        return f"tại {long_date(period.end)}"
    return long_date(period.end) if period.start == period.end else period_phrase(period)


def subject(fact: Fact, catalogue: Catalogue) -> str:
    """Name what a fact measures, where and when.

    "Chỉ tiêu “Hồ sơ trễ hạn, quá hạn” của tỉnh Bình Thuận (cấp xã) trong năm 2023".
    """
    level = f" ({level_name(fact.level)})" if fact.level else ""
    return (
        f"Chỉ tiêu “{catalogue.indicators[fact.indicator].label}” của"
        f" {place_name(fact.place, fact, catalogue)}{level} {time_of(fact.period)}"
    )


def source_name(doc: str, base: FactBase) -> str:
    """Name a source: "Báo Bình Dương (16/10/2023)", else by its title: "tài liệu “…”".

    The title is also taken where another source would bear the same name.
    """
    name = _publisher(doc, base)
    alike = [other for other in base.infos if other != doc and _publisher(other, base) == name]
    return name if name and not alike else titled_name(doc, base)


def titled_name(doc: str, base: FactBase) -> str:
    """Name a source by its title: "tài liệu “…”"."""
    return f"tài liệu “{base.title_of(doc)}”"


def _publisher(doc: str, base: FactBase) -> str:
    """Return publisher and day of a source, "" where there is none."""
    info = base.infos.get(doc)
    if info is None or not info.publisher:
        return ""
    day = f" ({short_date(info.published)})" if info.published else ""
    return f"{info.publisher}{day}"


def sources_of(facts: Sequence[Fact], base: FactBase) -> str:
    """Name the sources of facts, each once, and say where a person corrected what they tell."""
    docs = docs_of(facts)
    corrected = any(is_corrected(fact) for fact in facts)
    return listed([source_name(doc, base) for doc in docs]) + (CORRECTED if corrected else "")


def told_by(facts: Sequence[Fact], base: FactBase) -> str:
    """Say who tells the figures that follow: "Báo A nêu", or the office that corrected them."""
    if not any(is_corrected(fact) for fact in facts):
        return f"{sources_of(facts, base)} nêu"
    docs = docs_of(facts)
    names = listed([source_name(doc, base) for doc in docs])
    return f"cơ quan báo cáo đã điều chỉnh, qua rà soát, số liệu của {names} thành"


def decided_by(review: Review) -> str:
    """Say who decided, when and why."""
    return f"{review.who}, {long_date(review.when)}; lý do: {review.why}"


def is_corrected(fact: Fact) -> bool:
    """Tell whether a person has put another figure in the place of the source's."""
    return fact.review is not None and fact.review.was is not None
