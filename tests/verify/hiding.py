"""Finished files in which something is hidden, covered or added that is no plain text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pikepdf
from lxml import etree

from tests.verify.mutating import PARSER, C, W, replaced

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
CHART, HEADER, RELATIONS = "word/charts/chart1.xml", "word/header1.xml", ".rels"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

Node = etree._Element
Change = Callable[[Node], None]

# ---------------------------------------------------------------- DOCX


def docx_part(data: bytes, name: str) -> Node:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name), PARSER)


def docx_with(data: bytes, part: str, change: Change) -> bytes:
    """Return a DOCX with one part changed."""
    root = docx_part(data, part)
    change(root)
    return replaced(data, {part: etree.tostring(root, encoding="UTF-8")})


def xml(text: str) -> Node:
    """Return an element of a text with the usual prefixes."""
    return etree.fromstring(f"<root {NAMESPACES}>{text}</root>", PARSER)[0]


def body_run(root: Node) -> Node:
    """Return the first run of a long paragraph."""
    paragraphs = (one for one in root.iter(f"{W}p") if len("".join(one.itertext())) > 80)
    return next(next(paragraphs).iter(f"{W}r"))


def formatted(text: str) -> Change:
    """Give a run of the text a format."""

    def change(root: Node) -> None:
        run = body_run(root)
        look = run.find(f"{W}rPr")
        if look is None:
            look = etree.Element(f"{W}rPr")
            run.insert(0, look)
        look.append(xml(text))

    return change


def in_run(text: str) -> Change:
    """Add an element to a run of the text."""
    return lambda root: body_run(root).append(xml(text))


def after_run(text: str) -> Change:
    """Add an element behind a run of the text."""
    return lambda root: body_run(root).addnext(xml(text))


def before_section(text: str) -> Change:
    """Add an element at the end of the text."""
    return lambda root: root[0].insert(len(root[0]) - 1, xml(text))


def paragraph_format(text: str) -> Change:
    """Give a paragraph of the text a format."""

    def change(root: Node) -> None:
        body_run(root).getparent().find(f"{W}pPr").append(xml(text))

    return change


def margined(side: str, width: str) -> Change:
    """Give the first pages another margin."""
    return lambda root: next(root.iter(f"{W}pgMar")).set(f"{W}{side}", width)


def styled(text: str) -> Change:
    """Give the style of the body text a format."""

    def change(root: Node) -> None:
        style = next(one for one in root.iter(f"{W}style") if one.get(f"{W}default") == "1")
        look = style.find(f"{W}rPr")
        if look is None:
            look = etree.SubElement(style, f"{W}rPr")
        look.append(xml(text))

    return change


def axis(path: str, **values: str) -> Change:
    """Set attributes of an element of a chart's axis of values."""

    def change(root: Node) -> None:
        node = root.find(f".//{C}valAx/{path.replace('c:', C)}")
        for name, value in values.items():
            node.set(name, value)

    return change


def axis_more(text: str) -> Change:
    """Add an element to the scaling of a chart's axis of values."""
    return lambda root: root.find(f".//{C}valAx/{C}scaling").append(xml(text))


def labels_more(path: str, text: str) -> Change:
    """Put an element first into some element of a chart."""
    return lambda root: root.find(path.replace("c:", C)).insert(0, xml(text))


BOX = "<w:txbxContent><w:p><w:r><w:t>ngoài ra 77.777 hồ sơ</w:t></w:r></w:p></w:txbxContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>{0}</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'
)
TEXTBOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{0}</wps:txbx>'
    "</w:drawing></mc:Choice><mc:Fallback><w:pict>{1}</w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
PALE = (
    '<a:p><a:pPr><a:defRPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr>'
    "</a:pPr></a:p>"
)
CLEAR = "<a:p><a:pPr><a:defRPr><a:noFill/></a:defRPr></a:pPr></a:p>"

DOCX: dict[str, tuple[str, Change]] = {
    "a hidden run": (DOCUMENT, formatted("<w:vanish/>")),
    "a run hidden on the web": (DOCUMENT, formatted("<w:webHidden/>")),
    "a struck run": (DOCUMENT, formatted("<w:strike/>")),
    "a doubly struck run": (DOCUMENT, formatted('<w:dstrike w:val="1"/>')),
    "a white run": (DOCUMENT, formatted('<w:color w:val="FFFFFF"/>')),
    "a tiny run": (DOCUMENT, formatted('<w:sz w:val="2"/>')),
    "a narrow run": (DOCUMENT, formatted('<w:w w:val="1"/>')),
    "a run in pictures": (DOCUMENT, formatted('<w:rFonts w:ascii="Wingdings"/>')),
    "a paragraph left of the page": (
        DOCUMENT,
        paragraph_format('<w:ind w:left="-20000" w:right="20000"/>'),
    ),
    "a paragraph beyond the right edge": (DOCUMENT, paragraph_format('<w:ind w:right="-20000"/>')),
    "a paragraph set in from both sides": (
        DOCUMENT,
        paragraph_format('<w:ind w:start="4000" w:end="4000"/>'),
    ),
    "a first line off the page": (DOCUMENT, paragraph_format('<w:ind w:hanging="9000"/>')),
    "a paragraph set in by letters": (DOCUMENT, paragraph_format('<w:ind w:leftChars="9000"/>')),
    "margins as wide as the page": (DOCUMENT, margined("right", "11000")),
    "a margin outside of the page": (DOCUMENT, margined("left", "-9000")),
    "a run on black": (DOCUMENT, formatted('<w:shd w:val="clear" w:fill="000000"/>')),
    "a run in a colour of the theme": (
        DOCUMENT,
        formatted('<w:color w:val="000000" w:themeColor="background1"/>'),
    ),
    "a style in a colour of the theme": (
        STYLES,
        styled('<w:color w:val="000000" w:themeColor="background1"/>'),
    ),
    "a run on a pattern": (
        DOCUMENT,
        formatted('<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
    ),
    "a run on a colour of the theme": (
        DOCUMENT,
        formatted('<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>'),
    ),
    "letters over each other": (DOCUMENT, formatted('<w:spacing w:val="-400"/>')),
    "letters set by a measure": (DOCUMENT, formatted('<w:spacing w:val="-20pt"/>')),
    "lines cut off": (
        DOCUMENT,
        paragraph_format('<w:spacing w:line="1" w:lineRule="exact"/>'),
    ),
    "letters far apart": (DOCUMENT, formatted('<w:spacing w:val="400"/>')),
    "a highlighted run": (DOCUMENT, formatted('<w:highlight w:val="black"/>')),
    "a style that hides": (STYLES, styled("<w:vanish/>")),
    "a raised style": (STYLES, styled('<w:vertAlign w:val="superscript"/>')),
    "a white style": (STYLES, styled('<w:color w:val="FEFEFE"/>')),
    "a symbol": (DOCUMENT, in_run('<w:sym w:font="Symbol" w:char="F039"/>')),
    "a picture": (DOCUMENT, in_run('<w:pict><v:shape id="x"/></w:pict>')),
    "a formula": (DOCUMENT, after_run("<m:oMath><m:r><m:t>77.777</m:t></m:r></m:oMath>")),
    "WordArt": (
        DOCUMENT,
        in_run('<w:pict><v:shape id="x"><v:textpath string="77.777"/></v:shape></w:pict>'),
    ),
    "a text box": (DOCUMENT, after_run(TEXTBOX.format(BOX, BOX))),
    "a text box of old programs": (DOCUMENT, after_run(TEXTBOX.format("", BOX))),
    "a sum as a field": (DOCUMENT, after_run(FIELD.format("= 70000 + 7777"))),
    "a quote as a field": (DOCUMENT, after_run(FIELD.format('QUOTE "77.777"'))),
    "a sequence that starts elsewhere": (DOCUMENT, after_run(FIELD.format("SEQ Bảng \\r 7"))),
    "a deleted run": (
        DOCUMENT,
        after_run('<w:del w:id="9"><w:r><w:delText>7.777 </w:delText></w:r></w:del>'),
    ),
    "an added note of a reviewer": (DOCUMENT, after_run('<w:commentReference w:id="1"/>')),
    "a number by Word itself": (
        DOCUMENT,
        paragraph_format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
    ),
    "a paragraph in a frame": (DOCUMENT, paragraph_format('<w:framePr w:w="1" w:h="1"/>')),
    "another document": (DOCUMENT, before_section('<w:altChunk r:id="rId1"/>')),
    "a sentence without a number": (
        DOCUMENT,
        before_section("<w:p><w:r><w:t>Số liệu trên không đúng.</w:t></w:r></w:p>"),
    ),
    "a number in words": (
        DOCUMENT,
        before_section("<w:p><w:r><w:t>Có mười hai hồ sơ quá hạn.</w:t></w:r></w:p>"),
    ),
    "words in the header": (
        HEADER,
        lambda root: root.append(xml("<w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p>")),
    ),
    "a linked picture": (
        "word/_rels/document.xml.rels",
        lambda root: root.append(
            etree.Element(root[0].tag, Id="rIdX", Type="http://x/image", Target="a.png")
        ),
    ),
    "bars from 40": (CHART, axis("c:scaling/c:min", val="40")),
    "bars from where Word likes": (
        CHART,
        lambda root: root.find(f".//{C}valAx/{C}scaling").clear(),
    ),
    "bars cut off": (CHART, axis_more('<c:max val="1"/>')),
    "a scale of powers": (CHART, axis_more('<c:logBase val="10"/>')),
    "an axis of other numbers": (CHART, axis("c:numFmt", formatCode='0,"triệu"')),
    "an axis that hides thousands": (CHART, axis("c:numFmt", formatCode="#,##0,")),
    "white labels": (CHART, labels_more(".//c:dLbls/c:txPr", PALE)),
    "labels without colour": (CHART, labels_more(".//c:dLbls/c:txPr", CLEAR)),
    "a table below the chart": (CHART, labels_more(".//c:plotArea", "<c:dTable/>")),
    "a drawing over the chart": (CHART, lambda root: root.append(xml('<c:userShapes r:id="x"/>'))),
}


def swapped_notes(root: Node) -> None:
    """Swap the first two references to notes."""
    first, second = list(root.iter(f"{W}footnoteReference"))[:2]
    one, other = first.get(f"{W}id"), second.get(f"{W}id")
    first.set(f"{W}id", other)
    second.set(f"{W}id", one)


def moved_note(root: Node) -> None:
    """Move the first reference to a note to the beginning of its paragraph."""
    run = next(root.iter(f"{W}footnoteReference")).getparent()
    paragraph = next(run.iterancestors(f"{W}p"))
    paragraph.insert(1, run)


def own_mark(root: Node) -> None:
    """Let the first reference to a note write its own mark."""
    next(root.iter(f"{W}footnoteReference")).set(f"{W}customMarkFollows", "1")


NOTES: dict[str, Change] = {
    "swapped notes": swapped_notes,
    "a moved note": moved_note,
    "a mark of its own": own_mark,
}

# ---------------------------------------------------------------- HTML


def put(mark: str, text: str, *, after: bool = True) -> Callable[[str], str]:
    """Put a text behind or before the first place of another."""

    def change(page: str) -> str:
        assert mark in page
        at = page.index(mark) + (len(mark) if after else 0)
        return page[:at] + text + page[at:]

    return change


def exchanged(pattern: str, text: str) -> Callable[[str], str]:
    """Replace the first match of a pattern."""

    def change(page: str) -> str:
        changed, count = re.subn(pattern, text, page, count=1, flags=re.DOTALL)
        assert count == 1
        return changed

    return change


def styled_page(rule: str) -> Callable[[str], str]:
    """Add a rule to the style sheet."""
    return put("</style>", f"\n{rule}\n", after=False)


COVER = '<path d="M 0 0 L 900 0 L 900 900 L 0 900 z" fill="#ffffff"></path>'
HTML: dict[str, Callable[[str], str]] = {
    "a paragraph behind the end": lambda page: page + '<p class="body">Tăng 99%.</p>',
    "a style behind the end": lambda page: page + "<style>data { font-size: 0 }</style>",
    "a script behind the end": lambda page: page + "<script>document.title = 'x'</script>",
    "words behind the body": lambda page: page.replace("</body>", "</body> 99%", 1),
    "a tag that is not closed": lambda page: page.replace('<p class="body">', '<p class="body"', 1),
    "an attribute without quotes": lambda page: page.replace('class="body"', "class=body", 1),
    "an attribute twice": lambda page: page.replace(' class="body"', ' class="x" class="body"', 1),
    "a paragraph in a paragraph": lambda page: page.replace(
        '<p class="body">', '<p class="body"><p class="body">', 1
    ),
    "a control sign": lambda page: page.replace("</main>", "\x0c\x01</main>", 1),
    "words by the style": styled_page('p.body::after { content: "và 77.777 hồ sơ" }'),
    "an attribute by the style": styled_page("p.body::after { content: attr(class) }"),
    "a counter by the style": styled_page("p.body::before { content: counter(x) }"),
    "paragraphs not displayed": styled_page("p.body { display: none }"),
    "paragraphs not visible": styled_page("p.body { visibility: hidden }"),
    "paragraphs let through": styled_page("p.body { opacity: 0 }"),
    "letters of no size": styled_page("p.body { font-size: 0 }"),
    "letters of no size in all": styled_page("p.body { font: 0/1 serif }"),
    "white letters": styled_page("p.body { color: white }"),
    "clear letters": styled_page("p.body { color: transparent }"),
    "letters on black": styled_page("p.body { background: #000 }"),
    "letters out of sight": styled_page("p.body { text-indent: -9999px }"),
    "a margin out of sight": styled_page("p.body { margin-left: -100rem }"),
    "a column of no width": styled_page("td { max-width: 0 }"),
    "a moved paragraph": styled_page("p.body { position: absolute }"),
    "a picture as ground": styled_page("body { background: url(data:image/png;base64,AA) }"),
    "an imported style": styled_page('@import "https://example.com/x.css";'),
    "an own font": styled_page('@font-face { font-family: "x"; src: url(x.woff) }'),
    "an escape": styled_page("p.body { c\\6fntent: none }"),
    "a rule in a string": styled_page(
        'q { content: "/*" } p.body { display: none } q { content: "*/" }'
    ),
    "a rule in another": styled_page("@supports (display: flex) { p.body { color: #fff } }"),
    "a second style": put("</head>", "<style>p { display: none }</style>", after=False),
    "a script": put("</main>", "<script>document.title=1</script>"),
    "a module": put("</head>", '<script type="module">1</script>', after=False),
    "an event": exchanged('<p class="body">', '<p class="body" onclick="x()">'),
    "a style of its own": exchanged('<p class="body">', '<p class="body" style="display:none">'),
    "a hidden paragraph": exchanged('<p class="body">', '<p class="body" hidden>'),
    "a paragraph as a box": exchanged('<p class="body">', '<p class="body" popover>'),
    "a paragraph not on paper": exchanged('<p class="body">', '<p class="body lineage">'),
    "a paragraph behind the text": put("</main>", "<p>Số liệu trên không đúng.</p>"),
    "words behind the text": put("</main>", "Số liệu trên không đúng."),
    **{
        f"left out: {what}": exchanged(pattern, "")
        for what, pattern in {
            "the country": r'<p class="quoc-hieu">[^<]*</p>',
            "the motto": r'<p class="tieu-ngu">.*?</p>',
            "the word before the number": "Số: ",
            "the head of the recipients": r'<p class="noi-nhan">[^<]*</p>',
            "the rules of a fact": r'<p class="rules">[^<]*</p>',
            "the computation of a figure": "Cách tính: ",
            "the source of a fact": r"<cite>[^<]*</cite>",
            "the head of a box": r"(?<=-title\">)<strong>[^<]*</strong>",
        }.items()
    },
    "a sentence in the text": put("</main>", "<p>Tất cả là giả.</p>", after=False),
    "a frame": put("<main>", '<iframe srcdoc="77.777"></iframe>'),
    "a picture": put("<main>", '<img src="data:image/png;base64,AA" alt="">'),
    "a comment": put("<main>", "<!-- 77.777 -->"),
    "an input": put("<main>", '<input value="77.777">'),
    "a refresh": put("<head>", '<meta http-equiv="refresh" content="1;url=x">'),
    "another base": put("<head>", '<base href="https://example.com/">'),
    "a link outside": put("<main>", '<a href="https://example.com/">x</a>', after=False),
    "a covered chart": put("</svg>", COVER, after=False),
    "a white text in a chart": exchanged("<text ", '<text fill="#ffffff" '),
    "a tiny text in a chart": exchanged(r'<text font-size="[^"]*"', '<text font-size="1px"'),
    "a drawn letter": put(
        "</svg>",
        '<path d="M 0 0 C 20 0 20 30 0 30" fill="none" stroke="#000000"></path>',
        after=False,
    ),
    "words in a box": put("</blockquote>", "<p>Số này không đúng.</p>"),
    "another box": exchanged(r'popovertarget="lineage-\w+"', 'popovertarget="lineage-x"'),
    "a second box of one name": exchanged(r'(<div id="lineage-\w+")', r"\1></div>\1"),
}

# ---------------------------------------------------------------- PDF


def pdf_with(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF with something changed, written whole again."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(out)
    return out.getvalue()


FORM = "/FmX"


def held(holder: pikepdf.Object, name: str, empty: pikepdf.Object) -> pikepdf.Object:
    """Return an entry, made where it is missing."""
    if name not in holder:
        holder[name] = empty
    return holder[name]


def painted(content: str) -> Callable[[pikepdf.Pdf], None]:
    """Paint something over the first page; "F9" is a font of the standard."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        held(page.Resources, "/Font", pikepdf.Dictionary())["/F9"] = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.contents_add(file.make_stream(f"q {content} Q".encode()))

    return change


def with_form(content: str) -> Callable[[pikepdf.Pdf], None]:
    """Paint a form over the first page."""

    def change(file: pikepdf.Pdf) -> None:
        painted("")(file)
        page = file.pages[0]
        form = file.make_stream(content.encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 600, 850])
        form.Resources = pikepdf.Dictionary(Font=page.Resources.Font)
        held(page.Resources, "/XObject", pikepdf.Dictionary())[FORM] = form
        page.contents_add(file.make_stream(f"q {FORM} Do Q".encode()))

    return change


def annotated(**more: object) -> Callable[[pikepdf.Pdf], None]:
    """Put an annotation over the first page."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        box = pikepdf.Array([100, 100, 300, 200])
        one = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=box, F=4, **more)
        if "AP" in more:
            form = file.make_stream(b"BT ET")
            form.Subtype = pikepdf.Name.Form
            one.AP = pikepdf.Dictionary(N=form)
        held(page.obj, "/Annots", pikepdf.Array()).append(file.make_indirect(one))

    return change


def scripted(file: pikepdf.Pdf) -> None:
    """Let a script run when the file opens."""
    action = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    held(file.Root, "/Names", pikepdf.Dictionary()).JavaScript = pikepdf.Dictionary(
        Names=pikepdf.Array(["x", action])
    )


def updated(data: bytes) -> bytes:
    """Append a second revision that changes nothing."""
    start = int(data.rpartition(b"startxref")[2].split()[0])
    return (
        data + f"xref\n0 0\ntrailer\n<< /Prev {start} >>\nstartxref\n{len(data)}\n%%EOF\n".encode()
    )


TEXT = "BT /F9 12 Tf 100 300 Td (77.777) Tj ET"
WHITE_BOX = "1 1 1 rg 60 60 480 700 re f"
PDF: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a written note": annotated(
        Subtype=pikepdf.Name.FreeText, Contents=pikepdf.String("77.777"), DA=pikepdf.String("")
    ),
    "a stamp": annotated(Subtype=pikepdf.Name.Stamp, AP=1),
    "a link with a picture": annotated(Subtype=pikepdf.Name.Link, AP=1),
    "a drawn square": annotated(Subtype=pikepdf.Name.Square),
    "a white box": painted(WHITE_BOX),
    "a white box with a new text": painted(f"{WHITE_BOX} 0 g {TEXT}"),
    "a black box": painted(WHITE_BOX.replace("1 1 1 rg", "0 0 0 rg")),
    "a form with a text": with_form(f"/P <</MCID 0>> BDC {TEXT} EMC"),
    "a form with a box": with_form(WHITE_BOX),
    "an invisible text": painted(TEXT.replace("Td", "Td 3 Tr").replace("77.777", "khong")),
    "a white text": painted("1 1 1 rg " + TEXT.replace("77.777", "khong")),
    "a text without a number": painted(TEXT.replace("77.777", "khong dung")),
    "a tiny text": painted(TEXT.replace("12 Tf", "0.1 Tf").replace("77.777", "khong")),
    "a text beside the page": painted(TEXT.replace("100 300", "-900 300").replace("77.777", "x")),
    "a text cut off": painted("0 0 1 1 re W n " + TEXT.replace("77.777", "khong")),
    "a drawn letter": painted("2 w 100 300 m 130 300 130 340 100 340 c S"),
    "a picture": painted("100 0 0 100 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI"),
    "a script": scripted,
    "a second file": lambda file: file.attachments.__setitem__("x.txt", b"1"),
    "a layer": painted(f"/OC /x BDC {TEXT} EMC"),
}
