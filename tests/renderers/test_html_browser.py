"""The screen file in a real browser: clicks, keys, a phone's width, a screen reader."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from generator.cli.app import run
from generator.model.document import ChartFigure, FigureText, Paragraph, Text
from generator.paths import shipped_root
from generator.renderers import html
from tests.renderers.chromium import Page, browser
from tests.renderers.sample_document import charts, sample

pytestmark = pytest.mark.full
NUMBER = 'button[popovertarget="lineage-c1003"]'
OPEN = "document.querySelectorAll('.lineage:popover-open').length"
TOLD = "document.querySelector('.lineage:popover-open')?.innerText ?? ''"
PHONE, DESK = 360, 1200
TARGETS = "[...document.querySelectorAll('main button, main a')].filter(e => e.offsetWidth)"
# what stands 11 px beside the middle is the target itself, or another one that touches it
IS_WIDE = """one => {
    one.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    const box = one.getClientRects()[0];
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    return [[-11, 0], [11, 0], [0, -11], [0, 11]].every(([right, down]) => {
        if (x + right < 0 || x + right >= innerWidth) return true;
        const met = document.elementFromPoint(x + right, y + down);
        return met && met.closest('button, a') !== null;
    });
}"""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all tests of this file."""
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The screen file of the sample."""
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_bytes(html.render(sample()))
    return path


def test_a_click_shows_sentence_document_rule_and_formula(chromium: Page, file: Path) -> None:
    """The box of a computed number opens by the mouse and tells all that is known."""
    chromium.open(file, DESK)
    assert chromium.value(OPEN) == 0
    chromium.click(NUMBER)
    assert chromium.value(OPEN) == 1
    told = chromium.value(TOLD)
    assert "34,44%" in told
    assert "Cách tính: (141.561 - 105.300) / 105.300 × 100" in told
    assert "Tỉnh Mẫu A tiếp nhận 141.561 hồ sơ trong 6 tháng đầu năm 2024." in told
    assert "Bài viết mẫu" in told
    assert "Quy tắc trích: quy-tac-mau" in told


def test_the_keyboard_opens_and_closes_a_box(chromium: Page, file: Path) -> None:
    """Tab reaches a number, Enter opens its box and gives it the focus, Escape returns."""
    chromium.open(file, DESK)
    reached = "document.activeElement.matches('button.figure')"
    for _ in range(60):
        chromium.press("Tab")
        if chromium.value(reached):
            break
    assert chromium.value(reached)
    chromium.press("Enter")
    assert chromium.value(OPEN) == 1
    assert chromium.value("document.activeElement.matches('.lineage:popover-open')")
    chromium.press("Escape")
    assert chromium.value(OPEN) == 0
    assert chromium.value(reached)


def test_the_button_of_a_box_closes_it(chromium: Page, file: Path) -> None:
    """A finger needs no Escape: the box has a button of its own."""
    chromium.open(file, PHONE)
    chromium.click(NUMBER)
    chromium.click(".lineage:popover-open .close")
    assert chromium.value(OPEN) == 0


@pytest.mark.parametrize("width", [320, PHONE, 768, DESK])
def test_nothing_is_wider_than_the_window(chromium: Page, file: Path, width: int) -> None:
    """Only tables scroll to the side, within themselves; the page never does."""
    chromium.open(file, width)
    assert chromium.value("document.documentElement.scrollWidth") <= width
    chromium.click(NUMBER)
    right = chromium.value(
        "document.querySelector('.lineage:popover-open').getBoundingClientRect().right"
    )
    assert right <= width


def test_a_finger_meets_every_number_and_link(chromium: Page, file: Path) -> None:
    """On a phone each is 24 px wide and high for a finger, however short its text is."""
    chromium.open(file, PHONE)
    assert chromium.value(f"{TARGETS}.length") > 10
    assert chromium.value(f"{TARGETS}.filter(one => !({IS_WIDE})(one)).length") == 0


def test_a_line_never_ends_between_a_number_and_its_bracket(chromium: Page, tmp_path: Path) -> None:
    """A number that is a button stands on the line of what touches it, wherever that is."""
    number = FigureText("+34,44%", "c1003")
    pairs = [(Text(f"), {'a' * at} (đạt "), number) for at in range(40)]
    pieces = [piece for pair in pairs for piece in pair]
    path = tmp_path / "lines.html"
    path.write_bytes(html.render(replace(sample(), blocks=(Paragraph(tuple(pieces)),))))
    chromium.open(path, PHONE)
    heights = "[...document.querySelectorAll('.whole')].map(e => e.getBoundingClientRect().height)"
    lines = chromium.value(heights)
    assert len(lines) == 39  # behind the last number stands nothing
    assert max(lines) == min(lines)


def test_a_screen_reader_meets_names_and_roles(chromium: Page, file: Path) -> None:
    """Numbers are buttons with their number as name, tables and charts have theirs."""
    chromium.open(file, DESK)
    nodes = chromium.accessible()
    assert ("button", "+34,44%") in nodes
    assert any(role == "image" and name for role, name in nodes)
    assert all(name for role, name in nodes if role in {"button", "image", "link", "region"})
    assert [role for role, _ in nodes].count("main") == 1
    chromium.click(NUMBER)
    dialogs = [name for role, name in chromium.accessible() if role == "dialog"]
    assert dialogs == ["34,44%"]


def test_the_page_runs_no_script_and_logs_nothing(chromium: Page, file: Path) -> None:
    """All is done by the browser itself: the only script element holds data."""
    chromium.open(file, DESK)
    kinds = "[...document.scripts].map(s => s.type).join()"
    assert chromium.value(kinds) == "application/json"
    assert chromium.value("performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_the_state_title_stands_on_one_line(chromium: Page, file: Path, width: int) -> None:
    """No window of a phone breaks it before its last word."""
    chromium.open(file, width)
    lines = (
        "[...new Set([...document.querySelector('.quoc-hieu').getClientRects()].map(r => r.top))]"
    )
    box = chromium.value("document.querySelector('.quoc-hieu').getBoundingClientRect().toJSON()")
    letter = chromium.value(
        "parseFloat(getComputedStyle(document.querySelector('.quoc-hieu')).fontSize)"
    )
    assert chromium.value(f"{lines}.length") == 1
    assert box["height"] < 2 * 1.5 * letter
    assert box["left"] >= 0
    assert box["right"] <= width


def test_a_desk_shows_whole_tables(chromium: Page, file: Path) -> None:
    """Where there is room, no table has to be moved sideways; on a phone it may."""
    chromium.open(file, DESK)
    hidden = "[...document.querySelectorAll('.scroll')].map(e => e.scrollWidth - e.clientWidth)"
    assert all(over <= 1 for over in chromium.value(hidden))


def test_a_phone_shows_whole_charts_in_letters_that_are_read(
    chromium: Page, tmp_path: Path
) -> None:
    """No chart is moved sideways: bars, values and legend are in sight, 11 px high at least."""
    path = tmp_path / "charts.html"
    blocks = tuple(
        ChartFigure(one.id, one, f"Biểu đồ {at}", "Mẫu") for at, one in enumerate(charts(), start=1)
    )
    path.write_bytes(html.render(replace(sample(), blocks=blocks)))
    chromium.open(path, PHONE)
    letters = "[...document.querySelectorAll('figure.chart svg text')]"
    rights = chromium.value(f"{letters}.map(e => e.getBoundingClientRect().right)")
    assert len(rights) > 20
    assert max(rights) <= PHONE
    heights = chromium.value(f"{letters}.map(e => e.getBoundingClientRect().height)")
    assert min(heights) >= 9
    scrolled = "document.querySelectorAll('figure.chart .scroll').length"
    assert chromium.value(scrolled) == 0


@pytest.mark.parametrize("name", ["ban-tin.yaml", "ban-tin-bo-nganh.yaml"])
def test_a_briefing_is_printed_on_two_pages(chromium: Page, tmp_path: Path, name: str) -> None:
    """Paper has the margins of the decree; the signature never stands alone."""
    folder = (
        "config/reports" if name == "ban-tin.yaml" else "config/examples/bo-nganh/config/reports"
    )
    arguments = ["--format", "html", "--output", str(tmp_path), "--jobs", "1", "--quiet"]
    assert run(["build", str(shipped_root() / folder / name), *arguments]) == 0
    chromium.open(next(tmp_path.glob("*.html")), DESK)
    with pdfium.PdfDocument(chromium.printed()) as pdf:
        assert len(pdf) == 2
        page = pdf[1]
        words = page.get_textpage()
        assert "./." in words.get_text_bounded()
        lefts = [words.get_charbox(at)[0] for at in range(words.count_chars())]
        assert min(lefts) >= 30 / 25.4 * 72 - 1
