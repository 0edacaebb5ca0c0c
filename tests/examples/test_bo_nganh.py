"""The shipped example on ministries, beside a province and by themselves, in all templates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.app import run
from generator.paths import shipped_root
from tests.hard_cases.making import html_text, outside, project, texts
from tests.verify.test_wrong_reports import judged, tree_of, wrong

EXAMPLE = shipped_root() / "config/examples/bo-nganh"
REPORTS = (
    "so-ket-bo-nganh",
    "ban-tin-bo-nganh",
    "bao-cao-bo-bo-tu-phap",
    "bao-cao-bo-bo-van-hoa-the-thao-va-du-lich",
    "bao-cao-bo-bo-xay-dung",
    "chi-so-bo",
    "so-ket-2024",
)
FORMATS = ("docx", "pdf", "html")
NOT_COMPARED = (
    "Không so sánh số liệu của Bộ Xây dựng với số liệu năm 2024 do Bộ Giao thông vận tải"
    " được sắp xếp, hợp nhất vào Bộ Xây dựng từ ngày 01 tháng 3 năm 2025."
)
# what each report says, in every format, and what none of its formats may say
SAID = {
    "so-ket-bo-nganh": [
        "tại Bộ Tư pháp; Bộ Văn hóa, Thể thao và Du lịch; Bộ Xây dựng; tỉnh Quảng Ngãi như sau",
        "KẾT QUẢ TẠI CÁC BỘ, NGÀNH, ĐỊA PHƯƠNG",
        "So sánh giữa các bộ, ngành, địa phương",
        "nhất là Bộ Xây dựng (88%); bình quân giản đơn của 3 bộ, ngành có số liệu là 90,8%",
        "(91%), Bộ Xây dựng thấp hơn 3 điểm phần trăm; các bộ, ngành còn lại đều cao hơn.",
        "Trong năm 2025, Bộ tiếp nhận 52.000 hồ sơ",
        "Trong năm 2025, tỉnh tiếp nhận 410.000 hồ sơ",
        "(từ 48.000 lên 52.000)",
        "số hồ sơ TTHC trực tuyến của Bộ Tư pháp là 41.600 hồ sơ; của Bộ Văn hóa, Thể thao",
        "đạt 91,5%, tăng 1,3 điểm phần trăm so với năm 2024 (90,2%)",
        "Du lịch đạt cao nhất (99,2%), tiếp đến là Bộ Tư pháp (98%), thấp nhất là Bộ Xây dựng",
        "Biểu đồ 2. Mức độ hài lòng đối với các bộ, ngành năm 2025",
        "Một số chỉ tiêu của các bộ, ngành, địa phương và cả nước, năm 2025",
        NOT_COMPARED,
    ],
    "ban-tin-bo-nganh": [
        "Tại Bộ Tư pháp, việc số hóa kết quả giải quyết thủ tục hành chính",
        "số hồ sơ TTHC trực tuyến tăng 8.000 hồ sơ (từ 33.600 lên 41.600)",
        "Cao nhất trong 3 bộ, ngành: Bộ Văn hóa, Thể thao và Du lịch",
        "Kết quả của 3 bộ, ngành có số liệu năm 2025 so với mức chung của cả nước: tỷ lệ",
        "Biểu đồ 2. Mức độ hài lòng đối với các bộ, ngành năm 2025",
        "Bộ Tư pháp: còn 1.010 hồ sơ trễ hạn.",
        "doanh nghiệp (88%) thấp hơn 3 điểm phần trăm so với mức chung của cả nước (91%);",
        "Tỉnh Quảng Ngãi: mức độ hài lòng của người dân, doanh nghiệp (90%) thấp hơn 1 điểm",
        NOT_COMPARED,
    ],
    "bao-cao-bo-bo-tu-phap": [
        "BỘ TƯ PHÁP",
        "/BC-BTP",
        "Kính gửi: Văn phòng Chính phủ",
        "Thực hiện chế độ báo cáo định kỳ, Bộ Tư pháp báo cáo kết quả",
        "Kết quả này cao hơn 0,5 điểm phần trăm so với mức chung của cả nước (91%)",
        "Mức độ hài lòng của người dân, doanh nghiệp",
    ],
    "bao-cao-bo-bo-xay-dung": ["TTHC năm 2025 của Bộ Xây dựng./.", NOT_COMPARED],
    "chi-so-bo": [
        "Mức độ hài lòng đối với các bộ, ngành năm 2025",
        "3 bộ, ngành có số liệu. Đứng đầu là Bộ Văn hóa, Thể thao và Du lịch (93,0%)",
        "Số liệu năm 2024 của Bộ Xây dựng là của thời gian trước khi sắp xếp tổ chức bộ máy",
        "Nguồn không có số liệu năm 2024 của Bộ Văn hóa, Thể thao và Du lịch.",
        "Số liệu còn thiếu được ghi bằng dấu “-” tại Bảng 1, không coi là bằng không",
        "Chỉ Bộ Tư pháp có số liệu so sánh được với năm 2024: tăng 1,3 điểm phần trăm.",
        "Thứ tự của các bộ, ngành thể hiện tại Biểu đồ 1.",
    ],
    "so-ket-2024": [
        "hợp nhất vào Bộ Xây dựng từ ngày 01 tháng 3 năm 2025; số liệu trong báo cáo là của",
        "Trong năm 2024, ",
        "của Bộ Xây dựng (trước sắp xếp) là 30.000 hồ sơ",
        "KẾT QUẢ TẠI CÁC BỘ, NGÀNH",
    ],
}
# what a report does not hold, so that it may not claim it
UNTOLD = {
    # no figure of these sources stands in the two pages
    "ban-tin-bo-nganh": ["09/01/2025", "10/01/2025", "doanh nghiệp của Bộ"],
    "so-ket-bo-nganh": ["Phản ánh, kiến nghị", "doanh nghiệp của Bộ", "đặt cạnh nhau"],
    "chi-so-bo": ["được dùng để đối chiếu", "để trống trên", "tăng nhiều nhất"],
}
# 91.000 is Bộ Giao thông vận tải and Bộ Xây dựng together
NEVER = ("91.000", "toàn Bộ", "Toàn Bộ", "tỉnh Bộ", "thành phố Bộ", "Ủy ban nhân dân Bộ", "None")
LOCAL = ("địa phương", "ĐỊA PHƯƠNG", "địa bàn", "Địa phương")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all reports of the example; every build judges its own files."""
    folder = tmp_path_factory.mktemp("bo-nganh")
    configs = sorted(str(path) for path in (EXAMPLE / "config/reports").glob("*.yaml"))
    assert run(["build", *configs, "--output", str(folder), "--jobs", "1", "--quiet"]) == 0
    return folder


def text_of(output: Path, name: str) -> dict[str, str]:
    """Return the text of one report in each format, spaces alike."""
    found = texts({form: output / f"{name}.{form}" for form in FORMATS})
    return {form: " ".join(text.split()) for form, text in found.items()}


@pytest.mark.parametrize("name", SAID)
def test_each_format_says_the_same_of_ministries(output: Path, name: str) -> None:
    """Names, headings, notes, average and rank are those of ministries."""
    for form, text in text_of(output, name).items():
        for said in SAID[name]:
            assert said in text, (form, said)
        assert not [word for word in NEVER if word in text], form


@pytest.mark.parametrize("name", UNTOLD)
def test_nothing_is_claimed_that_a_report_does_not_hold(output: Path, name: str) -> None:
    """Sources without a figure, targets set beside nothing, gaps of no chart, one of one."""
    for form, text in text_of(output, name).items():
        assert not [word for word in UNTOLD[name] if word in text], form


@pytest.mark.parametrize("name", ["bao-cao-bo-bo-tu-phap", "chi-so-bo", "so-ket-2024"])
def test_reports_on_ministries_alone_name_no_localities(output: Path, name: str) -> None:
    """Nothing that is said of provinces is said of a ministry."""
    for form, text in text_of(output, name).items():
        assert not [word for word in LOCAL if word in text], form


def test_a_province_has_no_rank_among_ministries(output: Path) -> None:
    """Quảng Ngãi stands beside them in the table, last, and is set against the country only."""
    text = text_of(output, "so-ket-bo-nganh")["html"]
    own = text[text.index("Trong năm 2025, tỉnh Quảng Ngãi có") :]
    own = own[: own.index("So sánh giữa các bộ, ngành")]
    assert "mức chung của cả nước" in own
    assert "đứng thứ" not in own
    assert "bình quân" not in own
    head = "Chỉ tiêu Cả nước Bộ Tư pháp Bộ Văn hóa, Thể thao và Du lịch Bộ Xây dựng Quảng Ngãi"
    assert head.replace(" ", "") in text.replace(" ", "")


@pytest.mark.full
def test_the_judge_has_nothing_against_them(
    output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Figures, sources and layout of every file are proved."""
    files = [str(output / f"{name}.{form}") for name in REPORTS for form in FORMATS]
    assert run(["verify", "--project", str(EXAMPLE), *files]) == 0
    assert "objection" not in capsys.readouterr().out


def test_no_word_leaves_its_page(output: Path) -> None:
    """Long names of ministries stay within the margins."""
    for name in REPORTS:
        assert list(outside(output / f"{name}.pdf")) == []


@pytest.mark.parametrize("name", ["so-ket-bo-nganh", "ban-tin-bo-nganh", "so-ket-2024"])
@pytest.mark.parametrize(
    ("right", "other"),
    [
        ("Bộ Tư pháp", "Bộ Xây dựng"),
        ("Bộ Tư pháp", "tỉnh Quảng Ngãi"),
        ("Bộ Xây dựng", "Bộ Tư pháp"),
        ("Bộ Xây dựng", "Bộ Y tế"),  # the report knows nothing of it
        ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ Tư pháp"),
        ("tỉnh Quảng Ngãi", "Bộ Tư pháp"),
        (r"(?<=\d) bộ, ngành", " địa phương"),
    ],
)
def test_the_judge_sees_a_figure_of_another_place(
    output: Path, name: str, right: str, other: str
) -> None:
    """A place named for another one beside its figure is told, the lineage saying the same."""
    content = tree_of(output / f"{name}.docx")
    passed = []
    for at, unit, text in wrong(content, right, other):
        kept, content["printed"][at] = content["printed"][at], unit
        passed += [] if judged(content) else [text]
        content["printed"][at] = kept
    assert passed == []


def test_many_places_are_spanned_kind_by_kind(tmp_path: Path) -> None:
    """From the least to the greatest ministry, then from the least to the greatest province."""
    figures = {
        "Bộ Tư pháp": "52.000",
        "Bộ Nội vụ": "21.000",
        "Bộ Y tế": "33.000",
        "tỉnh Quảng Ngãi": "41.000",
        "tỉnh An Giang": "38.000",
        "thành phố Hà Nội": "99.000",
    }
    told = [
        f"Năm 2025, {name} tiếp nhận {n} hồ sơ thủ tục hành chính." for name, n in figures.items()
    ]
    config = (
        "template: so-ket\nbodies: [BTP, BNV, BYT]\nprovinces: [quang-ngai, an-giang, ha-noi]\n"
        "periods: [2025]\nletterhead: {date: 2026-01-20, number: '…/BC-VM', place: Hà Nội,"
        " superior: BỘ MẪU, issuer: VỤ MẪU}\nsignature: {position: VỤ TRƯỞNG}\nformats: [html]\n"
    )
    path = project(tmp_path, config, {"sources/a.txt": "\n\n".join(told)})
    output = tmp_path / "output"
    assert run(["build", str(path), "--output", str(output), "--jobs", "1", "--quiet"]) == 0
    text = html_text(output / "thu.html")
    assert "của các bộ, ngành từ 21.000 hồ sơ (Bộ Nội vụ) đến 52.000 hồ sơ (Bộ Tư pháp)" in text
    span = "của các địa phương từ 38.000 hồ sơ (tỉnh An Giang) đến 99.000 hồ sơ (thành phố Hà Nội)"
    assert span in text


def test_bodies_can_be_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The list tells names, aliases, and what became of those that ended."""
    assert run(["list", "bodies", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    by_slug = {row["slug"]: row for row in rows}
    assert by_slug["bo-giao-thong-van-tai"] == {
        "slug": "bo-giao-thong-van-tai",
        "name": "Bộ Giao thông vận tải",
        "since": "",
        "until": "2025-02-28",
        "then": "bo-xay-dung",
        "aliases": "Bộ GTVT; BGTVT",
    }
    assert "ha-noi" not in by_slug
    assert [row["name"] for row in rows[:2]] == [
        "Ban Quản lý Lăng Chủ tịch Hồ Chí Minh",
        "Bảo hiểm xã hội Việt Nam",
    ]
