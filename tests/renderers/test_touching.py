"""Numbers that are buttons and the text that touches them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.document import FigureText, LineBreak, Note, Text
from generator.renderers.markup.touching import touching

NUMBER = FigureText("95,89%", "f")
PIECES = st.lists(
    st.one_of(
        st.text(alphabet="ab ().", max_size=24).map(Text),
        st.sampled_from([NUMBER, FigureText("7", "other"), LineBreak(), Note(())]),
    ),
    max_size=8,
)


def holds(piece):
    """Tell whether nothing may part from a piece: the numbers "f" and all notes."""
    return isinstance(piece, Note) or getattr(piece, "figure", "") == "f"


def printed(runs):
    """Return the text of each run."""
    return ["".join(getattr(piece, "text", "\n") for piece in run) for run in runs]


@pytest.mark.parametrize(
    ("content", "runs"),
    [
        ((Text("hồ sơ (đạt "), NUMBER, Text("); trễ")), ["hồ sơ (đạt ", "95,89%);", " trễ"]),
        ((Text("chiếm ("), NUMBER, Text(") là")), ["chiếm ", "(95,89%)", " là"]),
        ((NUMBER, Text("/"), NUMBER), ["95,89%/95,89%"]),
        ((Text("a (7"), FigureText("7", "other"), Text(")")), ["a (7", "7", ")"]),
        ((Text("x" * 30), NUMBER), ["x" * 30, "95,89%"]),
        ((Text("đạt cao."), Note(())), ["đạt ", "cao.\n"]),
        ((FigureText("7", "other"), Note(()), Text(" và")), ["7\n", " và"]),
    ],
)
def test_what_touches_a_number_goes_with_it(content, runs):
    """Brackets and no-break neighbours join, words behind a space do not."""
    assert printed(touching(content, holds)) == runs


@given(PIECES)
def test_the_text_stays_the_same(pieces):
    """Cutting and joining loses nothing and keeps the order."""
    assert "".join(printed(touching(pieces, holds))) == "".join(printed([pieces]))
