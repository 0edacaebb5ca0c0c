"""The DOCX as a package: valid, complete, the same bytes each time."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from generator.renderers.docx import SUFFIX
from generator.renderers.docx.archive import pack, repack
from generator.renderers.docx.parts import LINEAGE_NAMESPACE
from tests.renderers.docx_package import NAMESPACES, sample_bytes, sample_package
from tests.renderers.sample_document import sample

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    "import hashlib, sys\n"
    "from generator.renderers.docx import render\n"
    "from tests.renderers.sample_document import sample\n"
    "sys.stdout.write(hashlib.sha256(render(sample())).hexdigest())\n"
)


def digest(seed):
    """Render the sample in a fresh process and return its digest."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def pages_by_libreoffice(data, folder):
    """Return the text of each page as LibreOffice prints it, white space made single."""
    path = folder / "sample.docx"
    path.write_bytes(data)
    subprocess.run(
        [  # noqa: S607 - the one on the path is meant
            "libreoffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
    )
    with pypdfium2.PdfDocument(folder / "sample.pdf") as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_outside_validator_finds_nothing(tmp_path):
    """The schema checker has no finding on the sample."""
    path = tmp_path / f"sample{SUFFIX}"
    path.write_bytes(sample_bytes())
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []


def test_two_processes_give_the_same_bytes():
    """Neither the hash seed nor the clock shows in the file."""
    assert digest("1") == digest("4711")


def test_zip_entries_are_in_normal_form():
    """Content types first, the rest sorted, one fixed time and mode."""
    with zipfile.ZipFile(io.BytesIO(sample_bytes())) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o644}


def test_workbooks_are_in_normal_form():
    """The embedded workbooks are packed the same way."""
    books = {n: d for n, d in sample_package().parts.items() if n.endswith(".xlsx")}
    assert len(books) == 4
    assert all(repack(data) == data for data in books.values())


def test_packing_forgets_the_order():
    """The same parts give the same zip."""
    assert pack({"b": b"2", "a": b"1"}) == pack({"a": b"1", "b": b"2"})


def test_every_relation_leads_to_a_part_and_every_part_is_reached():
    """Nothing hangs loose in the package."""
    package = sample_package()
    targets = {target for _, _, target in package.relations()}
    parts = {n for n in package.parts if not n.endswith(".rels") and n != "[Content_Types].xml"}
    assert targets == parts


def test_every_relation_of_the_text_is_used_and_known():
    """Ids in the text have a relation; those of charts and headers are all used."""
    package = sample_package()
    known = {
        name: target for owner, name, target in package.relations() if owner == "word/document.xml"
    }
    used = set(package.find("//@r:id"))
    by_id = {name for name, target in known.items() if "chart" in target or "header" in target}
    assert used == by_id


def test_every_part_has_a_content_type():
    """Each part is named in the content types, or its extension is."""
    package = sample_package()
    overrides = package.find("//ct:Override/@PartName", "[Content_Types].xml")
    defaults = package.find("//ct:Default/@Extension", "[Content_Types].xml")
    for name in package.parts:
        if name != "[Content_Types].xml":
            assert f"/{name}" in overrides or name.rsplit(".", 1)[1] in defaults


def test_no_leftovers_of_a_template():
    """Only styles of the report are in the file, and no thumbnail."""
    package = sample_package()
    names = package.find("//w:style[@w:type='table']/w:name/@w:val", "word/styles.xml")
    assert len(names) == 4
    assert not [n for n in package.parts if "thumbnail" in n or "stylesWithEffects" in n]
    assert package.find("//@w:asciiTheme | //@w:themeColor", "word/styles.xml") == []


def test_core_properties_come_from_the_report():
    """Title, subject, author, keywords, language and the report's date; nobody else."""
    document, package, part = sample(), sample_package(), "docProps/core.xml"
    for path, text in (
        ("//dc:title", document.title),
        ("//dc:subject", document.subject),
        ("//dc:creator", document.author),
        ("//cp:lastModifiedBy", document.author),
        ("//cp:keywords", ", ".join(document.keywords)),
        ("//dc:language", "vi-VN"),
        ("//cp:revision", "1"),
        ("//dcterms:created", "2024-07-31T00:00:00Z"),
        ("//dcterms:modified", "2024-07-31T00:00:00Z"),
    ):
        assert [node.text for node in package.find(path, part)] == [text]
    assert "python" not in package.parts[part].decode().lower()


def test_lineage_travels_in_the_file():
    """The JSON text is read back unchanged from its own part."""
    root = etree.fromstring(sample_package().parts["customXml/item1.xml"])
    assert root.tag == f"{{{LINEAGE_NAMESPACE}}}lineage"
    assert json.loads(root.text) == json.loads(sample().lineage)


def test_python_docx_reads_the_file():
    """A second reader finds title, properties and sections."""
    read = docx.Document(io.BytesIO(sample_bytes()))
    assert read.core_properties.title == sample().title
    assert len(read.sections) == 3
    assert "BÁO CÁO" in [paragraph.text for paragraph in read.paragraphs]


@pytest.mark.full
def test_libreoffice_agrees_on_the_page_numbers(tmp_path):
    """LibreOffice lays the file out with each heading on the page that the contents name."""
    pages = pages_by_libreoffice(sample_bytes(), tmp_path)
    entries = sample_package().texts("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]")
    listed = [entry.split("\t") for entry in entries if "\t" in entry]
    assert len(listed) == 7
    for words, number in listed:
        found = [at for at, page in enumerate(pages, start=1) if words in page]
        # the table of contents on page 1 names them all
        assert (found[1:] or found)[-1] == int(number), words


def test_declared_prefixes_are_few():
    """The text declares the prefixes that it uses, not a template's dozens."""
    root = etree.fromstring(sample_package().parts["word/document.xml"])
    assert set(root.nsmap) <= set(NAMESPACES)
