"""soket new: a project that is whole from the first moment."""

from pathlib import Path

import pytest

from generator.catalogue import load_catalogue
from generator.cli.projects import load_configs
from tests.cli.conftest import Soket


def test_the_config_is_right(project: Path) -> None:
    """The example config of a new project has no mistake and finds its sources."""
    (config,) = load_configs(())
    assert config.name == "example"
    assert [source.is_dir() for source in config.sources] == [True]
    assert config.places[0] == load_catalogue().places.get("binh-thuan")
    assert project.joinpath("README.md").is_file()


def test_the_sample_says_that_it_is_one(project: Path) -> None:
    """Nobody can take the sample's figures for real ones."""
    first = (project / "sources" / "mau.txt").read_text("utf-8").splitlines()[0]
    assert "VĂN BẢN MẪU" in first
    assert "GIẢ ĐỊNH" in first


@pytest.mark.usefixtures("project")
def test_the_sample_has_facts(soket: Soket) -> None:
    """The extractor reads the sample's figures as they are meant."""
    said = soket("list", "facts")
    assert said.code == 0, said.err
    assert "binh-thuan" in said.out
    assert "2023" in said.out
    assert said.out.count("\n") == 7


@pytest.mark.parametrize("name", ["file", "folder", "link"])
def test_nothing_is_overwritten(soket: Soket, tmp_path: Path, name: str) -> None:
    """A file, a folder with something in it and a link are left as they are."""
    target = tmp_path / name
    if name == "file":
        target.write_text("x", "utf-8")
    elif name == "folder":
        (target / "inside").mkdir(parents=True)
    else:
        target.symlink_to(tmp_path / "elsewhere")
    said = soket("new", target)
    assert said.code == 2
    assert "is there already; expected a folder that is new or empty" in said.err
    assert not (target / "config").exists()


def test_an_empty_folder_is_filled(soket: Soket, tmp_path: Path) -> None:
    """A folder that was made beforehand is as good as none."""
    (tmp_path / "empty").mkdir()
    assert soket("new", tmp_path / "empty").code == 0
    assert (tmp_path / "empty" / "config" / "reports" / "example.yaml").is_file()
