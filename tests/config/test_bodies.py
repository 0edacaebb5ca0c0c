"""Ministries and central agencies as the places of a config."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.config import ReportConfig, json_schema, make_plan
from generator.errors import ConfigErrors
from tests.config.conftest import TEMPLATES, Load

HEAD = "template: so-ket\nperiods: [2025]\n"


def slugs(config: ReportConfig) -> list[str]:
    """Return the places of a config in their order."""
    return [place.slug for place in config.places]


@pytest.mark.parametrize(
    "spelling",
    ["bo-tu-phap", "Bộ Tư pháp", "bộ tư pháp", "BỘ TƯ PHÁP", "BTP", "btp", "Bo Tu phap"],
)
def test_a_body_is_known_in_any_spelling(load: Load, spelling: str) -> None:
    """Name, alias and slug mean the same, whatever their case and diacritics."""
    assert slugs(load(f"{HEAD}bodies: [{spelling}]\n")) == ["bo-tu-phap"]


def test_bodies_need_no_provinces(load: Load) -> None:
    """Either key may be left out; bodies come first, each kind by the alphabet."""
    text = 'bodies: ["Bộ VH,TT&DL", BNV, Đài Truyền hình Việt Nam]\n'
    ministries = ["bo-noi-vu", "bo-van-hoa-the-thao-va-du-lich", "dai-truyen-hinh-viet-nam"]
    assert slugs(load(HEAD + text)) == ministries
    both = load(f"{HEAD}provinces: [quang-ngai, an-giang]\n{text}")
    assert slugs(both) == [*ministries, "an-giang", "quang-ngai"]


def test_all_bodies_are_those_of_the_last_day(load: Load) -> None:
    """Before March 2025 with the ministries that were merged then, since without them."""
    now = slugs(load(f"{HEAD}bodies: all\n"))
    before = slugs(load("template: so-ket\nperiods: [2024]\nbodies: all\n"))
    assert {"bo-xay-dung", "bo-nong-nghiep-va-moi-truong"} <= set(now)
    assert "bo-giao-thong-van-tai" not in now
    assert {"bo-xay-dung", "bo-giao-thong-van-tai", "uy-ban-dan-toc"} <= set(before)
    assert "bo-nong-nghiep-va-moi-truong" not in before
    assert not {"quoc-gia", "ha-noi"} & {*now, *before}


def test_a_marked_body_is_one_of_the_bodies(load: Load) -> None:
    """It may be written as it likes; one that the report does not cover is an error."""
    text = f"{HEAD}bodies: [Bộ Tư pháp, bo-noi-vu]\n"
    assert [one.slug for one in load(f"{text}marked: [BTP]\n").marked] == ["bo-tu-phap"]
    with pytest.raises(ConfigErrors) as caught:
        load(f"{text}marked: [bo-y-te]\n")
    (error,) = caught.value.errors
    said = "example.yaml:4:10: the marked body 'bo-y-te' is none of the bodies of this config"
    assert said in str(error)


def test_the_schema_takes_either_key(catalogue: Catalogue) -> None:
    """One of the two is needed; the slugs of bodies are examples, since names are right, too."""
    schema = json_schema(catalogue, TEMPLATES)
    assert schema["anyOf"] == [{"required": ["provinces"]}, {"required": ["bodies"]}]
    whole, listed = schema["properties"]["bodies"]["anyOf"]
    assert whole == {"const": "all"}
    assert "bo-tu-phap" in listed["items"]["examples"]
    assert "enum" not in listed["items"]


def test_the_command_line_narrows_to_a_body(load: Load, catalogue: Catalogue) -> None:
    """One document for each place; the names in braces are those of the body."""
    text = "scope: each\nbodies: [BTP]\nprovinces: [an-giang]\nletterhead: {issuer: '{PLACE}'}\n"
    config = load(HEAD + text)
    every = make_plan([config], catalogue, output_dir=Path("output"))
    assert [job.name for job in every.jobs] == ["example-bo-tu-phap", "example-an-giang"]
    chosen = make_plan([config], catalogue, provinces=["bo-tu-phap"], output_dir=Path("output"))
    assert [job.config.letterhead.issuer for job in chosen.jobs] == ["BỘ TƯ PHÁP"]
