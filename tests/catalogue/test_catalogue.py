"""The data files of the trade hold what the law and the contract say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import PlaceKind, load_catalogue, load_language
from generator.errors import UsageError

PLACES = load_catalogue().places


def test_sixty_three_provinces_become_thirty_four() -> None:
    """Resolution 202/2025/QH15, from 1 July 2025."""
    assert len(PLACES.provinces(date(2025, 6, 30))) == 63
    assert len(PLACES.provinces(date(2025, 7, 1))) == 34


@pytest.mark.parametrize(
    ("day", "cities"),
    [
        (date(2024, 12, 31), 5),
        (date(2025, 1, 1), 6),
        (date(2025, 7, 1), 6),
        (date(2026, 4, 30), 7),
        (date(2026, 9, 1), 8),
        (date(2026, 9, 20), 9),
    ],
)
def test_cities_grow_in_number_by_dated_acts(day: date, cities: int) -> None:
    """Huế, Đồng Nai, Quảng Ninh and Bắc Ninh became cities on known days."""
    found = [place for place in PLACES.provinces(day) if place.kind_on(day) is PlaceKind.CITY]
    assert len(found) == cities


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("TP. Hồ Chí Minh", "tp-ho-chi-minh"),
        ("TP.HCM", "tp-ho-chi-minh"),
        ("Hoà Bình", "hoa-binh"),
        ("Đắc Lắc", "dak-lak"),
        ("BR-VT", "ba-ria-vung-tau"),
        ("tỉnh Bình Thuận", "binh-thuan"),
        ("thành phố Huế", "hue"),
        ("TT-Hue", "thua-thien-hue"),
    ],
)
def test_a_place_is_found_under_every_spelling(name: str, slug: str) -> None:
    """Offices and workbooks spell one province in many ways."""
    place = PLACES.find(name)
    assert place is not None
    assert place.slug == slug


def test_every_old_province_went_into_a_new_one() -> None:
    """The 34 units are formed from all 63, each once."""
    formed = [
        old.slug
        for new in PLACES.provinces(date(2025, 7, 1))
        for old in PLACES.formed_from(new.slug)
    ]
    assert len(formed) == len(set(formed)) == 63
    assert {place.slug for place in PLACES.formed_from("lam-dong")} == {
        "lam-dong",
        "binh-thuan",
        "dak-nong",
    }


def test_official_names_follow_the_decree() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục II: capital T for a unit named after a person."""
    day = date(2024, 7, 31)
    by_slug = PLACES.by_slug
    assert by_slug["binh-thuan"].official_name(day) == "tỉnh Bình Thuận"
    assert by_slug["da-nang"].official_name(day) == "thành phố Đà Nẵng"
    assert by_slug["tp-ho-chi-minh"].official_name(day) == "Thành phố Hồ Chí Minh"


def test_a_project_adds_an_indicator_with_yaml_only(tmp_path: Path) -> None:
    """A row of the project's own catalogue and phrases joins the shipped ones."""
    (tmp_path / "config" / "catalogue").mkdir(parents=True)
    (tmp_path / "config" / "language").mkdir()
    (tmp_path / "config" / "catalogue" / "indicators.yaml").write_text(
        "indicators:\n  - {id: kiosks, group: one_stop, kind: count, unit: ki-ốt, label: Ki-ốt}\n",
        encoding="utf-8",
    )
    (tmp_path / "config" / "language" / "phrases.yaml").write_text(
        'kiosks: {verb: "có {n} ki-ốt", noun: số ki-ốt, short: Ki-ốt}\n', encoding="utf-8"
    )
    catalogue, language = load_catalogue(tmp_path), load_language(tmp_path)
    assert catalogue.indicators["kiosks"].order == len(catalogue.indicators) - 1
    assert language.phrases["kiosks"].verb == "có {n} ki-ốt"
    assert "dossiers_resolved" in catalogue.indicators


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("x: {noun: a, short: b}", "1:4", "exactly one of 'verb' and 'clause'"),
        ("x: {verb: tiếp nhận, noun: a, short: b}", "1:4", "no {n}"),
        ("x: {verb: có {n}}", "", "YAML"),
        ("x:\n  verb: 'a {n}'\n  noun: a\n  short: b\n  colour: red", "5:", "Extra inputs"),
    ],
)
def test_a_wrong_phrase_is_told_with_its_place(
    tmp_path: Path, text: str, place: str, said: str
) -> None:
    """An expert who edits the wording sees line and column of the mistake."""
    folder = tmp_path / "config" / "language"
    folder.mkdir(parents=True)
    (folder / "phrases.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as error:
        load_language(tmp_path)
    assert said in str(error.value)
    assert f"phrases.yaml:{place}" in str(error.value)


def test_a_remark_that_two_senses_share_is_written_out() -> None:
    """The name of a remark is for the file; a report, and the proof of it, know its words."""
    language = load_language()
    senses = [one for phrase in language.phrases.values() for one in phrase.senses]
    told = [one.remark for one in senses if one.remark]
    assert len(told) > len(set(told))
    of_terms = {words for name, words in language.usage.remarks.items() if name != "two_calendars"}
    assert set(told) == of_terms
