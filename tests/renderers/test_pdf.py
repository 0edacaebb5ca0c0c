"""The PDF of the sample report, read back page by page and judged from outside."""

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import page as judge
import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from generator.errors import RenderError
from generator.model.document import (
    Block,
    Contents,
    ContentsEntry,
    CrossReference,
    Document,
    FigureText,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    Paragraph,
    Signature,
    Text,
    Title,
)
from generator.renderers import pdf
from generator.renderers.html import to_html
from generator.renderers.pdf_parts.archival import ends_in_return
from tests.renderers.sample_document import AWKWARD, TONES, lineage, sample

MM = 72 / 25.4
FIRST, LAST = 0, -1


@pytest.fixture(scope="module")
def content() -> bytes:
    """The rendered sample."""
    return pdf.render(sample())


@pytest.fixture(scope="module")
def texts(content: bytes) -> list[str]:
    """The text of each page, with single spaces."""
    pages = pdfium.PdfDocument(content)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in pages]


@pytest.fixture(scope="module")
def tree(content: bytes) -> pikepdf.Pdf:
    """The objects of the rendered sample."""
    return pikepdf.open(BytesIO(content))


def test_a_file_that_ends_a_stream_with_a_return_is_written_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One file in some hundreds would have such a stream, by chance; spare objects change it."""
    usual = pdf.render(sample())
    answers = iter((True, False))
    monkeypatch.setattr(pdf, "ends_in_return", lambda _: next(answers))
    other = pdf.render(sample())
    assert other != usual
    for name in ("3a", "ua1"):
        assert not judge.validate_pdf_bytes(other, profile=name).failures


def test_a_return_before_the_end_of_a_stream_is_seen() -> None:
    """Only the last byte of a stream counts."""
    assert ends_in_return(b"stream\nab\r\nendstream")
    assert not ends_in_return(b"stream\na\rb\nendstream\r\n")


def tiny(*words: str, **changes: object) -> Document:
    """Return a document of a few paragraphs."""
    blocks = tuple(Paragraph((Text(one),)) for one in words)
    empty = Document("Tên", "Chủ đề", "Tác giả", date(2024, 7, 31), blocks)
    return replace(empty, **changes)  # type: ignore[arg-type]


def elements(tree: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Return the structure elements of one kind that hang on the tree."""
    found: list[pikepdf.Object] = []
    waiting = [tree.Root.StructTreeRoot.K[0]]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, pikepdf.Dictionary) or "/S" not in one:
            continue
        if str(one.S) == f"/{kind}":
            found.append(one)
        waiting += list(one.get("/K", []))
    return found


def page_numbers(content: bytes) -> list[str]:
    """Return what stands in the top margin of each page."""
    found = []
    for one in pdfium.PdfDocument(content):
        width, height = one.get_size()
        shown = one.get_textpage()
        found.append(shown.get_text_bounded(0, height - 20 * MM, width, height).strip())
    return found


def test_text_is_searchable_with_all_tone_marks(texts: list[str]) -> None:
    """Vietnamese text comes back as it went in."""
    whole = " ".join(texts)
    assert TONES in whole
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts[FIRST]
    assert "Độc lập - Tự do - Hạnh phúc" in texts[FIRST]


def test_markup_in_a_text_is_only_text(texts: list[str]) -> None:
    """Tags, quotes and braces of a source are printed as they stand."""
    assert AWKWARD in " ".join(texts)


def test_labels_of_charts_are_text(texts: list[str]) -> None:
    """The printed values and names of a chart can be found."""
    whole = " ".join(texts)
    for form in ("168.905", "57,95%", "Mục tiêu: 90%", "Số hóa kết quả giải quyết"):
        assert form in whole


def test_page_numbers_begin_on_page_two_and_again_in_each_appendix(
    content: bytes, texts: list[str]
) -> None:
    """The first page of the report and of each appendix shows no number."""
    numbers = page_numbers(content)
    starts = [0, *(at for at, one in enumerate(texts) if one.startswith("Phụ lục"))]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(texts)], strict=True):
        assert numbers[start] == ""
        assert numbers[start + 1 : end] == [str(at) for at in range(2, end - start + 1)]


def test_lines_of_the_first_page_have_the_lengths_of_the_decree(content: bytes) -> None:
    """One line as long as the motto, two of a third to a half of the words above them."""
    first = pdfium.PdfDocument(content)[0]
    drawn = [one.get_bounds() for one in first.get_objects([raw.FPDF_PAGEOBJ_PATH])]
    top = [one for one in drawn if 841.9 - 90 * MM < one[1] < 841.9]
    title = min(top, key=lambda one: one[1])
    issuer, motto = sorted((one for one in top if one is not title), key=lambda one: one[0])
    for line, words, least, most in (
        (motto, "Độc lập - Tự do - Hạnh phúc", 0.97, 1.03),
        (issuer, "THỦ TỤC HÀNH CHÍNH", 1 / 3, 1 / 2),
        (title, "tháng đầu năm 2024 của các địa phương mẫu", 1 / 3, 1 / 2),
    ):
        left, right = extent(first, words)
        assert least <= (line[2] - line[0]) / (right - left) <= most
        assert (line[0] + line[2]) / 2 == pytest.approx((left + right) / 2, abs=6)


def extent(page: pdfium.PdfPage, words: str) -> tuple[float, float]:
    """Return left and right end of words that stand on one line."""
    shown = page.get_textpage()
    start, count = shown.search(words).get_next()
    return shown.get_charbox(start)[0], shown.get_charbox(start + count - 1)[2]


def test_page_number_stands_centred_in_the_top_margin(content: bytes) -> None:
    """The number of page 2 is in the middle of the text width, above the text."""
    second = pdfium.PdfDocument(content)[1]
    shown = second.get_textpage()
    mark = next(
        at for at in range(shown.count_chars()) if shown.get_charbox(at)[1] > 841.9 - 20 * MM
    )
    left, bottom, right, top = shown.get_charbox(mark)
    assert (left + right) / 2 == pytest.approx((30 + 190) / 2 * MM, abs=2)
    assert 841.9 - 20 * MM < bottom < top < 841.9


def test_pages_are_a4_and_turned_in_the_second_appendix(content: bytes, texts: list[str]) -> None:
    """Only the landscape appendix is turned."""
    turned = next(at for at, one in enumerate(texts) if one.startswith("Phụ lục II"))
    for at, one in enumerate(pdfium.PdfDocument(content)):
        upright = (210 * MM, 297 * MM)
        expected = upright if at < turned else upright[::-1]
        assert one.get_size() == pytest.approx(expected, abs=0.1)


def test_text_keeps_within_the_margins(content: bytes) -> None:
    """Every letter but the page number keeps 30, 20, 20 and 20 mm from the edges."""
    for one in pdfium.PdfDocument(content):
        width, height = one.get_size()
        shown = one.get_textpage()
        for at in range(shown.count_chars()):
            left, bottom, right, top = shown.get_charbox(at)
            in_header = bottom > height - 20 * MM
            if not shown.get_text_range(at, 1).isspace() and not in_header:
                assert left >= 30 * MM - 1
                assert right <= width - 20 * MM + 1
                assert bottom >= 20 * MM - 4
                assert top <= height - 20 * MM + 1


def test_table_head_repeats_on_each_page(texts: list[str]) -> None:
    """A long table names its columns on every page it fills."""
    with_rows = [one for one in texts if re.search(r"Tỉnh Mẫu \d\d \d", one)]
    assert len(with_rows) >= 2
    assert all("Tổng số" in one and "STT" in one for one in with_rows)


def test_notes_stand_on_the_page_of_their_marks(texts: list[str]) -> None:
    """Each footnote is at the foot of the page that mentions it."""
    assert "1 Số liệu mẫu do chương trình kiểm thử tạo ra" in texts[1]
    assert "2 Tính đến ngày 30/6/2024." in texts[1]
    assert "3 Nguồn: mau_001.txt" in texts[1]


def test_large_numbers_stay_on_one_line() -> None:
    """A long key figure is drawn smaller rather than broken."""
    item = KeyFigure(FigureText("hơn 129.600.000,55", "f1"), "Hồ sơ")
    made = pdfium.PdfDocument(pdf.render(tiny(blocks=(KeyFigures((item,) * 3, 3),))))
    shown = made[0].get_textpage()
    start, count = shown.search("hơn 129.600.000,55").get_next()
    heights = {round(shown.get_charbox(at, loose=True)[1]) for at in range(start, start + count)}
    assert len(heights) == 1


def test_closing_line_and_signature_share_a_page(texts: list[str]) -> None:
    """The signer is on the page of the last line of the report."""
    last = next(one for one in texts if "Nguyễn Văn Mẫu" in one)
    assert "Trên đây là báo cáo mẫu" in last
    assert "Nơi nhận:" in last


def test_contents_gives_the_pages_of_the_headings(texts: list[str]) -> None:
    """The numbers in the table of contents are those of the pages."""
    listed = re.search(r"II\. KẾT QUẢ TẠI CÁC ĐỊA PHƯƠNG ?\.* ?(\d+)", texts[FIRST])
    assert listed
    assert "II. KẾT QUẢ TẠI CÁC ĐỊA PHƯƠNG" in texts[int(listed.group(1)) - 1]


def test_heading_is_never_last_on_its_page() -> None:
    """Wherever a page ends, a heading goes with the text that follows it."""
    blocks: list[Block] = []
    for order in range(1, 61):
        blocks.append(Heading(f"h{order}", 2, f"{order}.", (Text("Mục của báo cáo"),)))
        blocks.append(Paragraph((Text("Nội dung của mục này. " * (3 + order % 5)),)))
    made = pdfium.PdfDocument(pdf.render(tiny(blocks=tuple(blocks))))
    assert len(made) > 4
    for one in made:
        width, height = one.get_size()
        body = one.get_textpage().get_text_bounded(0, 0, width, height - 20 * MM)
        assert not body.split("\n")[-1].strip().endswith("Mục của báo cáo")


def test_only_fonts_of_the_report_are_embedded(tree: pikepdf.Pdf) -> None:
    """All fonts are subsets of Liberation Serif and carry their program."""
    fonts = [one for one in tree.objects if getattr(one, "Type", None) == "/FontDescriptor"]
    assert fonts
    for one in fonts:
        assert re.fullmatch(r"/[A-Z]{6}\+Liberation-Serif(-Bold)?(-Italic)?", str(one.FontName))
        assert "/FontFile2" in one


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_both_standards_are_met(content: bytes, profile: str) -> None:
    """An outside judge finds no fault against PDF/A-3a and PDF/UA-1."""
    report = judge.validate_pdf_bytes(content, profile=profile)
    assert [(one.rule_id, one.message) for one in report.failures] == []
    assert report.is_compliant


def test_charts_are_figures_with_alternative_text(tree: pikepdf.Pdf) -> None:
    """Each chart is tagged as a figure and says what it shows."""
    said = [str(one.Alt) for one in elements(tree, "Figure")]
    assert len(said) == 4
    assert said[0].startswith("Biểu đồ cột: số hồ sơ tiếp nhận")


def test_only_data_is_tagged_as_table(tree: pikepdf.Pdf, texts: list[str]) -> None:
    """Letterhead, signature and key figures are no tables; each data table has headers."""
    tables = elements(tree, "Table")
    small, parts = 1, sum(bool(re.search(r"\bSTT\b", one)) for one in texts)
    assert len(tables) == small + parts
    heads = elements(tree, "TH")
    assert all(one.A.Scope == "/Column" for one in heads)
    names = {str(one.ID) for one in heads}
    cells = [one for one in elements(tree, "TD") if one.A.get("/ColSpan", 1) == 1]
    assert all({str(name) for name in one.A.Headers} & names for one in cells)


def test_notes_are_tagged_as_notes_with_names_of_their_own(tree: pikepdf.Pdf) -> None:
    """ISO 14289-1, 7.9: each note of a page is a Note with an ID; its mark is a label."""
    notes = elements(tree, "Note")
    texts = [block for block in sample().blocks if isinstance(block, Paragraph)]
    wanted = sum(isinstance(piece, Note) for block in texts for piece in block.content)
    assert len(notes) >= wanted > 0
    assert len({str(one.ID) for one in notes}) == len(notes)
    assert all(str(one.K[0].S) == "/Lbl" for one in notes)


def test_cells_below_a_spanned_head_name_both_storeys(tree: pikepdf.Pdf) -> None:
    """A cell below "Trong đó / Quá hạn" belongs to both header cells."""
    rows = [one for one in elements(tree, "TR") if len(one.K) == 6]
    second = next(one for one in rows if one.K[0].S == "/TD")
    assert [len(cell.A.Headers) for cell in second.K] == [1, 1, 1, 2, 2, 1]


def test_page_numbers_are_artifacts(tree: pikepdf.Pdf) -> None:
    """A page number is no part of what is read aloud."""
    for at, one in enumerate(tree.pages):
        parts = [
            (str(ops[0]), ops[1])
            for ops, operator in pikepdf.parse_content_stream(one)
            if str(operator) == "BDC"
        ]
        artifacts = [mark for name, mark in parts if name == "/Artifact"]
        assert len(artifacts) == (0 if at in {0, *_starts(tree)} else 1)


def _starts(tree: pikepdf.Pdf) -> list[int]:
    """Return the pages on which appendices begin, from the bookmarks."""
    pages = [one.objgen for one in tree.pages]
    with tree.open_outline() as outline:
        items = [one for one in outline.root if one.title.startswith("Phụ lục")]
        return [pages.index(one.destination[0].objgen) for one in items]


def test_bookmarks_follow_the_headings(tree: pikepdf.Pdf) -> None:
    """The outline has the three levels of headings and the appendices."""
    with tree.open_outline() as outline:
        titles = [one.title for one in outline.root]
        assert titles[:3] == [
            "I. KẾT QUẢ ĐẠT ĐƯỢC",
            "II. KẾT QUẢ TẠI CÁC ĐỊA PHƯƠNG",
            "III. NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM",
        ]
        assert titles[3:] == ["Phụ lục I GHI CHÚ VỀ SỐ LIỆU", "Phụ lục II BẢNG SỐ LIỆU ĐẦY ĐỦ"]
        second = outline.root[0].children[1]
        assert [one.title[:2] for one in second.children] == ["a)", "b)"]


def test_properties_come_from_the_document(tree: pikepdf.Pdf) -> None:
    """Title, subject, author, keywords, language and the report's date are set."""
    assert str(tree.docinfo["/Title"]) == sample().title
    assert str(tree.docinfo["/Subject"]) == sample().subject
    assert str(tree.docinfo["/Author"]) == sample().author
    assert str(tree.docinfo["/Keywords"]) == ", ".join(sample().keywords)
    assert str(tree.docinfo["/CreationDate"]).startswith("D:20240731")
    assert str(tree.Root.Lang) == "vi-VN"


def test_facts_are_attached_as_data(tree: pikepdf.Pdf) -> None:
    """The lineage travels in the file with the report's date."""
    attached = tree.attachments["facts.json"]
    assert attached.get_file().read_bytes().decode() == lineage()
    assert attached.relationship == "/Data"
    assert attached.get_file().creation_date.date() == sample().date


def test_a_document_without_lineage_has_no_attachment() -> None:
    """Nothing is attached where there is nothing to attach."""
    made = pikepdf.open(BytesIO(pdf.render(tiny("Một đoạn văn."))))
    assert len(made.attachments) == 0


def test_equal_documents_give_equal_bytes_in_another_process(content: bytes, root: Path) -> None:
    """Neither the hash seed nor the environment's time moves a byte."""
    program = (
        "import hashlib\n"
        "from generator.renderers import pdf\n"
        "from tests.renderers.sample_document import sample\n"
        "print(hashlib.sha256(pdf.render(sample())).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "5"}
    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    assert other.stdout.strip() == hashlib.sha256(content).hexdigest()


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fixed time of a rendering does not leak."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    pdf.render(tiny("Một đoạn văn."))
    assert "SOURCE_DATE_EPOCH" not in os.environ
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12")
    pdf.render(tiny("Một đoạn văn."))
    assert os.environ["SOURCE_DATE_EPOCH"] == "12"


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a.png", Path(__file__).as_uri(), "http://127.0.0.1:9/a.png"],
    ids=["web", "file", "server"],
)
def test_nothing_is_fetched(address: str) -> None:
    """A picture from outside is refused and named."""
    html = to_html(tiny("Một đoạn văn."), for_print=True)
    page = html.replace("</main>", f'<img alt="a" src="{address}"></main>')
    with pytest.raises(RenderError, match=re.escape(address)):
        pdf.render_html(page, tiny())


def test_a_mark_that_the_font_lacks_is_named() -> None:
    """Another font never comes in unseen."""
    with pytest.raises(RenderError, match=r"U\+6F22"):
        pdf.render(tiny("Chữ 漢 không có trong phông."))


def test_a_reference_to_nothing_is_refused() -> None:
    """A mention of a table that is not there is an error, not a dead link."""
    lost = Paragraph((CrossReference("table-9", "Bảng 9"),))
    with pytest.raises(RenderError, match="table-9"):
        pdf.render(tiny(blocks=(lost,)))


def test_signature_goes_to_a_new_page_with_two_lines_of_text() -> None:
    """However full the page is, two lines or more stand above the signer."""
    signed = Signature(("Như trên",), ("TM. TỔ CÔNG TÁC",), "TỔ TRƯỞNG", "Nguyễn Văn Mẫu")
    for count in range(22, 40):
        texts = [Paragraph((Text(f"Dòng thứ {order}."),)) for order in range(count)]
        last = Paragraph((Text("Trên đây là báo cáo mẫu./."),), "closing")
        made = pdfium.PdfDocument(pdf.render(tiny(blocks=(*texts, last, signed))))
        page = made[len(made) - 1].get_textpage().get_text_bounded()
        assert "TỔ TRƯỞNG" in page
        assert "Trên đây là báo cáo mẫu" in page
        assert f"Dòng thứ {count - 1}." in page


def test_text_begins_a_page_behind_contents_in_front() -> None:
    """The contents share the first page with the title, the text comes on the next."""
    contents = Contents("MỤC LỤC", (ContentsEntry("h", 1, "I. MỤC MẪU"),))
    heading = Heading("h", 1, "I.", (Text("Mục mẫu"),))
    blocks = (Title("BÁO CÁO", "Nội dung"), contents, heading, Paragraph((Text("Chữ."),)))
    made = pdfium.PdfDocument(pdf.render(tiny(blocks=blocks)))
    pages = [page.get_textpage().get_text_bounded() for page in made]
    assert len(pages) == 2
    assert "MỤC LỤC" in pages[0]
    assert "Chữ." in pages[1]


def test_no_line_of_a_paragraph_is_cut_short_before_a_noted_word() -> None:
    """Where only the space before a noted word is too wide, the words before it stay together."""
    text = (
        "Theo tài liệu tháng 9 năm 2022, thời gian qua, các bộ, ngành, địa phương đã quan "
        "tâm, nỗ lực triển khai các nhóm nhiệm vụ, giải pháp và đạt được một số kết quả "
        "tích cực, quan trọng về cải cách TTHC, hiện đại hóa phương thức chỉ đạo, điều "
        "hành. Hoạt động xử lý hồ sơ công việc trên môi trường mạng được đẩy mạnh, đạt "
        "nhiều kết quả tích cực. Nhiều bộ, ngành, địa phương đã xử lý hồ sơ công việc "
        "trên môi trường mạng với tỷ lệ cao. Đến ngày 15 tháng 9 năm 2022, có hơn 14,2 "
        "triệu văn bản điện tử được gửi, nhận giữa các cơ quan hành chính nhà nước; có "
        "gần 1.300 phiếu điện tử lấy ý kiến thành viên Chính phủ được thực hiện."
    )
    content = pdf.render(
        replace(sample(), blocks=(Paragraph((Text(text), Note((Text("Ghi."),)))),), lineage="")
    )
    pages = [one.get_textpage().get_text_range() for one in pdfium.PdfDocument(content)]
    lines = [line.strip() for page in pages for line in page.splitlines()]
    assert [line for line in lines if line in text.split()] == []
