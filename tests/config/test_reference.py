"""The key ``reference_docx``: the office's own file is there and can be used."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from generator.errors import ConfigErrors
from tests.config.conftest import MINIMAL, Load

CONFIG = MINIMAL + "reference_docx: mau/office.docx\n"


def office(names: tuple[str, ...] = ()) -> bytes:
    """Return a .docx; with ``names``, one that has only these parts of it."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    if not names:
        return buffer.getvalue()
    reduced = io.BytesIO()
    with zipfile.ZipFile(buffer) as whole, zipfile.ZipFile(reduced, "w") as part:
        for name in names:
            part.writestr(name, whole.read(name))
    return reduced.getvalue()


def bare_styles() -> bytes:
    """Return a .docx whose styles are all gone."""
    buffer = io.BytesIO()
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"/>')
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{space}"/>')
    return buffer.getvalue()


def damaged() -> bytes:
    """Return a .docx whose styles are cut off."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/styles.xml", "<a>")
    return buffer.getvalue()


def test_a_reference_file_is_found_from_the_project_folder(load: Load, project: Path) -> None:
    """The config holds its path; without the key there is none."""
    assert load(MINIMAL).reference_docx is None
    (project / "mau").mkdir()
    (project / "mau" / "office.docx").write_bytes(office())
    assert load(CONFIG).reference_docx == Path("mau/office.docx")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "'office.docx' is not there"),
        (b"plain text", "'office.docx' is no DOCX"),
        (office(("word/styles.xml",)), "text or styles are missing"),
        (bare_styles(), "lacks the style normal, heading 1, heading 2, heading 3"),
        (damaged(), "'office.docx' is damaged"),
    ],
)
def test_a_wrong_reference_file_is_told_with_its_place(
    load: Load, project: Path, content: bytes | None, words: str
) -> None:
    """The error names file, line and column of the key and what is wrong."""
    (project / "mau").mkdir()
    if content is not None:
        (project / "mau" / "office.docx").write_bytes(content)
    with pytest.raises(ConfigErrors) as caught:
        load(CONFIG)
    (error,) = caught.value.errors
    assert str(error).startswith("example.yaml:4:17: reference_docx: ")
    assert words in str(error)
    assert "expected" in str(error) or "a .docx made by Word" in str(error)
