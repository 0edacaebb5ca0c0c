"""Hostile and damaged packages: refused in one line, quickly, with nothing fetched."""

import io
import random
import struct
import zipfile
from pathlib import Path

import pytest

from generator.errors import InputError
from generator.model.source_text import SourceInfo
from generator.sources import package
from generator.sources.package import open_package
from generator.sources.word import read_word
from tests.sources.making import SEED, docx, docx_parts, par, run, zipped

INFO = SourceInfo("a")


def refused(data: bytes) -> str:
    """Return the message with which a document is refused."""
    with pytest.raises(InputError) as caught:
        read_word(data, INFO, "a.docx")
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    return str(caught.value)


def with_document(xml: str) -> bytes:
    """Return a DOCX with this main part."""
    return zipped({**docx_parts(""), "word/document.xml": xml})


def test_cut_off_at_fifty_places() -> None:
    """A document cut off anywhere is refused, never half read."""
    data = docx("".join(par(run(f"Đoạn {n}")) for n in range(40)))
    for cut in range(0, len(data), len(data) // 50 + 1):
        assert refused(data[:cut])


def test_flipped_bytes() -> None:
    """A damaged document is refused or, where the damage is in no text, read."""
    chance = random.Random(7)  # noqa: S311 the same damage in every run
    data = docx("".join(par(run(f"Đoạn {n}")) for n in range(40)))
    for _ in range(200):
        damaged = bytearray(data)
        damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            text = read_word(bytes(damaged), INFO, "a.docx").text
        except InputError:
            continue
        assert "Đoạn 39" in text


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE w [<!ENTITY x SYSTEM '{SEED.as_uri()}'>]>",
        "<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE w SYSTEM 'http://127.0.0.1:9/x.dtd'>",
        "<!DOCTYPE w>",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(doctype: str, codec: str) -> None:
    """A document type is refused in any encoding: entities read files and swell."""
    xml = str(docx_parts(par("<w:r><w:t>&x;</w:t></w:r>"))["word/document.xml"])
    data = f'<?xml version="1.0" encoding="{codec}"?>{doctype}{xml}'.encode(codec)
    message = refused(zipped({**docx_parts(""), "word/document.xml": data}))
    assert "document type" in message or "no proper XML" in message
    assert "Đẩy mạnh truyền thông" not in message


def test_zip_bomb_by_ratio() -> None:
    """A part that unpacks to far more than its size is refused before it is read."""
    assert "unpacks to far more" in refused(with_document("<a>" + " " * 50_000_000 + "</a>"))


def test_zip_bomb_with_a_lie() -> None:
    """A part that declares a small size is read no further than that size or the cap."""
    data = bytearray(with_document("<a>" + " " * 3_000_000 + "</a>"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        true = struct.pack("<L", archive.getinfo("word/document.xml").file_size)
    place = data.rindex(true)
    data[place : place + 4] = struct.pack("<L", 100)
    assert refused(bytes(data))


def test_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of parts and their whole size are bounded."""
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    assert "unpacks" in refused(docx(par(run("a"))))
    monkeypatch.setattr(package, "MAX_ENTRIES", 99)
    monkeypatch.setattr(package, "MAX_TOTAL_BYTES", 100)
    assert "unpacks" in refused(docx(par(run("a"))))


def test_large_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part above the cap is not read to its end."""
    monkeypatch.setattr(package, "MAX_PART_BYTES", 50)
    assert "unpacks" in refused(docx(par(run("a"))))


def test_small_parts_may_be_empty() -> None:
    """A small part full of blanks is no bomb."""
    text = run("Một") + run(" " * 900_000)
    assert read_word(docx(par(text)), INFO, "a.docx").text == "Một"


def test_deep_nesting() -> None:
    """Nesting beyond the parser's limit is an error, not a crash."""
    xml = str(docx_parts("<w:sdt>" * 5000 + "</w:sdt>" * 5000)["word/document.xml"])
    assert "no proper XML" in refused(with_document(xml))


def test_deep_but_allowed_nesting() -> None:
    """Nesting within the limit is walked through."""
    inner = "<w:sdtContent><w:sdt>" * 60 + par(run("Một")) + "</w:sdt></w:sdtContent>" * 60
    assert read_word(docx(f"<w:sdt>{inner}</w:sdt>"), INFO, "a.docx").text == "Một"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (b"", "no Office document"),
        (b"plain", "no Office document"),
        (b"PK\x03\x04", "no Office document"),
        (zipped({"a": "b"}, zipfile.ZIP_BZIP2), "unusual"),
        (zipped({"a": "b"}), "missing"),
    ],
)
def test_not_a_package(data: bytes, word: str) -> None:
    """Old, locked and foreign files say what they are."""
    assert word in refused(data)


def test_locked_part() -> None:
    """A part with the encryption flag is refused."""
    data = bytearray(docx(par(run("a"))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.start_dir
    data[start + 8] |= 1
    assert "password" in refused(bytes(data))


def test_relations_may_not_leave_the_package() -> None:
    """A relation's target is a name in the package, however it is written."""
    parts = docx_parts(par(run("Một")))
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace(
        "word/document.xml", "/../../word/document.xml"
    )
    opened = open_package(zipped(parts), "a.docx")
    assert opened.related("", "officeDocument") == "word/document.xml"


def test_external_parts_are_not_fetched(tmp_path: Path) -> None:
    """An outside target is passed over."""
    (tmp_path / "x.xml").write_text("<w/>")
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="a/footnotes" TargetMode="External" Target="http://127.0.0.1:9/x"/>'
        "</Relationships>"
    )
    parts = {**docx_parts(par(run("Một"))), "word/_rels/document.xml.rels": rels}
    assert read_word(zipped(parts), INFO, "a.docx").text == "Một"
