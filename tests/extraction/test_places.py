"""Whom a sentence is about."""

from __future__ import annotations

import pytest

from generator.extraction.context import paragraphs
from generator.extraction.places.focus import Focus, default_place
from generator.extraction.places.mentions import place_names
from generator.extraction.reading import folded
from tests.material import CATALOGUE, shipped_rules

RULES = shipped_rules()


def _places(text: str, place: str | None = None, title: str = "") -> list[str | None]:
    """Return the place of each sentence: the one that it names, else the one in mind."""
    names = place_names(CATALOGUE, RULES.places)
    found = paragraphs(text)
    head = text[found[0].start : found[0].end] if found[0].heading else ""
    lead = next((text[one.start : one.end] for one in found[1:] if not one.heading), "")
    focus = Focus(
        names, RULES.places, default_place(names, RULES.places, place, title or head, lead)
    )
    out: list[str | None] = []
    for sentence in (one for paragraph in found for one in paragraph.sentences):
        part = text[sentence.start : sentence.end]
        scope = focus.read(folded(part), part)
        out.append(scope.named[0].slug if len(scope.named) == 1 else scope.base)
    return out


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Tỉnh Bình thuận đạt kết quả tốt.", "binh-thuan"),
        ("TP. Hồ Chí Minh đã làm xong.", "tp-ho-chi-minh"),
        ("TP HCM đã làm xong.", "tp-ho-chi-minh"),
        ("Bà Rịa – Vũng Tàu dẫn đầu.", "ba-ria-vung-tau"),
        ("Thừa Thiên - Huế dẫn đầu.", "thua-thien-hue"),
        ("Đắc Lắc đã hoàn thành.", "dak-lak"),
        ("Bộ Tư pháp đã cắt giảm quy định.", "bo-tu-phap"),
        ("Ngành Hải quan đã cung cấp dịch vụ.", "bo-tai-chinh"),
        ("Ngân hàng Nhà nước Việt Nam dẫn đầu.", "ngan-hang-nha-nuoc-viet-nam"),
    ],
)
def test_a_name_in_any_spelling_is_known(text: str, slug: str) -> None:
    """Old and new provinces, aliases, ministries and their branches."""
    assert _places(text) == [slug]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Bình Dương phát biểu.",
        "Vì một thế giới hòa bình.",
        "Học tập tư tưởng Hồ Chí Minh.",
        "Đại biểu dự tại điểm cầu tỉnh Bắc Giang.",
        "Bộ Nội vụ công bố chỉ số của các địa phương.",
    ],
)
def test_names_of_people_and_stages_are_no_places(text: str) -> None:
    """A person, a common word, a video stage and who announces are not measured."""
    assert _places(text, "quang-ninh") == ["quang-ninh"]


def test_a_reader_keeps_the_province_and_returns_to_the_country() -> None:
    """The word tỉnh means the province named last; the ministries end its reach."""
    text = (
        "Cả nước có nhiều kết quả. Tỉnh Lào Cai làm tốt. Tỉnh đã công bố danh mục.\n\n"
        "Các bộ, ngành đã hoàn thành."
    )
    assert _places(text, "quoc-gia") == ["quoc-gia", "lao-cai", "lao-cai", "quoc-gia"]


def test_the_title_tells_the_place_where_nothing_else_does() -> None:
    """Without a description the only province of the title counts."""
    assert _places("Đã có kết quả.", title="Sơn La cải cách hành chính") == ["son-la"]
