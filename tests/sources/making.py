"""Makes documents for the tests of the readers: no binary file is kept."""

import io
import unicodedata
import zipfile
from pathlib import Path

from generator.sources import legacy

SEED = Path(__file__).parents[2] / "seeds" / "000_9457241f541ae05e.txt"
"""A plain text, which a reader that follows entities would take in without an error."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def zipped(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def relations(**targets: str) -> str:
    """Return a part with relations by kind."""
    rows = "".join(
        f'<Relationship Id="r{kind}" Type="{_R}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_P}">{rows}</Relationships>'


def docx_parts(body: str, *, footnotes: str = "", endnotes: str = "") -> dict[str, bytes | str]:
    """Return the parts of a DOCX with this body."""
    return {
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            footnotes="footnotes.xml", endnotes="endnotes.xml"
        ),
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{footnotes}</w:footnotes>",
        "word/endnotes.xml": f"<w:endnotes {_SPACES}>{endnotes}</w:endnotes>",
    }


def docx(body: str, *, footnotes: str = "", endnotes: str = "") -> bytes:
    """Return a DOCX with this body."""
    return zipped(docx_parts(body, footnotes=footnotes, endnotes=endnotes))


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str) -> str:
    """Return a paragraph of runs."""
    return f"<w:p>{''.join(runs)}</w:p>"


def write(path: Path, data: bytes | str) -> Path:
    """Write a file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# --- the old encodings, written from the other side ------------------------------

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TO_TCVN3 = {letter: chr(code) for code, letter in legacy._TCVN3.items()}
_VNI_BASE = {"ơ": "ô", "ư": "ö", "Ơ": "Ô", "Ư": "Ö"}


def _vni_table() -> dict[str, str]:
    """Return how VNI writes each letter."""
    table = {letter: code for code, letter in legacy._VNI_LETTERS.items()}
    for sign, marks in legacy._VNI_SIGNS.items():
        for base in "aeouyơưAEOUYƠƯ":
            letter = unicodedata.normalize("NFC", base + marks)
            if len(letter) == 1:
                written = _VNI_BASE.get(base, base)
                table.setdefault(letter, written + (sign.upper() if base.isupper() else sign))
    return table


_TO_VNI = _vni_table()


def to_tcvn3(text: str) -> str:
    """Return text in TCVN3, which has tones on small letters only, as Western letters."""
    return "".join(_TO_TCVN3.get(char) or _TO_TCVN3.get(char.lower(), char) for char in text)


def to_vni(text: str) -> str:
    """Return text in VNI as Western letters."""
    return "".join(_TO_VNI.get(char, char) for char in text)


def to_viscii(text: str) -> bytes:
    """Return text in VISCII; signs that it lacks, such as typographic quotes, made plain."""
    codes = {letter: code for code, letter in legacy._VISCII.items()}
    return bytes(codes.get(char, ord(char) if ord(char) < 0x80 else 0x22) for char in text)


def to_cp1258(text: str) -> bytes:
    """Return text in windows-1258, where a tone is a character of its own."""
    parts = []
    for char in text:
        marks = unicodedata.normalize("NFD", char)
        tone = "".join(mark for mark in marks if mark in _TONES)
        plain = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        parts.append((plain + tone).encode("cp1258"))
    return b"".join(parts)
