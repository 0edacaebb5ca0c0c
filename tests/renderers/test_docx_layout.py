"""Page, styles and components of Nghị định 30 in the DOCX."""

import pytest
from lxml import etree

from generator.model.document import (
    Addressees,
    AppendixStart,
    Contents,
    ContentsEntry,
    Heading,
    Letterhead,
    Paragraph,
    Signature,
    Text,
    Title,
)
from generator.renderers.even import even_lines
from generator.renderers.metrics import text_width, wrap
from tests.renderers.docx_package import NAMESPACES, rendered, sample_package
from tests.renderers.sample_document import sample

W = f"{{{NAMESPACES['w']}}}"


def style(name):
    """Return the style element of one visible name."""
    path = f"//w:style[w:name/@w:val='{name}']"
    return sample_package().find(path, "word/styles.xml")[0]


def attribute(node, path):
    """Return the one attribute that a path finds below a node."""
    return node.xpath(path, namespaces=NAMESPACES)[0]


def line_lengths(package):
    """Return the lengths of the drawn lines in twips, in order of the text."""
    lengths = []
    for node in package.find("//w:p[w:pPr/w:pStyle/@w:val='ND30DuongKe']"):
        cell = node.xpath("ancestor::w:tc/w:tcPr/w:tcW/@w:w", namespaces=NAMESPACES)
        sides = [int(attribute(node, f"w:pPr/w:ind/@w:{side}")) for side in ("left", "right")]
        lengths.append(int(cell[0] if cell else 9071) - sum(sides))
    return lengths


def test_the_line_of_an_appendix_is_clear_of_the_words_above_it():
    """The brackets of "(Kèm theo …)" reach below the letters: nearer it would underline them."""
    path = "//w:p[w:pPr/w:pStyle/@w:val='ND30DuongKe'][not(ancestor::w:tc)]"
    lines = sample_package().find(
        f"{path}[preceding-sibling::w:p[1]//w:pStyle/@w:val='ND30KemTheo']"
    )
    assert lines
    assert {attribute(one, "w:pPr/w:spacing/@w:before") for one in lines} == {"110"}


def test_every_section_is_a4_with_the_margins_of_the_decree():
    """Paper and margins are 210 × 297 and 20, 20, 30, 20 mm in each section."""
    sections = sample_package().find("//w:sectPr")
    sizes = [(s.find(f"{W}pgSz").get(f"{W}w"), s.find(f"{W}pgSz").get(f"{W}h")) for s in sections]
    assert sizes == [("11906", "16838"), ("11906", "16838"), ("16838", "11906")]
    for section in sections:
        margins = section.find(f"{W}pgMar")
        assert [margins.get(f"{W}{side}") for side in ("top", "bottom", "left", "right")] == [
            "1134",
            "1134",
            "1701",
            "1134",
        ]


def test_landscape_appendix_says_so():
    """Only the landscape appendix is turned."""
    found = sample_package().find("//w:sectPr/w:pgSz/@w:orient")
    assert found == ["portrait", "portrait", "landscape"]


def test_page_numbers_start_again_in_each_appendix():
    """The body counts on from 1 by itself, each appendix restarts."""
    found = sample_package().find("//w:sectPr")
    starts = [section.xpath("w:pgNumType/@w:start", namespaces=NAMESPACES) for section in found]
    assert starts == [[], ["1"], ["1"]]


def test_first_page_has_no_number_and_the_others_do():
    """Each section hides the number on its first page; the header is centred."""
    package = sample_package()
    assert len(package.find("//w:sectPr/w:titlePg")) == 3
    assert package.find("//w:sectPr/w:headerReference/@w:type") == ["default", "first"]
    assert package.find("//w:instrText/text()", "word/header1.xml") == [" PAGE "]
    assert package.find("//w:t", "word/header2.xml") == []
    assert attribute(style("header"), "w:pPr/w:jc/@w:val") == "center"


@pytest.mark.parametrize(
    ("name", "size", "bold", "italic"),
    [
        ("ND30 Quốc hiệu", "26", True, False),
        ("ND30 Tiêu ngữ", "28", True, False),
        ("ND30 Cơ quan chủ quản", "26", False, False),
        ("ND30 Cơ quan ban hành", "26", True, False),
        ("ND30 Số và ký hiệu", "26", False, False),
        ("ND30 Địa danh và thời gian", "28", False, True),
        ("ND30 Tên loại văn bản", "28", True, False),
        ("ND30 Trích yếu", "28", True, False),
        ("ND30 Nội dung", "28", False, False),
        ("ND30 Quyền hạn và chức vụ", "28", True, False),
        ("ND30 Họ tên người ký", "28", True, False),
        ("ND30 Nơi nhận", "24", True, True),
        ("ND30 Danh sách nơi nhận", "22", False, False),
        ("ND30 Phụ lục", "28", True, False),
        ("ND30 Kèm theo", "28", False, True),
        ("footnote text", "20", False, False),
        ("ND30 Ghi chú", "21", False, False),
        ("ND30 Nguồn", "22", False, True),
    ],
)
def test_component_style(name, size, bold, italic):
    """Each component has a named style with the size and weight of set B."""
    found = style(name)
    assert attribute(found, "w:rPr/w:sz/@w:val") == size
    assert bool(found.xpath("w:rPr/w:b", namespaces=NAMESPACES)) is bold
    assert bool(found.xpath("w:rPr/w:i", namespaces=NAMESPACES)) is italic


def test_body_is_justified_indented_and_spaced():
    """The running text keeps the rules of Phụ lục I, II.6e."""
    body = style("ND30 Nội dung")
    assert attribute(body, "w:pPr/w:jc/@w:val") == "both"
    assert attribute(body, "w:pPr/w:ind/@w:firstLine") == "720"
    assert int(attribute(body, "w:pPr/w:spacing/@w:before")) >= 120
    assert 240 <= int(attribute(body, "w:pPr/w:spacing/@w:line")) <= 360


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_real_headings(level):
    """Heading styles have their outline level and stay with the next paragraph."""
    heading = style(f"heading {level}")
    assert attribute(heading, "w:pPr/w:outlineLvl/@w:val") == str(level - 1)
    assert heading.xpath("w:pPr/w:keepNext", namespaces=NAMESPACES)
    assert bool(heading.xpath("w:rPr/w:caps", namespaces=NAMESPACES)) is (level == 1)
    # a point "a)" is upright and not bold: Phụ lục I, II.6đ
    assert bool(heading.xpath("w:rPr/w:b", namespaces=NAMESPACES)) is (level < 3)
    assert not heading.xpath("w:rPr/w:i", namespaces=NAMESPACES)
    # a long one is no body text: its lines are not stretched
    assert attribute(heading, "w:pPr/w:jc/@w:val") == "left"
    assert sample_package().find(f"//w:pStyle[@w:val='Heading{level}']")


def test_all_scripts_are_times_new_roman_black_and_vietnamese():
    """Font, colour and language are set once, for all scripts, and never changed."""
    package = sample_package()
    defaults = package.find("//w:rPrDefault/w:rPr", "word/styles.xml")[0]
    fonts = set(defaults.find(f"{W}rFonts").attrib.values())
    assert fonts == {"Times New Roman"}
    assert attribute(defaults, "w:color/@w:val") == "000000"
    assert attribute(defaults, "w:lang/@w:val") == "vi-VN"
    assert attribute(defaults, "w:lang/@w:eastAsia") == "vi-VN"
    assert package.find("//w:themeFontLang/@w:val", "word/settings.xml") == ["vi-VN"]
    for part in ("word/document.xml", "word/footnotes.xml"):
        assert package.find("//w:rFonts | //w:color | //w:rPr/w:sz", part) == []


def test_every_used_style_is_defined():
    """No paragraph, run or table names a style that the file lacks."""
    package = sample_package()
    known = set(package.find("//w:style/@w:styleId", "word/styles.xml"))
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml"):
        used = package.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)
        assert set(used) <= known


def test_letterhead_has_the_columns_of_the_official_form():
    """Boxes 1 to 4 stand in two columns without lines, just as wide as the text."""
    package = sample_package()
    left, right = map(int, package.find("(//w:tbl)[1]/w:tblGrid/w:gridCol/@w:w"))
    assert left + right == 9071
    assert right > text_width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    rows = package.texts("(//w:tbl)[1]/w:tr")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in rows[0]
    assert "Độc lập - Tự do - Hạnh phúc" in rows[0]
    assert rows[1].startswith("Số: ")
    assert rows[1].endswith("Hà Nội, ngày 31 tháng 7 năm 2024")


def test_lines_have_the_lengths_of_the_decree():
    """Tiêu ngữ is underlined in full, issuer and subject for a third to a half."""
    issuer, motto, subject, *infos = line_lengths(sample_package())
    assert motto == pytest.approx(text_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True), abs=20)
    name = text_width("THỦ TỤC HÀNH CHÍNH", 13, bold=True)
    assert name / 3 <= issuer <= name / 2
    last = text_width("6 tháng đầu năm 2024 của các địa phương mẫu", 14, bold=True)
    assert last / 3 <= subject <= last / 2
    appendices = list(sample().of_type(AppendixStart))
    assert len(infos) == len(appendices)
    for length, block in zip(infos, appendices, strict=True):
        room = 9071 if block.orientation == "portrait" else 14003
        width = text_width(even_lines(block.info, 14, room)[-1], 14)
        assert width / 3 <= length + room - 9071 <= width / 2


def test_superior_body_may_be_missing():
    """A ministry or People's Committee has no line of a superior body."""
    base = next(sample().of_type(Letterhead))
    package = rendered(Letterhead("", "BỘ MẪU", base.number, base.place, base.date, base.date_text))
    assert package.find("//w:pStyle[@w:val='ND30CoQuanChuQuan']") == []


def test_long_subject_breaks_into_even_lines():
    """A subject of two lines is drawn in by indents, its text left whole but for a held space."""
    subject = "Sơ kết công tác cải cách thủ tục hành chính 6 tháng đầu năm 2024 của Tỉnh Mẫu A"
    package = rendered(Title("BÁO CÁO", subject))
    node = package.find("//w:p[w:pPr/w:pStyle/@w:val='ND30TrichYeu']")[0]
    side = int(attribute(node, "w:pPr/w:ind/@w:left"))
    lines = wrap(subject, 14, 9071 - 2 * side, bold=True)
    widths = [text_width(line, 14, bold=True) for line in lines]
    assert len(lines) == 2
    assert min(widths) > 0.7 * max(widths)
    assert package.texts("//w:p[w:pPr/w:pStyle/@w:val='ND30TrichYeu']") == [subject]


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (("Bộ Mẫu",), ["Kính gửi: Bộ Mẫu"]),
        (("Bộ Mẫu", "- Cục Mẫu;"), ["Kính gửi:", "- Bộ Mẫu;", "- Cục Mẫu."]),
    ],
)
def test_addressees(names, lines):
    """One addressee follows the colon, several stand below it."""
    styles = "@w:val='ND30KinhGui' or @w:val='ND30NoiGui'"
    assert rendered(Addressees(names)).texts(f"//w:p[w:pPr/w:pStyle[{styles}]]") == lines


def test_signature_stays_in_one_piece():
    """The block is one row that does not split, kept with the closing line."""
    package = sample_package()
    row = package.find("//w:tr[.//w:pStyle/@w:val='ND30QuyenHan']")[0]
    widths = row.xpath("../w:tblGrid/w:gridCol/@w:w", namespaces=NAMESPACES)
    assert sum(map(int, widths)) == 9071
    assert row.xpath("w:trPr/w:cantSplit", namespaces=NAMESPACES)
    gap = row.getparent().getprevious()
    assert gap.xpath("w:pPr/w:keepNext", namespaces=NAMESPACES)
    assert package.find("//w:style[@w:styleId='ND30KetThuc']/w:pPr/w:keepNext", "word/styles.xml")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (("Một dòng đầu.", "Một dòng cuối./."), 2),
        (("Một dòng đầu.", "Nhiều dòng. " * 20), 1),
        (("Một dòng cuối./.",), 2),
    ],
)
def test_two_lines_of_text_stay_with_the_signature(words, kept):
    """A signature never begins a page below less than two lines of its report."""
    texts = [Paragraph((Text(one),)) for one in ("Trước đó. " * 40, *words)]
    package = rendered(*texts[-len(words) - 1 :], Signature((), (), "TỔ TRƯỞNG", ""))
    styles = package.find("//w:p[w:pPr/w:keepNext][w:pPr/w:pStyle/@w:val='ND30NoiDung']")
    assert len(styles) == kept


def test_an_empty_name_leaves_the_room_of_a_signature():
    """Without a name and recipients the block keeps its place and prints no label."""
    package = rendered(Signature((), ("TM. TỔ",), "TỔ TRƯỞNG", ""))
    assert package.find("//w:p[w:pPr/w:pStyle/@w:val='ND30HoTen']")
    assert package.find("//w:pStyle[@w:val='ND30NoiNhan']") == []


def test_recipients_end_as_the_decree_writes_them():
    """Each recipient ends with a semicolon, the last one with a full stop."""
    package = rendered(Signature(("Như trên", "Lưu: VT, KSTT."), ("TM. TỔ",), "TỔ TRƯỞNG", ""))
    lines = package.texts("//w:p[w:pPr/w:pStyle/@w:val='ND30DanhSachNhan']")
    assert lines == ["- Như trên;", "- Lưu: VT, KSTT."]
    assert package.find("//w:drawing") == []


def test_appendix_begins_with_label_title_and_info():
    """The head of an appendix has its three lines in their styles."""
    package = sample_package()
    for name, words in (
        ("ND30PhuLuc", ["Phụ lục I", "Phụ lục II"]),
        ("ND30TenPhuLuc", ["GHI CHÚ VỀ SỐ LIỆU", "BẢNG SỐ LIỆU ĐẦY ĐỦ"]),
    ):
        assert package.texts(f"//w:p[w:pPr/w:pStyle/@w:val='{name}']") == words


def test_document_ends_with_a_paragraph():
    """Word needs a paragraph behind the last table."""
    body = etree.fromstring(sample_package().parts["word/document.xml"])[0]
    assert [node.tag for node in body][-2:] == [f"{W}p", f"{W}sectPr"]


CONTENTS = Contents("MỤC LỤC", (ContentsEntry("h", 1, "I. MỤC"),))
HEADING = Heading("h", 1, "I.", (Text("MỤC"),))
TITLE = Title("BÁO CÁO", "Nội dung mẫu")


def page_breaks(*blocks):
    """Return the styles of the paragraphs that begin a page."""
    path = "//w:p[w:pPr/w:pageBreakBefore]/w:pPr/w:pStyle/@w:val"
    return rendered(*blocks).find(path)


def test_contents_in_front_share_the_first_page_with_the_title():
    """Behind them the text begins a page of its own."""
    assert page_breaks(TITLE, CONTENTS, HEADING) == ["Heading1"]


def test_contents_behind_the_text_have_a_page_of_their_own():
    """There nothing but an appendix follows them."""
    assert page_breaks(TITLE, HEADING, CONTENTS) == ["TOCHeading"]


def test_shading_is_for_heads_only_and_light():
    """Grey print leaves the figures readable: only head cells are shaded."""
    package = sample_package()
    fills = package.find("//w:tc/w:tcPr/w:shd/@w:fill")
    assert set(fills) == {"F2F2F2"}
    assert package.find("//w:tr[not(w:trPr/w:tblHeader)]//w:shd") == []


def test_titles_and_heads_never_end_a_line_inside_a_word():
    """Word breaks the subject of a report where a reader would."""
    words = "Kết quả công tác cải cách thủ tục hành chính năm 2023 của tỉnh Bình Thuận"
    package = rendered(Title("BÁO CÁO", words))
    node = package.find("//w:p[w:pPr/w:pStyle/@w:val='ND30TrichYeu']")[0]
    side = int(attribute(node, "w:pPr/w:ind/@w:left"))
    lines = wrap(words, 14, 9071 - 2 * side, bold=True)
    assert lines == [
        "Kết quả công tác cải cách thủ tục hành chính",
        "năm 2023 của tỉnh Bình Thuận",
    ]
