"""Named styles of the report, one for every component of Nghị định 30.

In: nothing. Out: the text of ``word/styles.xml``. Sizes follow set B, the
measured Mẫu 1.4 of Phụ lục III; the rules stand in Phụ lục I, II and III.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.renderers.docx import measures as m

Align = Literal["left", "right", "center", "both"]


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style; lengths in twips, size in points.

    ``line`` below 100 is an exact height in points, else 240ths of a line.
    ``outline`` counts from 0, -1 means body text. ``tabs`` holds the position of
    a right tab with dots, 0 for none, -1 for the right margin.
    """

    id: str
    name: str
    size: float = m.BODY_SIZE
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = "left"
    before: int = 0
    after: int = 0
    line: int = m.SINGLE_LINE
    first: int = 0
    left: int = 0
    keep_next: bool = False
    outline: int = -1
    based_on: str = "Normal"
    tabs: int = 0


def _body(
    style_id: str, name: str, *, bold: bool = False, align: Align = "both", **more: object
) -> ParagraphStyle:
    """Return a style of the running text: indented, spaced, justified if nothing else is said."""
    return ParagraphStyle(
        style_id,
        name,
        bold=bold,
        align=align,
        before=m.BODY_GAP,
        line=m.BODY_LINE,
        first=m.FIRST_LINE,
        **more,  # type: ignore[arg-type]
    )


def _heading(level: int, *, bold: bool = False, caps: bool = False) -> ParagraphStyle:
    """Return a real heading style: mục, khoản, and điểm upright (Phụ lục I, II.6đ, V.6b)."""
    return _body(
        f"Heading{level}",
        f"heading {level}",
        bold=bold,
        caps=caps,
        align="left",
        keep_next=True,
        outline=level - 1,
    )


def _centred(style_id: str, name: str, size: float, **more: object) -> ParagraphStyle:
    """Return a style of one centred line."""
    return ParagraphStyle(style_id, name, size, align="center", **more)  # type: ignore[arg-type]


_TO_MARGIN = -1


def _toc(level: int) -> ParagraphStyle:
    """Return the style of one level of the table of contents."""
    return ParagraphStyle(
        f"TOC{level}",
        f"toc {level}",
        12,
        before=20,
        left=(level - 1) * 284,
        tabs=_TO_MARGIN,
    )


PARAGRAPH_STYLES = (
    # boxes 1 to 4
    _centred("ND30QuocHieu", "ND30 Quốc hiệu", 13, bold=True),
    _centred("ND30TieuNgu", "ND30 Tiêu ngữ", 14, bold=True),
    _centred("ND30CoQuanChuQuan", "ND30 Cơ quan chủ quản", 13),
    _centred("ND30CoQuanBanHanh", "ND30 Cơ quan ban hành", 13, bold=True),
    _centred("ND30SoKyHieu", "ND30 Số và ký hiệu", 13, before=120),
    _centred("ND30DiaDanh", "ND30 Địa danh và thời gian", 14, italic=True, before=120),
    _centred("ND30DuongKe", "ND30 Đường kẻ", 2, line=4, before=50),
    # boxes 5a and 9a
    _centred("ND30TenLoai", "ND30 Tên loại văn bản", 14, bold=True, before=360, keep_next=True),
    _centred("ND30TrichYeu", "ND30 Trích yếu", 14, bold=True, keep_next=True),
    _centred("ND30KinhGui", "ND30 Kính gửi", 14, before=240, after=160),
    ParagraphStyle("ND30NoiGui", "ND30 Nơi được gửi", 14, before=60),
    # box 6
    _body("ND30NoiDung", "ND30 Nội dung"),
    _body("ND30GachDauDong", "ND30 Gạch đầu dòng"),
    _body("ND30KetThuc", "ND30 Kết thúc", keep_next=True),
    _centred("ND30CanGiua", "ND30 Căn giữa", 14, before=m.BODY_GAP, line=m.BODY_LINE),
    _centred("ND30NoiBat", "ND30 Dòng nổi bật", 16, bold=True, before=m.BODY_GAP, line=m.BODY_LINE),
    _heading(1, bold=True, caps=True),
    _heading(2, bold=True),
    _heading(3),
    # boxes 7a, 7b and 9b
    _centred("ND30QuyenHan", "ND30 Quyền hạn và chức vụ", 14, bold=True, keep_next=True),
    _centred("ND30HoTen", "ND30 Họ tên người ký", 14, bold=True, before=m.SIGNATURE_ROOM),
    ParagraphStyle("ND30NoiNhan", "ND30 Nơi nhận", 12, bold=True, italic=True, keep_next=True),
    ParagraphStyle("ND30DanhSachNhan", "ND30 Danh sách nơi nhận", 11),
    # appendices
    _centred("ND30PhuLuc", "ND30 Phụ lục", 14, bold=True, keep_next=True, outline=0),
    _centred(
        "ND30TenPhuLuc", "ND30 Tên phụ lục", 14, bold=True, caps=True, before=60, keep_next=True
    ),
    _centred("ND30KemTheo", "ND30 Kèm theo", 14, italic=True, before=60, keep_next=True),
    # tables, charts, key figures
    _centred("Caption", "caption", 13, bold=True),
    _centred(
        "ND30TenBang",
        "ND30 Tên bảng",
        13,
        bold=True,
        before=180,
        after=60,
        keep_next=True,
        based_on="Caption",
    ),
    _centred(
        "ND30TenBieuDo", "ND30 Tên biểu đồ", 13, bold=True, before=40, after=60, based_on="Caption"
    ),
    _centred("ND30BieuDo", "ND30 Biểu đồ", 11, before=180, keep_next=True),
    ParagraphStyle(
        "ND30DonViTinh",
        "ND30 Đơn vị tính",
        12,
        italic=True,
        align="right",
        after=40,
        keep_next=True,
    ),
    ParagraphStyle("ND30Nguon", "ND30 Nguồn", 11, italic=True, align="both", before=60, after=60),
    ParagraphStyle("ND30GhiChu", "ND30 Ghi chú", 10.5, align="both", before=60),
    ParagraphStyle("ND30OBang", "ND30 Ô bảng", 12, before=30, after=30),
    _centred("ND30OTieuDe", "ND30 Ô tiêu đề bảng", 12, bold=True, before=30, after=30),
    ParagraphStyle("ND30OBangNho", "ND30 Ô bảng nhỏ", 11, before=20, after=20),
    _centred("ND30OTieuDeNho", "ND30 Ô tiêu đề bảng nhỏ", 11, bold=True, before=20, after=20),
    _centred("ND30SoLon", "ND30 Số liệu chính", 22, bold=True, before=80),
    _centred("ND30NhanSoLieu", "ND30 Nhãn số liệu chính", 12, bold=True),
    _centred(
        "ND30GhiChuSoLieu", "ND30 Ghi chú số liệu chính", 11, italic=True, before=20, after=40
    ),
    # what Word itself looks for by name
    _centred("TOCHeading", "TOC Heading", 14, bold=True, before=240, after=60, keep_next=True),
    _toc(1),
    _toc(2),
    _toc(3),
    ParagraphStyle("FootnoteText", "footnote text", 10, align="both"),
    # the line above the footnotes
    ParagraphStyle("ND30VachChuThich", "ND30 Vạch chú thích", 6),
    _centred("Header", "header", 14),
    # carries a section break and takes no room
    ParagraphStyle("ND30Ngat", "ND30 Ngắt phần", 1, line=1),
)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


# what the two sets of sizes of a letterhead set apart
_OF_TWO_SIZES = {
    "ND30QuocHieu",
    "ND30TieuNgu",
    "ND30CoQuanChuQuan",
    "ND30CoQuanBanHanh",
    "ND30DiaDanh",
}


def styles_xml(page: m.Page = m.PORTRAIT, less: int = 0) -> str:
    """Return the whole ``w:styles`` part as text, tabs set for the given page.

    ``less`` are the points by which the letterhead is set smaller.
    """
    sized = (
        replace(style, size=style.size - less) if style.id in _OF_TWO_SIZES else style
        for style in PARAGRAPH_STYLES
    )
    styles = "".join(_paragraph_style(_tabbed(style, page)) for style in sized)
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<w:styles xmlns:w="{_W}">{_DEFAULTS}{_BUILT_IN}{styles}{_TABLE_STYLES}</w:styles>'
    )


def _tabbed(style: ParagraphStyle, page: m.Page) -> ParagraphStyle:
    """Return a style whose tab to the right margin stands where the page has it."""
    return replace(style, tabs=page.text_width) if style.tabs == _TO_MARGIN else style


_DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{m.FONT}" w:hAnsi="{m.FONT}" w:eastAsia="{m.FONT}" w:cs="{m.FONT}"/>'
    f'<w:color w:val="{m.BLACK}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
    f'<w:lang w:val="{m.LANGUAGE}" w:eastAsia="{m.LANGUAGE}" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
_BUILT_IN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/><w:pPr><w:widowControl/></w:pPr><w:rPr>"
    f'<w:lang w:val="{m.LANGUAGE}" w:eastAsia="{m.LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/><w:semiHidden/></w:style>'
)


def _table_style(style_id: str, name: str, borders: str = "") -> str:
    """Return a table style; ``borders`` is the text of its ``w:tblBorders``."""
    usual = style_id == "TableNormal"
    base = "" if usual else '<w:basedOn w:val="TableNormal"/>'
    default = ' w:default="1"' if usual else ""
    margin = m.CELL_MARGINS.get(style_id, 108)
    sides = f'<w:left w:w="{margin}" w:type="dxa"/>', f'<w:right w:w="{margin}" w:type="dxa"/>'
    return (
        f'<w:style w:type="table"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>{base}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>'
        f'<w:top w:w="0" w:type="dxa"/>{sides[0]}<w:bottom w:w="0" w:type="dxa"/>{sides[1]}'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def _borders(colour: str) -> str:
    """Return thin lines on all sides and between all cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>' for s in sides)
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


_TABLE_STYLES = (
    _table_style("TableNormal", "Normal Table")
    + _table_style("ND30KhungTrong", "ND30 Khung trống")
    + _table_style("ND30BangSoLieu", "ND30 Bảng số liệu", _borders(m.BLACK))
    + _table_style("ND30KhungSoLieu", "ND30 Khung số liệu", _borders("7F7F7F"))
)


def _paragraph_style(style: ParagraphStyle) -> str:
    """Return one ``w:style``, its children in the order of CT_Style."""
    custom = ' w:customStyle="1"' if style.id.startswith("ND30") else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>'
        f"{_next(style)}<w:qFormat/>"
        f"<w:pPr>{_paragraph_properties(style)}</w:pPr><w:rPr>{_run_properties(style)}</w:rPr>"
        "</w:style>"
    )


def _next(style: ParagraphStyle) -> str:
    """Return what Word types after this paragraph: body text after a heading."""
    return '<w:next w:val="ND30NoiDung"/>' if style.outline >= 0 else ""


def _paragraph_properties(style: ParagraphStyle) -> str:
    """Return the children of ``w:pPr`` in the order of CT_PPrBase."""
    exact = style.line < 100
    line = style.line * 20 if exact else style.line
    parts = [
        "<w:keepNext/>" if style.keep_next else "",
        "<w:keepLines/>" if style.outline >= 0 else "",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{style.tabs}"/></w:tabs>'
        if style.tabs
        else "",
        (
            f'<w:spacing w:before="{style.before}" w:after="{style.after}" w:line="{line}"'
            f' w:lineRule="{"exact" if exact else "auto"}"/>'
        ),
        (f'<w:ind w:left="{style.left}" w:right="0" w:firstLine="{style.first}"/>'),
        f'<w:jc w:val="{style.align}"/>',
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else "",
    ]
    return "".join(parts)


def _run_properties(style: ParagraphStyle) -> str:
    """Return the children of ``w:rPr`` in the order of EG_RPrBase."""
    size = round(style.size * 2)
    parts = [
        "<w:b/><w:bCs/>" if style.bold else "",
        "<w:i/><w:iCs/>" if style.italic else "",
        "<w:caps/>" if style.caps else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    ]
    return "".join(parts)
