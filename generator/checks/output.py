"""Findings as text for people and for machines: table, JSON, JUnit, SARIF.

Pure functions: findings and the base that they came from to one text.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from generator.facts import FactBase, record_of
from generator.model.fact import Fact, Source
from generator.model.finding import Finding, Severity
from generator.vi.printing import number

WIDTH = 120
"""Columns of a table that goes to no terminal."""
_INDENT = " " * 8
_LEAST_WIDTH = 40
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
TOOL = "soket"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

RULES: Mapping[str, str] = {
    "change-mismatch": "A printed change is not that between the two figures.",
    "denial": "Words deny what a figure of the same place and time tells.",
    "direction-claim": "A rise or fall told in words contradicts the figures.",
    "jump": "A figure left all proportion with no word of it in the source.",
    "field-ended": "A rank is one among more provinces than there are.",
    "level-ended": "A figure of the district level is of after that level's end.",
    "period-unfinished": "A figure is of a time that was not over when its source was published.",
    "part-above-whole": "A part is more than the whole that another figure counts.",
    "parts-sum": "Parts do not add up to their whole.",
    "period-above-longer": "A period has more than a longer one that contains it.",
    "time-parts-sum": "Parts of a time do not add up to the figure of the whole.",
    "province-above-nation": "A place has more than the whole country.",
    "level-above-whole": "A level has more than the whole place.",
    "state-below-result": "A state at a day is below the result of a period before it.",
    "state-as-result": "A state at a day is also told as the result of a period.",
    "rank-claim": "A claim to be among the first or last contradicts the rank beside it.",
    "rank-order": "The higher score has the worse rank.",
    "rate-count": "A rate is not that of the counts beside it.",
    "rate-levels": "A rate lies outside those of its levels.",
    "review-added": "A person added a figure that was not found.",
    "review-corrected": "A person corrected a figure.",
    "review-excluded": "A person took a figure out.",
    "review-used": "A person decided which figure is used.",
    "share-above-100": "A share or rate is above 100 %.",
    "share-denominator": "A share fits no denominator that the source knows.",
    "share-mismatch": "A printed share is not that of its a/b.",
    "share-truncated": "A printed share was cut off in place of rounded.",
    "shares-counts": "Shares of a partition are not those of its counts.",
    "shares-total": "Shares of a partition do not add to 100 %.",
    "sources-disagree": "One measure is told with different figures.",
    "merger-sum": "A figure of the area of today is not the sum of its old provinces.",
    "stock-flow": "A change was taken between a stock and a flow.",
    "value-above-total": "A part is larger than its whole.",
}
"""Stable names of the checks and what each means."""


def render(findings: Sequence[Finding], base: FactBase, form: str, width: int = WIDTH) -> str:
    """Return findings in a format of ``FORMATS``; a table is ``width`` columns wide.

    Raises KeyError for another format.
    """
    if form == "table":
        return to_table(findings, base, width)
    return FORMATS[form](findings, base)


def _where(fact: Fact, base: FactBase) -> str:
    """Return ``FILE:LINE:COLUMN`` of a fact, only the file where no more is known."""
    return _place(fact.source.doc, base.position_of(fact), base)


def _first(finding: Finding, base: FactBase) -> str:
    """Return where the first words stand that a finding is about."""
    if finding.facts:
        return _where(finding.facts[0], base)
    source = finding.source
    return _place(source.doc, base.position_at(source.doc, source.start), base)


def _place(doc: str, position: tuple[int, int], base: FactBase) -> str:
    """Return a position in a source as ``FILE:LINE:COLUMN``."""
    path, (line, column) = base.path_of(doc), position
    return f"{path}:{line}:{column}" if line else path


def _quotes(finding: Finding, base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield place and words of each sentence behind a finding, on one line in quotation marks.

    A part of a longer quote is left out.
    """
    found: dict[str, str] = {}
    for fact in finding.facts:
        found.setdefault(" ".join(fact.source.quote.split()), _where(fact, base))
    for source in finding.quotes:
        position = base.position_at(source.doc, source.start)
        found[" ".join(source.quote.split())] = _place(source.doc, position, base)
    decided = _decided(finding)
    for words, where in found.items():
        if words in decided or not any(words in other for other in found if other != words):
            yield where, f"“{words}”{decided.get(words, '')}"


def _decided(finding: Finding) -> dict[str, str]:
    """Return behind each quote the figures that a person put in the place of its own.

    The computation uses those, the quote has the others.
    """
    found: dict[str, str] = {}
    for fact in finding.facts:
        was = fact.review.was if fact.review else None
        changed = [
            (getattr(was, name), size)
            for name in ("value", "total", "share")
            if was is not None and (size := getattr(fact, name)) != getattr(was, name)
        ]
        told = (f"{number(old)} → {number(new)}" for old, new in changed if old and new)
        words = " ".join(fact.source.quote.split())
        for one in told:
            found[words] = f"{found.get(words, '')} (điều chỉnh qua rà soát: {one})"
    return found


# ---------------------------------------------------------------- table


def to_table(findings: Sequence[Finding], base: FactBase, width: int = WIDTH) -> str:
    """Return findings for a terminal: severity, place, what it is, sentence, arithmetic, quotes."""
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{finding.severity.value:<8}{_first(finding, base)}")
        lines += _wrapped(RULES.get(finding.rule, finding.rule), width)
        lines += _wrapped(finding.message, width)
        lines += _wrapped(finding.computation, width)
        for where, words in _quotes(finding, base):
            line = where.removeprefix(base.path_of(finding.source.doc))
            lines += _wrapped(f"{line} {words}", width, hanging="  ")
    return "\n".join([*lines, _counted(findings)]) + "\n"


def _wrapped(text: str, width: int, hanging: str = "") -> list[str]:
    """Return a text in lines of a terminal, each indented; a word is never broken."""
    return textwrap.wrap(
        text,
        max(width, _LEAST_WIDTH),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT + hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _counted(findings: Sequence[Finding]) -> str:
    """Return "3 findings: 1 error, 1 warning, 1 note"."""
    counts = [
        (sum(one.severity is severity for one in findings), severity.value) for severity in Severity
    ]
    told = ", ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count)
    total = f"{len(findings)} finding{'s' * (len(findings) != 1)}"
    return f"{total}: {told}" if told else total


# ---------------------------------------------------------------- json


def to_json(findings: Sequence[Finding], base: FactBase) -> str:
    """Return findings as a JSON array; facts in the public form of the contract."""
    rows = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            "computation": finding.computation,
            "location": _first(finding, base),
            "facts": [{"id": fact.id, **record_of(fact)} for fact in finding.facts],
            "quotes": [_quote_record(source) for source in finding.quotes],
            "used": finding.used.id if finding.used else None,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _quote_record(source: Source) -> dict[str, Any]:
    """Return a sentence in the form of a fact's source."""
    return {"doc": source.doc, "start": source.start, "end": source.end, "quote": source.quote}


# ---------------------------------------------------------------- junit


def to_junit(findings: Sequence[Finding], base: FactBase) -> str:
    """Return findings as JUnit XML: a test case for each, and one for each clean rule.

    Only errors fail, as the exit code does; warnings and notes are told in
    ``system-out``.
    """
    told = {finding.rule for finding in findings}
    cases = [_case(number, finding, base) for number, finding in enumerate(findings, start=1)]
    cases += [_element(rule, rule) for rule in RULES if rule not in told]
    failures = sum(finding.severity is Severity.ERROR for finding in findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    body = "".join(f"    {case}\n" for case in cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="{TOOL} check" {counts}>\n'
        f'  <testsuite name="{TOOL} check" {counts} skipped="0">\n{body}  </testsuite>\n'
        "</testsuites>\n"
    )


def _case(number: int, finding: Finding, base: FactBase) -> str:
    """Return the test case of one finding."""
    where = _first(finding, base)
    quotes = "".join(f"\n{place} {words}" for place, words in _quotes(finding, base))
    text = _xml(f"{where}\n{finding.message}\n{finding.computation}{quotes}")
    if finding.severity is Severity.ERROR:
        inner = (
            f"<failure message={quoteattr(_plain(finding.message))}"
            f' type="{finding.severity.value}">{text}</failure>'
        )
    else:
        inner = f"<system-out>{text}</system-out>"
    return _element(finding.rule, f"{number}. {where}", inner)


def _element(rule: str, name: str, inner: str = "") -> str:
    """Return a test case element."""
    head = f'<testcase classname="{TOOL}.{rule}" name={quoteattr(_plain(name))}'
    return f"{head}>{inner}</testcase>" if inner else f"{head}/>"


def _plain(text: str) -> str:
    """Leave out the characters that XML 1.0 cannot hold."""
    return _NO_XML.sub("", text)


def _xml(text: str) -> str:
    """Return text for an XML element."""
    return escape(_plain(text))


# ---------------------------------------------------------------- sarif


def to_sarif(findings: Sequence[Finding], base: FactBase) -> str:
    """Return findings as a SARIF 2.1.0 log; offsets are of the NFC text."""
    rules = [{"id": rule, "shortDescription": {"text": meaning}} for rule, meaning in RULES.items()]
    run = {
        "tool": {"driver": {"name": TOOL, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, base) for finding in findings],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, base: FactBase) -> dict[str, Any]:
    """Return one SARIF result; the other facts are related locations."""
    quoted = (*(fact.source for fact in finding.facts), *finding.quotes)
    first, *others = (_location(source, base) for source in quoted)
    related = [{"id": number, **place} for number, place in enumerate(others, start=1)]
    computation = f"({finding.computation})" if finding.computation else ""
    result = {
        "ruleId": finding.rule,
        "ruleIndex": list(RULES).index(finding.rule),
        "level": finding.severity.value,
        "message": {"text": " ".join(filter(None, (finding.message, computation)))},
        "locations": [first],
        "partialFingerprints": {"facts/v1": _fingerprint(finding)},
    }
    return {**result, "relatedLocations": related} if related else result


def _fingerprint(finding: Finding) -> str:
    """Return the names of the facts of a finding, of one without any those of its sentences."""
    if finding.facts:
        return "-".join(fact.id for fact in finding.facts)
    return "-".join(f"{one.doc}:{one.start}" for one in finding.quotes)


def _location(source: Source, base: FactBase) -> dict[str, Any]:
    """Return the place of a sentence in its source; columns count code points."""
    region: dict[str, Any] = {
        "charOffset": source.start,
        "charLength": source.end - source.start,
    }
    (line, column), (last, end) = (
        base.position_at(source.doc, offset) for offset in (source.start, source.end)
    )
    if line:
        region = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": end}
    region["snippet"] = {"text": source.quote}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(base.path_of(source.doc))},
            "region": region,
        }
    }


def _uri(path: str) -> str:
    """Return a path as a URI reference."""
    return quote(path.replace("\\", "/"))


FORMATS: Mapping[str, Callable[[Sequence[Finding], FactBase], str]] = {
    "table": to_table,
    "json": to_json,
    "junit": to_junit,
    "sarif": to_sarif,
}
"""How findings can be written, by the names of the command line."""
