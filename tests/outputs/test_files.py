"""A set of files is written whole or not at all."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.errors import RenderError
from generator.outputs import write_files

Fault = Callable[..., object]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def on_call(number: int, real: Fault) -> Fault:
    """Return a function that fails the n-th time, else does what the real one does."""
    calls = [0]

    def faulty(*args: object, **options: object) -> object:
        calls[0] += 1
        if calls[0] == number:
            raise OSError(28, "No space left on device")
        return real(*args, **options)

    return faulty


def test_files_are_written(tmp_path: Path) -> None:
    """All files of a set arrive, folders are made, nothing else is left."""
    out = tmp_path / "out"
    write_files({out / "a.pdf": b"1", out / "deep" / "b.docx": b"2"}, out)
    assert contents(out) == {"a.pdf": b"1", "deep/b.docx": b"2"}


def test_files_are_replaced(tmp_path: Path) -> None:
    """An old file gives way to the new one; others stay."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "other").write_bytes(b"x")
    write_files({tmp_path / "a.pdf": b"new"}, tmp_path)
    assert contents(tmp_path) == {"a.pdf": b"new", "other": b"x"}


def test_paths_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count from the current folder, as those of a plan do."""
    monkeypatch.chdir(tmp_path)
    write_files({Path("output/a.pdf"): b"1"}, Path("output"))
    assert contents(tmp_path) == {"output/a.pdf": b"1"}


def test_rights_follow_the_umask(tmp_path: Path) -> None:
    """Others may read a report if the user's mask allows it."""
    old = os.umask(0o022)
    try:
        write_files({tmp_path / "a.pdf": b"1"}, tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize(
    ("owner", "name"),
    [(os, "replace"), (os, "fsync"), (os, "open")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, number: int
) -> None:
    """Wherever the system refuses, old files keep their bytes and no helper file stays."""
    old = {"a.pdf": b"old a", "b.docx": b"old b"}
    for file, data in old.items():
        (tmp_path / file).write_bytes(data)
    new = {tmp_path / "a.pdf": b"A", tmp_path / "b.docx": b"B", tmp_path / "new/c.html": b"C"}
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, on_call(number, getattr(owner, name)))
        with pytest.raises(RenderError, match="No space left on device"):
            write_files(new, tmp_path)
    assert contents(tmp_path) == old
    assert not (tmp_path / "new").exists()


def test_an_interruption_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C between two files undoes the first."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    real = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "b.pdf":
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "a.pdf": b"A", tmp_path / "b.pdf": b"B"}, tmp_path)
    assert contents(tmp_path) == {"a.pdf": b"old"}


def test_old_files_are_kept_where_links_are_not_possible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without hard links a copy of the old file serves to put it back."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "link", on_call(1, os.link))
    monkeypatch.setattr(Path, "replace", on_call(2, Path.replace))
    with pytest.raises(RenderError):
        write_files({tmp_path / "a.pdf": b"A", tmp_path / "b.pdf": b"B"}, tmp_path)
    assert contents(tmp_path) == {"a.pdf": b"old"}


def test_nothing_is_replaced_that_could_not_be_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where neither a link nor a copy of the old file can be made, it is not touched."""
    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "link", on_call(1, os.link))
    monkeypatch.setattr(shutil, "copy2", on_call(1, shutil.copy2))
    with pytest.raises(RenderError):
        write_files({tmp_path / "a.pdf": b"A"}, tmp_path)
    assert contents(tmp_path) == {"a.pdf": b"old"}


@pytest.mark.parametrize(
    "name", ["../out2/a.pdf", "../a.pdf", "x/../../a.pdf", ".", "", "/elsewhere/a.pdf"]
)
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    """A target outside the folder, or the folder itself, is refused before any work."""
    out = tmp_path / "out"
    with pytest.raises(RenderError, match="outside the output folder"):
        write_files({out / "good.pdf": b"1", out / name: b"2"}, out)
    assert contents(tmp_path) == {}


def test_no_link_is_followed(tmp_path: Path) -> None:
    """A link in the place of a file is refused, and what it points to stays."""
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "precious").write_bytes(b"keep")
    (out / "a.pdf").symlink_to(tmp_path / "precious")
    with pytest.raises(RenderError, match="symbolic link"):
        write_files({out / "a.pdf": b"1"}, out)
    assert (tmp_path / "precious").read_bytes() == b"keep"


def test_no_linked_folder_is_followed(tmp_path: Path) -> None:
    """A link in the place of a folder inside the output folder is refused too."""
    out = tmp_path / "out"
    out.mkdir()
    (tmp_path / "other").mkdir()
    (out / "sub").symlink_to(tmp_path / "other")
    with pytest.raises(RenderError, match="symbolic link"):
        write_files({out / "sub" / "a.pdf": b"1"}, out)
    assert contents(tmp_path / "other") == {}


def test_the_output_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """A user may keep the reports on another disk."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk")
    write_files({tmp_path / "out" / "a.pdf": b"1"}, tmp_path / "out")
    assert contents(tmp_path / "disk") == {"a.pdf": b"1"}


def test_a_folder_in_the_way(tmp_path: Path) -> None:
    """A folder with the name of a report is not removed."""
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(RenderError, match="a folder stands"):
        write_files({tmp_path / "a.pdf": b"1"}, tmp_path)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """A file with the name of the output folder is not removed."""
    (tmp_path / "out").write_bytes(b"keep")
    with pytest.raises(RenderError, match="cannot write"):
        write_files({tmp_path / "out" / "a.pdf": b"1"}, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"keep"


@given(
    st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=20), max_size=4),
    st.dictionaries(st.sampled_from("abcd"), st.binary(max_size=20), min_size=1, max_size=4),
    st.integers(1, 8),
)
@example(old={"a": b""}, new={"a": b"\x00", "b": b"", "c": b"", "d": b""}, number=5)
def test_all_or_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    old: dict[str, bytes],
    new: dict[str, bytes],
    number: int,
) -> None:
    """For any old and new files and any moment of failure: all of the old, or all of the new."""
    folder = tmp_path_factory.mktemp("set")
    for name, data in old.items():
        (folder / name).write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", on_call(number, os.fsync))
        patch.setattr(Path, "replace", on_call(number, Path.replace))
        try:
            write_files({folder / name: data for name, data in new.items()}, folder)
            expected = {**old, **new}
        except RenderError:
            expected = old
    assert contents(folder) == expected
