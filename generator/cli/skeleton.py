"""The files of a new project; its sample figures belong to no real document."""

from __future__ import annotations

_CONFIG = """\
# A first report. Build it in the project folder: soket build
# All keys, with what they mean: soket schema report
template: bao-cao-tinh
scope: each
provinces: [binh-thuan]        # soket list provinces
periods: [2023]                # 2023, 2024-Q2, 2024-H1, 2024-M06, 2021..2024-H1, latest …
compare: [previous-year]
sources: [sources/]            # put your documents there
letterhead:
  issuer: "ỦY BAN NHÂN DÂN\\n{PLACE}"
  number: "…/BC-UBND"
  place: "{name}"
  date: 2024-01-15
signature: {authority: "TM. ỦY BAN NHÂN DÂN", position: CHỦ TỊCH, name: ""}
addressees: [Văn phòng Chính phủ]
recipients: ["Như trên", "Lưu: VT"]
contents: false
formats: [docx, pdf]
"""

_MANIFEST = """\
# What is known of each source: published is the day of publication (YYYY-MM-DD), place the
# slug of what it is about (quoc-gia for the whole country). Leave out what is not known.
# window: decree-09 says that its periods are closed on the 14th (Nghị định 09/2019/NĐ-CP):
# "6 tháng đầu năm 2024" then is 15/12/2023 to 14/6/2024.
documents:
  - id: mau
    file: mau.txt
    title: Văn bản mẫu (số liệu giả định)
    published: 2024-01-10
    place: binh-thuan
"""

_SAMPLE = """\
VĂN BẢN MẪU: MỌI SỐ LIỆU DƯỚI ĐÂY LÀ GIẢ ĐỊNH, CHỈ ĐỂ THỬ CHƯƠNG TRÌNH

Năm 2023, tỉnh Bình Thuận tiếp nhận 12.000 hồ sơ thủ tục hành chính; trong đó tiếp nhận \
trực tuyến 9.000 hồ sơ. Toàn tỉnh đã giải quyết 11.500 hồ sơ, trong đó giải quyết trước hạn \
và đúng hạn 11.385 hồ sơ, đạt tỷ lệ 99%.

Trong năm 2023, tỉnh cung cấp 800 dịch vụ công trực tuyến toàn trình. Tỷ lệ hồ sơ thanh toán \
trực tuyến đạt 60%.

Tồn tại, hạn chế

Một số đơn vị chưa cập nhật đầy đủ hồ sơ lên hệ thống thông tin giải quyết thủ tục hành chính.

Nhiệm vụ, giải pháp trong thời gian tới

Các sở, ban, ngành tiếp tục rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý.

Ủy ban nhân dân các huyện hoàn thành việc số hóa kết quả giải quyết còn hiệu lực trước ngày \
31/3/2024.
"""

_README = """\
# Báo cáo

    soket build      # writes the reports to output/
    soket check      # contradictions within and between the sources
    soket extract sources/*.txt --format table

- `config/reports/`: one file for each report
- `sources/`: the documents, described in `manifest.yaml`; `mau.txt` is a sample with figures
  that are made up, take it out before real work
- `templates/`, `config/catalogue/`: made by you where the shipped ones do not suffice
"""


def skeleton() -> dict[str, str]:
    """Return the text of each file of a new project by its path."""
    return {
        "config/reports/example.yaml": _CONFIG,
        "sources/manifest.yaml": _MANIFEST,
        "sources/mau.txt": _SAMPLE,
        "README.md": _README,
        ".gitignore": "/output/\n",
    }
