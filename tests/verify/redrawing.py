"""DOCX files whose charts, fields and properties tell something else than the text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from tests.verify.hiding import Change, Node, docx_with, xml
from tests.verify.mutating import A, C, W, replaced

CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"
SHEET = "xl/worksheets/sheet1.xml"


def _series(root: Node) -> list[Node]:
    return list(root.iter(f"{C}ser"))


def _shifted(path: str, pattern: str, text: str) -> Change:
    """Let a reference of the first series point to other cells."""

    def change(root: Node) -> None:
        node = root.find(f".//{C}ser/{path.replace('c:', C)}/{C}f")
        node.text = re.sub(pattern, text, str(node.text))

    return change


def _swapped_references(root: Node) -> None:
    first, second = (one.find(f"{C}val/{C}numRef/{C}f") for one in _series(root)[:2])
    first.text, second.text = second.text, first.text


def set_value(name: str, value: str) -> Change:
    """Give each element of a name another value."""

    def change(root: Node) -> None:
        for node in root.iter(f"{C}{name}"):
            node.set("val", value)

    return change


def _without(name: str) -> Change:
    def change(root: Node) -> None:
        for node in list(root.iter(f"{C}{name}")):
            node.getparent().remove(node)

    return change


def _fills(colours: list[str]) -> Change:
    def change(root: Node) -> None:
        for one, colour in zip(_series(root), colours, strict=False):
            one.find(f"{C}spPr/{A}solidFill/{A}srgbClr").set("val", colour)

    return change


def _point_as_other(root: Node) -> None:
    """Draw a bar of the first series in the colour of the second."""
    first, second = _series(root)[:2]
    colour = second.find(f"{C}spPr/{A}solidFill/{A}srgbClr").get("val")
    point = (
        f'<c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:spPr><a:solidFill>'
        f'<a:srgbClr val="{colour}"/></a:solidFill></c:spPr></c:dPt>'
    )
    first.find(f"{C}invertIfNegative").addnext(xml(point))


def _point_undrawn(root: Node) -> None:
    """Draw nothing for a bar of the first series."""
    point = (
        '<c:dPt><c:idx val="0"/><c:invertIfNegative val="0"/><c:spPr><a:noFill/></c:spPr></c:dPt>'
    )
    _series(root)[0].find(f"{C}invertIfNegative").addnext(xml(point))


def _turned(root: Node) -> None:
    """Turn all labels upside down: 6 reads as 9."""
    for body in root.iter(f"{A}bodyPr"):
        body.set("rot", "10800000")


def _in_pictures(root: Node) -> None:
    """Set all labels in a font of pictures."""
    for font in root.iter(f"{A}latin"):
        font.set("typeface", "Wingdings")


def _clear(root: Node) -> None:
    """Let one see through the bars."""
    colour = next(root.iter(f"{C}ser")).find(f"{C}spPr/{A}solidFill/{A}srgbClr")
    colour.append(xml('<a:alpha val="0"/>'))


def _orientation(root: Node) -> None:
    scaling = root.find(f".//{C}catAx/{C}scaling")
    for old in scaling:
        scaling.remove(old)
    scaling.append(xml('<c:orientation val="maxMin"/>'))


def _highest(root: Node) -> None:
    root.find(f".//{C}valAx/{C}scaling").insert(0, xml('<c:max val="90000000"/>'))


def _lying_format(root: Node) -> None:
    for labels in root.iter(f"{C}dLbls"):
        for form in labels.iter(f"{C}numFmt"):
            form.set("sourceLinked", "1")
    for code in root.iter(f"{C}formatCode"):
        code.text = '0"9"'


def _moved_label(root: Node) -> None:
    layout = (
        '<c:layout><c:manualLayout><c:x val="0.3"/><c:y val="0.2"/></c:manualLayout></c:layout>'
    )
    root.find(f".//{C}dLbl/{C}idx").addnext(xml(layout))


def _tiny_plot(root: Node) -> None:
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:x val="0.1"/><c:y val="0.1"/>'
        '<c:w val="0.05"/><c:h val="0.05"/></c:manualLayout></c:layout>'
    )
    plot = root.find(f".//{C}plotArea")
    for old in plot.findall(f"{C}layout"):
        plot.remove(old)
    plot.insert(0, xml(layout))


def _unit(text: str) -> Change:
    """Let the chart say another unit of its values."""

    def change(root: Node) -> None:
        node = next(one for one in root.iter(f"{A}t") if str(one.text).startswith("Đơn vị"))
        node.text = text

    return change


def _untitled(root: Node) -> None:
    """Take the title with the unit away."""
    title = root.find(f"{C}chart/{C}title")
    title.getparent().remove(title)


CHARTS: dict[str, Change] = {
    "thousands of the unit": _unit("Đơn vị tính: nghìn hồ sơ"),
    "another unit": _unit("Đơn vị tính: triệu đồng"),
    "shares for counts": _unit("Đơn vị tính: %"),
    "a title that claims": _unit("Đơn vị tính: hồ sơ (tăng mạnh)"),
    "no unit": _untitled,
    "values of other cells": _shifted("c:val/c:numRef", r"\$2:\$B\$4", "$3:$B$5"),
    "values of another series": _swapped_references,
    "a name of another cell": _shifted("c:tx/c:strRef", r"\$B\$1", "$C$1"),
    "categories of other cells": _shifted("c:cat/c:strRef", r"\$2", "$3"),
    "values of another sheet": _shifted("c:val/c:numRef", "Sheet1", "Sheet2"),
    "no labels": _without("dLbls"),
    "a bar that is not drawn": _point_undrawn,
    "labels upside down": _turned,
    "labels in pictures": _in_pictures,
    "bars that one sees through": _clear,
    "labels of shares": set_value("showPercent", "1"),
    "labels with the categories": set_value("showCatName", "1"),
    "labels with the series": set_value("showSerName", "1"),
    "no legend": _without("legend"),
    "bars to the right": set_value("barDir", "bar"),
    "bars of shares": set_value("grouping", "percentStacked"),
    "bars on each other": set_value("grouping", "stacked"),
    "bars over each other": set_value("overlap", "100"),
    "the last category first": _orientation,
    "bars from above": set_value("crosses", "max"),
    "bars too low to be seen": _highest,
    "white bars": _fills(["FFFFFF", "FFFFFF"]),
    "series in one colour": _fills(["1F4E79", "1F4E79"]),
    "a bar in the colour of another series": _point_as_other,
    "labels by the format of the cells": _lying_format,
    "a label at another bar": _moved_label,
    "a plot too small to be seen": _tiny_plot,
    "another order": set_value("order", "0"),
    "a plot that reaches out of the chart": lambda root: root.find(
        f".//{C}plotArea/{C}layout/{C}manualLayout/{C}y"
    ).set("val", "0.9"),
    "a chart parted from its workbook": _without("externalData"),
}


def book_with(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return a DOCX whose first workbook has a part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        book = package.read(BOOK)
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        text = package.read(part).decode()
    told = change(text)
    assert told != text
    return replaced(data, {BOOK: replaced(book, {part: told.encode()})})


BOOKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a formula": (SHEET, lambda text: re.sub(r'(r="B2"[^>]*>)', r"\1<f>1+1</f>", text, count=1)),
    "a hidden row": (SHEET, lambda text: text.replace('<row r="2"', '<row hidden="1" r="2"')),
    "a hidden column": (
        SHEET,
        lambda text: text.replace(
            "<sheetData>", '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
        ),
    ),
    "a format that says more": (
        "xl/styles.xml",
        lambda text: re.sub(r'formatCode="[^"]*"', 'formatCode="0&quot;9&quot;"', text),
    ),
}


def _instruction(word: str, pattern: str, text: str) -> Change:
    """Rewrite the first field of a kind."""

    def change(root: Node) -> None:
        nodes = (one for one in root.iter(f"{W}instrText") if str(one.text).split()[:1] == [word])
        node = next(nodes)
        node.text = re.sub(pattern, text, str(node.text))

    return change


def _first_other(root: Node, word: str) -> str:
    """Return a bookmark that the first field of a kind does not name."""
    told = next(
        str(one.text).split()[1]
        for one in root.iter(f"{W}instrText")
        if str(one.text).split()[:1] == [word]
    )
    names = (str(one.get(f"{W}name")) for one in root.iter(f"{W}bookmarkStart"))
    return next(name for name in names if name != told)


def _elsewhere(word: str) -> Change:
    return lambda root: _instruction(word, r"_Ref\d+", _first_other(root, word))(root)


def _anchored(root: Node) -> None:
    one = next(root.iter(f"{W}hyperlink"))
    one.set(f"{W}anchor", _first_other(root, "PAGEREF"))


def _moved_bookmark(root: Node) -> None:
    """Let a reference print what another bookmark holds, its name being moved there."""
    marks = list(root.iter(f"{W}bookmarkStart"))
    told = {
        str(one.text).split()[1]
        for one in root.iter(f"{W}instrText")
        if str(one.text).split()[:1] == ["REF"]
    }
    one = next(mark for mark in marks if mark.get(f"{W}name") in told)
    other = next(mark for mark in marks if mark is not one)
    first, second = one.get(f"{W}name"), other.get(f"{W}name")
    one.set(f"{W}name", second)
    other.set(f"{W}name", first)


FIELDS: dict[str, Change] = {
    "a reference to another place": _elsewhere("REF"),
    "a page of another heading": _elsewhere("PAGEREF"),
    "a link to another heading": _anchored,
    "a bookmark at another place": _moved_bookmark,
    "a reference to nothing": _instruction("REF", r"_Ref\d+", "_Ref99999999"),
    "a reference that says more": _instruction("REF", r"\\h", r"\\h \\p"),
    "a count of another name": _instruction("SEQ", r"Biểu_đồ|Bảng", "Hinh"),
    "a count in letters": _instruction("SEQ", "ARABIC", "ROMAN"),
    "a count that hides": _instruction("SEQ", r"\\\*", r"\\h \\*"),
    "pages in letters": _instruction("PAGEREF", r"\\h", r"\\h \\* ROMAN"),
}


def _text_of(tag: str, text: str) -> Change:
    def change(root: Node) -> None:
        next(one for one in root.iter() if str(one.tag).endswith(f"}}{tag}")).text = text

    return change


CORE, APP = "docProps/core.xml", "docProps/app.xml"
PROPERTIES: dict[str, tuple[str, Change]] = {
    "another title": (CORE, _text_of("title", "Báo cáo của tỉnh Cao Bằng")),
    "another subject": (CORE, _text_of("subject", "Kết quả của tỉnh Cao Bằng")),
    "another keyword": (CORE, _text_of("keywords", "cải cách thủ tục hành chính, Cao Bằng")),
    "another author": (CORE, _text_of("creator", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG")),
    "another company": (APP, _text_of("Company", "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG")),
}

_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{0}">'
    "<vt:lpwstr>{1}</vt:lpwstr></property></Properties>"
)


def with_custom(data: bytes, name: str, value: str) -> bytes:
    """Return a DOCX with a property of its own."""
    part = _CUSTOM.format(name, value).encode()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types = package.read("[Content_Types].xml")
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("docProps/custom.xml", part)
    return replaced(out.getvalue(), {"[Content_Types].xml": types})


THEMED = (
    '<w:color w:val="000000" w:themeColor="text1"/>',
    '<w:color w:val="404040" w:themeColor="text1" w:themeTint="BF"/>',
    '<w:color w:val="auto"/>',
    '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="background1"/>',
)


def resaved(data: bytes) -> bytes:
    """Return a DOCX as Word saves it: colours of the theme, marks of its own, split fields."""

    def change(root: Node) -> None:
        for run in list(root.iter(f"{W}r"))[::5]:
            look = run.find(f"{W}rPr")
            if look is None:
                look = etree.Element(f"{W}rPr")
                run.insert(0, look)
            look.append(xml(THEMED[0]))
        for node in list(root.iter(f"{W}instrText"))[:4]:
            run, words = node.getparent(), str(node.text)
            half = len(words) // 2
            node.text = words[:half]
            more = xml("<w:r><w:instrText/></w:r>")
            more[0].text = words[half:]
            run.addnext(more)

    return docx_with(data, "word/document.xml", change)


def saved_by_office(data: bytes, setting: str = "lrTb", more: str = "showLeaderLines") -> bytes:
    """Return a DOCX as LibreOffice saves it: settings that say nothing, page numbers of its own.

    ``setting`` is the direction of the text, ``more`` what it adds to a chart.
    """

    def named(root: Node) -> None:
        name = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        etree.SubElement(root, f"{{{name}}}Application").text = "LibreOffice/7.4"

    def counted(root: Node) -> None:
        for node in root.iter(f"{W}t"):
            if str(node.text).strip() == "2":
                node.text = "15"

    def set_up(root: Node) -> None:
        for section in root.iter(f"{W}sectPr"):
            section.append(xml('<w:formProt w:val="false"/>'))
            section.append(xml(f'<w:textDirection w:val="{setting}"/>'))
            section.append(xml('<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr>'))

    def added(root: Node) -> None:
        space = "http://schemas.microsoft.com/office/drawing/2012/chart"
        line = f'<x:{more} xmlns:x="{space}" val="1"/>'
        part = xml(f"<c:extLst><c:ext>{line}</c:ext></c:extLst>")
        next(root.iter(f"{C}dLbls")).append(part)

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heads = [name for name in package.namelist() if name.startswith("word/header")]
    for part, change in (
        ("docProps/app.xml", named),
        ("word/document.xml", set_up),
        (CHART, added),
        *((name, counted) for name in heads),
    ):
        data = docx_with(data, part, change)
    return data


def ending_at(value: str) -> Change:
    """Let the axis of a chart of shares end elsewhere than at the whole."""

    def change(root: Node) -> None:
        for scaling in root.iterfind(f".//{C}valAx/{C}scaling"):
            for old in scaling.findall(f"{C}max"):
                scaling.remove(old)
            scaling.insert(0, xml(f'<c:max val="{value}"/>'))

    return change
