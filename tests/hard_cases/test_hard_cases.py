"""Reports of awkward material: nothing is lost, nothing is obeyed, nothing runs off the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import html as parser

from generator.catalogue import Kind
from generator.cli.app import run
from generator.verify.layout import check_layout
from tests.hard_cases.making import HEAD, built, outside, page, project, texts
from tests.material import CATALOGUE

HOSTILE = """<b>&"'{{7*7}}"""
ONE_FACT = "Năm 2023, tỉnh Bình Thuận tiếp nhận 12.345 hồ sơ thủ tục hành chính.\n"
ONE = f"provinces: [binh-thuan]\nperiods: [2023]\nsources: [nguon/]\n{HEAD}"
WITHOUT_A_MIDDLE = (
    f"{ONE_FACT}Trong năm 2023, tỉnh Bình Thuận tiếp nhận 67 phản ánh, kiến nghị về quy định hành"
    " chính.\nTrong thời gian tới, tỉnh cần tập trung rà soát, đơn giản hóa thủ tục hành chính.\n"
)
TEMPLATES = ("so-ket", "bao-cao-tinh", "ban-tin")


def shown(folder: Path, config: str, files: dict[str, str]) -> dict[str, str]:
    """Build a project, check the edges of its pages, return the text of each format."""
    made = built(project(folder, config, files), folder / "output")
    assert not list(outside(made["pdf"]))
    return texts(made)


@pytest.mark.parametrize("template", TEMPLATES)
def test_one_fact_is_enough(tmp_path: Path, template: str) -> None:
    """A report of a single fact tells it and has no empty chapter, bracket or table."""
    told = shown(tmp_path, f"template: {template}\n{ONE}", {"nguon/mot.txt": ONE_FACT})
    for text in told.values():
        assert "12.345" in text
        assert "None" not in text
        assert "()" not in text
        for chapter in ("TỒN TẠI", "NHIỆM VỤ, GIẢI PHÁP", "NGUYÊN NHÂN"):
            assert chapter not in text


def test_a_chapter_without_facts_is_left_out(tmp_path: Path) -> None:
    """The catalogue has "Số hóa" between the two, the template "Tồn tại": numbers go on."""
    config = f"template: bao-cao-tinh\n{ONE.replace('docx, pdf, html', 'html')}"
    made = page(tmp_path, config, {"nguon/mot.txt": WITHOUT_A_MIDDLE})
    found = parser.fromstring(made.read_text(encoding="utf-8")).xpath("//h2 | //h3")
    told = [" ".join(one.text_content().split()) for one in found]
    assert [one for one in told if not one.startswith(("Phụ lục", "Chú thích"))] == [
        "I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN",
        "1. Tiếp nhận, giải quyết hồ sơ TTHC",
        "2. Phản ánh, kiến nghị",
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
    ]


def test_an_index_of_too_few_places_is_an_error_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A ranking of nothing is not written; the message names the template and the cure."""
    config = project(tmp_path, f"template: chi-so\n{ONE}", {"nguon/mot.txt": ONE_FACT})
    assert run(["build", str(config), "--output", str(tmp_path / "output"), "--jobs", "1"]) == 4
    said = capsys.readouterr().err
    assert "chi-so/report.xml.j2:" in said
    assert "'index' in the config" in said


def test_markup_in_sources_is_text(tmp_path: Path) -> None:
    """Angle brackets, quotes and braces of a source are printed, never obeyed."""
    files = {
        "nguon/la.txt": f"{ONE_FACT}Hạn chế của tỉnh Bình Thuận: một số cơ quan còn chậm"
        f" số hóa hồ sơ {HOSTILE} theo quy định.\n",
        "nguon/manifest.yaml": "documents:\n  - id: la\n    file: la.txt\n"
        f"    title: |-\n      Bài viết {HOSTILE}\n    publisher: |-\n      Báo {HOSTILE}\n",
    }
    told = shown(tmp_path, f"template: so-ket\n{ONE}", files)
    for name, text in told.items():
        assert HOSTILE in text.replace("“", '"').replace("’", "'"), name
        assert "49" not in text


def test_markup_in_the_config_is_text(tmp_path: Path) -> None:
    """What an office writes into its config is printed as it stands."""
    name = """SỞ <b>MẪU & "CON"'S"""
    head = HEAD.replace("issuer: VỤ MẪU", f"issuer: '{name.replace(chr(39), chr(39) * 2)}'")
    config = ONE.replace(HEAD, head) + "recipients: ['Lưu: <i>&amp;</i>']\n"
    told = shown(tmp_path, f"template: bao-cao-tinh\n{config}", {"nguon/mot.txt": ONE_FACT})
    for text in told.values():
        assert name in text
        assert "<i>&amp;</i>" in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_in_the_config_is_evaluated(tmp_path: Path, template: str) -> None:
    """Braces, brackets and quotes in each text of a config are printed letter by letter."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    head = HEAD.replace("superior: BỘ MẪU", f"superior: {quoted}")
    head = head.replace("issuer: VỤ MẪU", f"issuer: {quoted}")
    head = head.replace("VỤ TRƯỞNG", quoted).replace("place: Hà Nội", f"place: {quoted}")
    config = ONE.replace(HEAD, head) + f"title: {quoted}\nsubject: {quoted}\n"
    config += f"addressees: [{quoted}]\nrecipients: [{quoted}]\n"
    files = {"nguon/mot.txt": ONE_FACT}
    for name, text in shown(tmp_path, f"template: {template}\n{config}", files).items():
        assert text.replace(" ", "").count(HOSTILE) >= 8, (name, text)
        assert "49" not in text, name


ADDRESSED = (
    '["Bộ Nội vụ", "Bộ Tư pháp"]',
    '["Bộ Nội vụ", "Các bộ, cơ quan ngang bộ; Ủy ban nhân dân các tỉnh, thành phố trực thuộc"]',
)


@pytest.mark.parametrize("names", ADDRESSED)
@pytest.mark.parametrize("place", ["Hà Nội", "Thành phố Hồ Chí Minh"])
def test_addressees_and_places_of_any_length_keep_the_layout(
    tmp_path: Path, names: str, place: str
) -> None:
    """Lines under "Kính gửi:" wrap, are no text of the body, and the date stays on one line."""
    config = ONE.replace("place: Hà Nội", f"place: {place}")
    config += f'addressees: {names}\nrecipients: ["Như trên", "Lưu: VT"]\n'
    told = project(tmp_path, f"template: bao-cao-tinh\n{config}", {"nguon/mot.txt": ONE_FACT})
    made = built(told, tmp_path / "output")
    assert not list(outside(made["pdf"]))
    for name in ("docx", "pdf"):
        rules = {one.where for one in check_layout(made[name])}
        assert not any("Bộ" in where or place in where for where in rules), name
        assert f"{place}, ngày" in texts(made)[name].replace("\xa0", " ")


def test_numbers_of_thirteen_digits_stay_whole(tmp_path: Path) -> None:
    """A count of a million millions keeps each digit in the appendix and fits its column."""
    files = {
        "nguon/so.txt": "Năm 2023, tỉnh Bình Thuận tiếp nhận 1.234.567.890.123 hồ sơ thủ tục hành"
        " chính, trong đó đã giải quyết 1.134.567.890.121 hồ sơ.\n"
    }
    for name, text in shown(tmp_path, f"template: so-ket\n{ONE}", files).items():
        assert "1.234.567.890.123" in text, name
        assert "1.134.567.890.121" in text, name


def test_long_names_of_organisations_wrap(tmp_path: Path) -> None:
    """Head, signature and recipients of two hundred letters stay on their page."""
    body = "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH VÀ CHUYỂN ĐỔI SỐ LIÊN NGÀNH CÁC ĐƠN VỊ SỰ NGHIỆP"
    issuer = f"{body} TRỰC THUỘC {body}"
    position = "TRƯỞNG BAN CHỈ ĐẠO KIÊM GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG CẤP TỈNH"
    head = HEAD.replace("superior: BỘ MẪU", f"superior: {body}")
    head = head.replace("issuer: VỤ MẪU", f"issuer: {issuer}").replace("VỤ TRƯỞNG", position)
    config = ONE.replace(HEAD, head) + f"recipients: ['{body.capitalize()}', 'Lưu: VT']\n"
    files = {"nguon/mot.txt": ONE_FACT}
    for name, text in shown(tmp_path, f"template: bao-cao-tinh\n{config}", files).items():
        assert issuer.replace(" ", "") in text.replace(" ", ""), name
        assert position.replace(" ", "") in text.replace(" ", ""), name


NAME_OF_40 = "Nghĩatrangliệtsĩquốcgiađườngtrườngsơnbắc"  # one word of forty letters


def test_a_name_of_forty_letters_stays_on_the_page(tmp_path: Path) -> None:
    """An indicator whose name has no place to break neither runs over nor is cut."""
    assert len(NAME_OF_40) == 40
    rows = "".join(f"{place},{2 + at},{3 + at}\n" for at, place in enumerate(PLACES))
    files = {
        "nguon/bang.csv": f"Địa phương,2022,2023\n{rows}",
        "config/mappings/bang.yaml": MAPPING,
        "config/catalogue/indicators.yaml": "indicators:\n  - {id: dai_score, group: indices,"
        f" kind: score, unit: điểm, label: {NAME_OF_40}}}\n",
    }
    config = f"template: chi-so\nindex: dai_score\nprovinces: all\nperiods: [2022..2023]\n{HEAD}"
    for name, text in shown(tmp_path, f"{config}sources: [nguon/]\n", files).items():
        assert NAME_OF_40.casefold() in text.replace(" ", "").casefold(), name
        assert "Nguồn không có số liệu" in text, name


PLACES = ("Hà Nội", "Bình Thuận", "Bắc Giang", "Cà Mau")
MAPPING = """
tables:
  - name: bang-nam-{year}
    files: "bang.csv"
    header_rows: 1
    place: "Địa phương"
    period: {year}
    values: [{{column: "{year}", indicator: dai_score}}]
"""
MAPPING = "tables:" + "".join(
    MAPPING.replace("\ntables:", "").format(year=year) for year in (2022, 2023)
)


@pytest.mark.full
def test_an_appendix_of_three_hundred_rows_repeats_its_head(tmp_path: Path) -> None:
    """A long table runs over many landscape pages, every row whole and in order."""
    counts = [one.id for one in CATALOGUE.indicators.values() if one.kind is Kind.COUNT][:30]
    rows = "".join(
        ",".join([str(year), *(str(1000 * (at + 1) + year) for at in range(30))]) + "\n"
        for year in range(2014, 2024)
    )
    values = "\n".join(f'      - {{column: "{name}", indicator: {name}}}' for name in counts)
    files = {
        "nguon/nam.csv": f"Năm,{','.join(counts)}\n{rows}",
        "config/mappings/nam.yaml": "tables:\n  - name: nam\n    files: nam.csv\n"
        "    header_rows: 1\n    place_is: binh-thuan\n"
        f'    period: "column:Năm"\n    values:\n{values}\n',
    }
    config = ONE.replace("[2023]", "[2014..2023]")
    for name, text in shown(tmp_path, f"template: bao-cao-tinh\n{config}", files).items():
        assert text.count("32.023") >= 1, name
        assert "3.014" in text, name


MONTHLY = """tables:
  - name: thang
    files: thang.csv
    header_rows: 1
    place: Tỉnh
    period: "column:Kỳ"
    numbers: en
    values:
      - {column: "Hồ sơ", indicator: dossiers_received}
      - {column: "Điểm", indicator: service_index_score, decimals: 2}
"""


@pytest.mark.full
def test_a_report_over_all_provinces_by_month(tmp_path: Path) -> None:
    """Sixty-three places are told by their ends and one table, not one after the other."""
    places = CATALOGUE.places.provinces(date(2024, 6, 30))
    rows = "".join(
        f"{place.name},2024-M{month:02},{1000 * (at + 1) + month},{60 + at % 35}.{month}5\n"
        for at, place in enumerate(places)
        for month in (5, 6)
    )
    files = {
        "nguon/thang.csv": f"Tỉnh,Kỳ,Hồ sơ,Điểm\n{rows}",
        "config/mappings/thang.yaml": MONTHLY,
    }
    config = f"template: so-ket\nprovinces: all\nperiods: [2024-M06]\nsources: [nguon/]\n{HEAD}"
    made = built(
        project(tmp_path, config.replace("2024-01-31", "2024-07-15"), files), tmp_path / "o"
    )
    assert not list(outside(made["pdf"]))
    first, last = places[0], places[-1]
    for name, text in texts(made).items():
        told = text.replace("\N{NO-BREAK SPACE}", " ")
        assert f"từ 1.006 hồ sơ ({first.official_name(date(2024, 7, 15))}) đến 63.006" in told, name
        assert f"({last.official_name(date(2024, 7, 15))}) (Bảng 1)" in told, name
        assert "Một số chỉ tiêu của các địa phương, tháng 6 năm 2024" in told, name
        assert told.count("tiếp nhận của các địa phương") == 1, name
        # one chart, of both ends of the order: none of a single place, none of all of them
        assert "Biểu đồ 1. Các địa phương có điểm" in told, name
        assert "Biểu đồ 2" not in told, name
    with pdfium.PdfDocument(made["pdf"]) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pages = [page.replace("\N{NO-BREAK SPACE}", " ") for page in pages]
    assert "BÁO CÁO" in pages[0]  # the contents of two pages begin below the title
    assert "MỤC LỤC" in pages[0]
    (start,) = [at for at, page in enumerate(pages) if "Bảng 1. Một số" in page]
    assert "Địa phương" in pages[start + 1].partition("Quảng")[0]
