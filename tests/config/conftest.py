"""A project folder with a config to change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.config import ReportConfig, load_report_config

TEMPLATES = ("ban-tin", "bao-cao-tinh", "so-ket")
MINIMAL = "template: so-ket\nprovinces: [binh-thuan]\nperiods: [2024-H1]\n"

Load = Callable[..., ReportConfig]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder with sources, as the current folder."""
    (tmp_path / "sources").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def load(project: Path, catalogue: Catalogue) -> Load:
    """Load a config from its text."""

    def loader(text: str, name: str = "example.yaml") -> ReportConfig:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return load_report_config(Path(name), catalogue, TEMPLATES)

    return loader
