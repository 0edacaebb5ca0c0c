"""The manifest of an output folder."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.outputs import ManifestEntry, sha256, tree_hash, update_manifest, versions

ENTRY = ManifestEntry(
    config="c" * 64, template="t" * 64, inputs={"doc": "d"}, files={}, versions={"soket": "1"}
)


def entry(folder: Path, name: str, data: bytes = b"x") -> ManifestEntry:
    """Write one file and return the entry that describes it."""
    (folder / name).write_bytes(data)
    return replace(ENTRY, files={name: sha256(data)})


def reports(folder: Path) -> dict[str, object]:
    """Return the reports of the manifest."""
    return json.loads((folder / "manifest.json").read_text("utf-8"))["reports"]


def test_it_says_what_made_which_bytes(tmp_path: Path) -> None:
    """The entry of a report holds hashes of files and inputs, and the versions."""
    update_manifest(tmp_path, {"so-ket": entry(tmp_path, "so-ket.pdf", b"%PDF")})
    assert reports(tmp_path)["so-ket"] == {
        "config": "c" * 64,
        "template": "t" * 64,
        "inputs": {"doc": "d"},
        "files": {"so-ket.pdf": hashlib.sha256(b"%PDF").hexdigest()},
        "versions": {"soket": "1"},
    }


def test_other_reports_stay(tmp_path: Path) -> None:
    """A build of one report keeps what is known of the others."""
    update_manifest(tmp_path, {"a": entry(tmp_path, "a.pdf"), "b": entry(tmp_path, "b.pdf")})
    update_manifest(tmp_path, {"a": entry(tmp_path, "a.pdf", b"new")})
    assert set(reports(tmp_path)) == {"a", "b"}


def test_reports_whose_files_are_gone_are_left_out(tmp_path: Path) -> None:
    """What a person removed is not spoken of any more."""
    update_manifest(tmp_path, {"a": entry(tmp_path, "a.pdf"), "b": entry(tmp_path, "b.pdf")})
    (tmp_path / "b.pdf").unlink()
    update_manifest(tmp_path, {"a": entry(tmp_path, "a.pdf")})
    assert set(reports(tmp_path)) == {"a"}


def test_equal_builds_write_equal_manifests(tmp_path: Path) -> None:
    """Neither the order of the reports nor the folder shows in the bytes."""
    texts = []
    for name, order in (("one", "ab"), ("two", "ba")):
        folder = tmp_path / name
        folder.mkdir()
        update_manifest(folder, {key: entry(folder, f"{key}.pdf") for key in order})
        texts.append((folder / "manifest.json").read_bytes())
    assert texts[0] == texts[1]
    assert str(tmp_path).encode() not in texts[0]


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"schema": 1}', b'{"schema": 0}', b"{"])
def test_a_broken_manifest_is_written_anew(tmp_path: Path, data: bytes) -> None:
    """A manifest that nothing can read does not stop a build."""
    (tmp_path / "manifest.json").write_bytes(data)
    update_manifest(tmp_path, {"a": entry(tmp_path, "a.pdf")})
    assert set(reports(tmp_path)) == {"a"}


def test_no_report_writes_no_manifest(tmp_path: Path) -> None:
    """A build of which nothing came leaves the folder alone."""
    update_manifest(tmp_path, {})
    assert not list(tmp_path.iterdir())


def test_the_hash_of_files_sees_names_and_contents(tmp_path: Path) -> None:
    """Renaming, moving a byte between files or changing one gives another hash."""
    seen = []
    for number, files in enumerate(
        (
            {"a": b"12", "b": b"3"},
            {"b": b"3", "a": b"12"},
            {"a": b"1", "b": b"23"},
            {"a": b"12", "c": b"3"},
            {"a": b"12"},
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        seen.append(tree_hash({name: folder / name for name in files}))
    assert seen[0] == seen[1]
    assert len(set(seen)) == 4


def test_versions_name_the_program_and_what_draws() -> None:
    """The libraries that shape the bytes are named with their versions."""
    found = versions()
    assert {"soket", "weasyprint", "python-docx", "pango", "harfbuzz"} <= set(found)
    assert list(found) == sorted(found)


def test_builds_side_by_side_keep_each_others_entries(tmp_path: Path) -> None:
    """Reading, changing and writing is one step: no entry is lost between two builds."""
    names = [f"bao-cao-{number}" for number in range(24)]
    made = {name: entry(tmp_path, f"{name}.pdf") for name in names}
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: update_manifest(tmp_path, {name: made[name]}), names))
    assert set(reports(tmp_path)) == set(names)
