"""Places over time: codes, names, spellings, what became of what."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from generator import strict_yaml
from generator.catalogue import PlaceKind, load_catalogue
from generator.model.fact import NATION
from generator.paths import shipped_root
from generator.vi.text import alphabet_key, fold, slug

PLACES = load_catalogue().places
# codes and successors of all 63 old provinces as the package vietnamadminunits 1.0.4 (MIT) has
# them: an outside witness, too large to install for every run of the tests
WITNESS = Path(__file__).resolve().parent / "data" / "provinces.csv"
ROWS = list(csv.DictReader(WITNESS.read_text(encoding="utf-8").splitlines()))
LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)


def bare(name: str) -> str:
    """Return a name of the witness without its type."""
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code_2004"])
def test_an_outside_witness_agrees(row: dict[str, str]) -> None:
    """Old code and name, new code and name, type on both days, successor."""
    old = PLACES.find(f"2004:{row['code_2004']}")
    new = PLACES.find(f"2025:{row['code_2025']}")
    assert old is not None
    assert new is not None
    assert old is PLACES.find(row["name_2004"])
    assert fold(old.name) == fold(bare(row["name_2004"]))
    assert fold(new.name) == fold(bare(row["name_2025"]))
    assert PLACES.territory(new.slug, FIRST_NEW) >= {old.slug}
    assert (old.kind_on(LAST_OLD) is PlaceKind.CITY) == row["name_2004"].startswith("Thành phố")
    assert (new.kind_on(FIRST_NEW) is PlaceKind.CITY) == row["name_2025"].startswith("Thành phố")


def test_the_witness_knows_all() -> None:
    """63 old ones, 34 new ones."""
    assert len({row["code_2004"] for row in ROWS}) == 63
    assert len({row["code_2025"] for row in ROWS}) == 34


@pytest.mark.parametrize("code", ["15", "24", "44", "52", "80", "82", "91"])
def test_the_same_digits_mean_other_provinces(code: str) -> None:
    """A code is nothing without its system."""
    old, new = PLACES.find(f"2004:{code}"), PLACES.find(f"2025:{code}")
    assert old is not None
    assert new is not None
    assert old is not new
    assert PLACES.find(code) is None
    assert PLACES.find(f"2030:{code}") is None


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("T.P. Hồ Chí Minh", "tp-ho-chi-minh"),
        ("T.P Hồ Chí Minh", "tp-ho-chi-minh"),
        ("T. Lâm Đồng", "lam-dong"),
        ("Toàn quốc", NATION),
        ("NHNN Việt Nam", "ngan-hang-nha-nuoc-viet-nam"),
        ("Bộ Tài nguyên & Môi trường", "bo-tai-nguyen-va-moi-truong"),
    ],
)
def test_a_type_may_be_shortened_with_full_stops(name: str, slug: str) -> None:
    """As offices write them on forms and in tables."""
    found = PLACES.find(name)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("name", ["T", "T.P", "T.P.", "T. Bình"])
def test_a_shortened_type_alone_is_no_place(name: str) -> None:
    """Nothing is guessed."""
    assert PLACES.find(name) is None


@pytest.mark.parametrize(
    ("slug", "day", "name"),
    [
        ("thua-thien-hue", "2024-12-31", "tỉnh Thừa Thiên Huế"),
        ("hue", "2025-01-01", "thành phố Huế"),
        ("dong-nai", "2026-04-29", "tỉnh Đồng Nai"),
        ("dong-nai", "2026-04-30", "thành phố Đồng Nai"),
        ("quang-ninh", "2026-08-31", "tỉnh Quảng Ninh"),
        ("quang-ninh", "2026-09-01", "thành phố Quảng Ninh"),
        ("bac-ninh", "2026-09-19", "tỉnh Bắc Ninh"),
        ("bac-ninh", "2026-09-20", "thành phố Bắc Ninh"),
        ("tp-ho-chi-minh", "2026-09-20", "Thành phố Hồ Chí Minh"),
    ],
)
def test_the_official_name_is_that_of_the_day(slug: str, day: str, name: str) -> None:
    """Resolutions 175/2024/QH15, 30, 36 and 39/2026/QH16: type and name change on a day."""
    place = PLACES.get(slug)
    assert place is not None
    assert place.official_name(date.fromisoformat(day)) == name


def test_a_renamed_province_has_one_life_at_a_time() -> None:
    """Thừa Thiên Huế ends where Huế begins."""
    old, new = PLACES.by_slug["thua-thien-hue"], PLACES.by_slug["hue"]
    assert old.until is not None
    assert new.since == old.until + timedelta(days=1)
    assert [PLACES.exists(one, old.until) for one in (old, new)] == [True, False]
    assert [PLACES.exists(one, new.since) for one in (old, new)] == [False, True]


@pytest.mark.parametrize(
    ("slug", "day", "area"),
    [
        ("lam-dong", LAST_OLD, {"lam-dong"}),
        ("lam-dong", FIRST_NEW, {"lam-dong", "binh-thuan", "dak-nong"}),
        ("binh-thuan", LAST_OLD, {"binh-thuan"}),
        ("binh-thuan", date(2025, 12, 31), {"binh-thuan"}),
        ("quang-ninh", date(2026, 9, 1), {"quang-ninh"}),
        ("thua-thien-hue", date(2023, 12, 31), {"hue"}),
        ("hue", date(2026, 1, 1), {"hue"}),
        (NATION, FIRST_NEW, {NATION}),
        ("bo-tu-phap", FIRST_NEW, {"bo-tu-phap"}),
        ("bo-noi-vu", date(2025, 2, 28), {"bo-noi-vu"}),
        ("bo-noi-vu", date(2025, 3, 1), {"bo-noi-vu", "bo-lao-dong-thuong-binh-va-xa-hoi"}),
        ("uy-ban-dan-toc", FIRST_NEW, {"uy-ban-dan-toc"}),
        ("bo-dan-toc-va-ton-giao", FIRST_NEW, {"bo-dan-toc-va-ton-giao", "uy-ban-dan-toc"}),
    ],
)
def test_the_area_behind_a_name(slug: str, day: date, area: set[str]) -> None:
    """One name covers other areas before and after the merger; two names may cover one."""
    assert PLACES.territory(slug, day) == area


def test_the_new_areas_share_out_the_old_ones() -> None:
    """No old province is in two new ones, none is lost."""
    areas = [PLACES.territory(one.slug, FIRST_NEW) for one in PLACES.provinces(FIRST_NEW)]
    old = {PLACES.told_as(slug, LAST_OLD) for area in areas for slug in area}
    assert sum(map(len, areas)) == len(old) == 63
    assert old == {one.slug for one in PLACES.provinces(LAST_OLD)}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Tỉnh  Thanh Hoá", "thanh-hoa"),
        ("KHÁNH HOÀ", "khanh-hoa"),
        ("Đăk Lăk", "dak-lak"),
        ("Đắc Nông", "dak-nong"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("BRVT", "ba-ria-vung-tau"),
        ("TPHCM", "tp-ho-chi-minh"),
        ("Thủ đô Hà Nội", "ha-noi"),
        ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("TT. Huế", "thua-thien-hue"),
        ("Bộ TT&TT", "bo-thong-tin-va-truyen-thong"),
        ("BNV", "bo-noi-vu"),
        ("bộ khoa học và công nghệ", "bo-khoa-hoc-va-cong-nghe"),
        ("NHNN", "ngan-hang-nha-nuoc-viet-nam"),
        ("Văn phòng Chính phủ", "van-phong-chinh-phu"),
    ],
)
def test_all_spellings_lead_to_the_place(text: str, slug: str) -> None:
    """Tone marks in either place, dashes, dots, capitals, abbreviations; ministries too."""
    found = PLACES.find(text)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("HP", "hai-phong"),
        ("TP.HP", "hai-phong"),
        ("lđ", "lam-dong"),
        ("BĐ", "binh-dinh"),
        ("Q.Ninh", "quang-ninh"),
        ("B. Phước", "binh-phuoc"),
        ("HN", "ha-noi"),
        ("BTP", "bo-tu-phap"),
        *((text, None) for text in ("QN", "BD", "ĐN", "H.Giang", "TN", "T", "Đ")),
    ],
)
def test_a_person_may_shorten_what_one_name_alone_gives(text: str, slug: str | None) -> None:
    """Where several provinces have the letters none is taken; in a source they mean nothing."""
    found = PLACES.asked(text)
    assert (found and found.slug) == slug
    known = PLACES.find(text)
    assert known == (found if text in {"HN", "BTP"} else None)


def test_each_short_form_that_is_taken_is_of_one_province() -> None:
    """Of all old and new names, whatever letters a person writes."""
    for place in PLACES.provinces(LAST_OLD):
        words = place.name.replace("-", " ").split()
        letters = "".join(word[0] for word in words)
        for text in (letters, f"{letters[:-1]}.{words[-1]}"):
            found = PLACES.asked(text)
            assert found is None or found.slug in {"ha-noi", place.slug}


def test_the_government_since_march_2025() -> None:
    """Resolution 176/2025/QH15: fourteen ministries, three agencies of their rank."""
    day = date(2025, 3, 1)
    now = [one for one in PLACES.bodies.values() if one.until is None or one.until >= day]
    ministries = [one.name for one in now if one.name.startswith("Bộ ")]
    assert len(ministries) == 14
    assert {"Thanh tra Chính phủ", "Văn phòng Chính phủ", "Ngân hàng Nhà nước Việt Nam"} <= {
        one.name for one in now
    }


def test_each_body_that_ended_went_on_in_another() -> None:
    """Eight bodies were merged into ones that live on; none is named after its end."""
    ended = [one for one in PLACES.bodies.values() if one.until is not None]
    assert len(ended) == 10
    for one in ended:
        heir = PLACES.get(one.merged_into or "")
        assert heir is not None
        assert heir.until is None


def test_what_the_extraction_finds_has_a_name() -> None:
    """Each branch of the extraction rules belongs to a body of the catalogue."""
    rules = strict_yaml.load(shipped_root() / "config" / "rules" / "places.yaml").value
    assert isinstance(rules, dict)
    branches = rules["branches"]
    assert isinstance(branches, list)
    assert branches
    names = [row["body"] for row in branches if isinstance(row, dict)]
    found = {name: PLACES.get(slug(str(name))) for name in names}
    assert {name: one.name for name, one in found.items() if one} == {name: name for name in names}


def test_a_body_is_no_province() -> None:
    """It has its name without a type, and no report chooses it among the provinces."""
    body = PLACES.get("bo-noi-vu")
    assert body is not None
    assert body.official_name(FIRST_NEW) == "Bộ Nội vụ"
    assert "bo-noi-vu" not in PLACES.by_slug
    assert body not in PLACES.provinces(FIRST_NEW)


def test_provinces_stand_in_the_order_of_the_alphabet() -> None:
    """A < Ă < Â … D < Đ: An Giang, Bà Rịa, Bạc Liêu …, Cao Bằng, Cần Thơ, Đà Nẵng."""
    names = [one.name for one in PLACES.provinces(LAST_OLD)]
    assert names[:4] == ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang"]
    at = names.index("Cao Bằng")
    assert names[at - 1 : at + 3] == ["Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng"]
    assert names[-1] == "Yên Bái"
    assert all(alphabet_key(one) < alphabet_key(other) for one, other in pairwise(names))


def test_each_note_on_duties_says_where_it_was_read() -> None:
    """No report tells of duties that no text tells of."""
    rows = strict_yaml.load(shipped_root() / "config" / "catalogue" / "bodies.yaml").value
    assert isinstance(rows, dict)
    bodies = rows["bodies"]
    assert isinstance(bodies, list)
    noted = [row for row in bodies if isinstance(row, dict) and "duties" in row]
    assert {row["name"] for row in noted} == {
        one.name for one in PLACES.bodies.values() if one.duties
    }
    for row in noted:
        told = row["told"]
        assert isinstance(told, list)
        assert told
        assert all(str(one).startswith("https://") for one in told)
