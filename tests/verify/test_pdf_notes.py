"""The marks of the notes of a PDF: a bold number is tagged as they are and is none."""

from __future__ import annotations

from datetime import date

from generator.model.document import Document, FigureText, Note, Paragraph, Text
from generator.renderers.pdf import render
from generator.verify.reading.pdf import read
from generator.verify.reading.text import NOTE


def test_a_bold_number_is_no_mark_of_a_note() -> None:
    """At the head of a paragraph, within it, and where a note holds to it."""
    note = Note((Text("Báo Mẫu."),))
    content = (
        *(
            FigureText("320", "a", bold=True),
            Text(" hồ sơ, đạt "),
            FigureText("45", "b", bold=True),
        ),
        *(Text(" hồ sơ, còn "), FigureText("7", "c", bold=True), note, Text(".")),
    )
    made = Document("Thử", "Thử", "Cơ quan", date(2024, 1, 1), (Paragraph(content),))
    told = read(render(made))
    assert [one.text for one in told.note_marks] == ["1"]
    assert "".join(one.text for one in told.body).split()[:1] == ["320"]
    assert f"7{NOTE}." in "".join(one.text for one in told.body)
