"""What a build did, for programs and for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.building import ReportResult
from generator.errors import SoketError
from generator.model.finding import Diagnostic, Finding

SCHEMA = 1
MOST_PLACES = 4


def summary_json(results: Sequence[ReportResult]) -> str:
    """Return the summary as JSON: reports with their files, findings, errors."""
    reports = [_report(one) for one in results]
    return json.dumps({"schema": SCHEMA, "reports": reports}, ensure_ascii=False, indent=2)


def _report(one: ReportResult) -> dict[str, object]:
    """Return one report; "status" is "written" or "failed"."""
    return {
        "name": one.name,
        "status": "failed" if one.errors else "written",
        "files": [{"path": path.as_posix(), "sha256": sha} for path, sha in one.files.items()],
        "findings": [_finding(finding) for finding in one.findings],
        "remarks": [_remark(remark) for remark in one.remarks],
        "missing": [{"indicator": indicator, "place": place} for indicator, place in one.missing],
        "errors": [_error(error) for error in one.errors],
    }


def _finding(finding: Finding) -> dict[str, object]:
    """Return one finding; its facts by their ids."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "computation": finding.computation,
        "facts": [fact.id for fact in finding.facts],
        "used": finding.used.id if finding.used else None,
    }


def _remark(remark: Diagnostic) -> dict[str, object]:
    """Return a remark on the reading of a source."""
    return {
        "severity": remark.severity.value,
        "message": remark.message,
        "location": remark.location,
    }


def _error(error: SoketError) -> dict[str, object]:
    """Return one error with its parts apart."""
    return {
        "message": error.message,
        "location": str(error.location) if error.location else None,
        "expected": error.expected,
        "hint": error.hint,
        "exit_code": error.exit_code,
    }


def summary_lines(results: Sequence[ReportResult]) -> Iterator[str]:
    """Yield what was written for people, a line for each file and each remark."""
    for one in results:
        for path in one.files:
            yield f"wrote {path}"
        if one.findings:
            yield f"{one.name}: its data give {_counted(one.findings)}"
        for places, indicators in _by_places(one.missing):
            yield f"{one.name}: not found for {places}: {', '.join(indicators)}"


def _counted(findings: Sequence[Finding]) -> str:
    """Return "3 findings (1 error, 2 warnings)" for the findings of a report."""
    counts = Counter(finding.severity.value for finding in findings)
    parts = (f"{count} {name}{'s' * (count > 1)}" for name, count in sorted(counts.items()))
    return f"{len(findings)} finding{'s' * (len(findings) > 1)} ({', '.join(parts)})"


def _by_places(missing: Sequence[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Yield places with the indicators that no source gives for any of them."""
    places: dict[str, list[str]] = {}
    for indicator, place in missing:
        places.setdefault(indicator, []).append(place)
    groups: dict[tuple[str, ...], list[str]] = {}
    for indicator, slugs in places.items():
        groups.setdefault(tuple(slugs), []).append(indicator)
    for together, indicators in groups.items():
        yield _named(together), indicators


def _named(slugs: tuple[str, ...]) -> str:
    """Return the places in one phrase; JSON has those that are only counted here."""
    shown = ", ".join(slugs[:MOST_PLACES])
    more = len(slugs) - MOST_PLACES
    return f"{shown} and {more} more" if more > 0 else shown
