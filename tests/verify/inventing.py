"""Finished files with changes that are no digits: tags, links, properties, tongues, labels."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import pikepdf
from lxml import etree

from tests.verify.altering import rewritten, words
from tests.verify.hiding import (
    DOCUMENT,
    Change,
    Node,
    docx_with,
    exchanged,
    formatted,
    pdf_with,
    put,
)
from tests.verify.mutating import WP, W, replaced
from tests.verify.redrawing import book_with
from tests.verify.repainting import marked_content

Spoil = Callable[[bytes], bytes]
CORE, STYLES, NOTES = "docProps/core.xml", "word/styles.xml", "word/footnotes.xml"
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_CORE = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org/'
    'package/2006/metadata/core-properties"'
)


# ---------------------------------------------------------------- DOCX


def part(name: str, change: Change) -> Spoil:
    """Change one part of a DOCX."""
    return lambda data: docx_with(data, name, change)


def property_of(name: str, text: str) -> Spoil:
    """Give a core property another value."""

    def change(root: Node) -> None:
        found = [one for one in root if str(one.tag).endswith(f"}}{name}")]
        if found:
            found[0].text = text
        else:
            prefix = "dc" if name == "description" else "cp"
            root.append(etree.fromstring(f"<{prefix}:{name} {_CORE}>{text}</{prefix}:{name}>"))

    return part(CORE, change)


def links_of(root: Node) -> list[Node]:
    """Return the links of the contents to appendices."""
    return [one for one in root.iter(f"{W}hyperlink") if words(one).startswith("Phụ lục")]


def appendix_link(own: int, other: int) -> Change:
    """Let the entry of an appendix in the contents lead to another one."""

    def change(root: Node) -> None:
        found = links_of(root)
        found[own].set(f"{W}anchor", str(found[other].get(f"{W}anchor")))

    return change


def exchanged_texts(find: Callable[[Node], Iterator[Node]]) -> Change:
    """Exchange the letters of the first two elements of a kind that read otherwise."""

    def change(root: Node) -> None:
        found = [one for one in find(root) if words(one).strip()]
        one = found[0]
        other = next(two for two in found if words(two) != words(one))
        first, second = next(one.iter(f"{W}t")), next(other.iter(f"{W}t"))
        first.text, second.text = second.text, first.text

    return change


def labels_of_rows(root: Node) -> Iterator[Node]:
    """Yield the second cells of the rows of the first table without heads' rows."""
    table = next(
        one for one in root.iter(f"{W}tbl") if next(one.iter(f"{W}tblHeader"), None) is not None
    )
    rows = [one for one in table.iter(f"{W}tr") if next(one.iter(f"{W}tblHeader"), None) is None]
    return (cells[0] for row in rows if len(cells := row.findall(f"{W}tc")) > 1)


def heads_of(root: Node) -> Iterator[Node]:
    """Yield the cells of heads."""
    rows = (one for one in root.iter(f"{W}tr") if next(one.iter(f"{W}tblHeader"), None) is not None)
    return (cell for row in rows for cell in row.findall(f"{W}tc"))


def exchanged_rows(root: Node) -> None:
    """Let two rows of values stand in each other's place."""
    table = next(
        one for one in root.iter(f"{W}tbl") if next(one.iter(f"{W}tblHeader"), None) is not None
    )
    one, other = table.findall(f"{W}tr")[-2:]
    other.addnext(one)


def restyled(old: str, new: str) -> Change:
    """Give the last paragraph of a style another one."""

    def change(root: Node) -> None:
        found = [one for one in root.iter(f"{W}pStyle") if one.get(f"{W}val") == old]
        found[-1].set(f"{W}val", new)

    return change


def described(pattern: str, text: str) -> Change:
    """Rewrite the description of the first chart that has a pattern."""

    def change(root: Node) -> None:
        node = next(one for one in root.iter(f"{WP}docPr") if re.search(pattern, one.get("descr")))
        node.set("descr", re.sub(pattern, text, node.get("descr"), count=1))

    return change


def of_styles(pattern: str, text: str) -> Spoil:
    """Rewrite a part of the styles."""

    def spoil(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            old = package.read(STYLES).decode()
        new = re.sub(pattern, text, old)
        assert new != old
        return replaced(data, {STYLES: new.encode()})

    return spoil


def of_charts(change: Callable[[str], str]) -> Spoil:
    """Rewrite the first chart and its workbook alike."""

    def spoil(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            old = package.read("word/charts/chart1.xml").decode()
        chart = replaced(data, {"word/charts/chart1.xml": change(old).encode()})
        return book_with(chart, STRINGS, change)

    return spoil


def categories(text: str) -> str:
    """Exchange two names of a chart."""
    found = re.findall(r"<(?:c:v|t)>([^<\d][^<]*)</", text)
    names = list(dict.fromkeys(sorted(found, key=len)))
    one, other = names[-2:]
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def more_cells(cell: str, row: int) -> Callable[[str], str]:
    """Add a cell to a row of a sheet."""
    return lambda text: re.sub(rf'(<row r="{row}".*?)(</row>)', rf"\1{cell}\2", text, count=1)


def more_rows(text: str) -> str:
    """Add a row with words far below the data."""
    row = '<row r="40"><c r="A40" t="inlineStr"><is><t>Số liệu chưa kiểm tra</t></is></c></row>'
    return text.replace("</sheetData>", f"{row}</sheetData>")


def reworded(text: str) -> str:
    """Change a word in the first string of a workbook."""
    return re.sub(r"<t>([^<]*)</t>", r"<t>Tỉnh Cao Bằng</t>", text, count=1)


INLINE = '<c r="{}" t="inlineStr"><is><t>{}</t></is></c>'
DOCX: dict[str, Spoil] = {
    "made on another day": property_of("created", "2023-02-03T00:00:00Z"),
    "changed on another day": property_of("modified", "2023-02-03T00:00:00Z"),
    "changed on a later day": property_of("modified", "2029-02-03T00:00:00Z"),
    "changed by another": property_of("lastModifiedBy", "UBND TỈNH CAO BẰNG"),
    "another tongue of the file": property_of("language", "en-US"),
    "a description": property_of("description", "Số liệu chưa được kiểm tra"),
    "a state": property_of("contentStatus", "Dự thảo"),
    "a category": property_of("category", "Báo cáo của tỉnh Cao Bằng"),
    "an identifier": property_of("identifier", "Quyết định số 77/QĐ-TTg"),
    "another tongue of a run": part(DOCUMENT, formatted('<w:lang w:val="en-US"/>')),
    "another tongue of the styles": of_styles(r'<w:lang w:val="[^"]*"', '<w:lang w:val="en-US"'),
    "another tongue of one style": of_styles(
        r"(w:styleId=\"ND30NoiDung\".*?)(<w:rPr>|</w:style>)",
        r'\1<w:rPr><w:lang w:val="en-US"/></w:rPr>\2',
    ),
    "the entry of appendix II leads to I": part(DOCUMENT, appendix_link(1, 0)),
    "the entry of appendix III leads to I": part(DOCUMENT, appendix_link(2, 0)),
    "the entry of appendix I leads to II": part(DOCUMENT, appendix_link(0, 1)),
    "a cell of words": lambda data: book_with(
        data, SHEET, more_cells(INLINE.format("H3", "chưa kiểm tra"), 3)
    ),
    "a cell of a number": lambda data: book_with(
        data, SHEET, more_cells('<c r="H3"><v>77</v></c>', 3)
    ),
    "a row of words": lambda data: book_with(data, SHEET, more_rows),
    "another word in a workbook": lambda data: book_with(data, STRINGS, reworded),
    "words in the corner": lambda data: book_with(
        data, SHEET, more_cells(INLINE.format("A1", "Cao Bằng"), 1)
    ),
    "a workbook of another day": lambda data: book_with(
        data, "docProps/core.xml", lambda text: re.sub(r"(created[^>]*>)\d{4}", r"\g<1>2019", text)
    ),
    "a titled workbook": lambda data: book_with(
        data,
        "docProps/core.xml",
        lambda text: text.replace(
            "<dcterms:created", "<dc:title>Cao Bằng</dc:title><dcterms:created"
        ),
    ),
    "names of a chart exchanged with its workbook": of_charts(categories),
    "labels of rows exchanged": part(DOCUMENT, exchanged_texts(labels_of_rows)),
    "heads of columns exchanged": part(DOCUMENT, exchanged_texts(heads_of)),
    "rows exchanged": part(DOCUMENT, exchanged_rows),
    "a heading of another level": part(DOCUMENT, restyled("Heading2", "Heading1")),
    "a heading as plain text": part(DOCUMENT, restyled("Heading2", "ND30NoiDung")),
    "plain text as a heading": part(DOCUMENT, restyled("ND30NoiDung", "Heading1")),
    "a description that falls": part(DOCUMENT, described(r"\. ", ". Giảm: ")),
    "a description of another place": part(DOCUMENT, described("Bình Thuận|Năm", "Cao Bằng")),
    "another day in the letterhead": part(
        DOCUMENT, rewritten(r"ngày\s\d+\stháng", "ngày 09 tháng")
    ),
    "no separator of thousands": part(DOCUMENT, rewritten(r"(\d)\.(\d{3})", r"\1\2")),
    "another separator": part(DOCUMENT, rewritten(r"(\d)\.(\d{3})", r"\1,\2")),
    "a rise as a fall": part(DOCUMENT, rewritten("tăng", "giảm")),
    "another level": part(DOCUMENT, rewritten("cấp tỉnh", "cấp xã")),
    "another note": part(NOTES, rewritten("Bình Thuận|Bình Dương", "Bình Định")),
    "another note day": part(NOTES, rewritten("năm 2023|2023", "năm 2022")),
}

# ---------------------------------------------------------------- HTML


def page(change: Callable[[str], str]) -> Spoil:
    """Change a page."""
    return lambda data: change(data.decode("utf-8")).encode()


def anchors(text: str) -> list[tuple[str, str]]:
    """Return the links of the contents to appendices: place and words."""
    nav = text[text.index("<nav") : text.index("</nav>")]
    return re.findall(r'<a href="#([^"]*)"[^>]*>(Phụ[\s\u00a0]lục[^<]*)</a>', nav)


def page_link(own: int, other: int) -> Spoil:
    """Let the entry of an appendix lead to another one."""

    def change(text: str) -> str:
        found = anchors(text)
        old, new = f'<a href="#{found[own][0]}"', f'<a href="#{found[other][0]}"'
        return text.replace(old, new, 1)

    return page(change)


def heading_link(text: str) -> str:
    """Let the first entry of the contents lead to the next one's place."""
    first, second = re.findall(r'<p class="entry[^"]*"><a href="(#[^"]*)"', text)[:2]
    return text.replace(f'<a href="{first}"', f'<a href="{second}"', 1)


def text_link(text: str) -> str:
    """Let a reference to an appendix in the text lead to another."""
    at = text.index("</nav>") if "</nav>" in text else 0
    head, rest = text[:at], text[at:]
    own, other = re.findall(r'<a href="#([^"]*)"[^>]*>Phụ\slục\s[IVX]+</a>', rest)[:2]
    return head + rest.replace(f'<a href="#{own}">', f'<a href="#{other}">', 1)


HTML: dict[str, Spoil] = {
    "another tongue": page(exchanged('<html lang="[^"]*"', '<html lang="en"')),
    "no tongue": page(exchanged('<html lang="[^"]*"', "<html")),
    "another tongue of a paragraph": page(
        exchanged('<p class="body"', '<p lang="en" class="body"')
    ),
    "the entry of appendix II leads to I": page_link(1, 0),
    "the entry of appendix I leads to III": page_link(0, 2),
    "an entry leads to another heading": page(heading_link),
    "a reference leads to another appendix": page(text_link),
    "made on another day": page(exchanged(r'(created" content=")[^"]*', r"\g<1>2023-02-03")),
    "a description of another place": page(
        exchanged(r'(description" content=")[^"]*', r"\1Kết quả của tỉnh Cao Bằng")
    ),
    "another generator": page(exchanged(r'(generator" content=")[^"]*', r"\1Cao Bằng")),
    "a head as a value": page(exchanged(r"<th [^>]*>(.*?)</th>", r'<td class="centre">\1</td>')),
    "a value as a head": page(
        exchanged(r'<td class="left">([^<]*)</td>', r'<th scope="col" class="left">\1</th>')
    ),
    "a head of a row": page(exchanged('scope="col"', 'scope="row"')),
    "a heading of another level": page(exchanged(r"<h2([^>]*)>(.*?)</h2>", r"<h3\1>\2</h3>")),
    "a heading as plain text": page(exchanged(r"<h3([^>]*)>(.*?)</h3>", r'<p class="body">\2</p>')),
    "a heading by its role": page(exchanged('<p class="body">', '<p class="body" role="heading">')),
    "a figure that opens nothing": page(exchanged(r' popovertarget="lineage-\w+"', "")),
    "a table that is read as a list": page(exchanged("<table ", '<table role="presentation" ')),
    "a paragraph out of the reading": page(
        exchanged('<p class="body">', '<p class="body" role="none" aria-label="Không">')
    ),
    "a note read out as another": page(
        exchanged('<li id="note-1"', '<li aria-label="Bỏ" id="note-1"')
    ),
    "a list that counts from 7": page(exchanged("<ol>", '<ol start="7">')),
    "a figure of another value": page(exchanged(r'(<data value=")[^"]*', r"\g<1>77")),
    "a viewport that hides": page(exchanged('(viewport" content=")[^"]*', r"\1width=1")),
    "an entry of the contents put twice": page(
        exchanged(r'(<p class="entry level-1">.*?</p>)', r"\1\1")
    ),
    "words in the title": page(put("<title>", "Dự thảo ")),
}

# ---------------------------------------------------------------- PDF


def paper(change: Callable[[pikepdf.Pdf], None]) -> Spoil:
    """Change a PDF."""
    return lambda data: pdf_with(data, change)


def elements(file: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    """Return the elements of a kind in the order of the structure."""
    found: list[pikepdf.Dictionary] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for one in node:
                walk(one)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == kind:
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(file.Root.StructTreeRoot.K)
    return found


def retagged(old: str, new: str, at: int) -> Spoil:
    """Give an element of the structure another type."""

    def change(file: pikepdf.Pdf) -> None:
        elements(file, old)[at].S = pikepdf.Name(new)

    return paper(change)


def other_heads(file: pikepdf.Pdf) -> None:
    """Let a value name the head of another column."""
    cells = elements(file, "/TD")
    one = cells[1]
    other = next(cell for cell in cells[2:] if list(cell.A.Headers) != list(one.A.Headers))
    one.A.Headers = pikepdf.Array(list(other.A.Headers))


def scope_of_rows(file: pikepdf.Pdf) -> None:
    """Let a head be that of a row."""
    elements(file, "/TH")[0].A.Scope = pikepdf.Name.Row


def wide_head(file: pikepdf.Pdf) -> None:
    """Let a head cover two columns more."""
    elements(file, "/TH")[0].A.ColSpan = 3


def tongue_of(kind: str) -> Spoil:
    """Give an element another tongue."""

    def change(file: pikepdf.Pdf) -> None:
        elements(file, kind)[0].Lang = pikepdf.String("en-US")

    return paper(change)


def swapped_links(own: str, other: str) -> Spoil:
    """Let the first link to an appendix lead where that of another does."""

    def change(file: pikepdf.Pdf) -> None:
        found = {}
        for sheet in file.pages:
            for one in sheet.get("/Annots", []):
                goal = one.get("/Dest") or one.get("/A", {}).get("/D")
                if one.get("/Subtype") == "/Link":
                    found.setdefault(str(goal), one)
        key = "/Dest" if "/Dest" in found[own] else None
        if key:
            found[own].Dest = found[other].Dest
        else:
            found[own].A.D = found[other].A.D

    return paper(change)


def info(key: str, value: str) -> Spoil:
    """Give the file another property."""
    return paper(lambda file: file.docinfo.__setitem__(key, pikepdf.String(value)))


def metadata(pattern: str, text: str) -> Spoil:
    """Rewrite the description of the file."""

    def change(file: pikepdf.Pdf) -> None:
        old = file.Root.Metadata.read_bytes().decode()
        new = re.sub(pattern, text, old, count=1)
        assert new != old
        file.Root.Metadata = file.make_stream(new.encode(), file.Root.Metadata.stream_dict)

    return paper(change)


PDF: dict[str, Spoil] = {
    "a head as a value": retagged("/TH", "/TD", 0),
    "a head overleaf as a value": retagged("/TH", "/TD", -1),
    "a value as a head": retagged("/TD", "/TH", 5),
    "a value that names another head": paper(other_heads),
    "a head of a row": paper(scope_of_rows),
    "a head over other columns": paper(wide_head),
    "a heading of another level": retagged("/H3", "/H2", 0),
    "a heading as plain text": retagged("/H2", "/P", 0),
    "plain text as a heading": retagged("/P", "/H2", 10),
    "a caption as plain text": retagged("/Caption", "/P", 0),
    "a row as a group": retagged("/TR", "/Div", 3),
    "a figure as a group": retagged("/Figure", "/Div", 0),
    "another tongue": paper(lambda file: file.Root.__setitem__("/Lang", pikepdf.String("en"))),
    "no tongue": paper(lambda file: file.Root.__delitem__("/Lang")),
    "another tongue of a paragraph": tongue_of("/P"),
    "another tongue of a cell": tongue_of("/TD"),
    "another tongue of a text": paper(marked_content(0, "/Lang", "en-US")),
    "made on another day": info("/CreationDate", "D:20230203"),
    "changed on another day": info("/ModDate", "D:20230203"),
    "described as made on another day": metadata("CreateDate>[^<]*<", "CreateDate>2023-02-03<"),
    "described as changed on another day": metadata("ModifyDate>[^<]*<", "ModifyDate>2023-02-03<"),
    "a property of its own": info("/Status", "Dự thảo"),
    "another program": info("/Creator", "UBND tỉnh Cao Bằng"),
    "no structure": paper(lambda file: file.Root.__delitem__("/StructTreeRoot")),
    "a page turned": paper(lambda file: file.pages[1].__setitem__("/Rotate", 180)),
    "a page cropped": paper(
        lambda file: file.pages[1].__setitem__("/CropBox", pikepdf.Array([0, 400, 595, 842]))
    ),
    "a page twice": paper(lambda file: file.pages.append(file.pages[1])),
    "a page less": paper(lambda file: file.pages.__delitem__(-1)),
    "pages exchanged": paper(lambda file: file.pages.reverse()),
}
