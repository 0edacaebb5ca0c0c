"""Own sentences for each kind: what must be found, and what must not."""

from pathlib import Path

import pytest

from generator import strict_yaml

CASES = strict_yaml.load(Path(__file__).parent / "cases.yaml", shipped=True).value["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case, extract):
    """A text gives its statements and no others."""
    options = {key: case[key] for key in ("title", "place") if key in case}
    found = extract(case["text"], **options)
    expected = case.get("gives", [])
    assert [(str(one.kind), one.text) for one in found] == [
        (row["kind"], row["text"]) for row in expected
    ]
    for one, row in zip(found, expected, strict=True):
        assert {key: str(getattr(one, key)) for key in row} == row


def test_there_are_cases_for_every_kind():
    """Each kind has a positive case, and there are as many texts that give nothing."""
    kinds = {row["kind"] for case in CASES for row in case.get("gives", [])}
    assert kinds == {"achievement", "limit", "cause", "task", "model"}
    assert len([case for case in CASES if "gives" not in case]) >= 15
