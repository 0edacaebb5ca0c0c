"""PDF files whose letters are read right and drawn as others, twice, turned or blotted."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

from generator.verify.figures import UNHELD, check_figures
from generator.verify.mending import meaning_of, mend_of
from generator.verify.reading import font_files
from tests.verify import hiding
from tests.verify.test_forged import Instructions, digits_at, of_kind, on_first

Font = TTFont
SIX, NINE = 0x19, 0x1C  # places of glyphs in the report's font
FREE = 0x500  # one that no report uses


def in_fonts(change: Callable[[Font], None]) -> Callable[[pikepdf.Pdf], None]:
    """Change each font of a file."""

    def spoil(file: pikepdf.Pdf) -> None:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
                font = TTFont(io.BytesIO(one.FontFile2.read_bytes()), recalcBBoxes=False)
                change(font)
                out = io.BytesIO()
                font.save(out)
                one.FontFile2.write(out.getvalue())

    return spoil


def swapped(font: Font) -> None:
    """Draw each "6" as "9" and each "9" as "6"."""
    names, glyphs = font.getGlyphOrder(), font["glyf"].glyphs
    glyphs[names[SIX]], glyphs[names[NINE]] = glyphs[names[NINE]], glyphs[names[SIX]]


def turned_starts(font: Font) -> None:
    """Let each contour begin at another of its points."""
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            _turn(glyph)


def _turn(glyph: Glyph) -> None:
    points, flags, start = list(glyph.coordinates), list(glyph.flags), 0
    for end in glyph.endPtsOfContours:
        first = next((at for at in range(start + 1, end + 1) if flags[at] & 1), start)
        for row in (points, flags):
            row[start : end + 1] = row[first : end + 1] + row[start:first]
        start = end + 1
    glyph.coordinates, glyph.flags = GlyphCoordinates(points), bytearray(flags)


def stretched(font: Font) -> None:
    """Make each letter a little higher, as in another version of a font."""
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            glyph.coordinates.scale((1, 1.004))


def renamed(name: str) -> Callable[[pikepdf.Pdf], None]:
    """Call each font of a file another family."""

    def spoil(file: pikepdf.Pdf) -> None:
        for one in file.objects:
            for key in ("/FontName", "/BaseFont"):
                if isinstance(one, pikepdf.Dictionary) and key in one:
                    told = str(one[key]).replace("Liberation-Serif", name)
                    one[key] = pikepdf.Name(told)

    return spoil


def every(*changes: Callable[[pikepdf.Pdf], None]) -> Callable[[pikepdf.Pdf], None]:
    """Do several changes."""

    def spoil(file: pikepdf.Pdf) -> None:
        for change in changes:
            change(file)

    return spoil


def with_nine(code: int) -> Callable[[Font], None]:
    """Draw a glyph that no report has as "9"."""

    def change(font: Font) -> None:
        names, glyphs = font.getGlyphOrder(), font["glyf"].glyphs
        glyphs[names[code]] = glyphs[names[NINE]]

    return change


def reads_as(code: int, text: str) -> Callable[[pikepdf.Pdf], None]:
    """Let a glyph read as a text in each map of a file."""

    def spoil(file: pikepdf.Pdf) -> None:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
                head, mid, rest = one.ToUnicode.read_bytes().partition(b" beginbfchar\n")
                before, _, count = head.rpartition(b"\n")
                pair = b"<%04x> <%s>\n" % (code, text.encode("utf-16-be").hex().encode())
                more = b"%d" % (int(count) + 1)
                one.ToUnicode.write(before + b"\n" + more + mid + pair + rest)

    return spoil


def before_number(code: int) -> Callable[[Instructions], None]:
    """Show a glyph before a number."""

    def change(whole: Instructions) -> None:
        at, n = digits_at(whole)
        shown = list(whole[at][0][0])
        shown[n:n] = [pikepdf.String(code.to_bytes(2, "big")), 0]
        whole[at][0] = [pikepdf.Array(shown)]

    return change


def blotted(whole: Instructions) -> None:
    """Draw a thick line around the letters of a number."""
    at, _ = digits_at(whole)
    whole[at:at] = [[[2], pikepdf.Operator("Tr")], [[6], pikepdf.Operator("w")]]
    whole.insert(at + 3, [[0], pikepdf.Operator("Tr")])


def overprinted(by: float) -> Callable[[Instructions], None]:
    """Print a number once more, some points to the left."""

    def change(whole: Instructions) -> None:
        at, _ = digits_at(whole)
        place = max(n for n in range(at) if str(whole[n][1]) == "Tm")
        moved = [float(one) for one in whole[place][0]]
        moved[4] -= by
        again = [[moved, pikepdf.Operator("Tm")], whole[at]]
        whole[at + 1 : at + 1] = again

    return change


def upside_down(whole: Instructions) -> None:
    """Turn the letters of a text, so that "6" shows "9", by a size below nothing."""
    at, _ = digits_at(whole)
    size = max(n for n in range(at) if str(whole[n][1]) == "Tf")
    name, points = whole[size][0]
    whole.insert(at, [[name, -float(points)], pikepdf.Operator("Tf")])


DRAWN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "six and nine swapped": in_fonts(swapped),
    "swapped in a font of the same measure": every(in_fonts(swapped), renamed("Tinos")),
    "swapped in the prescribed font": every(in_fonts(swapped), renamed("TimesNewRoman")),
    "another family": renamed("Tinos"),
    "another style": renamed("Liberation-Serif-Black"),
    "swapped, with contours that start elsewhere": every(
        in_fonts(swapped), in_fonts(turned_starts)
    ),
    "swapped, in another version": every(in_fonts(swapped), in_fonts(stretched)),
    "a digit that reads as a blank": every(
        in_fonts(with_nine(FREE)), reads_as(FREE, "\u2003"), on_first(before_number(FREE))
    ),
    "a digit that reads as nothing": every(
        in_fonts(with_nine(FREE)), reads_as(FREE, "\0"), on_first(before_number(FREE))
    ),
    "a digit that reads as a break": every(
        in_fonts(with_nine(FREE)), reads_as(FREE, "\u200b"), on_first(before_number(FREE))
    ),
    "a sign for no letter": every(in_fonts(with_nine(0)), on_first(before_number(0))),
    "one glyph for two digits": every(in_fonts(with_nine(FREE)), reads_as(FREE, "16")),
    "letters with a thick line": on_first(blotted),
    "a number printed twice": on_first(overprinted(5)),
    "a number printed twice, a little apart": on_first(overprinted(2)),
    "a number upside down": on_first(upside_down),
}


@pytest.mark.parametrize("name", DRAWN)
def test_letters_show_what_they_read_as(finished: tuple[Path, ...], name: str) -> None:
    """Letters that are read right and seen otherwise are objected to."""
    path = of_kind(finished, ".pdf")
    assert check_figures(hiding.pdf_with(path.read_bytes(), DRAWN[name]), path.name)


def test_turned_letters_are_named(finished: tuple[Path, ...]) -> None:
    """A number whose letters stand upside down is told as such."""
    path = of_kind(finished, ".pdf")
    spoilt = hiding.pdf_with(path.read_bytes(), on_first(upside_down))
    found = [one.message for one in check_figures(spoilt, path.name)]
    assert any("turned, mirrored or squeezed" in one for one in found), found


@pytest.mark.parametrize("change", [turned_starts, stretched])
def test_the_same_letters_may_be_written_otherwise(
    finished: tuple[Path, ...], change: Callable[[Font], None]
) -> None:
    """Outlines that show the same are the same, wherever they begin and whatever the version."""
    path = of_kind(finished, ".pdf")
    assert not check_figures(hiding.pdf_with(path.read_bytes(), in_fonts(change)), path.name)


# ---------------------------------------------------------------- the machine's fonts


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with all the fonts of the machine, none so far."""
    fonts, config = tmp_path / "somewhere", tmp_path / "fonts.conf"
    fonts.mkdir()
    config.write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{tmp_path}</cachedir></fontconfig>", "utf-8"
    )
    known = "\n".join(file for _, file in font_files._files("Liberation Serif"))
    (tmp_path / "known").write_text(known, "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    _forget()
    yield fonts
    _forget()


def _forget() -> None:
    font_files._files.cache_clear()
    font_files.references.cache_clear()


def known_fonts(fonts: Path) -> list[Path]:
    """Return the files of the report's font that the machine really has."""
    return [Path(one) for one in (fonts.parent / "known").read_text("utf-8").split("\n")]


def test_letters_that_no_font_proves_are_told(finished: tuple[Path, ...], machine: Path) -> None:
    """A machine without the report's font does not prove what letters show, and says so."""
    path = of_kind(finished, ".pdf")
    found = check_figures(path.read_bytes(), path.name)
    assert not any(machine.iterdir())
    assert {one.rule for one in found} == {UNHELD}
    assert any("Liberation-Serif-Bold: this machine has no such font" in o.message for o in found)
    assert meaning_of(UNHELD) == "letters that were held against no font"
    assert "soket doctor" in mend_of(UNHELD)


def test_the_font_is_found_wherever_it_lies(finished: tuple[Path, ...], machine: Path) -> None:
    """The font is looked up as a build does, by its family: not by its folder or file name."""
    path = of_kind(finished, ".pdf")
    for number, font in enumerate(known_fonts(machine)):
        (machine / f"{number}.ttf").write_bytes(font.read_bytes())
    assert not check_figures(path.read_bytes(), path.name)
    forged = hiding.pdf_with(path.read_bytes(), in_fonts(swapped))
    assert any("“6”, “9” in outlines" in one.message for one in check_figures(forged, path.name))


def test_another_version_of_the_font_proves_as_well(
    finished: tuple[Path, ...], machine: Path
) -> None:
    """A machine with a font whose outlines differ in points proves the same letters."""
    path = of_kind(finished, ".pdf")
    for one in known_fonts(machine):
        font = TTFont(one, recalcBBoxes=False)
        stretched(font)
        turned_starts(font)
        font.save(machine / one.name)
    assert not check_figures(path.read_bytes(), path.name)
    forged = hiding.pdf_with(path.read_bytes(), in_fonts(swapped))
    assert any("“6”, “9” in outlines" in one.message for one in check_figures(forged, path.name))


def test_letters_that_the_font_lacks_are_told(finished: tuple[Path, ...], machine: Path) -> None:
    """A font without the letters of Vietnamese proves the others only, and says which."""
    path = of_kind(finished, ".pdf")
    for one in known_fonts(machine):
        font = TTFont(one, recalcBBoxes=False)
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if code < 0x1EA0}
        font.save(machine / one.name)
    found = check_figures(path.read_bytes(), path.name)
    assert {one.rule for one in found} == {UNHELD}
    assert any("“ế”" in one.message for one in found)
    assert not any("“1”" in one.message for one in found)
