"""Places named together: each kind with its word, and Hồ Chí Minh with its own."""

from __future__ import annotations

from datetime import date

import pytest

from generator.composing.naming import names_of
from tests.material import CATALOGUE


@pytest.mark.parametrize(
    ("slugs", "told"),
    [
        (["ha-noi", "tp-ho-chi-minh"], "thành phố Hà Nội; Thành phố Hồ Chí Minh"),
        (["nghe-an", "tp-ho-chi-minh"], "tỉnh Nghệ An; Thành phố Hồ Chí Minh"),
        (["ha-noi", "hue", "tp-ho-chi-minh"], "các thành phố Hà Nội và Huế; Thành phố Hồ Chí Minh"),
        (["nghe-an", "ha-tinh", "hue"], "các tỉnh Nghệ An và Hà Tĩnh; thành phố Huế"),
    ],
)
def test_the_city_of_ho_chi_minh_keeps_its_name(slugs: list[str], told: str) -> None:
    """Its name begins with "Thành phố" in capitals wherever it stands."""
    places = [CATALOGUE.places.by_slug[slug] for slug in slugs]
    assert names_of(places, date(2025, 10, 1)) == told
