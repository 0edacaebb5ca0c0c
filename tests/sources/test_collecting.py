"""Folders, manifests and single files: order, descriptions, errors beside results."""

from datetime import date
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model.source_text import SourceInfo
from generator.sources import limits, read_source, read_sources
from tests.sources.making import docx, par, run, write

MANIFEST = """documents:
  - id: hai
    file: b.txt
    title: Tin thứ hai
    publisher: Báo Ví Dụ
    published: 2024-07-31
    url: https://example.org/b
    place: ha-noi
    window: decree-09
  - file: a.txt
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a manifest, two documents in it and three beside it."""
    write(tmp_path / "manifest.yaml", MANIFEST)
    for name in ("a.txt", "b.txt", "c.md", "README.md", "review.yaml", ".hidden.txt", "p.png"):
        write(tmp_path / name, f"Văn bản {name}.")
    write(tmp_path / "sub/d.txt", "Văn bản d.")
    return tmp_path


def test_order_and_description(folder: Path) -> None:
    """First the manifest's order, then the rest by name, then inner folders."""
    texts, errors = read_sources([folder])
    assert errors == ()
    assert [text.info.id for text in texts] == ["hai", "a", "c", "d"]
    assert texts[0].info == SourceInfo(
        id="hai",
        title="Tin thứ hai",
        publisher="Báo Ví Dụ",
        published=date(2024, 7, 31),
        url="https://example.org/b",
        place="ha-noi",
        window="decree-09",
        path=(folder / "b.txt").as_posix(),
    )


def test_single_file_uses_the_manifest_beside_it(folder: Path) -> None:
    """A file given by itself has the same description as in its folder."""
    assert read_source(folder / "b.txt").info.title == "Tin thứ hai"
    assert read_source(folder / "c.md").info == SourceInfo("c", path=(folder / "c.md").as_posix())


def test_given_description_wins(folder: Path) -> None:
    """A description given by the caller is used; only its path is filled in."""
    info = read_source(folder / "b.txt", info=SourceInfo("x")).info
    assert info == SourceInfo("x", path=(folder / "b.txt").as_posix())


def test_path_is_relative_as_given(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder gives relative paths."""
    monkeypatch.chdir(seeds.parent)
    assert read_sources([Path("seeds")]).texts[0].info.path == "seeds/000_9457241f541ae05e.txt"


def test_a_document_is_read_once(folder: Path) -> None:
    """A file given beside its folder is not read twice."""
    texts, errors = read_sources([folder / "a.txt", folder, folder])
    assert [text.info.id for text in texts] == ["a", "hai", "c", "d"]
    assert errors == ()


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    """Each unreadable document is one error, the others are read."""
    write(folder / "b.txt", b"\x00\x01\x02" * 100)
    write(folder / "e.pdf", b"no pdf")
    write(folder / "f.doc", b"old")
    texts, errors = read_sources([folder, folder / "nowhere.txt"])
    assert [text.info.id for text in texts] == ["a", "c", "d"]
    assert [str(error).split(":")[0].rpartition("/")[2] for error in errors] == [
        "b.txt",
        "e.pdf",
        "f.doc",
        "nowhere.txt",
    ]
    assert all(isinstance(error, InputError) and error.hint for error in errors)


def test_missing_document_names_its_line(folder: Path) -> None:
    """A listed file that is not there is an error at its entry."""
    (folder / "a.txt").unlink()
    (error,) = read_sources([folder]).errors
    assert str(error).startswith(f"{folder}/manifest.yaml:10:1: the file 'a.txt'")


@pytest.mark.parametrize(
    ("manifest", "line", "word"),
    [
        ("documents:\n  - file: a.txt\n    titel: x\n", 3, "did you mean 'title'"),
        ("documents:\n  - file: a.txt\n    published: 31/7/2024\n", 3, "a day like 2024-07-31"),
        ("documents:\n  - file: a.txt\n    window: week\n", 3, "calendar or decree-09"),
        ("documents:\n  - file: a.txt\n    place: tỉnh Hà Nộii\n", 3, "did you mean 'ha-noi'"),
        ("documents:\n  - file: a.txt\n    place: binh-thaun\n", 3, "did you mean 'binh-thuan'"),
        ("documents:\n  - title: x\n", 2, "'file' is missing"),
        ("documents:\n  - file: ../a.txt\n", 2, "leads out of the folder"),
        ("documents:\n  - file: /etc/passwd\n", 2, "leads out of the folder"),
        ("documents:\n  - a.txt\n", 2, "no document"),
        ("documents:\n  - file: a.txt\n    title: [x]\n", 3, "no text"),
        ("document:\n  - file: a.txt\n", 1, "unknown key 'document'"),
        ("- a\n", 1, "no list of documents"),
        ("documents: {a: b}\n", 1, "no list of documents"),
        ("documents: [\n", 2, "not valid YAML"),
    ],
)
def test_wrong_manifest(tmp_path: Path, manifest: str, line: int, word: str) -> None:
    """Each mistake of a manifest is named with its line, as an InputError."""
    write(tmp_path / "manifest.yaml", manifest)
    write(tmp_path / "z.txt", "Văn bản z.")
    (error,) = read_sources([tmp_path]).errors
    assert isinstance(error, InputError)
    assert str(error).startswith(f"{tmp_path}/manifest.yaml:{line}:")
    assert word in str(error)


def test_a_wrong_entry_is_not_read_undescribed(tmp_path: Path) -> None:
    """A document whose entry is wrong is left out; its figures would get wrong days."""
    write(tmp_path / "manifest.yaml", "documents:\n  - {file: a.txt, published: x}\n")
    write(tmp_path / "a.txt", "Văn bản a.")
    texts, errors = read_sources([tmp_path])
    assert texts == ()
    assert len(errors) == 1


def test_two_documents_with_one_id(tmp_path: Path) -> None:
    """Facts name their document by its id, so a second one is refused."""
    write(tmp_path / "a.txt", "Văn bản a.")
    write(tmp_path / "a.md", "Văn bản khác.")
    texts, errors = read_sources([tmp_path])
    assert [text.info.path.rpartition("/")[2] for text in texts] == ["a.md"]
    assert "already that of" in str(errors[0])


@pytest.mark.parametrize("place", ["quoc-gia", "bo-noi-vu", "binh-thuan"])
def test_places(tmp_path: Path, place: str) -> None:
    """The place of a document is the country, a province or a ministry."""
    write(tmp_path / "manifest.yaml", f"documents:\n  - {{file: a.txt, place: {place}}}\n")
    write(tmp_path / "a.txt", "Văn bản a.")
    assert read_sources([tmp_path]).texts[0].info.place == place


def test_empty_manifest(tmp_path: Path) -> None:
    """An empty manifest describes nothing and breaks nothing."""
    write(tmp_path / "manifest.yaml", "")
    write(tmp_path / "a.txt", "Văn bản a.")
    assert [text.info.id for text in read_sources([tmp_path]).texts] == ["a"]


def test_loop_of_folders_ends(tmp_path: Path) -> None:
    """A link to an outer folder is not followed again."""
    write(tmp_path / "a.txt", "Văn bản a.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(read_sources([tmp_path]).texts) == 1


def test_special_and_large_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device is no document, and a file above the cap is not taken in."""
    (tmp_path / "null.txt").symlink_to("/dev/null")
    with pytest.raises(InputError, match="not a regular file"):
        read_source(tmp_path / "null.txt")
    monkeypatch.setattr(limits, "MAX_FILE_BYTES", 2**20)
    with pytest.raises(InputError, match="larger than 1 MiB"):
        read_source(write(tmp_path / "big.txt", b"a" * (2**20 + 1)))


def test_each_format_finds_its_reader(tmp_path: Path) -> None:
    """The name of a file chooses its reader, in any case of letters."""
    body = "<p>Tỉnh đã tiếp nhận một nghìn hồ sơ.</p>"
    write(tmp_path / "a.TXT", "Tỉnh")
    write(tmp_path / "b.md", "Tỉnh")
    write(tmp_path / "c.Html", body)
    write(tmp_path / "d.htm", body)
    write(tmp_path / "e.docx", docx(par(run("Tỉnh"))))
    write(tmp_path / "f.pdf", b"%PDF-1.7")
    write(tmp_path / "g.csv", "Tỉnh,Điểm")
    write(tmp_path / "h.jsonl", '{"place": "Tỉnh"}')
    texts, errors = read_sources([tmp_path])
    assert [text.info.id for text in texts] == list("abcdegh")
    assert all("Tỉnh" in text.text for text in texts)
    assert "f.pdf" in str(errors[0])


@pytest.mark.parametrize("name", ["a.xyz", "a", "a.doc"])
def test_unknown_format(tmp_path: Path, name: str) -> None:
    """A file that no reader reads names the formats that are read."""
    with pytest.raises(InputError, match=r"expected one of \.txt"):
        read_source(write(tmp_path / name, "x"))
