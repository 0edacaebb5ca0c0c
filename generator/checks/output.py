"""Findings as text for people and for machines: table, JSON, JUnit, SARIF.

Pure functions: findings and the base that they came from to one text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from generator.facts import FactBase, record_of
from generator.model.fact import Fact
from generator.model.finding import Finding, Severity

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
TOOL = "soket"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

RULES: Mapping[str, str] = {
    "change-mismatch": "A printed change is not that between the two figures.",
    "jump": "A count changed tenfold with no word of it in the source.",
    "parts-sum": "Parts do not add up to their whole.",
    "rank-order": "The higher score has the worse rank.",
    "rate-count": "A rate is not that of the counts beside it.",
    "rate-levels": "A rate lies outside those of its levels.",
    "share-above-100": "A share or rate is above 100 %.",
    "share-denominator": "A share fits no denominator that the source knows.",
    "share-mismatch": "A printed share is not that of its a/b.",
    "share-truncated": "A printed share was cut off in place of rounded.",
    "shares-counts": "Shares of a partition are not those of its counts.",
    "shares-total": "Shares of a partition do not add to 100 %.",
    "sources-disagree": "One measure is told with different figures.",
    "stock-flow": "A change was taken between a stock and a flow.",
    "value-above-total": "A part is larger than its whole.",
}
"""Stable names of the checks and what each means."""


def render(findings: Sequence[Finding], base: FactBase, form: str) -> str:
    """Return findings in a format of ``FORMATS``. Raises KeyError for another."""
    return FORMATS[form](findings, base)


def _where(fact: Fact, base: FactBase) -> str:
    """Return ``FILE:LINE:COLUMN`` of a fact, only the file where no more is known."""
    path = base.path_of(fact.source.doc)
    line, column = base.position_of(fact)
    return f"{path}:{line}:{column}" if line else path


# ---------------------------------------------------------------- table


def to_table(findings: Sequence[Finding], base: FactBase) -> str:
    """Return findings for a terminal: severity, rule, place, sentence, arithmetic."""
    lines = []
    for finding in findings:
        lines.append(f"{finding.severity.value:<8}{finding.rule}  {_where(finding.facts[0], base)}")
        lines.append(f"        {finding.message}")
        if finding.computation:
            lines.append(f"        {finding.computation}")
    return "\n".join([*lines, _counted(findings)]) + "\n"


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
            "location": _where(finding.facts[0], base),
            "facts": [{"id": fact.id, **record_of(fact)} for fact in finding.facts],
            "used": finding.used.id if finding.used else None,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


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
    where = _where(finding.facts[0], base)
    text = _xml(f"{where}\n{finding.message}\n{finding.computation}")
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
    first, *others = finding.facts
    related = [
        {"id": number, **_location(fact, base)} for number, fact in enumerate(others, start=1)
    ]
    result = {
        "ruleId": finding.rule,
        "ruleIndex": list(RULES).index(finding.rule),
        "level": finding.severity.value,
        "message": {"text": f"{finding.message} ({finding.computation})"},
        "locations": [_location(first, base)],
        "partialFingerprints": {"facts/v1": "-".join(fact.id for fact in finding.facts)},
    }
    return {**result, "relatedLocations": related} if related else result


def _location(fact: Fact, base: FactBase) -> dict[str, Any]:
    """Return the place of a fact in its source."""
    source = fact.source
    line, column = base.position_of(fact)
    region: dict[str, Any] = {
        "charOffset": source.start,
        "charLength": source.end - source.start,
        "snippet": {"text": source.quote},
    }
    if line:
        region = {"startLine": line, "startColumn": column, "snippet": {"text": source.quote}}
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
