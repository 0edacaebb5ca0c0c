"""A package that leads Word to other parts than those that are proved is found."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.verify.figures import check_figures
from tests.verify.making import file_named

REPORT = "bao-cao-tinh-binh-thuan.docx"
# the relations that lead to it, its name there, another name, the part itself
MOVED = {
    "the text": ("_rels/.rels", "word/document.xml", "main/document.xml", "word/document.xml"),
    "the notes": ("word/_rels/document.xml.rels", "footnotes.xml", "notes.xml", "footnotes.xml"),
    "the styles": ("word/_rels/document.xml.rels", "styles.xml", "looks.xml", "styles.xml"),
    "a chart": (
        *("word/_rels/document.xml.rels", "charts/chart1.xml", "charts/other.xml"),
        "charts/chart1.xml",
    ),
    "the text by an absolute name": (
        *("_rels/.rels", "word/document.xml", "/word/text.xml", "word/document.xml"),
    ),
}


def rewritten(data: bytes, relations: str, old: str, new: str, part: str) -> bytes:
    """Return a package of which a part is there a second time, and linked by the new name."""
    folder = "" if relations.startswith("_rels") else "word/"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old_file, zipfile.ZipFile(out, "w") as new_file:
        for name in old_file.namelist():
            blob = old_file.read(name)
            if name == relations:
                assert old.encode() in blob
                blob = blob.replace(f'"{old}"'.encode(), f'"{new}"'.encode())
            new_file.writestr(name, blob)
        moved = new.removeprefix("/") if new.startswith("/") else folder + new
        new_file.writestr(moved, old_file.read(folder + part))
    return out.getvalue()


@pytest.mark.parametrize("name", MOVED)
def test_a_part_under_another_name_is_found(finished: tuple[Path, ...], name: str) -> None:
    """Word shows the linked part, whatever stands in the one that has the usual name."""
    data = file_named(finished, REPORT).read_bytes()
    found = check_figures(rewritten(data, *MOVED[name]), REPORT)
    assert any("a part of another name" in str(one) for one in found)


def test_a_part_that_is_there_twice_is_found(finished: tuple[Path, ...]) -> None:
    """Programs differ in which of two parts of one name they show."""
    out = io.BytesIO(file_named(finished, REPORT).read_bytes())
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/document.xml", package.read("word/document.xml"))
    found = check_figures(out.getvalue(), REPORT)
    assert any("there twice" in str(one) for one in found)


def test_a_second_relation_of_a_kind_is_found(finished: tuple[Path, ...]) -> None:
    """There is one part of notes, whichever of two relations a program follows."""
    data = file_named(finished, REPORT).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if name == "word/_rels/document.xml.rels":
                start = blob.index(b"<Relationship ")
                at = blob.rindex(b"<Relationship ", start, blob.index(b"footnotes.xml"))
                one = blob[at : blob.index(b"/>", at) + 2]
                second = one.replace(b'Id="', b'Id="x')
                blob = blob.replace(one, one + second)
            new.writestr(name, blob)
    found = check_figures(out.getvalue(), REPORT)
    assert any("a second part" in str(one) for one in found)
