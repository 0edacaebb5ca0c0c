"""soket doctor: what is missing and the one command that mends it."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.cli import doctor
from generator.cli.doctor import Examined, mend
from generator.outputs import versions as version_module
from tests.cli.conftest import Soket


def test_one_command_mends_all() -> None:
    """Packages of the system, Python libraries and rights are mended by one line."""
    line = mend(
        [
            Examined("python", ok=True, found="3.11"),
            Examined("a", ok=False, found="", package="liba"),
            Examined("b", ok=False, found="", package="fonts-b"),
            Examined("c", ok=False, found="", library="c>=1"),
            Examined("d", ok=False, found="", command="chmod u+w 'out'"),
        ]
    )
    assert line.startswith("sudo apt-get install -y liba fonts-b && ")
    assert line.endswith(" -m pip install 'c>=1' && chmod u+w 'out'")
    assert mend([Examined("python", ok=True, found="3.11")]) == ""


def test_a_missing_library_is_found(soket: Soket, monkeypatch: pytest.MonkeyPatch) -> None:
    """A shared library that is not there is named with its package, and the code is 1."""
    monkeypatch.setitem(doctor.SHARED, "no-such-library", "libnothing0")
    said = soket("doctor", "--format", "json")
    found = json.loads(said.out)
    row = next(row for row in found["checks"] if row["name"] == "libno-such-library")
    assert not row["ok"]
    assert "libnothing0" in found["mend"]
    assert f"to mend it: {found['mend']}" in said.err
    assert said.code == 1


def test_a_missing_font_is_found(soket: Soket, monkeypatch: pytest.MonkeyPatch) -> None:
    """A font that fontconfig does not list is named with its package."""
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 0, "", "")
    )
    found = json.loads(soket("doctor", "--format", "json").out)
    assert {"name": "font Liberation Serif", "ok": False, "found": ""} in found["checks"]
    assert doctor.FONT_PACKAGES[-1] in found["mend"]


def test_the_package_is_that_of_this_system(soket: Soket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian 12 has all Vietnamese letters in fonts-liberation2 only; its letters are asked for."""
    asked: list[list[str]] = []

    def answer(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        known = command[1:] == ["show", "fonts-liberation2"]
        return subprocess.CompletedProcess(command, 0, "Package: fonts-liberation2" * known, "")

    monkeypatch.setattr(subprocess, "run", answer)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: f"/usr/bin/{name}")
    found = json.loads(soket("doctor", "--format", "json").out)
    assert "fonts-liberation2" in found["mend"]
    assert any("charset=1a1" in word for command in asked for word in command)


def test_a_place_that_cannot_be_written(soket: Soket, tmp_path: Path) -> None:
    """An output folder inside something that refuses files is found."""
    said = soket("doctor", "--format", "json", "--output", "/proc/reports")
    row = next(row for row in json.loads(said.out)["checks"] if "/proc" in row["name"])
    assert not row["ok"]
    said = soket("doctor", "--format", "json", "--output", tmp_path / "a" / "b")
    row = next(row for row in json.loads(said.out)["checks"] if "writing" in row["name"])
    assert row["ok"]
    assert not (tmp_path / "a").exists()


def test_it_knows_what_is_declared(soket: Soket) -> None:
    """The libraries that draw and render are looked at, with their versions."""
    rows = {
        row["name"]: row for row in json.loads(soket("doctor", "--format", "json").out)["checks"]
    }
    assert rows["weasyprint"]["found"] == version_module()["weasyprint"]
    assert rows["libharfbuzz-subset"]["ok"]
