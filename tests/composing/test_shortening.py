"""A briefing keeps to two pages: what it gives up, in which order, and that it says so."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pypdfium2 as pdfium
import pytest

from generator.cli.app import run
from generator.composing.shortening import Kept, Room, Spare, spare_of_briefing
from generator.facts.derived import difference
from generator.model.finding import Finding, Severity
from generator.report.measures import Highlight, HighlightKind, Measured
from generator.report.model import Change
from tests.comparisons.wording import LANGUAGE
from tests.hard_cases.making import pdf_text
from tests.material import CATALOGUE, made_fact, year
from tests.shipped import config_of

ALL = "[bac-giang, binh-duong, binh-thuan]"
LEFT_OUT = "Trong khuôn khổ bản tóm tắt, báo cáo không nêu"


def briefing(folder: Path, provinces: str, periods: str) -> Path:
    """Build the shipped briefing of other places and times on a later day; return its PDF."""
    lines = {"provinces": provinces, "periods": periods, "  date": "2024-08-15"}
    out = folder / "out"
    path = config_of(folder, "ban-tin", **lines)
    forms = ["--format", "pdf,docx", "--output", str(out), "--jobs", "1", "--quiet"]
    assert run(["build", str(path), *forms]) == 0
    return out / "ban-tin.pdf"


def pages(path: Path) -> int:
    """Return how many pages a PDF has."""
    with pdfium.PdfDocument(path) as pdf:
        return len(pdf)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("provinces", "periods"),
    [
        (ALL, "[2022..2024-H1]"),
        pytest.param(ALL, "[2022..2023]", marks=pytest.mark.full),
        ("[binh-thuan]", "[2023]"),
    ],
)
def test_no_briefing_has_a_third_page(tmp_path: Path, provinces: str, periods: str) -> None:
    """What does not fit is left out whole, no sentence cut; one line says that something was."""
    made = briefing(tmp_path, provinces, periods)
    assert pages(made) == 2
    text = pdf_text(made)
    assert LEFT_OUT in text
    assert "…" not in text
    assert "./." in text


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("provinces", "periods"), [("[binh-duong]", "[2023]"), ("[bac-giang]", "[2022]")]
)
def test_a_briefing_that_fits_leaves_nothing_out(
    tmp_path: Path, provinces: str, periods: str
) -> None:
    """Nothing had to be given up, so nothing is said of it."""
    made = briefing(tmp_path, provinces, periods)
    assert pages(made) == 2
    assert LEFT_OUT not in pdf_text(made)


def test_what_is_noted_on_a_shown_figure_outlives_other_notes(tmp_path: Path) -> None:
    """The doubt about a rank that is printed stays; that about an unseen count goes first."""
    text = pdf_text(briefing(tmp_path, ALL, "[2023]"))
    assert "55/63" in text
    assert "Báo cáo ghi hạng 55/63 theo nguồn" in text
    assert "731 dịch vụ" not in text


def test_things_are_given_up_in_the_order_they_are_offered() -> None:
    """A template asks for each list what is kept of it."""
    first, second, third = ["a"], ["b"], ["c"]
    room = Room((0, 1))
    kept = room.within(2, (Spare("x", second), Spare("x", first), Spare("y", third)))
    assert kept.of([first, second, third]) == (third,)
    assert kept.left_out == ("x",)
    assert (room.pages, room.spare) == (2, 3)


def test_what_needs_attention_keeps_its_doubts() -> None:
    """A contradiction that stands out is never given up, nor first a doubt about what is heeded."""
    facts = [made_fact("dossiers_late", str(n), year(2023), start=9 * n) for n in (40, 50, 60)]
    grave, seen, unseen = (
        Finding("mau", Severity.WARNING, "Số liệu lệch.", "", (fact,)) for fact in facts
    )
    shown = Highlight(HighlightKind.CONTRADICTION, good=False, finding=grave)
    heeded = Highlight(HighlightKind.OUTSTANDING, good=False, fact=facts[1])
    model = SimpleNamespace(
        measured=Measured(highlights=(shown,), heeded=(heeded,)),
        findings=(grave, seen, unseen),
        **dict.fromkeys(("changes", "appendix", "limits", "causes"), ()),
    )
    spare = spare_of_briefing(model, (), [], (), (), LANGUAGE)  # type: ignore[arg-type]  # in part
    assert [one.item for one in spare] == [unseen, seen]


def test_the_largest_change_outlives_those_of_the_first_places() -> None:
    """Changes are given up the smallest first, whichever place comes first."""
    sizes = [("an-giang", "101"), ("ca-mau", "130"), ("gia-lai", "96")]
    found = []
    for at, (slug, now) in enumerate(sizes):
        later = made_fact("dossiers_late", now, year(2023), place=slug, start=90 + 9 * at)
        earlier = made_fact("dossiers_late", "100", year(2022), place=slug, start=9 * at)
        by = difference(earlier, later, CATALOGUE.indicators["dossiers_late"])
        assert by is not None
        place, indicator = CATALOGUE.places[slug], CATALOGUE.indicators["dossiers_late"]
        found.append(Change(place, indicator, later, earlier, by))
    names = ("findings", "appendix", "limits", "causes")
    model = SimpleNamespace(measured=Measured(), changes=tuple(found), **dict.fromkeys(names, ()))
    spare = spare_of_briefing(model, (), [], (), (), LANGUAGE)  # type: ignore[arg-type]  # in part
    assert [one.item for one in spare] == [found[0], found[2]]


def test_equal_things_are_told_apart() -> None:
    """Only the very thing that was offered is given up."""
    one, other = ["a"], ["a"]
    assert Kept((Spare("x", one),)).of([one, other]) == (other,)
