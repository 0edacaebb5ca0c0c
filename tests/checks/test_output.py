"""Findings as table, JSON, JUnit and SARIF."""

import importlib
import json
import pkgutil
import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from generator import checks
from generator.catalogue import Catalogue
from generator.checks import run_checks
from generator.checks.output import FORMATS, RULES, render
from generator.facts import FactBase
from generator.model.fact import NATION, Fact
from generator.model.finding import Finding
from generator.model.source_text import SourceInfo

MakeFact = Callable[..., Fact]
_RULE = re.compile("[a-z0-9]+(?:-[a-z0-9]+)+")


@pytest.fixture(scope="module")
def found(seed_base: FactBase, catalogue: Catalogue) -> tuple[Finding, ...]:
    """The findings on the gold facts: one of each severity."""
    return run_checks(seed_base, catalogue)


def test_table(found: tuple[Finding, ...], seed_base: FactBase) -> None:
    """Each finding has its place, sentence and arithmetic; the last line counts."""
    text = render(found, seed_base, "table")
    lines = text.splitlines()
    assert lines[0].split() == ["note", "seeds/001_ec065b65f41a331f.txt:4:132"]
    assert lines[1].strip() == RULES["share-truncated"]
    assert not any(one.rule in text for one in found)
    assert "        1.464 + 314 + 167 = 1.945 ≠ 1.836" in lines
    assert "        :29:791 “top 5 trong 63 tỉnh thành có số điểm thấp nhất cả nước”" in lines
    assert lines[-1] == "4 findings: 1 error, 2 warnings, 1 note"


@pytest.mark.parametrize("width", [80, 120])
def test_a_table_keeps_to_the_width(
    found: tuple[Finding, ...], seed_base: FactBase, width: int
) -> None:
    """No line is wider than the terminal, and no word of any quote is lost."""
    text = render(found, seed_base, "table", width)
    assert max(map(len, text.splitlines())) <= width
    words = " ".join(text.split())
    quotes = [" ".join(fact.source.quote.split()) for one in found for fact in one.facts]
    assert all(quote in words for quote in quotes)


def test_nothing_found(seed_base: FactBase) -> None:
    """Every format is whole without a finding."""
    assert render((), seed_base, "table") == "0 findings\n"
    assert json.loads(render((), seed_base, "json")) == []
    assert json.loads(render((), seed_base, "sarif"))["runs"][0]["results"] == []
    suite = etree.fromstring(render((), seed_base, "junit").encode())
    assert suite.get("failures") == "0"
    assert len(suite.findall(".//testcase")) == len(RULES)


def test_json(found: tuple[Finding, ...], seed_base: FactBase) -> None:
    """The facts come in the public form, the used one by its id."""
    rows = json.loads(render(found, seed_base, "json"))
    assert [row["rule"] for row in rows] == [one.rule for one in found]
    levels = rows[2]
    assert [quote["quote"] for quote in rows[-1]["quotes"]] == [
        "top 5 trong 63 tỉnh thành có số điểm thấp nhất cả nước"
    ]
    assert [fact["value"] for fact in levels["facts"]] == ["1836", "1464", "314", "167"]
    assert levels["used"] == levels["facts"][0]["id"]


def test_junit(found: tuple[Finding, ...], seed_base: FactBase) -> None:
    """Errors fail, warnings and notes are told, clean rules pass; the counts are right."""
    suites = etree.fromstring(render(found, seed_base, "junit").encode())
    (suite,) = suites
    cases = suite.findall("testcase")
    assert (suites.tag, suite.tag) == ("testsuites", "testsuite")
    assert int(suite.get("tests")) == len(cases) == len(found) + len(RULES) - 4
    failures = suite.findall("testcase/failure")
    assert [one.get("type") for one in failures] == ["error"] * int(suite.get("failures"))
    assert len(failures) == 1
    assert len(suite.findall("testcase/system-out")) == 3
    assert "txt:52:49 “cấp huyện 314 TTHC”" in failures[0].text
    assert all(case.get("name") and case.get("classname") for case in cases)


def test_sarif(found: tuple[Finding, ...], seed_base: FactBase) -> None:
    """The log has what SARIF 2.1.0 asks for, and each result points into its source."""
    log = json.loads(render(found, seed_base, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, finding in zip(run["results"], found, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] in ("error", "warning", "note")
        assert finding.computation in result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].startswith("seeds/00")
        assert place["region"]["startLine"] > 1
        related = result.get("relatedLocations", [])
        assert len(related) == len(finding.facts) + len(finding.quotes) - 1
        for location in (*result["locations"], *related):
            place = location["physicalLocation"]
            assert _cut_out(place, seed_base) == place["region"]["snippet"]["text"]


def _cut_out(place: Any, base: FactBase) -> str:
    """Return the text of a source between the lines and columns of a region."""
    doc = place["artifactLocation"]["uri"].removeprefix("seeds/").removesuffix(".txt")
    lines, region = base.text_of(doc).split("\n"), place["region"]
    assert region["startLine"] == region["endLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_every_rule_has_its_meaning(found: tuple[Finding, ...]) -> None:
    """The list of rules knows those that are found, and those that the checks name."""
    named = {
        value
        for module in pkgutil.iter_modules(checks.__path__, f"{checks.__name__}.")
        for name, value in vars(importlib.import_module(module.name)).items()
        if name.isupper() and isinstance(value, str) and _RULE.fullmatch(value)
    } - {NATION}
    assert "part-above-whole" in named
    assert named | {one.rule for one in found} <= RULES.keys()


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_marks_of_the_formats_in_a_source_do_no_harm(
    make_fact: MakeFact, catalogue: Catalogue, form: str
) -> None:
    """A title full of markup, quotes and control characters is only text."""
    title = 'Bài <b>"A" & \x00 ]]></b>\nB'
    fact = make_fact("dossiers_on_time", "40", total="38")
    base = FactBase.of([fact], [SourceInfo("a", title, path="thư mục/a b.txt")])
    text = render(run_checks(base, catalogue), base, form)
    if form in ("json", "sarif"):
        assert title in json.dumps(json.loads(text), ensure_ascii=False).replace(
            "\\n", "\n"
        ).replace('\\"', '"').replace("\\u0000", "\x00")
    if form == "sarif":
        assert "th%C6%B0%20m%E1%BB%A5c/a%20b.txt" in text
    if form == "junit":
        failure = etree.fromstring(text.encode()).find(".//failure")
        assert 'Bài <b>"A" &  ]]></b>' in failure.text
    assert "40 > 38" in text or "40 &gt; 38" in text
