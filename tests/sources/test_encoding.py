"""Encodings: Unicode forms and the old Vietnamese ones are read, anything else is refused."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputError
from generator.sources import legacy, read_source
from generator.sources.encoding import decode
from generator.sources.syllable import plausible, score
from tests.sources.making import to_cp1258, to_tcvn3, to_viscii, to_vni

TEXT = (
    "Trong quý I, tỉnh đã tiếp nhận 1.234 hồ sơ thủ tục hành chính; tỷ lệ giải quyết đúng hạn "
    "đạt 98,7%. Người dân nộp hồ sơ trực tuyến ngày càng nhiều hơn.\nSở Nội vụ rà soát."
)


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_forms(codec: str, form: str) -> None:
    """Every form of Unicode is read, with and without its mark."""
    data = unicodedata.normalize(form, TEXT).encode(codec)
    assert unicodedata.normalize("NFC", decode(data, "a.txt")) == TEXT


@pytest.mark.parametrize(
    "name", ["tcvn3", "vni", "viscii", "cp1258", "tcvn3 in UTF-8", "vni in UTF-8"]
)
def test_old_encodings_of_the_seeds(name: str, seeds: Path) -> None:
    """The five articles come back from each old encoding; TCVN3 has no capitals with tones."""
    for path in sorted(seeds.glob("*.txt")):
        text = unicodedata.normalize("NFC", path.read_text("utf-8"))
        data = {
            "tcvn3": lambda text=text: to_tcvn3(text).encode("cp1252"),
            "vni": lambda text=text: to_vni(text).encode("cp1252"),
            "viscii": lambda text=text: to_viscii(text),
            "cp1258": lambda text=text: to_cp1258(text),
            "tcvn3 in UTF-8": lambda text=text: to_tcvn3(text).encode(),
            "vni in UTF-8": lambda text=text: to_vni(text).encode(),
        }[name]()
        got = unicodedata.normalize("NFC", decode(data, path.name))
        if name == "viscii":  # it has no typographic signs
            text = re.sub(r"[^\x00-\x7f\w]", '"', text)
        if name.startswith("tcvn3"):
            got, text = got.lower(), text.lower()
        assert got == text


def test_the_tcvn3_table_is_that_of_the_standard() -> None:
    """Fixed points of TCVN 5712:1993, so that a slip in both tables would be seen."""
    codes = {0xB5: "à", 0xB8: "á", 0xA8: "ă", 0xAD: "ư", 0xAE: "đ", 0xC6: "ặ", 0xD6: "ệ", 0xFE: "ỵ"}
    assert {code: legacy.from_tcvn3(chr(code)) for code in codes} == codes


@pytest.mark.parametrize(
    "text",
    [
        "THỦ TỤC HÀNH CHÍNH Ở SỞ Y TẾ",
        "Sở Y tế và Ủy ban nhân dân tỉnh",
        "UBND TỈNH BÌNH THUẬN báo cáo",
        "Số: 15/BC-UBND\nTỈNH ĐẮK LẮK\nsố hồ sơ ở Sở",
    ],
)
def test_capitals_of_tcvn3(text: str) -> None:
    """TCVN3 writes a capital with a tone as the small one: the letters around it tell."""
    tones_at_the_head = text.replace("Ủy", "ủy")
    assert legacy.from_tcvn3(to_tcvn3(text)) == tones_at_the_head


def test_the_viscii_table_is_that_of_the_rfc() -> None:
    """Fixed points of RFC 1456, so that a slip in both tables would be seen."""
    codes = {0x02: "Ẳ", 0x1E: "Ỵ", 0x80: "Ạ", 0xA0: "Õ", 0xB4: "Ơ", 0xD0: "Đ", 0xF0: "đ", 0xFF: "Ữ"}
    assert {code: legacy.from_viscii(chr(code)) for code in codes} == codes


@pytest.mark.parametrize(
    ("vni", "text"),
    [("Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa"), ("ÑÖÔÏC", "ĐƯỢC")],
)
def test_vni_as_people_know_it(vni: str, text: str) -> None:
    """Well-known words in VNI."""
    assert legacy.from_vni(vni) == text


def test_old_lines_between_new_ones() -> None:
    """A text that is Unicode in part keeps that part."""
    old = to_tcvn3("tỉnh đã số hóa hồ sơ và trả kết quả đúng hạn")
    assert (
        legacy.mended(f"{TEXT}\n{old}\n")
        == f"{TEXT}\ntỉnh đã số hóa hồ sơ và trả kết quả đúng hạn\n"
    )


def test_unicode_lines_that_could_be_old_ones_stay() -> None:
    """Short lines and signs of arithmetic in a Unicode text are not taken for TCVN3."""
    lines = ["h) Mô hình, cách làm hay", "Toàn trình: 40%", *["13 / 17 × 100 ≈ 76,47%"] * 9]
    text = "\n".join([TEXT, *lines, "Café, naïve, Orléans, Besançon, Müller, Señor"])
    assert legacy.mended(text) == text
    assert legacy.mended("\n".join(lines)) == "\n".join(lines)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (bytes(range(256)) * 8, "encoding"),
        (b"\x00\x01\x02\x03" * 400, "not text"),
        ("Les élèves ont été reçus à l'école près de l'hôtel où là".encode("cp1252"), "encoding"),
        ("Đã có số".encode("cp1258", "ignore"), "encoding"),
        (TEXT.encode().decode("latin-1").encode(), "no Vietnamese"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\xd0\xcf\x11\xe0rest", "Office"),
        (b"{\\rtf1 abc}", "RTF"),
        (b"\xff\xfeabc", "encoding"),
    ],
)
def test_refused(data: bytes, word: str) -> None:
    """What is no text, or in an unknown encoding, is refused in one line with a mend."""
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_unknown_encoding_names_the_line() -> None:
    """The first line that is not UTF-8 is named."""
    with pytest.raises(InputError) as caught:
        decode("Hai dòng\n".encode() + b"caf\xe9", "a.txt")
    assert str(caught.value).startswith("a.txt:2:1: ")


def test_seeds_are_plausible(seeds: Path) -> None:
    """The measure of plausibility holds for real text: abbreviations apart, all words pass."""
    for path in seeds.glob("*.txt"):
        right, words = score(path.read_text("utf-8"))
        assert right >= 0.98 * words > 0


@pytest.mark.parametrize("word", ["nghiêng", "Quyết", "giữa", "khuỷu", "ĐƯỢC", "uống", "y"])
def test_syllables(word: str) -> None:
    """Real syllables pass."""
    assert plausible(word)


@pytest.mark.parametrize("word", ["µ", "hoµ", "Äáº", "êtes", "ngờig"])
def test_no_syllables(word: str) -> None:
    """Debris does not."""
    assert not plausible(word)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are: a text or an InputError."""
    mend = ""
    try:
        text = decode(data, "a.txt")
    except InputError as exc:
        text, mend = "", exc.hint
    assert isinstance(text, str)
    assert text or mend or not data.strip()


def test_reading_text_loads_no_parser(seeds: Path, root: Path) -> None:
    """Plain text needs neither the XML nor the PDF library."""
    code = (
        "import sys; from pathlib import Path; from generator.sources import read_sources;"
        f"assert len(read_sources([Path({str(seeds)!r})]).texts) == 5;"
        "print(*{'lxml', 'pypdfium2', 'python_calamine'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_read_source_takes_old_encodings(tmp_path: Path) -> None:
    """The whole way from a TCVN3 file to the text."""
    path = tmp_path / "a.txt"
    path.write_bytes(to_tcvn3(TEXT).encode("cp1252"))
    assert read_source(path).text.lower() == TEXT.lower()
