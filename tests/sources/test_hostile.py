"""Cut and hostile files of every kind: one line of error, the other sources still read."""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pikepdf
import pytest

from generator.errors import InputError
from generator.model.source_text import SourceText
from generator.sources import read_source, read_sources
from tests.sources.making import SEED, docx, docx_parts, par, run, write, zipped
from tests.sources.test_pdf import LINE, drawn
from tests.sources.test_tables import xlsx

CUTS = 50
MEMORY = 16 * 1024 * 1024  # bytes; the samples have a few thousand
WORDS = "Tỉnh tiếp nhận 1.234 hồ sơ, giải quyết đúng hạn 1.230 hồ sơ (99,7%). "
ROWS = "Tỉnh,Hồ sơ\n" + "Hà Nam,1234\nHà Nội,5678\n" * 20
RECORD = (
    '{"indicator": "dossiers_received", "place": "ha-nam", "end": "2024-06-30", "value": "5"}\n'
)
ENTITY = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{SEED.as_uri()}">]>'

SAMPLES: dict[str, bytes] = {
    "txt": (WORDS * 20).encode(),
    "md": ("# Kết quả\n\n" + WORDS * 20).encode("utf-16"),
    "html": f"<html><body><article><p>{WORDS * 20}</p></article></body></html>".encode(),
    "csv": ROWS.encode(),
    "jsonl": (RECORD * 20).encode(),
    "docx": docx("".join(par(run(WORDS)) for _ in range(20))),
    "xlsx": xlsx({"S": [["Tỉnh", "Hồ sơ"], *([f"Tỉnh {n}", n] for n in range(40))]}),
}


def read(path: Path) -> str:
    """Read a file; return the text of the error, "" for none."""
    try:
        assert isinstance(read_source(path), SourceText)
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", SAMPLES)
def test_cut_off_at_fifty_places(kind: str, tmp_path: Path) -> None:
    """A file cut off anywhere is read as far as it goes or refused in one line, in little room."""
    data = SAMPLES[kind]
    tracemalloc.start()
    for number in range(CUTS):
        path = write(tmp_path / f"{number}.{kind}", data[: len(data) * number // CUTS])
        message = read(path)
        assert "\n" not in message
        assert not message or path.name in message
    assert tracemalloc.get_traced_memory()[1] < MEMORY
    tracemalloc.stop()


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_of_workbooks_are_refused(part: str, tmp_path: Path) -> None:
    """A workbook that names a file by an entity reads none."""
    with zipfile.ZipFile(io.BytesIO(xlsx({"S": [["Tỉnh", 1]]}))) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
        body = archive.read(part).decode()
    body = body.partition("?>")[2] or body
    parts[part] = f'<?xml version="1.0"?>{ENTITY}{body}'
    message = read(write(tmp_path / "a.xlsx", zipped(parts)))
    assert "document type" in message
    assert "Đẩy mạnh truyền thông" not in message


@pytest.mark.full
def test_each_hostile_file_is_one_error_and_the_rest_is_read(tmp_path: Path) -> None:
    """Bombs, entities, locked and cut files beside good ones: an error each, the good are read."""
    locked = pikepdf.open(write(tmp_path / "in" / "plain.pdf", drawn(LINE)))
    locked.save(tmp_path / "in" / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    xml = ENTITY + str(docx_parts(par(run("&x;")))["word/document.xml"])
    bad = {
        "bomb.docx": zipped({**docx_parts(""), "word/document.xml": b" " * 40_000_000}),
        "bomb.xlsx": zipped({"xl/workbook.xml": b"<a/>", "xl/b.xml": b"0" * 40_000_000}),
        "entity.docx": zipped({**docx_parts(""), "word/document.xml": xml}),
        "cut.pdf": drawn(LINE)[:300],
        "old.doc": b"\xd0\xcf\x11\xe0rest",
        "old.xls": b"\xd0\xcf\x11\xe0rest",
        "rich.rtf": b"{\\rtf1 abc}",
        "lines.jsonl": b'{"a": ',
        "nothing.txt": b"",
    }
    for name, data in bad.items():
        write(tmp_path / "in" / name, data)
    write(tmp_path / "in" / "good.txt", WORDS)
    texts, errors = read_sources([tmp_path / "in"])
    assert [one.info.id for one in texts] == ["good", "plain"]
    named = sorted(str(error).split(":")[0].rpartition("/")[2] for error in errors)
    assert named == sorted([*bad, "locked.pdf"])
    assert all("\n" not in str(error) and error.hint for error in errors)


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("a.doc", ".docx"),
        ("a.rtf", ".docx"),
        ("a.XLS", ".xlsx"),
        ("a.ods", ".xlsx"),
        ("a.pptx", ".pdf"),
        ("a.jpg", "OCR"),
    ],
)
def test_an_unread_kind_names_its_mend(name: str, mend: str, tmp_path: Path) -> None:
    """A kind of file that no reader reads says in which format to save it."""
    with pytest.raises(InputError) as caught:
        read_source(write(tmp_path / name, b"x"))
    assert mend in (caught.value.hint or "")
