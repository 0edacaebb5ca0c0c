"""An office's own file gives the report its styles, theme and page."""

import io
from dataclasses import replace
from functools import cache

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor
from openxml_audit import OpenXmlValidator

from generator.errors import RenderError
from generator.renderers.docx import render
from generator.renderers.docx.archive import pack, unpack
from tests.renderers.docx_package import Package, sample_package, text_of
from tests.renderers.sample_document import sample

STYLES = "word/styles.xml"
SIDES = ("top", "right", "bottom", "left", "header")


@cache
def office_file():
    """Return a .docx as an office may have it: other fonts, margins and a style of ours."""
    word = docx.Document()
    heading = word.styles["Heading 1"].font
    heading.name, heading.size, heading.color.rgb = "Arial", Pt(16), RGBColor(0, 64, 128)
    word.styles["Normal"].font.name = "Arial"
    body = word.styles.add_style("ND30 Nội dung", WD_STYLE_TYPE.PARAGRAPH)
    body.font.size, body.paragraph_format.first_line_indent = Pt(13), Mm(10)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(35), Mm(15)
    section.top_margin = section.bottom_margin = Mm(25)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@cache
def dressed_bytes():
    """Return the sample report in the look of the office's file."""
    return render(replace(sample(), reference=office_file()))


@cache
def dressed():
    """Return that report, read."""
    return Package(dressed_bytes())


def test_styles_of_the_office_win():
    """A style that both have is the office's, found by its visible name."""
    path = "//w:style[w:name/@w:val='{}']/w:rPr/{}"
    find = dressed().find
    assert find(path.format("heading 1", "w:rFonts/@w:ascii"), STYLES) == ["Arial"]
    assert find(path.format("heading 1", "w:sz/@w:val"), STYLES) == ["32"]
    assert find("//w:style[w:name/@w:val='ND30 Nội dung']/@w:styleId", STYLES) == ["ND30NoiDung"]
    assert find(path.format("ND30 Nội dung", "w:sz/@w:val"), STYLES) == ["26"]


def test_what_the_office_lacks_is_ours():
    """Components without a style in the office's file keep the decree's."""
    sizes = dressed().find("//w:style[@w:styleId='ND30QuocHieu']/w:rPr/w:sz/@w:val", STYLES)
    assert sizes == ["26"]
    used = dressed().find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
    ids = dressed().find("//w:style/@w:styleId", STYLES)
    assert set(used) <= set(ids)
    assert len(ids) == len(set(ids))


def test_links_between_styles_arrive():
    """Whatever a style is based on, followed by or linked to is there."""
    ids = set(dressed().find("//w:style/@w:styleId", STYLES))
    links = dressed().find("//w:basedOn/@w:val | //w:next/@w:val | //w:link/@w:val", STYLES)
    assert set(links) <= ids
    assert dressed().find("//w:numPr", STYLES) == []
    assert dressed().find("//w:style[@w:customStyle]//w:lang[@w:val!='vi-VN']", STYLES) == []
    defaults = dressed().find("//w:style[@w:default='1']/@w:type", STYLES)
    assert sorted(defaults) == ["character", "numbering", "paragraph", "table"]


def test_theme_is_that_of_the_office():
    """The fonts and colours that styles name by theme come along."""
    office = Package(office_file())
    fonts = "//*[local-name()='latin']/@typeface"
    assert dressed().find(fonts, "word/theme/theme1.xml") == office.find(
        fonts, "word/theme/theme1.xml"
    )


def test_page_setup_is_that_of_the_office():
    """Margins hold in every section, also in the turned one, and tables fill them."""
    space = dressed().find("//w:pgMar")
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    margins = [[int(one.get(f"{name}{side}")) for side in SIDES] for one in space]
    assert margins == [[1417, 850, 1417, 1984, 720]] * 3
    widths = dressed().find("(//w:tbl)[1]/w:tblGrid/w:gridCol/@w:w")
    assert sum(map(int, widths)) == 11906 - 1984 - 850
    assert dressed().find("//w:pgSz/@w:orient") == ["portrait", "portrait", "landscape"]


def test_language_and_page_number_stay():
    """Vietnamese and the centred number are no matter of taste."""
    assert dressed().find("//w:rPrDefault//w:lang/@w:val", STYLES) == ["vi-VN"]
    assert dressed().find("//w:pPr/w:jc/@w:val", "word/header1.xml") == ["center"]


def test_the_text_is_the_same():
    """The look changes no word."""
    plain, own = ([text_of(p) for p in one.find("//w:p")] for one in (sample_package(), dressed()))
    assert [one.replace("\u00a0", " ") for one in own] == [
        one.replace("\u00a0", " ") for one in plain
    ]


def test_outside_validator_finds_nothing(tmp_path):
    """The merged styles keep to the schema."""
    path = tmp_path / "dressed.docx"
    path.write_bytes(dressed_bytes())
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_equal_references_give_equal_bytes():
    """Nothing of the office's file but its look enters the report."""
    assert render(replace(sample(), reference=office_file())) == dressed_bytes()


@pytest.mark.parametrize("lacking", ["word/styles.xml", "word/document.xml"])
def test_a_file_without_text_or_styles_is_refused(lacking):
    """The error says that the reference file cannot be used."""
    parts = unpack(office_file())
    del parts[lacking]
    with pytest.raises(RenderError, match="reference file"):
        render(replace(sample(), reference=pack(parts)))


def test_a_file_that_is_no_zip_is_refused():
    """So is one that is no DOCX at all."""
    with pytest.raises(RenderError, match="reference file"):
        render(replace(sample(), reference=b"no zip"))
