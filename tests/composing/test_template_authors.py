"""Authors of templates: own folders, errors that point at the line, a true description."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.catalogue import load_language
from generator.cli.app import run
from generator.composing import compose
from generator.composing.dialect import _HANDLERS
from generator.composing.elements import ATTRIBUTES
from generator.composing.environment import make_environment
from generator.errors import RenderError
from generator.paths import shipped_root
from generator.report import build_report
from generator.report.model import ReportModel
from tests.hard_cases.making import HEAD, built, project, texts
from tests.material import CATALOGUE, gold_base, job

GUIDE = (shipped_root() / "templates" / "README.md").read_text(encoding="utf-8")
LANGUAGE = load_language()
SHIPPED = shipped_root() / "templates"
FACT = {"nguon/mot.txt": "Năm 2023, tỉnh Bình Thuận tiếp nhận 12.345 hồ sơ thủ tục hành chính.\n"}
CONFIG = f"provinces: [binh-thuan]\nperiods: [2023]\nsources: [nguon/]\n{HEAD}"


def failing(folder: Path, template: str) -> RenderError:
    """Run a template that fails; return its error."""
    (folder / "thu").mkdir()
    (folder / "thu/report.xml.j2").write_text(template, encoding="utf-8")
    chosen = job("thu")
    model = build_report(chosen, gold_base(), (), (), CATALOGUE, LANGUAGE)
    with pytest.raises(RenderError) as caught:
        compose(model, chosen.config, CATALOGUE, LANGUAGE, (folder, SHIPPED))
    return caught.value


@pytest.mark.parametrize(
    ("template", "said", "hint"),
    [
        ("\n<p>{{ modle.groups }}</p>", "'modle' is undefined", "'model'"),
        ("\n<p>{{ model.headline }}</p>", "no attribute 'headline'", "'headlines'"),
        ("\n<p>{{ say.valeu(1) }}</p>", "no attribute 'valeu'", "'value'"),
        (
            '\n<p>{{ say.phrase("online_dosiers").noun }}</p>',
            "no indicator 'online_dosiers'",
            "'online_dossiers'",
        ),
        ('\n{{ stop("thiếu số liệu") }}', "thiếu số liệu", ""),
    ],
)
def test_an_error_names_file_line_and_the_nearest_name(
    tmp_path: Path, template: str, said: str, hint: str
) -> None:
    """A misspelt variable, attribute or indicator is answered with the one that exists."""
    error = failing(tmp_path, template)
    assert error.location is not None
    assert error.location.file.endswith("thu/report.xml.j2")
    assert error.location.line == 2
    assert said in error.message
    assert hint in error.hint


@pytest.mark.parametrize(
    ("template", "said", "hint"),
    [
        ('<p rolle="item">a</p>', "unknown attribute 'rolle'", "'role'"),
        ('<tabel id="a"/>', "unknown block <tabel>", "'table'"),
    ],
)
def test_a_misspelt_element_is_not_lost(
    tmp_path: Path, template: str, said: str, hint: str
) -> None:
    """What the dialect does not know is refused, with the nearest that it knows."""
    error = failing(tmp_path, template)
    assert said in error.message
    assert hint in error.hint


@pytest.mark.parametrize(
    ("template", "said", "inside"),
    [
        (
            '{% import "_shared/tables.j2" as s with context %}\n{{ s.level_table(none, 0) }}',
            "'id' is asked of a value that is not there",
            r"_shared/tables\.j2:\d+",
        ),
        (
            (
                '{% import "_shared/parts.j2" as p with context %}{{ p.sources_appendix() }}'
                "\n{{ p.sources_appendix() }}"
            ),
            "the id 'nguon' stands twice",
            r"_shared/parts\.j2:\d+:\d+",
        ),
    ],
)
def test_what_fails_in_a_shipped_macro_is_told_at_the_line_that_runs_it(
    tmp_path: Path, template: str, said: str, inside: str
) -> None:
    """The author's own file and line come first, the place in the shipped file behind."""
    error = failing(tmp_path, template)
    assert error.location is not None
    assert error.location.file.endswith("thu/report.xml.j2")
    assert error.location.line == 2
    assert re.search(rf"^.*{said} \(in {inside}\)$", error.message)


def test_the_guide_lists_the_dialect_and_nothing_else() -> None:
    """Each element and attribute of the guide exists, and each that exists is in the guide."""
    rows = re.findall(r"^\| `<(\w+)>` \|([^|]*)\|", GUIDE, re.MULTILINE)
    listed = {name: tuple(re.findall(r"`(\w+)`", cell)) for name, cell in rows}
    assert listed == dict(ATTRIBUTES)
    assert set(_HANDLERS) <= set(ATTRIBUTES)


def test_the_guide_lists_filters_and_parts_of_the_model() -> None:
    """No filter of ours and no part of the model is left undescribed."""
    plain = set(make_environment(()).filters) - set(__import__("jinja2").Environment().filters)
    assert {name for name in plain if f"`{name}`" not in GUIDE} == set()
    parts = set(ReportModel.__dataclass_fields__)
    assert {name for name in parts if f"`{name}`" not in GUIDE} == set()


def test_the_example_of_the_guide_builds(tmp_path: Path) -> None:
    """A project's own template extends the shipped ones: the guide's example, as it stands."""
    example = re.search(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    files = {**FACT, "templates/phieu/report.xml.j2": example[1]}
    config = project(tmp_path, f"template: phieu\n{CONFIG}", files)
    for text in texts(built(config, tmp_path / "output")).values():
        assert "12.345" in text
        assert "PHIẾU SỐ LIỆU" in text


def test_a_project_overrides_a_shipped_template(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of the same name in the project wins; other templates stay as shipped."""
    own = (
        '<letterhead/><title kind="TỜ TRÌNH">Của riêng</title>'
        "<p>{{ say.exact(model.appendix[0].fact) }}</p>"
    )
    files = {**FACT, "templates/ban-tin/report.xml.j2": own}
    config = project(tmp_path, f"template: ban-tin\n{CONFIG}", files)
    for text in texts(built(config, tmp_path / "output")).values():
        assert "TỜ TRÌNH" in text
    capsys.readouterr()
    assert run(["list", "templates"]) == 0
    assert {"ban-tin", "chi-so", "so-ket"} <= set(capsys.readouterr().out.split())
