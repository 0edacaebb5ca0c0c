"""Material that several tests share: the gold facts of the seeds, a config."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from generator import strict_yaml
from generator.catalogue import load_catalogue
from generator.config.plan import ReportJob
from generator.config.values import (
    Comparison,
    Format,
    LetterheadConfig,
    ReportConfig,
    Scope,
    SignatureConfig,
)
from generator.extraction import RuleSet, load_rules
from generator.facts import FactBase, fact_from_record
from generator.model.fact import Approx, Change, ChangeKind, Direction, Fact, Source
from generator.model.period import Period
from generator.model.source_text import SourceInfo

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = load_catalogue()


@cache
def shipped_rules() -> RuleSet:
    """Return the rules for texts as they are shipped; they take a while to read."""
    return load_rules(None, CATALOGUE)


def gold_facts() -> tuple[Fact, ...]:
    """Return the facts of the five seeds as a careful person read them."""
    files = sorted((ROOT / "tests" / "gold" / "seeds").glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return tuple(fact_from_record(json.loads(line)) for line in lines if line.strip())


def seed_infos() -> tuple[SourceInfo, ...]:
    """Return what the seeds' manifest tells, in its order."""
    manifest = strict_yaml.load(ROOT / "seeds" / "manifest.yaml").value
    assert isinstance(manifest, dict)
    rows = manifest["documents"]
    assert isinstance(rows, list)
    return tuple(_info(row) for row in rows if isinstance(row, dict))


def _info(row: dict[str, strict_yaml.Value]) -> SourceInfo:
    published = row.get("published")
    return SourceInfo(
        id=str(row["id"]),
        title=str(row.get("title") or ""),
        publisher=str(row.get("publisher") or ""),
        published=date.fromisoformat(str(published)) if published else None,
        place=str(row["place"]),
    )


def gold_base() -> FactBase:
    """Return the fact base of the gold facts."""
    return FactBase.of(gold_facts(), seed_infos())


def period_of(text: str) -> Period:
    """Read "2023", "2023-H1", "..2023-12-31" (a stock) or "2023-01-01..2023-08-31"."""
    start, dots, end = text.partition("..")
    if dots:
        return Period(date.fromisoformat(end), date.fromisoformat(start) if start else None)
    if text.endswith("-H1"):
        return Period(date(int(text[:4]), 6, 30), date(int(text[:4]), 1, 1))
    return Period(date(int(text), 12, 31), date(int(text), 1, 1))


def year(number: int) -> Period:
    """Return a calendar year."""
    return Period(date(number, 12, 31), date(number, 1, 1))


def job(
    template: str = "so-ket",
    places: tuple[str, ...] = ("bac-giang", "binh-duong", "binh-thuan"),
    periods: tuple[Period, ...] = (Period(date(2024, 6, 30), date(2022, 1, 1)),),
    issued: date = date(2024, 7, 31),
    scope: Scope = Scope.COMBINED,
    nation: bool = True,  # noqa: FBT001, FBT002  mirrors the key of the config
    compare: tuple[Comparison, ...] = (),
) -> ReportJob:
    """Return a job as the plan makes it from a config."""
    chosen = tuple(CATALOGUE.places[slug] for slug in places)
    config = ReportConfig(
        file="config/reports/thu.yaml",
        name="thu",
        root=ROOT,
        template=template,
        scope=scope,
        places=chosen,
        nation=nation,
        periods=periods,
        compare=compare,
        sources=(),
        letterhead=LetterheadConfig("BỘ MẪU", "VỤ MẪU", "…/BC-VM", "Hà Nội", issued),
        signature=SignatureConfig("TL. BỘ TRƯỞNG", "VỤ TRƯỞNG", ""),
        addressees=(),
        recipients=("Như trên", "Lưu: VT"),
        title="",
        subject="",
        contents=True,
        formats=(Format.PDF,),
    )
    return ReportJob("thu", config, chosen, periods, (), {})


def made_fact(
    indicator: str,
    value: str,
    period: Period,
    *,
    place: str = "binh-thuan",
    level: str | None = None,
    total: str | None = None,
    share: str | None = None,
    approx: Approx | None = None,
    doc: str = "mau",
    start: int = 0,
) -> Fact:
    """Return a fact of a sample source; ``start`` keeps facts of one source apart."""
    quote = f"{value} mẫu"
    return Fact(
        indicator=indicator,
        place=place,
        level=level,
        period=period,
        value=Decimal(value),
        unit=CATALOGUE.indicators[indicator].unit,
        source=Source(doc, start, start + len(quote), quote),
        total=Decimal(total) if total else None,
        share=Decimal(share) if share else None,
        approx=approx,
        printed=value,
        number_start=start,
    )


def told_fact(
    indicator: str,
    value: str,
    *,
    place: str = "binh-thuan",
    level: str | None = None,
    when: str = "2023",
    total: str | None = None,
    share: str | None = None,
    approx: str | None = None,
    change: str | None = None,
    printed: str = "",
    doc: str = "a",
    at: int = 0,
) -> Fact:
    """Return a fact as a test writes it: ``when`` as ``period_of`` reads it, numbers as text."""
    return Fact(
        indicator=indicator,
        place=place,
        level=level,
        period=period_of(when),
        value=Decimal(value),
        unit=CATALOGUE.indicators[indicator].unit,
        source=Source(doc, at, at + len(value), value),
        total=Decimal(total) if total else None,
        share=Decimal(share) if share else None,
        approx=Approx(approx) if approx else None,
        change=_change(change) if change else None,
        printed=printed,
    )


def _change(text: str) -> Change:
    """Read "percent +30 2022"."""
    kind, size, base = text.split(" ", 2)
    direction = Direction.UP if size[0] == "+" else Direction.DOWN
    return Change(ChangeKind(kind), Decimal(size[1:]), direction, base)
