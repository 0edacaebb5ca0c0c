"""DOCX: what prints, covers or hides text without being text that the reader reads.

The reader knows runs of ``w:t`` and charts. Whatever else Word can print (symbols,
formulas, text boxes, WordArt, pictures, numbering by itself) or hide (hidden, struck,
white or tiny letters, tracked changes) has no place in a finished report, so each such
thing is told instead of being guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.verify.reading.docx_fields import misled_fields
from generator.verify.reading.docx_places import misplaced
from generator.verify.reading.docx_theme import Theme
from generator.verify.reading.fonts import draws_pictures
from generator.verify.reading.ink import is_dark, is_pale
from generator.verify.reading.text import Piece, names

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/header", "word/footer")
# what a report is made of, and what Word adds without a change to what is read
# what sections and notes are without any word of it; the counting of notes is read below
_PLAIN = {"w:formProt": "false", "w:textDirection": "lrTb", "w:numFmt": "decimal"}
_FRAME = frozenset(
    f"{W}{name}" for name in names("sdt sdtPr sdtContent docPartObj docPartGallery docPartUnique")
)
_KNOWN = frozenset(
    f"{W}{name}"
    for name in names(
        "document body p pPr pStyle tbl tblPr tblStyle tblW jc tblLayout tblGrid gridCol tr trPr"
        " cantSplit tc tcPr tcW r t pBdr top left bottom right start end ind fldChar instrText"
        " bookmarkStart bookmarkEnd rPr rStyle footnoteReference tblCaption tblDescription"
        " tblHeader vMerge shd vAlign keepNext keepLines b bCs gridSpan drawing i iCs spacing"
        " sectPr headerReference footerReference pgSz pgMar titlePg type pgNumType br cr"
        " hyperlink tab tabs pageBreakBefore footnotes footnote separator continuationSeparator"
        " footnoteRef hdr ftr cols docGrid lang sz szCs rFonts color u caps smallCaps noProof"
        " proofErr lastRenderedPageBreak noBreakHyphen softHyphen widowControl outlineLvl tblLook"
        " tblBorders tcBorders insideH insideV tblInd tblCellMar tcMar noWrap contextualSpacing"
        " suppressAutoHyphens vertAlign kern footnotePr"
    )
)
_DRAWN = frozenset(
    {f"{_WP}{name}" for name in ("inline", "extent", "effectExtent", "docPr", "cNvGraphicFramePr")}
    | {f"{_A}graphic", f"{_A}graphicData", f"{_A}graphicFrameLocks", f"{_C}chart"}
)
# formats of letters that take text from sight or put other text there
_HIDING = ("vanish", "specVanish", "webHidden", "strike", "dstrike", "fitText", "numPr", "w")
_RELATIONS = names(
    "styles settings webSettings fontTable theme header footer chart footnotes endnotes customXml"
    " customXmlProps numbering package hyperlink officeDocument core-properties"
    " extended-properties custom-properties"
)
_LEAST_SIZE = 9  # half points; the smallest letters that paper shows
_MOST_SPACING = 20  # twips that letters may be set closer or wider, 1 point
_LEAST_LINE = 120  # twips, 6 points
_MOST_INDENT = 2000  # twips
_PLAIN_GROUNDS = ("", "clear", "nil")  # any other pattern is drawn in a colour of its own
_LEAST_EXTENT = 500_000  # EMU, about 14 mm
_OFF = ("0", "false", "off", "none")


def unseen(roots: Mapping[str, etree._Element]) -> Iterator[Piece]:
    """Yield what a package holds that is no text, with its place; ``roots`` are its XML parts."""
    used: set[str] = set()
    theme = Theme.of(roots)
    for name, root in roots.items():
        if name.startswith(_STORIES) and name.endswith(".xml"):
            yield from _story(root, name.removeprefix("word/"), theme)
            yield from misled_fields(root, name.removeprefix("word/"))
            used |= set(_styles_of_texts(root))
    if "word/styles.xml" in roots:
        yield from _styles(roots["word/styles.xml"], used, theme)
    if "word/settings.xml" in roots:
        yield from _counting(roots["word/settings.xml"], "settings")
    for name, root in roots.items():
        if name.endswith(".rels"):
            yield from _related(root, name)
    if "word/document.xml" in roots:
        yield from _marks(roots["word/document.xml"])


def _says_nothing(node: etree._Element) -> bool:
    """Tell whether a setting is what would hold without it: LibreOffice writes some of these."""
    plain = _PLAIN.get(_short(node))
    if plain is not None:
        return node.get(f"{W}val") == plain and not len(node) and not node.text
    frame = node if node.tag == f"{W}sdt" else next(node.iterancestors(f"{W}sdt"), None)
    return frame is not None and node.tag in _FRAME and _frames_contents(frame)


def _frames_contents(frame: etree._Element) -> bool:
    """Tell whether a frame is that of a table of contents, and does nothing else."""
    settings = frame.find(f"{W}sdtPr")
    held = [node.tag for node in settings.iter()][1:] if settings is not None else []
    names = [str(one.get(f"{W}val")) for one in frame.iter(f"{W}docPartGallery")]
    return bool(held) and _FRAME.issuperset(held) and names == ["Table of Contents"]


def _story(root: etree._Element, where: str, theme: Theme) -> Iterator[Piece]:
    """Yield what a story holds beside plain text and charts, each kind once."""
    strange: dict[str, None] = {}
    for node in root.iter():
        tag = str(node.tag)
        if tag not in _KNOWN and tag not in _DRAWN and not _says_nothing(node):
            strange[_short(node)] = None
        elif tag == f"{_WP}extent":
            if min(int(str(node.get(side, "0"))) for side in ("cx", "cy")) < _LEAST_EXTENT:
                yield Piece("a chart too small to be seen", where)
        elif tag == f"{_WP}docPr" and str(node.get("hidden", "0")) not in _OFF:
            yield Piece("a chart that is hidden", where)
        else:
            yield from _formats(node, where, theme)
    yield from (Piece(f"{name}, which is no plain text", where) for name in strange)
    yield from _counting(root, where)
    yield from misplaced(root, where)


def _short(node: etree._Element) -> str:
    """Return the name of an element with its usual prefix."""
    name = str(node.tag).rpartition("}")[2] or "a comment"
    return f"{node.prefix}:{name}" if node.prefix else name


def _formats(node: etree._Element, where: str, theme: Theme) -> Iterator[Piece]:
    """Yield a format that takes letters from sight."""
    name = str(node.tag).removeprefix(W)
    value = str(node.get(f"{W}val", ""))
    if name in _HIDING and value.lower() not in _OFF:
        yield Piece(f"letters with w:{name}", where)
    elif name == "color" and is_pale(value):
        yield Piece(f"letters in the colour {value}", where)
    elif name in ("sz", "szCs") and value.isdigit() and int(value) < _LEAST_SIZE:
        border = next(node.iterancestors(f"{W}pBdr"), None)
        if border is None:
            yield Piece(f"letters of {int(value) / 2:g} points", where)
    elif name == "rFonts" and any(draws_pictures(str(told)) for told in node.values()):
        yield Piece("letters in a font of pictures", where)
    elif name == "vertAlign" and value != "baseline" and _has_letters(node):
        yield Piece(f"letters in {value}", where)
    elif name == "spacing" and _is_flat(node):
        yield Piece("lines that are cut off", where)
    elif name == "tblInd" and abs(int(node.get(f"{W}w", "0"))) > _MOST_INDENT:
        yield Piece("a table that is moved off the page", where)
    elif name == "spacing" and value and _is_far(value):
        yield Piece(f"letters set {value} twips apart", where)
    else:
        yield from (Piece(found, where) for found in _coloured(node, name, theme))


def _coloured(node: etree._Element, name: str, theme: Theme) -> Iterator[str]:
    """Yield a ground on which letters fade, and colours of the theme that do so."""
    if name == "color" and (told := node.get(f"{W}themeColor")):
        colour = theme.colour(node, "theme")
        if not colour or is_pale(colour):
            yield f"letters with the colour {told} of the theme"
    if name == "shd" and (told := node.get(f"{W}themeFill")):
        colour = theme.colour(node, "themeFill")
        if not colour or is_dark(colour):
            yield f"letters on the colour {told} of the theme"
    if name == "shd":
        pattern, ground = (str(node.get(f"{W}{key}", "")) for key in ("val", "fill"))
        if pattern not in _PLAIN_GROUNDS:
            yield f"letters on the pattern {pattern}"
        if is_dark(ground):
            yield f"letters on the colour {ground}"


def _is_flat(node: etree._Element) -> bool:
    """Tell whether lines are of a fixed height that is less than that of letters."""
    height = str(node.get(f"{W}line", ""))
    fixed = node.get(f"{W}lineRule") == "exact"
    return fixed and height.isdecimal() and int(height) < _LEAST_LINE and not _is_gap(node)


def _is_gap(node: etree._Element) -> bool:
    """Tell whether a format is that of a paragraph without letters, which only parts others."""
    paragraph = next(node.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return False
    return not any(str(one.text or "").strip() for one in paragraph.iter(f"{W}t"))


def _is_far(value: str) -> bool:
    """Tell whether letters are set over each other, or so far apart that a number falls apart."""
    plain = value.removeprefix("-")
    return not plain.isdecimal() or int(plain) > _MOST_SPACING


def _has_letters(node: etree._Element) -> bool:
    """Tell whether a format is that of letters or a style, not of the mark of a note."""
    run = next(node.iterancestors(f"{W}r"), None)
    return run is None or run.find(f"{W}t") is not None


def _styles_of_texts(root: etree._Element) -> Iterator[str]:
    """Yield the styles of paragraphs and runs that have letters, and of tables."""
    for text in root.iter(f"{W}t"):
        for node in text.iterancestors(f"{W}r", f"{W}p"):
            for style in node.iterfind(f"{node.tag}Pr/*"):
                if style.tag in (f"{W}pStyle", f"{W}rStyle"):
                    yield str(style.get(f"{W}val"))
    yield from (str(node.get(f"{W}val")) for node in root.iter(f"{W}tblStyle"))


def _styles(root: etree._Element, used: set[str], theme: Theme) -> Iterator[Piece]:
    """Yield what hides letters in the styles that the text uses, and what those rest on."""
    styles = {str(one.get(f"{W}styleId")): one for one in root.iter(f"{W}style")}
    default = [name for name, one in styles.items() if one.get(f"{W}default") == "1"]
    left, seen = [*used, *default], set[str]()
    while left:
        name = left.pop()
        if name in seen or name not in styles:
            continue
        seen.add(name)
        left += [str(one.get(f"{W}val")) for one in styles[name].iter(f"{W}basedOn")]
    for node in root.iter(f"{W}docDefaults"):
        yield from (piece for one in node.iter() for piece in _formats(one, "docDefaults", theme))
    for name in sorted(seen):
        yield from (
            piece for one in styles[name].iter() for piece in _formats(one, f"style {name}", theme)
        )
        yield from misplaced(styles[name], f"style {name}")


def _counting(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield a counting of notes or pages that does not begin at 1 in plain digits."""
    for node in root.iter(f"{W}footnotePr"):
        for one in node.iter(f"{W}numStart", f"{W}numFmt", f"{W}numRestart"):
            if one.get(f"{W}val") not in ("1", "decimal", "continuous"):
                yield Piece(f"notes that are counted by {one.get(f'{W}val')}", where)
    for node in root.iter(f"{W}pgNumType"):
        plain = node.get(f"{W}start") in (None, "1") and node.get(f"{W}fmt") in (None, "decimal")
        if not plain:
            yield Piece("pages that are counted otherwise than from 1", where)


def _related(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield a part or file that a report does not have: pictures, other documents."""
    for one in root:
        kind = str(one.get("Type", "")).rpartition("/")[2]
        outside = one.get("TargetMode") == "External" and kind != "hyperlink"
        if kind not in _RELATIONS or outside:
            yield Piece(f"{kind} {one.get('Target')}", where)


def _marks(root: etree._Element) -> Iterator[Piece]:
    """Yield a mark of a note that the text writes itself, and a note marked twice."""
    seen: set[str] = set()
    for node in root.iter(f"{W}footnoteReference"):
        name = str(node.get(f"{W}id"))
        own = str(node.get(f"{W}customMarkFollows", "0")).lower() not in _OFF
        if own or name in seen:
            yield Piece(f"the mark of note {name}, which Word does not count", "chú thích")
        seen.add(name)
