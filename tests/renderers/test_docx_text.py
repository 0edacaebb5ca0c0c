"""Text, tables, footnotes and fields of the DOCX."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import RenderError
from generator.model.document import (
    AppendixStart,
    Cell,
    Column,
    Contents,
    ContentsEntry,
    CrossReference,
    Heading,
    LineBreak,
    Paragraph,
    Table,
    Text,
)
from tests.renderers.docx_package import NAMESPACES, rendered, sample_package, text_of
from tests.renderers.sample_document import AWKWARD, TONES

W = f"{{{NAMESPACES['w']}}}"


def instructions(package, part="word/document.xml"):
    """Return the field codes of a part."""
    return [code.strip() for code in package.find("//w:instrText/text()", part)]


def bookmarks(package):
    """Return bookmark name → the text it holds."""
    found = {}
    for start in package.find("//w:bookmarkStart"):
        words, node = "", start.getnext()
        while node.tag != f"{W}bookmarkEnd":
            words, node = words + text_of(node), node.getnext()
        found[start.get(f"{W}name")] = words
    return found


def test_awkward_text_is_printed_as_it_stands():
    """Markup and braces in a text are text."""
    words = sample_package().texts("//w:p")
    assert any(AWKWARD in line and TONES in line for line in words)


def test_characters_that_xml_forbids_are_left_out():
    """A control character in a source does not break the file."""
    package = rendered(Paragraph((Text("một\x00 \x1bhai\ufffe"),)))
    assert "một hai" in package.texts("//w:p")


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1))
@settings(max_examples=30, deadline=None)
def test_any_text_comes_back(words):
    """What goes into a paragraph is read back from it."""
    assert rendered(Paragraph((Text(words),))).texts("//w:p")[0] == words


def test_bold_and_italic_runs_are_kept():
    """Character formats of the tree are run properties, no more."""
    run = sample_package().find("//w:r[w:t='không phải kết quả thật']/w:rPr")[0]
    assert [node.tag for node in run] == [f"{W}{name}" for name in ("b", "bCs", "i", "iCs")]


def test_line_break_is_a_break():
    """A forced line end stays inside its paragraph."""
    package = rendered(Paragraph((Text("một"), LineBreak(), Text("hai"))))
    assert len(package.find("//w:p[w:r/w:br]")) == 1


def test_footnotes_are_real_and_in_order():
    """Marks in the text count up and each has its note, behind the two separators."""
    package = sample_package()
    assert package.find("//w:footnoteReference/@w:id") == ["1", "2", "3"]
    part = "word/footnotes.xml"
    assert package.find("//w:footnote/@w:id", part) == ["-1", "0", "1", "2", "3"]
    assert package.find("//w:footnote/@w:type", part) == ["separator", "continuationSeparator"]
    assert [note.strip() for note in package.texts("//w:footnote[not(@w:type)]", part)] == [
        "Số liệu mẫu do chương trình kiểm thử tạo ra, 100%",
        "Tính đến ngày 30/6/2024.",
        "Nguồn: mau_001.txt, đoạn 2.",
    ]
    assert len(package.find("//w:footnote[not(@w:type)]//w:footnoteRef", part)) == 3


def test_a_report_without_notes_has_the_separators_only():
    """The settings name the separators, so the part is always there."""
    package = rendered(Paragraph((Text("không có chú thích"),)))
    assert package.find("//w:footnote/@w:id", "word/footnotes.xml") == ["-1", "0"]


def test_captions_count_with_seq_fields():
    """Table and chart captions number themselves; the cached number is the printed one."""
    codes = [code for code in instructions(sample_package()) if code.startswith("SEQ")]
    assert codes == [
        "SEQ Bảng \\* ARABIC",
        "SEQ Biểu_đồ \\* ARABIC",
        "SEQ Biểu_đồ \\* ARABIC",
        "SEQ Bảng \\* ARABIC",
        "SEQ Biểu_đồ \\* ARABIC",
        "SEQ Biểu_đồ \\* ARABIC",
    ]
    captions = sample_package().texts("//w:p[w:pPr/w:pStyle/@w:val='ND30TenBang']")
    assert captions[0] == "Bảng 1. Số hồ sơ tiếp nhận theo phương thức nộp"
    assert captions[1].startswith("Bảng 2. Kết quả giải quyết hồ sơ")


def test_a_caption_number_out_of_sequence_resets_the_field():
    """Updating the fields in Word must not change a printed number."""
    columns, rows = (Column(1),), ((Cell((Text("1"),)),),)
    tables = [
        Table(f"t{number}", columns, (), rows, f"Bảng {number}", "Tên") for number in (1, 3, 4)
    ]
    codes = instructions(rendered(*tables))
    assert codes == ["SEQ Bảng \\* ARABIC", "SEQ Bảng \\* ARABIC \\r 3", "SEQ Bảng \\* ARABIC"]


def test_table_caption_is_above_and_chart_caption_below():
    """Captions stand where the reader looks for them and stay with their thing."""
    package = sample_package()
    caption = package.find("//w:p[w:pPr/w:pStyle/@w:val='ND30TenBang']")[0]
    following = caption.xpath("following-sibling::*[position()<=2]")
    assert [node.tag for node in following] == [f"{W}p", f"{W}tbl"]
    chart = package.find("//w:p[w:r/w:drawing]")[0]
    assert chart.getnext().xpath("w:pPr/w:pStyle/@w:val", namespaces=NAMESPACES) == [
        "ND30TenBieuDo"
    ]


def test_references_point_to_the_label_they_print():
    """A REF field's bookmark holds the same words as the field's cached result."""
    package = sample_package()
    codes = [code.split()[1] for code in instructions(package) if code.startswith("REF")]
    targets = [bookmarks(package)[code] for code in codes]
    assert targets == ["Bảng 1", "Phụ lục I", "Bảng 2"]


def test_a_mention_in_other_words_is_a_link():
    """Word would overwrite a REF field with the label, so other words are no field."""
    package = rendered(
        AppendixStart("a", "Phụ lục I", "TÊN", "(Kèm theo)"),
        Paragraph((CrossReference("a", "phụ lục nêu trên"),)),
    )
    assert not [code for code in instructions(package) if code.startswith("REF")]
    link = package.find("//w:hyperlink")[0]
    assert text_of(link) == "phụ lục nêu trên"
    assert link.get(f"{W}anchor") in bookmarks(package)


def test_a_reference_to_nothing_is_an_error():
    """No broken reference ever reaches a reader."""
    with pytest.raises(RenderError, match="không-có"):
        rendered(Paragraph((CrossReference("không-có", "Bảng 9"),)))


def test_two_blocks_of_one_id_are_an_error():
    """A bookmark has one place."""
    heading = Heading("h", 1, "I.", (Text("MỘT"),))
    with pytest.raises(RenderError, match="'h'"):
        rendered(heading, heading)


def test_bookmarks_are_unique_and_every_anchor_exists():
    """Names and ids of bookmarks are unique, links and PAGEREF fields find theirs."""
    package = sample_package()
    names = package.find("//w:bookmarkStart/@w:name")
    ids = package.find("//w:bookmarkStart/@w:id")
    assert len(set(names)) == len(names) == len(set(ids))
    assert sorted(ids) == sorted(package.find("//w:bookmarkEnd/@w:id"))
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)
    used = [c.split()[1] for c in instructions(package) if c.startswith(("REF", "PAGEREF"))]
    assert set(used) | set(package.find("//w:hyperlink/@w:anchor")) <= set(names)


def test_every_field_is_closed():
    """Begin, separate and end marks of fields are nested and balanced."""
    depth = 0
    for kind in sample_package().find("//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0
    assert depth == 0


def test_contents_is_a_live_field_with_cached_entries():
    """The TOC field spans all entries, each a link with a page field."""
    package = sample_package()
    codes = instructions(package)
    assert 'TOC \\o "1-3" \\h \\z \\u' in codes
    entries = package.texts("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]")
    assert entries[0] == "MỤC LỤC"
    assert entries[1].startswith("I. KẾT QUẢ ĐẠT ĐƯỢC\t")
    assert sum(code.startswith("PAGEREF") for code in codes) == len(entries) - 3


def test_page_numbers_are_those_of_a_word_processor():
    """Headings that fill pages are listed with the page they stand on."""
    long = tuple(Paragraph((Text("chữ " * 900),)) for _ in range(3))
    headings = [Heading(f"h{n}", 1, "I.", (Text(f"MỤC {n}"),)) for n in range(3)]
    entries = tuple(ContentsEntry(h.id, 1, h.id) for h in headings)
    blocks = [part for pair in zip(headings, long, strict=True) for part in pair]
    lines = rendered(Contents("MỤC LỤC", entries), *blocks).texts(
        "//w:p[w:pPr/w:pStyle/@w:val='TOC1']"
    )
    numbers = [int(line.split("\t")[1]) for line in lines]
    assert numbers[0] == 2  # the contents are in front: the text begins a page
    assert numbers == sorted(set(numbers))


def test_appendices_are_listed_without_a_page_number():
    """Their pages count from 1 again, a number would mislead."""
    entries = sample_package().texts("//w:p[w:pPr/w:pStyle/@w:val='TOC1']")
    assert entries[-2:] == ["Phụ lục I. GHI CHÚ VỀ SỐ LIỆU", "Phụ lục II. BẢNG SỐ LIỆU ĐẦY ĐỦ"]


def test_heading_kept_out_of_the_contents_stays_out_on_update():
    """Its outline level is that of body text and the field reads outline levels only."""
    package = rendered(
        Contents("MỤC LỤC", (ContentsEntry("a", 1, "I. MỘT"),)),
        Heading("a", 1, "I.", (Text("MỘT"),)),
        Heading("b", 1, "II.", (Text("HAI"),), toc=False),
    )
    assert "TOC \\h \\z \\u" in instructions(package)
    assert package.find("//w:p[w:pPr/w:outlineLvl/@w:val='9']//w:t/text()") == ["II. ", "HAI"]


def test_header_rows_repeat_and_no_row_splits():
    """Head rows of data tables carry tblHeader, all rows cantSplit."""
    package = sample_package()
    tables = package.find("//w:tbl[w:tblPr/w:tblStyle/@w:val='ND30BangSoLieu']")
    heads = [
        len(table.xpath("w:tr[w:trPr/w:tblHeader]", namespaces=NAMESPACES)) for table in tables
    ]
    assert heads == [1, 2, 1]
    assert package.find("//w:tr[not(w:trPr/w:cantSplit)]") == []


def test_table_widths_stand_in_grid_and_cells():
    """Grid columns fill the text width and every row adds up to it."""
    package = sample_package()
    for table in package.find("//w:tbl"):
        grid = [int(w) for w in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NAMESPACES)]
        for row in table.findall(f"{W}tr"):
            cells = row.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NAMESPACES)
            spans = row.xpath("sum(w:tc/w:tcPr/w:gridSpan/@w:val)", namespaces=NAMESPACES)
            single = len(row.xpath("w:tc[not(w:tcPr/w:gridSpan)]", namespaces=NAMESPACES))
            assert sum(map(int, cells)) == sum(grid)
            assert spans + single == len(grid)
    widths = [
        sum(map(int, table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NAMESPACES)))
        for table in package.find("//w:tbl[w:tblPr/w:tblStyle/@w:val='ND30BangSoLieu']")
    ]
    assert widths == [9071, 9071, 14003]


def test_every_cell_ends_with_a_paragraph():
    """Word repairs a file whose cell ends otherwise."""
    assert sample_package().find("//w:tc[not(*[last()][self::w:p])]") == []


def test_cells_over_several_rows_are_merged():
    """A rowspan starts one merged cell and continues it below."""
    merges = sample_package().find("(//w:tbl[.//w:tblHeader])[2]//w:vMerge/@w:val")
    assert merges == ["restart"] * 4 + ["continue"] * 4


@given(
    st.lists(st.integers(1, 3), min_size=1, max_size=3),
    st.integers(1, 4),
)
@settings(max_examples=25, deadline=None)
def test_rowspans_fill_the_grid(spans, height):
    """Whatever cells span, each row of the table covers all columns once."""
    first = tuple(Cell((Text("a"),), colspan=span, rowspan=height) for span in spans)
    first += (Cell((Text("b"),)),)
    rest = tuple((Cell((Text("c"),)),) for _ in range(height - 1))
    columns = (Column(1),) * (sum(spans) + 1)
    package = rendered(Table("t", columns, (), (first, *rest)))
    for row in package.find("//w:tr"):
        cells = row.xpath("w:tc/w:tcPr/w:tcW/@w:w", namespaces=NAMESPACES)
        assert sum(map(int, cells)) == 9071


def test_numbers_are_right_aligned():
    """Cells take the alignment of their column."""
    found = sample_package().find("//w:tc/w:p[.//w:t='105.300']/w:pPr/w:jc/@w:val")
    assert found == ["right"]


def test_small_tables_stay_on_one_page_with_their_caption():
    """All rows but the last keep with the next, so the table does not break."""
    package = sample_package()
    rows = package.find("(//w:tbl[.//w:tblHeader])[1]/w:tr")
    kept = [bool(row.xpath(".//w:keepNext", namespaces=NAMESPACES)) for row in rows]
    assert kept == [True, True, True, False]


def test_no_row_of_a_long_table_stands_alone():
    """The first row stays with the second, the last but one with the last."""
    head = ((Cell((Text("h"),), header=True),) * 2,)
    rows = ((Cell((Text("c"),)),) * 2,) * 12
    package = rendered(Table("t", (Column(1),) * 2, head, rows))
    kept = [
        bool(row.xpath(".//w:keepNext", namespaces=NAMESPACES)) for row in package.find("//w:tr")
    ]
    assert kept == [True, True, *[False] * 9, True, False]
