"""DOCX files with one thing changed, each against one layout rule."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = {"w": W.strip("{}")}
PARSER = etree.XMLParser(resolve_entities=False)
DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"

Change = Callable[[etree._Element], None]


@dataclass(frozen=True)
class Case:
    """A change of one part, the rule that it breaks, and words of the objection."""

    name: str
    part: str
    change: Change
    rule: str
    says: str


def spoiled(data: bytes, part: str, change: Change) -> bytes:
    """Return a DOCX with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            blob = old.read(name)
            if name == part:
                root = etree.fromstring(blob, PARSER)
                change(root)
                blob = etree.tostring(root)
            new.writestr(name, blob)
    return out.getvalue()


def found(root: etree._Element, path: str) -> etree._Element:
    """Return the first element of an XPath."""
    return root.xpath(path, namespaces=NAMESPACES)[0]


def child(parent: etree._Element, name: str) -> etree._Element:
    """Return a child, made where it is missing."""
    node = parent.find(f"{W}{name}")
    return node if node is not None else etree.SubElement(parent, f"{W}{name}")


def given(path: str, **values: str) -> Change:
    """Set attributes of the first element of an XPath."""

    def change(root: etree._Element) -> None:
        for name, value in values.items():
            found(root, path).set(f"{W}{name}", value)

    return change


def removed(path: str) -> Change:
    """Take the first element of an XPath away."""

    def change(root: etree._Element) -> None:
        node = found(root, path)
        node.getparent().remove(node)

    return change


def styled(style: str, prop: str, **values: str) -> Change:
    """Set a property of letters in a style, "b", "sz", "i" …."""

    def change(root: etree._Element) -> None:
        letters = child(found(root, f"//w:style[@w:styleId='{style}']"), "rPr")
        for name, value in values.items():
            child(letters, prop).set(f"{W}{name}", value)

    return change


def laid(style: str, prop: str, **values: str) -> Change:
    """Set a property of paragraphs in a style, "jc", "ind", "spacing" …."""

    def change(root: etree._Element) -> None:
        paragraph = child(found(root, f"//w:style[@w:styleId='{style}']"), "pPr")
        for name, value in values.items():
            child(paragraph, prop).set(f"{W}{name}", value)

    return change


def paragraph(style: str) -> str:
    """Return the XPath of the first paragraph of a style that has text."""
    return f"//w:p[w:pPr/w:pStyle/@w:val='{style}'][.//w:t]"


def worded(style: str, text: str) -> Change:
    """Give the first paragraph of a style another text."""

    def change(root: etree._Element) -> None:
        whole = found(root, paragraph(style))
        first, *others = whole.iter(f"{W}t")
        first.text = text
        for node in others:
            node.text = ""
        for node in list(whole.iter(f"{W}noBreakHyphen")):
            node.getparent().remove(node)

    return change


def rewritten(style: str, how: Callable[[str], str]) -> Change:
    """Change the text of the first paragraph of a style."""

    def change(root: etree._Element) -> None:
        for node in found(root, paragraph(style)).iter(f"{W}t"):
            node.text = how(str(node.text or ""))

    return change


def without_end(text: str) -> str:
    """Return a text whose last mark is a plain full stop."""
    return text.replace("./.", ".")


def of_nobody(text: str) -> str:
    """Return the reference of an appendix without the body that issued it."""
    return f"{text.partition(' của ')[0]})"


def coloured(style: str, colour: str) -> Change:
    """Give the first run of a style a colour of its own."""

    def change(root: etree._Element) -> None:
        run = found(root, f"{paragraph(style)}/w:r[w:t]")
        letters = etree.Element(f"{W}rPr")
        child(letters, "color").set(f"{W}val", colour)
        run.insert(0, letters)

    return change


def swapped(style: str) -> Change:
    """Exchange the two cells of the row in which a style stands."""

    def change(root: etree._Element) -> None:
        row = found(root, f"//w:tr[w:tc/w:p/w:pPr/w:pStyle/@w:val='{style}']")
        left, _ = row.findall(f"{W}tc")
        row.append(left)

    return change


def lowered(style: str) -> Change:
    """Put an empty paragraph above the first one of a style in its cell."""

    def change(root: etree._Element) -> None:
        node = found(root, paragraph(style))
        node.addprevious(etree.Element(f"{W}p"))

    return change


def turned(root: etree._Element) -> None:
    """Lay the first section across."""
    size = found(root, "//w:pgSz")
    width, height = size.get(f"{W}w"), size.get(f"{W}h")
    size.set(f"{W}w", height)
    size.set(f"{W}h", width)


def footed(root: etree._Element) -> None:
    """Move the page number to the foot."""
    found(root, "//w:headerReference[@w:type='default']").tag = f"{W}footerReference"


def lined(number: int, change: Change) -> Change:
    """Apply a change to one of the drawn lines: 0 issuer, 1 Tiêu ngữ, 2 subject."""

    def apply(root: etree._Element) -> None:
        path = "//w:p[w:pPr/w:pStyle/@w:val='ND30DuongKe']"
        change(root.xpath(path, namespaces=NAMESPACES)[number])

    return apply


def without_border(node: etree._Element) -> None:
    """Take the drawn line off a paragraph."""
    borders = found(node, "w:pPr/w:pBdr")
    borders.getparent().remove(borders)


def unbroken(root: etree._Element) -> None:
    """Take the section break before the second appendix away."""
    node = root.xpath("//w:pPr/w:sectPr", namespaces=NAMESPACES)[1]
    node.getparent().remove(node)


def doubled(style: str, text: str) -> Change:
    """Put a copy with another text below the first paragraph of a style."""

    def change(root: etree._Element) -> None:
        node = found(root, paragraph(style))
        copy = deepcopy(node)
        first, *others = copy.iter(f"{W}t")
        first.text = text
        for other in others:
            other.text = ""
        node.addnext(copy)

    return change


def moved(root: etree._Element) -> None:
    """Put the page number to the left."""
    child(child(found(root, "//w:p"), "pPr"), "jc").set(f"{W}val", "left")


def uncapped(root: etree._Element) -> None:
    """Write a heading in small letters."""
    for run in found(root, paragraph("Heading1")).iter(f"{W}r"):
        letters = etree.Element(f"{W}rPr")
        child(letters, "caps").set(f"{W}val", "0")
        run.insert(0, letters)
        for node in run.iter(f"{W}t"):
            node.text = str(node.text or "").capitalize()


def signed(name: str) -> Change:
    """Fill in the name of the signer."""

    def change(root: etree._Element) -> None:
        node = found(root, "//w:p[w:pPr/w:pStyle/@w:val='ND30HoTen']")
        run = node.find(f"{W}r")
        child(run if run is not None else etree.SubElement(node, f"{W}r"), "t").text = name

    return change


def decomposed(text: str) -> str:
    """Return a text with its marks apart."""
    return unicodedata.normalize("NFD", text)


_FIRST, _SECOND = "(//w:sectPr)[1]", "(//w:sectPr)[2]"
CASES = (
    Case("paper", DOCUMENT, given(f"{_FIRST}/w:pgSz", w="12240", h="15840"), "I.1", "A4"),
    Case("landscape", DOCUMENT, turned, "I.2", "page 1 is landscape"),
    Case("top", DOCUMENT, given(f"{_FIRST}/w:pgMar", top="1000"), "I.3", "top 17.6 mm"),
    Case("bottom", DOCUMENT, given(f"{_FIRST}/w:pgMar", bottom="1600"), "I.3", "bottom 28.2 mm"),
    Case("left", DOCUMENT, given(f"{_FIRST}/w:pgMar", left="1500"), "I.3", "left 26.5 mm"),
    Case("right", DOCUMENT, given(f"{_FIRST}/w:pgMar", right="600"), "I.3", "right 10.6 mm"),
    Case("wide", DOCUMENT, given(f"{_SECOND}/w:pgMar", bottom="850"), "I.3", "bottom 15.0 mm"),
    Case(
        "font",
        STYLES,
        given("//w:rPrDefault//w:rFonts", ascii="Arial", hAnsi="Arial"),
        "I.4",
        "Arial",
    ),
    Case("colour", DOCUMENT, coloured("ND30NoiDung", "C00000"), "I.4", "#C00000"),
    Case("marks", DOCUMENT, rewritten("ND30NoiDung", decomposed), "I.4", "precomposed"),
    Case("number left", HEADER, moved, "I.7", "aligned left"),
    Case("number small", STYLES, styled("Header", "sz", val="20"), "I.7", "10 pt"),
    Case("number leaning", STYLES, styled("Header", "i", val="1"), "I.7", "italic"),
    Case("number at foot", DOCUMENT, footed, "I.7", "at the foot"),
    Case("no number", DOCUMENT, removed("//w:headerReference[@w:type='default']"), "I.7", "none"),
    Case("number on page 1", DOCUMENT, removed(f"{_FIRST}/w:titlePg"), "I.7", "shown on page 1"),
    Case(
        "number Roman", DOCUMENT, given(f"{_SECOND}/w:pgNumType", fmt="upperRoman"), "I.7", "Arabic"
    ),
    Case("Quốc hiệu large", STYLES, styled("ND30QuocHieu", "sz", val="32"), "II.1a", "16 pt"),
    Case("Quốc hiệu thin", STYLES, styled("ND30QuocHieu", "b", val="0"), "II.1a", "not bold"),
    Case(
        "Quốc hiệu small letters",
        DOCUMENT,
        rewritten("ND30QuocHieu", str.title),
        "II.1a",
        "capitals",
    ),
    Case("no Quốc hiệu", DOCUMENT, removed(paragraph("ND30QuocHieu")), "II.1a", "missing"),
    Case("Quốc hiệu left", DOCUMENT, swapped("ND30QuocHieu"), "II.1a", "on the left"),
    Case("Tiêu ngữ small", STYLES, styled("ND30TieuNgu", "sz", val="24"), "II.1b", "12 pt"),
    Case("Tiêu ngữ thin", STYLES, styled("ND30TieuNgu", "b", val="0"), "II.1b", "not bold"),
    Case(
        "Tiêu ngữ dashes",
        DOCUMENT,
        worded("ND30TieuNgu", "Độc lập-Tự do-Hạnh phúc"),
        "II.1b",
        "Độc lập - Tự do",
    ),
    Case("no Tiêu ngữ", DOCUMENT, removed(paragraph("ND30TieuNgu")), "II.1b", "missing"),
    Case("issuer thin", STYLES, styled("ND30CoQuanBanHanh", "b", val="0"), "II.2b", "not bold"),
    Case(
        "issuer left", STYLES, laid("ND30CoQuanBanHanh", "jc", val="left"), "II.2b", "aligned left"
    ),
    Case(
        "issuer small letters",
        DOCUMENT,
        rewritten("ND30CoQuanBanHanh", str.title),
        "II.2b",
        "capitals",
    ),
    Case("number large", STYLES, styled("ND30SoKyHieu", "sz", val="28"), "II.3c", "14 pt"),
    Case("number bold", STYLES, styled("ND30SoKyHieu", "b", val="1"), "II.3c", "bold"),
    Case("number right", DOCUMENT, swapped("ND30SoKyHieu"), "II.3c", "on the right"),
    Case("number without zero", DOCUMENT, worded("ND30SoKyHieu", "Số: 5/BC-UBND"), "II.3", "“05”"),
    Case(
        "number without colon", DOCUMENT, worded("ND30SoKyHieu", "Số 15/BC-UBND"), "II.3", "colon"
    ),
    Case(
        "number of a decision", DOCUMENT, worded("ND30SoKyHieu", "Số: 15/QĐ-UBND"), "II.3", "BC-…"
    ),
    Case("no number", DOCUMENT, removed(paragraph("ND30SoKyHieu")), "II.3c", "missing"),
    Case("date upright", STYLES, styled("ND30DiaDanh", "i", val="0"), "II.4c", "upright"),
    Case("date small", STYLES, styled("ND30DiaDanh", "sz", val="24"), "II.4c", "12 pt"),
    Case(
        "day", DOCUMENT, worded("ND30DiaDanh", "Huế, ngày 5 tháng 01 năm 2024"), "II.4b", "ngày 05"
    ),
    Case(
        "month 1",
        DOCUMENT,
        worded("ND30DiaDanh", "Huế, ngày 15 tháng 1 năm 2024"),
        "II.4b",
        "“tháng 01”",
    ),
    Case(
        "month 6",
        DOCUMENT,
        worded("ND30DiaDanh", "Huế, ngày 15 tháng 06 năm 2024"),
        "II.4b",
        "“tháng 6”",
    ),
    Case(
        "no comma",
        DOCUMENT,
        worded("ND30DiaDanh", "Huế ngày 15 tháng 6 năm 2024"),
        "II.4b",
        "Hà Nội, ngày",
    ),
    Case("no date", DOCUMENT, worded("ND30DiaDanh", "Huế"), "II.4c", "missing"),
    Case("date lower", DOCUMENT, lowered("ND30DiaDanh"), "II.4c", "same line"),
    Case("type large", STYLES, styled("ND30TenLoai", "sz", val="32"), "II.5b", "16 pt"),
    Case(
        "type small letters",
        DOCUMENT,
        rewritten("ND30TenLoai", str.capitalize),
        "II.5b",
        "capitals",
    ),
    Case("type left", STYLES, laid("ND30TenLoai", "jc", val="left"), "II.5b", "aligned left"),
    Case("subject thin", STYLES, styled("ND30TrichYeu", "b", val="0"), "II.5b", "not bold"),
    Case("subject leaning", STYLES, styled("ND30TrichYeu", "i", val="1"), "II.5b", "italic"),
    Case("addressee bold", STYLES, styled("ND30KinhGui", "b", val="1"), "II.9d", "bold"),
    Case("body small", STYLES, styled("ND30NoiDung", "sz", val="24"), "II.6e", "12 pt"),
    Case("body leaning", STYLES, styled("ND30NoiDung", "i", val="1"), "II.6e", "italic"),
    Case("body left", STYLES, laid("ND30NoiDung", "jc", val="left"), "II.6e", "justified"),
    Case("body indent", STYLES, laid("ND30NoiDung", "ind", firstLine="300"), "II.6e", "0.53 cm"),
    Case("body gap", STYLES, laid("ND30NoiDung", "spacing", before="40"), "II.6e", "2.0 pt"),
    Case("body tight", STYLES, laid("ND30NoiDung", "spacing", line="200"), "II.6e", "0.83"),
    Case("body loose", STYLES, laid("ND30NoiDung", "spacing", line="480"), "II.6e", "2.00"),
    Case("heading thin", STYLES, styled("Heading1", "b", val="0"), "II.6đ", "not bold"),
    Case("heading small letters", DOCUMENT, uncapped, "II.6đ", "capitals"),
    Case("subheading leaning", STYLES, styled("Heading2", "i", val="1"), "II.6đ", "italic"),
    Case("subheading large", STYLES, styled("Heading2", "sz", val="32"), "II.6đ", "16 pt"),
    Case("point", DOCUMENT, doubled("ND30NoiDung", "f) Nội dung của điểm."), "II.6đ", "alphabet"),
    Case("authority thin", STYLES, styled("ND30QuyenHan", "b", val="0"), "II.7đ", "not bold"),
    Case("authority small", STYLES, styled("ND30QuyenHan", "sz", val="24"), "II.7đ", "12 pt"),
    Case("authority left", DOCUMENT, swapped("ND30QuyenHan"), "II.7đ", "on the left"),
    Case("authority lower", DOCUMENT, lowered("ND30QuyenHan"), "II.7 ", "same height"),
    Case(
        "no position", DOCUMENT, removed(f"({paragraph('ND30QuyenHan')})[2]"), "II.7 ", "position"
    ),
    Case("sign", DOCUMENT, worded("ND30QuyenHan", "T/M ỦY BAN NHÂN DÂN"), "II.7 ", "“TM. …”"),
    Case(
        "sign without stop", DOCUMENT, worded("ND30QuyenHan", "TM ỦY BAN NHÂN DÂN"), "II.7 ", "TM."
    ),
    Case("end", DOCUMENT, rewritten("ND30KetThuc", without_end), "III, mẫu 1.4", "“./.”"),
    Case("name in capitals", DOCUMENT, signed("ĐẶNG VĂN MẪU"), "II.7đ", "small letters"),
    Case("name with title", DOCUMENT, signed("TS. Đặng Văn Mẫu"), "II.7 ", "title"),
    Case("Nơi nhận large", STYLES, styled("ND30NoiNhan", "sz", val="28"), "II.9d", "14 pt"),
    Case("Nơi nhận upright", STYLES, styled("ND30NoiNhan", "i", val="0"), "II.9d", "upright"),
    Case("recipients large", STYLES, styled("ND30DanhSachNhan", "sz", val="26"), "II.9d", "13 pt"),
    Case("recipient open", DOCUMENT, worded("ND30DanhSachNhan", "- Như trên"), "II.9", "“;”"),
    Case(
        "no copy kept",
        DOCUMENT,
        removed(f"({paragraph('ND30DanhSachNhan')})[last()]"),
        "II.9",
        "Lưu",
    ),
    Case("appendix small", STYLES, styled("ND30PhuLuc", "sz", val="26"), "III.1b", "13 pt"),
    Case("appendix left", STYLES, laid("ND30PhuLuc", "jc", val="left"), "III.1b", "aligned left"),
    Case("appendix number", DOCUMENT, worded("ND30PhuLuc", "Phụ lục 1"), "III.1", "“Phụ lục I”"),
    Case(
        "appendix title thin", STYLES, styled("ND30TenPhuLuc", "b", val="0"), "III.1b", "not bold"
    ),
    Case("reference upright", STYLES, styled("ND30KemTheo", "i", val="0"), "III.1c", "upright"),
    Case("reference of nobody", DOCUMENT, rewritten("ND30KemTheo", of_nobody), "III.1c", "của …"),
    Case("no reference", DOCUMENT, removed(paragraph("ND30KemTheo")), "III.1", "Kèm theo"),
    Case("count goes on", DOCUMENT, removed(f"{_SECOND}/w:pgNumType"), "III.1đ", "goes on"),
    Case("no section", DOCUMENT, unbroken, "III.1đ", "section of its own"),
    Case("no line under issuer", DOCUMENT, lined(0, without_border), "II.2b", "there is none"),
    Case("no line under Tiêu ngữ", DOCUMENT, lined(1, without_border), "II.1b", "there is none"),
    Case("no line under subject", DOCUMENT, lined(2, without_border), "II.5b", "there is none"),
    Case(
        "long line",
        DOCUMENT,
        lined(0, given("w:pPr/w:ind", left="400", right="400")),
        "II.2b",
        "1/3–1/2",
    ),
    Case(
        "short motto line",
        DOCUMENT,
        lined(1, given("w:pPr/w:ind", left="2000", right="2000")),
        "II.1b",
        "the length of the text",
    ),
    Case(
        "short subject line",
        DOCUMENT,
        lined(2, given("w:pPr/w:ind", left="4200", right="4200")),
        "II.5b",
        "1/3–1/2",
    ),
    Case(
        "dashed line",
        DOCUMENT,
        lined(1, given("w:pPr/w:pBdr/w:top", val="dashed")),
        "II.1b",
        "solid",
    ),
)
