"""The configs that are shipped are right and show every key."""

from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.config import default_configs, load_report_config, make_plan
from generator.config.schema import ReportKeys
from generator.strict_yaml import load as load_yaml
from tests.config.conftest import TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = default_configs(ROOT)


def test_there_are_three() -> None:
    """One config for each template."""
    assert [path.stem for path in SHIPPED] == list(TEMPLATES)


def test_they_make_different_files(catalogue: Catalogue) -> None:
    """All three are built by one command, so no file may be written twice."""
    configs = [load_report_config(path, catalogue, TEMPLATES) for path in SHIPPED]
    jobs = make_plan(configs, catalogue, output_dir=Path("output")).jobs
    assert [job.name for job in jobs] == ["ban-tin", "bao-cao-tinh-binh-thuan", "so-ket"]
    assert all(source.is_dir() for job in jobs for source in job.sources)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_key_is_explained(path: Path) -> None:
    """A remark of the file names each key that the file has."""
    remarks = "\n".join(
        line for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith("#")
    )
    value = load_yaml(path).value
    assert isinstance(value, dict)
    assert {key for key in value if f"{key}:" not in remarks} == set()


def test_the_first_shows_nearly_every_key() -> None:
    """The main example leaves out what its sources lack and the template's own words."""
    value = load_yaml(ROOT / "config" / "reports" / "so-ket.yaml").value
    assert isinstance(value, dict)
    assert set(ReportKeys.model_fields) - set(value) == {
        "bodies",
        "title",
        "subject",
        "index",
        "marked",
        "reference_docx",
    }
