"""Which figures a briefing opens with, and where it says what needs attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import load_language
from generator.cli.app import run
from generator.composing.cards import key_figures
from generator.config.values import Comparison as Basis
from generator.facts import FactBase
from generator.model.fact import NATION, Fact
from generator.report import build_report
from generator.report.model import ReportModel
from tests.comparisons.wording import rendered
from tests.hard_cases.making import html_text, page_text, project
from tests.material import CATALOGUE, job, made_fact, year

LANGUAGE = load_language()
PLACES = ("an-giang", "bac-giang", "binh-duong", "binh-thuan", "can-tho")


def briefing(*facts: Fact, places: tuple[str, ...] = PLACES) -> ReportModel:
    """Return the model of a briefing on 2023."""
    made = job(places=places, periods=(year(2023),), issued=date(2024, 1, 15))
    config = replace(made.config, compare=(Basis.PREVIOUS_YEAR,))
    base = FactBase.of(facts)
    return build_report(replace(made, config=config), base, (), (), CATALOGUE, LANGUAGE)


def cards(*facts: Fact, places: tuple[str, ...] = PLACES, most: int = 6) -> list[tuple[str, str]]:
    """Return indicator and place of the cards of a briefing on 2023."""
    chosen = key_figures(briefing(*facts, places=places), LANGUAGE, most)
    return [(claim.indicator.id, claim.fact.place) for claim in chosen]


def of_2023(indicator: str, *values: str) -> list[Fact]:
    """Return one figure of each place, as many as there are values."""
    return [
        made_fact(indicator, value, year(2023), place=slug, start=len(indicator) * 40 + 9 * at)
        for at, (slug, value) in enumerate(zip(PLACES, values, strict=False))
    ]


RATES = of_2023("dossiers_on_time_rate", "96", "95", "99", "90", "94")


def test_what_stands_out_comes_before_the_alphabet() -> None:
    """The fall that needs attention, then the best, the last, then by name."""
    before = made_fact("dossiers_on_time_rate", "98", year(2022), place="can-tho", doc="truoc")
    order = [place for _, place in cards(*RATES, before)]
    assert order == ["can-tho", "binh-duong", "binh-thuan", "an-giang", "bac-giang"]
    assert [place for _, place in cards(*reversed(RATES), before)] == order


def test_without_anything_that_stands_out_the_ends_come_first() -> None:
    """Of rates the highest and the lowest, of counts the largest."""
    assert [place for _, place in cards(*RATES)][:2] == ["binh-duong", "binh-thuan"]
    counts = of_2023("dossiers_received", "200", "900", "300")
    assert [place for _, place in cards(*counts)] == ["bac-giang", "an-giang", "binh-duong"]


def test_a_card_of_one_end_of_an_order_says_so() -> None:
    """The lowest of three is not taken for what the others have; those between say nothing."""
    rates = of_2023("dossiers_on_time_rate", "96", "95", "99")
    late = of_2023("dossiers_late_rate", "3", "3", "2")
    model = briefing(*rates, *late)
    told = {
        (claim.indicator.id, claim.fact.place): rendered(
            "it.end_of(claim)", "peers", model=model, claim=claim
        )
        for claim in key_figures(model, LANGUAGE, 6)
    }
    rate, other = "dossiers_on_time_rate", "dossiers_late_rate"
    assert told[rate, "binh-duong"] == "; cao nhất trong 3 địa phương"
    assert told[rate, "bac-giang"] == "; thấp nhất trong 3 địa phương"
    assert told[rate, "an-giang"] == ""
    ends = {name: text for name, text in told.items() if name[0] == other}
    assert all(
        text.startswith("; cùng cao nhất") for (_, at), text in ends.items() if at != "binh-duong"
    )


def test_each_indicator_has_a_card_in_turn() -> None:
    """Three provinces' figures of one indicator do not fill all cards."""
    received = of_2023("dossiers_received", "200", "900", "300")
    found = cards(*received, *RATES, most=4)
    assert [name for name, _ in found] == ["dossiers_received", "dossiers_on_time_rate"] * 2


def test_a_rate_that_two_counts_give_has_a_card() -> None:
    """Where no source prints the rate of a province: 9 of 10 on time, beside a printed 96 %."""
    counts = [
        made_fact(name, value, year(2023), place="bac-giang", doc="hai-so", start=500 + 20 * at)
        for at, (name, value) in enumerate((("dossiers_on_time", "9"), ("dossiers_resolved", "10")))
    ]
    found = cards(*of_2023("dossiers_on_time_rate", "96"), *counts)
    assert ("dossiers_on_time_rate", "an-giang") in found
    assert ("dossiers_on_time_rate", "bac-giang") in found
    printed = made_fact("dossiers_on_time_rate", "90", year(2023), place="bac-giang", start=900)
    both = cards(*of_2023("dossiers_on_time_rate", "96"), *counts, printed)
    assert both.count(("dossiers_on_time_rate", "bac-giang")) == 1


def test_the_country_comes_first() -> None:
    """Its figures fill the cards before those of several provinces."""
    country = made_fact("online_payments", "500", year(2023), place=NATION, start=900)
    found = cards(*RATES, country)
    assert found[0] == ("online_payments", NATION)
    assert len(found) == 6


def test_the_cards_of_one_place_stand_together() -> None:
    """Each place behind the other, in the order in which the first figure of each was chosen."""
    received = of_2023("dossiers_received", "200", "900", "300")
    rates = of_2023("dossiers_on_time_rate", "96", "99", "94")
    online = of_2023("online_dossiers_rate", "70", "60", "50")
    order = [place for _, place in cards(*received, *rates, *online)]
    assert order == ["an-giang"] * 2 + ["bac-giang"] * 2 + ["binh-duong"] * 2
    nation = made_fact("dossiers_received", "5000", year(2023), place=NATION, start=990)
    assert cards(*received, *rates, nation)[0] == ("dossiers_received", NATION)


def test_one_province_stands_beside_the_country() -> None:
    """In a briefing on it alone both are asked for by the order of the indicators."""
    country = made_fact("online_payments", "500", year(2023), place=NATION, start=900)
    received = made_fact("dossiers_received", "500", year(2023), start=950)
    found = cards(received, country, places=("binh-thuan",))
    assert found == [("dossiers_received", "binh-thuan"), ("online_payments", NATION)]


@pytest.mark.parametrize(("now", "is_bad"), [("90", True), ("99", False)])
def test_bad_news_has_its_own_section(tmp_path: Path, now: str, is_bad: bool) -> None:  # noqa: FBT001
    """A change for the better stands among the changes, one for the worse behind them."""
    rate = "Năm {}, tỷ lệ hồ sơ giải quyết đúng hạn của tỉnh Bình Thuận đạt {}%."
    text = f"{rate.format(2023, now)}\n{rate.format(2022, 95)}\n\nTồn tại, hạn chế\n\n"
    manifest = (
        "documents:\n  - {id: mot, file: mot.txt, title: Bài một, publisher: Báo Một,"
        " published: 2024-01-08, place: binh-thuan}\n"
    )
    config = (
        'letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2024-01-31}\n'
        "formats: [html]\nsources: [nguon]\nperiods: [2023]\ncompare: [previous-year]\n"
        "template: ban-tin\nprovinces: [binh-thuan]\n"
    )
    limit = "Việc số hóa hồ sơ thủ tục hành chính tại một số xã còn chậm.\n"
    files = {"nguon/manifest.yaml": manifest, "nguon/mot.txt": text + limit}
    path = project(tmp_path, config, files)
    assert run(["build", str(path), "--output", str(tmp_path / "o"), "--jobs", "1", "--quiet"]) == 0
    shown = html_text(tmp_path / "o" / "thu.html")
    told = shown.index("điểm phần trăm so với năm 2022")
    if is_bad:
        assert "THAY ĐỔI SO VỚI" not in shown
        assert shown.index("VẤN ĐỀ CẦN QUAN TÂM") < told < shown.index("TỒN TẠI, HẠN CHẾ")
    else:
        assert "VẤN ĐỀ CẦN QUAN TÂM" not in shown
        assert shown.index("THAY ĐỔI SO VỚI") < told < shown.index("TỒN TẠI, HẠN CHẾ")
    assert "KẾT QUẢ CHỦ YẾU" not in shown
    assert "Cần quan tâm:" not in shown


def test_each_card_names_its_place_where_they_differ(tmp_path: Path) -> None:
    """The country's count beside a province's; a body that its label names is none of them."""
    config = (
        'letterhead: {issuer: BỘ MẪU, number: "…/BC-BM", place: Hà Nội, date: 2024-01-31}\n'
        "formats: [html]\nsources: [nguon]\nperiods: [2023]\ntemplate: ban-tin\n"
        "provinces: [binh-thuan]\n"
    )
    text = (
        "Cải cách thủ tục hành chính\n\nNăm 2023, cả nước có 1.250 thủ tục hành chính được phân"
        " cấp giải quyết.\n"
    )
    own = "Năm 2023, tỉnh Bình Thuận tiếp nhận 52.000 hồ sơ thủ tục hành chính.\n"
    country = page_text(tmp_path / "mot", config, {"nguon/mot.txt": text})
    both = page_text(tmp_path / "hai", config, {"nguon/mot.txt": f"{text}\n{own}"})
    label = "TTHC do bộ, cơ quan phân cấp giải quyết"
    assert f"{label}Năm 2023" in country
    assert f"{label}Cả nước, năm 2023" in both
    assert "Hồ sơ tiếp nhậnBình Thuận, năm 2023" in both
    other = own.replace("Bình Thuận", "Bắc Giang").replace("52", "48")
    places = config.replace("[binh-thuan]", "[binh-thuan, bac-giang]")
    three = page_text(tmp_path / "ba", places, {"nguon/mot.txt": f"{text}\n{own}\n{other}"})
    assert f"Cả nước: {label}Năm 2023" in three
    assert "Bình Thuận: hồ sơ tiếp nhậnNăm 2023" in three
