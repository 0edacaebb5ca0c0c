"""A report on more provinces than stand side by side: whose a figure is that few of them have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hard_cases.making import page_text

CONFIG = """
template: so-ket
provinces: all
periods: [2024]
contents: false
letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2025-01-31}
formats: [html]
sources: [nguon]
"""
PLACES = ("Hà Giang", "Cao Bằng", "Lào Cai", "Sơn La", "Hòa Bình", "Nghệ An")


def report(folder: Path, *rates: str) -> str:
    """Build a report of counts of some provinces and rates of others; return what is shown."""
    counts = (
        f"Năm 2024, tỉnh {place} tiếp nhận {at}0.000 hồ sơ thủ tục hành chính."
        for at, place in enumerate(PLACES, start=1)
    )
    files = {f"nguon/{at}.txt": text for at, text in enumerate((*counts, *rates))}
    rows = "".join(
        f"  - {{id: d{at}, file: {at}.txt, title: Bài {at}, published: 2025-01-09}}\n"
        for at in range(len(files))
    )
    return page_text(folder, CONFIG, {**files, "nguon/manifest.yaml": f"documents:\n{rows}"})


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (("An Giang",), "của tỉnh An Giang là 98,5%"),
        (("An Giang", "Bến Tre"), "của tỉnh An Giang và tỉnh Bến Tre đều là 98,5%"),
    ],
)
def test_a_figure_of_few_is_not_that_of_the_provinces(
    tmp_path: Path, places: tuple[str, ...], told: str
) -> None:
    """What one or two have is told with their names, and the report proves itself."""
    text = "Năm 2024, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh {} đạt 98,5%."
    shown = report(tmp_path, *map(text.format, places)).replace("\u00a0", " ")
    assert told in shown
    assert "của các địa phương là" not in shown
    assert "từ 10.000 hồ sơ (tỉnh Hà Giang) đến 60.000 hồ sơ (tỉnh Nghệ An)" in shown
