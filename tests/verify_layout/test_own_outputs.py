"""The shipped reports keep every layout rule, in both formats."""

from __future__ import annotations

from pathlib import Path

from generator.cli.app import run
from generator.verify.layout import check_layout
from generator.verify.layout.parts import parts_of
from generator.verify.layout.pdf.reader import read_pdf
from generator.verify.layout.rules import load_rules
from generator.verify.layout.word.reader import read_word
from tests.verify_layout.spoiling import CASES, spoiled

REPORT = "bao-cao-tinh-binh-thuan"


def test_no_shipped_report_breaks_a_rule(reports: dict[str, Path]) -> None:
    """Three reports as DOCX and PDF: nothing is found."""
    assert len(reports) == 6
    assert {name: check_layout(path) for name, path in reports.items()} == dict.fromkeys(
        reports, ()
    )


def test_all_components_are_found(reports: dict[str, Path]) -> None:
    """What has no objection was looked at: head, text, signature and appendices are found."""
    rules = load_rules()
    for name, read in ((f"{REPORT}.docx", read_word), (f"{REPORT}.pdf", read_pdf)):
        parts = parts_of(read(reports[name].read_bytes(), name), rules.words)
        wanted = {key for key, rule in rules.components.items() if rule.required}
        assert wanted <= set(parts.found)
        assert {"addressee", "heading", "subheading"} <= set(parts.found)
        assert [one.word.text for one in parts.appendices] == [
            "Phụ lục I",
            "Phụ lục II",
            "Phụ lục III",
        ]
        assert len(parts.body) > 20


def test_the_command_names_rule_found_and_place(
    reports: dict[str, Path], tmp_path: Path, capsys
) -> None:
    """``soket verify --layout`` says what is wrong on stdout and ends with code 1."""
    path = tmp_path / "wrong.docx"
    case = next(one for one in CASES if one.name == "left")
    path.write_bytes(spoiled(reports[f"{REPORT}.docx"].read_bytes(), case.part, case.change))
    assert run(["verify", "--layout", str(path)]) == 1
    said = capsys.readouterr().out
    assert "section 1" in said
    assert "left 26.5 mm, right is 30–35 mm" in said
    assert "NĐ 30/2020, Phụ lục I, mục I.3" in said
