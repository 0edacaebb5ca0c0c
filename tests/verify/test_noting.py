"""The notes on the data after a correction by a person: pointer, row and note hold each other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli.app import run
from generator.facts.lineage import digest
from generator.verify.figures import check_figures
from generator.verify.lineage import Lineage
from generator.verify.noting import _tells, noting_objections
from generator.verify.reading.file import read_file
from generator.verify.reading.text import squeezed
from tests.verify import rewording
from tests.verify.hiding import DOCUMENT, docx_with
from tests.verify.making import Tree
from tests.verify.mutating import W
from tests.verify.test_tracing import corrected

TOTAL = ("với 1.836/1.836 TTHC, đạt tỷ lệ 100%", "procedures_published", "1940, total: 1940")
POINTER = "xem ghi chú tại Phụ lục II"
NAME = "bao-cao-tinh-binh-thuan"


@pytest.fixture(scope="module")
def amended(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of a province with a corrected total, by suffix."""
    folder = corrected(tmp_path_factory.mktemp("amended") / "project", TOTAL)
    config, output = folder / "config/reports/bao-cao-tinh.yaml", folder / "after"
    options = ["--format", "docx,pdf,html", "--jobs", "1", "--quiet", "--output", str(output)]
    assert run(["build", str(config), *options]) == 0
    return {path.suffix: path for path in output.glob(f"{NAME}.*")}


def content_of(path: Path) -> Tree:
    """Return the trace of a file."""
    found: Tree = json.loads(read_file(path.read_bytes(), path.name).lineage)
    return found


def objections(content: Tree) -> list[str]:
    """Return what the notes of a forged trace are objected to."""
    one = Lineage.parse(json.dumps({**content, "digest": digest(content)}), "a.html")
    return [found.message for found in noting_objections(one)]


def place(content: Tree, words: str, kind: str = "paragraph") -> int:
    """Return where the unit with some words stands."""
    units = enumerate(content["printed"])
    return next(at for at, one in units if one["kind"] == kind and words in plain(one))


def plain(unit: Tree) -> str:
    """Return the text of a unit with plain blanks."""
    return str(unit["text"]).replace("\u00a0", " ")


def said(unit: Tree, old: str, new: str) -> None:
    """Let a unit say something else, the numbers behind it moved along."""
    at = plain(unit).index(old)
    unit["text"] = unit["text"][:at] + new + unit["text"][at + len(old) :]
    moved = len(new) - len(old)
    for part in ("marks", "own"):
        for span in unit.get(part, ()):
            if span[0] >= at + len(old):
                span[:2] = [span[0] + moved, span[1] + moved]


def edit(words: str, old: str, new: str, kind: str = "paragraph") -> Callable[[Tree], None]:
    """Return what changes the words of a unit."""
    return lambda content: said(content["printed"][place(content, words, kind)], old, new)


def without(words: str) -> Callable[[Tree], None]:
    """Return what takes a paragraph away."""
    return lambda content: content["printed"].pop(place(content, words)) and None


def moved(content: Tree) -> None:
    """Let the pointer stand behind another sentence."""
    said(content["printed"][place(content, POINTER)], f" ({POINTER})", "")
    other = place(content, "phản ánh, kiến nghị")
    unit = content["printed"][other]
    said(unit, ".", f" ({POINTER}).") if plain(unit).count(".") == 1 else unit.update(
        text=f"{unit['text'].rstrip('.')} ({POINTER})."
    )


def turned(content: Tree) -> None:
    """Let two notes change places."""
    first, second = place(content, "1. Chỉ tiêu"), place(content, "2. Chỉ tiêu")
    units = content["printed"]
    units[first], units[second] = units[second], units[first]


FORGED: dict[str, Callable[[Tree], None]] = {
    "no pointer": edit(POINTER, f" ({POINTER})", ""),
    "pointer to the data": edit(POINTER, "Phụ lục II", "Phụ lục I"),
    "pointer to the sources": edit(POINTER, "Phụ lục II", "Phụ lục III"),
    "pointer elsewhere": moved,
    "no note on the correction": without("qua rà soát, điều chỉnh thành"),
    "no note on the sum": without("trong khi cộng số liệu"),
    "another person": edit("qua rà soát, điều chỉnh", "Nguyễn Văn A", "Trần Văn B"),
    "another reason": edit("qua rà soát, điều chỉnh", "đối chiếu sổ", "theo yêu cầu"),
    "no computation": edit("qua rà soát, điều chỉnh", "1.836 ≠ 1.940", "1.836"),
    "another source": edit("qua rà soát, điều chỉnh", "(tài liệu [1])", "(tài liệu [2])"),
    "another place": edit("qua rà soát, điều chỉnh", "Bình Thuận", "Bình Dương"),
    "notes turned": turned,
    "row not marked": edit("(đã điều chỉnh)", " (đã điều chỉnh)", "", "cell"),
    "row marked otherwise": edit("(đã điều chỉnh)", "đã điều chỉnh", "đã rà soát", "cell"),
}


@pytest.mark.parametrize("name", FORGED)
def test_what_text_and_trace_say_alike_is_found(amended: dict[str, Path], name: str) -> None:
    """A pointer, a row or a note that is gone, moved or changed contradicts the findings."""
    content = content_of(amended[".html"])
    assert objections(content) == []
    FORGED[name](content)
    assert objections(content)


def test_a_row_that_nobody_decided_is_not_marked(amended: dict[str, Path]) -> None:
    """What says “(đã điều chỉnh)” behind a figure without a decision is found."""
    content = content_of(amended[".html"])
    row = next(
        one for one in content["printed"] if one.get("table") == "so-lieu" and one.get("marks")
    )
    row["text"] += " (đã điều chỉnh)"
    assert objections(content)


def pages(page: str) -> Iterator[str]:
    """Yield copies of an HTML file without pointer, with another one, with another note."""
    pointer = re.compile(r" \(xem ghi chú tại <a[^>]*>[^<]*</a>\)")
    assert pointer.search(page)
    yield pointer.sub("", page, count=1)
    yield re.sub(r"(xem ghi chú tại <a[^>]*>)[^<]*", "\\g<1>Phụ lục\u00a0III", page, count=1)
    yield re.sub(
        r"<p[^>]*>(?:(?!</p>).)*điều chỉnh thành.*?</p>", "", page, count=1, flags=re.DOTALL
    )
    yield page.replace("điều chỉnh thành", "giữ nguyên thành", 1)
    yield page.replace(" (đã điều chỉnh)", "", 1)


def test_a_page_with_another_note_is_not_proved(amended: dict[str, Path]) -> None:
    """What only the text of an HTML file says is found."""
    page = amended[".html"].read_text("utf-8")
    head, script, data = page.partition('<script type="application/json"')
    assert not check_figures(page.encode(), "a.html")
    for at, changed in enumerate(pages(head)):
        assert changed != head, at
        assert check_figures((changed + script + data).encode(), "a.html"), at


def test_a_document_with_another_note_is_not_proved(amended: dict[str, Path]) -> None:
    """What only the text of a DOCX says is found, a paragraph that is gone, too."""
    data = amended[".docx"].read_bytes()
    assert not check_figures(data, "a.docx")

    def edit_text(old: str, new: str) -> Callable[[Any], None]:
        def change(root: Any) -> None:
            node = next(one for one in root.iter(f"{W}t") if one.text and old in one.text)
            node.text = node.text.replace(old, new, 1)

        return change

    def drop(root: Any) -> None:
        paragraphs = root.iter(f"{W}p")
        note = next(p for p in paragraphs if "điều chỉnh thành" in "".join(p.itertext()))
        note.getparent().remove(note)

    changes = [edit_text("xem ghi chú tại", ""), edit_text("điều chỉnh thành", "giữ"), drop]
    changes.append(edit_text("(đã điều chỉnh)", ""))
    for at, change in enumerate(changes):
        assert check_figures(docx_with(data, DOCUMENT, change), "a.docx"), at


def test_a_printed_report_with_another_note_is_not_proved(amended: dict[str, Path]) -> None:
    """What only the letters of a PDF say is found."""
    data = amended[".pdf"].read_bytes()
    assert not check_figures(data, "a.pdf")
    with rewording.pikepdf.open(amended[".pdf"]) as file:
        lines = list(rewording._lines(file))
    wanted = ("xem ghi chú", "điều chỉnh thành", "(đã điều", "rà soát")
    changed = 0
    for number, at, known, text in lines:
        word = next((one for one in wanted if one in text), "")
        if word:
            left = text.replace(word, "")
            glyphs = {letters: glyph for glyph, letters in known.items()}
            shown = bytes.fromhex("".join(glyphs[letter] for letter in left))
            assert check_figures(rewording._with_line(data, number, at, shown), "a.pdf"), text
            changed += 1
    assert changed >= 3


@pytest.mark.parametrize(
    ("message", "text", "same"),
    [
        (
            "Chỉ tiêu “Hồ sơ” của UBND tỉnh A là 5.",
            "Chỉ tiêu “Hồ sơ” của Ủy ban nhân dân (UBND) tỉnh A là 5.",
            True,
        ),
        (
            "Chỉ tiêu “Hồ sơ” của Ủy ban nhân dân tỉnh A là 5.",
            "Chỉ tiêu “Hồ sơ” của UBND tỉnh A là 5.",
            True,
        ),
        ("Chỉ tiêu hồ sơ TTHC tiếp nhận là 5.", "Chỉ tiêu hồ sơ TTHC giải quyết là 5.", False),
        ("Chỉ tiêu hồ sơ TTHC nhận là 5.", "Chỉ tiêu hồ sơ UBND nhận là 5.", False),
        ("Chỉ tiêu là 5 TTHC của tỉnh.", "Chỉ tiêu là 6 TTHC của tỉnh.", False),
    ],
)
def test_a_note_differs_from_its_finding_by_abbreviations_only(
    message: str, text: str, *, same: bool
) -> None:
    """An abbreviation stands for its own words; it lets no other word pass beside it."""
    assert _tells(squeezed(text), text, squeezed(message).rstrip("."), message) is same
