"""Files that read right and look wrong: letters, places, blanks and layers that were forged."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from generator.verify.figures import check_figures
from tests.verify import hiding
from tests.verify.making import file_named
from tests.verify.mutating import W

NAME = "bao-cao-tinh-binh-thuan"
Instructions = list[list]


def of_kind(finished: tuple[Path, ...], suffix: str) -> Path:
    """Return the report of a province in one format."""
    return file_named(finished, NAME + suffix)


def on_first(change: Callable[[Instructions], None]) -> Callable[[pikepdf.Pdf], None]:
    """Change the instructions of the first page that has what the change needs."""

    def spoil(file: pikepdf.Pdf) -> None:
        for number in range(len(file.pages)):
            with contextlib.suppress(LookupError):
                return on_page(number, change)(file)
        raise AssertionError("no number on any page")

    return spoil


def on_page(number: int, change: Callable[[Instructions], None]) -> Callable[[pikepdf.Pdf], None]:
    """Change the instructions of one page."""

    def spoil(file: pikepdf.Pdf) -> None:
        page = file.pages[number]
        whole = [list(one) for one in pikepdf.parse_content_stream(page)]
        change(whole)
        page.Contents = file.make_stream(pikepdf.unparse_content_stream(whole))

    return spoil


def digits_at(whole: Instructions) -> tuple[int, int]:
    """Return the first instruction that shows two digits, and where in it the first stands."""
    for at, (operands, operator) in enumerate(whole):
        shown = list(operands[0]) if str(operator) == "TJ" else []
        for n in range(len(shown) - 2):
            pair = [one for one in (shown[n], shown[n + 2]) if isinstance(one, pikepdf.String)]
            codes = [int.from_bytes(bytes(one), "big") for one in pair]
            if len(codes) == 2 and all(0x13 <= code <= 0x1C for code in codes):
                return at, n
    raise LookupError("no number on the page")


def parted(by: int) -> Callable[[Instructions], None]:
    """Move a digit away from the one before it, in thousandths of its size."""

    def change(whole: Instructions) -> None:
        at, n = digits_at(whole)
        shown = list(whole[at][0][0])
        shown[n + 1] = by
        whole[at][0] = [pikepdf.Array(shown)]

    return change


def squeezed(whole: Instructions) -> None:
    """Draw a number in letters that are too narrow to be told apart."""
    at, _ = digits_at(whole)
    whole.insert(at, [[10], pikepdf.Operator("Tz")])


def places_swapped(step: int) -> Callable[[Instructions], None]:
    """Let two texts stand in each other's place on the paper, not in the structure."""

    def change(whole: Instructions) -> None:
        places = [at for at, (_, operator) in enumerate(whole) if str(operator) == "Tm"]
        one, other = places[len(places) // 2], places[len(places) // 2 + step]
        first, second = list(whole[one][0]), list(whole[other][0])
        whole[one][0] = first[:4] + second[4:]
        whole[other][0] = second[:4] + first[4:]

    return change


def layered(file: pikepdf.Pdf) -> None:
    """Put every form into a layer that is off."""
    layer = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("x")))
    off = pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
    file.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=off)
    for one in file.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form":
            one.OC = layer


def glyphs_swapped(file: pikepdf.Pdf) -> None:
    """Draw each "3" as "8" and each "8" as "3"."""
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
            font = TTFont(io.BytesIO(one.FontFile2.read_bytes()), recalcBBoxes=False)
            names, glyphs = font.getGlyphOrder(), font["glyf"].glyphs
            first, second = names[0x16], names[0x1B]
            glyphs[first], glyphs[second] = glyphs[second], glyphs[first]
            out = io.BytesIO()
            font.save(out)
            one.FontFile2.write(out.getvalue())


def read_as_one(file: pikepdf.Pdf) -> None:
    """Let "7" and "1" both read as "1", where no "7" is printed on the way."""
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            table = one.ToUnicode.read_bytes().replace(b"<0057> <0074>", b"<0057> <006b>")
            one.ToUnicode.write(table)


FORGED: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a blank in a number": on_first(parted(-350)),
    "a wide blank in a number": on_first(parted(-900)),
    "a digit over another": on_first(parted(450)),
    "squeezed digits": on_first(squeezed),
    "neighbours in each other's place": on_page(0, places_swapped(1)),
    "lines in each other's place": on_page(0, places_swapped(3)),
    "cells in each other's place": on_page(1, places_swapped(3)),
    "a layer that is off": layered,
    "a three drawn as an eight": glyphs_swapped,
    "two glyphs of one letter": read_as_one,
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_page_is_found(finished: tuple[Path, ...], name: str) -> None:
    """A PDF whose text reads right though the paper shows something else is not proved."""
    path = of_kind(finished, ".pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), FORGED[name]), path.name)


def test_packed_objects_are_read(finished: tuple[Path, ...]) -> None:
    """A layer is found though what declares it is packed."""
    path = of_kind(finished, ".pdf")
    out = io.BytesIO()
    with pikepdf.open(path) as file:
        layered(file)
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/OCProperties" not in out.getvalue()
    messages = [one.message for one in check_figures(out.getvalue(), path.name)]
    assert "the file holds the entry /OCProperties" in messages


def test_swapped_glyphs_are_named(finished: tuple[Path, ...]) -> None:
    """The letters whose outlines were swapped are told, and no others."""
    path = of_kind(finished, ".pdf")
    found = check_figures(hiding.pdf_with(path.read_bytes(), glyphs_swapped), path.name)
    told = [one.message.partition(" in outlines")[0] for one in found]
    assert "the file holds “3”, “8”" in told
    assert {letter for one in told for letter in re.findall("“(.)”", one)} == {"3", "8"}
    assert all(one.startswith("the file holds “") for one in told)


# ---------------------------------------------------------------- blanks


def blanked(text: str) -> str:
    """Return a text with a blank in its first number of two digits."""
    return re.sub(r"(\d)(\d)", r"\1 \2", text, count=1)


def test_a_blank_in_a_number_of_a_word_file_is_found(finished: tuple[Path, ...]) -> None:
    """A blank in a number ("1 2345") is found in text, tables and notes of a DOCX."""
    path = of_kind(finished, ".docx")
    data, count = path.read_bytes(), 0
    for part in (hiding.DOCUMENT, "word/footnotes.xml"):
        root = hiding.docx_part(data, part)
        texts = [one.text or "" for one in root.iter(f"{W}t")]
        numbers = [at for at, text in enumerate(texts) if re.search(r"\d{2}", text)]
        for at in numbers[:: max(1, len(numbers) // 8)]:

            def change(node: hiding.Node, at: int = at) -> None:
                text = list(node.iter(f"{W}t"))[at]
                text.text = blanked(str(text.text))

            style = _style_of(root, at)
            if not style.startswith("TOC"):
                count += 1
                assert check_figures(hiding.docx_with(data, part, change), path.name), texts[at]
    assert count > 8


def _style_of(root: hiding.Node, at: int) -> str:
    """Return the style of the paragraph of a text: Word counts its own contents anew."""
    paragraph = next(list(root.iter(f"{W}t"))[at].iterancestors(f"{W}p"))
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def test_a_blank_in_a_number_of_a_page_is_found(finished: tuple[Path, ...]) -> None:
    """A blank in a number ("1 2345") is found in an HTML report."""
    path = of_kind(finished, ".html")
    page = path.read_text("utf-8")
    numbers = list(re.finditer(r"(<data [^>]*>)([^<]*\d{2}[^<]*)(</data>)", page))
    for one in numbers[:: max(1, len(numbers) // 8)]:
        text = page[: one.start(2)] + blanked(one[2]) + page[one.end(2) :]
        assert check_figures(text.encode(), path.name), one[2]


def test_boxes_stand_in_the_order_in_which_they_are_read(finished: tuple[Path, ...]) -> None:
    """A style sheet that turns the order of boxes around is told."""
    path = of_kind(finished, ".html")
    for rule in ("flex-direction: row-reverse", "flex-wrap: wrap-reverse"):
        page = hiding.styled_page(f"tr {{ display: flex; {rule} }}")(path.read_text("utf-8"))
        assert check_figures(page.encode(), path.name)
