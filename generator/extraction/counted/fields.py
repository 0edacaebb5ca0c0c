"""One field of many that heads a list: "Lĩnh vực đất đai: …", whose items are of it, too."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalogue import Kind
from generator.extraction.context import Paragraph
from generator.extraction.places.parts import lies_below
from generator.extraction.rules import Rule
from generator.extraction.words.clauses import CLAUSES

# what heads a list of one field: "Trong lĩnh vực đất đai:", or a heading "2. Lĩnh vực tư pháp"
_HEAD = re.compile(
    rf"(?:(?:riêng|còn|về) )?(?:{CLAUSES.field_before} )?(?:{CLAUSES.field_some} )?"
    rf"{CLAUSES.fields}(?! {CLAUSES.not_fields})(?!\w)(?P<name>[^:.;\d]{{0,80}})(?P<end>:|$)"
)
# what heads a list of several: "Kết quả theo từng lĩnh vực như sau:"
_BY_FIELD = re.compile(
    rf"(?<!\w)(?:theo|từng|{CLAUSES.field_some}) {CLAUSES.fields}(?! {CLAUSES.not_fields})(?!\w)"
    r"[^:.;\d]{0,40}(?P<end>:)$"
)
_GOES_ON = re.compile(rf"{CLAUSES.field_goes_on}(?!\w)")
_WHOLE = re.compile(rf"(?<!\w){CLAUSES.all_places}(?!\w)")
_COUNTED = (Kind.COUNT, Kind.RATE)


@dataclass(slots=True)
class FieldHead:
    """The field that a line has named for what is listed below it.

    ``mark`` is the list mark of that line; ``alone`` tells that nothing else stands on it.
    ``told`` tells that the sentence before counted one field and nothing else, ``goes`` that
    this one goes on with it.
    """

    open: bool = False
    mark: str = ""
    alone: bool = False
    listed: bool = False
    told: bool = False
    goes: bool = False

    def begin(self, text: str) -> None:
        """Begin a folded sentence: "Lĩnh vực đất đai có 4.100 hồ sơ. Trong đó đúng hạn 95%"."""
        self.goes = self.told and _GOES_ON.match(text) is not None

    def end(self, *, told: bool) -> None:
        """End a sentence that ``told`` of one field alone."""
        self.told = told or self.goes

    def turn(self, paragraph: Paragraph, text: str) -> None:
        """Begin a paragraph, folded in ``text`` from behind its mark on."""
        self.told = self.goes = False
        head = _HEAD.match(text) or _BY_FIELD.search(text)
        if head is not None and (head["end"] or paragraph.heading):
            self.open, self.mark, self.listed = True, paragraph.mark, False
            self.alone = head.end() == len(text)
        elif self.open and self._is_over(paragraph, text):
            self.open = False
        else:
            self.listed = self.listed or bool(paragraph.mark)

    def _is_over(self, paragraph: Paragraph, text: str) -> bool:
        """Tell whether a paragraph no longer stands below the line that named a field.

        Without a mark it does only right below one of nothing but the field.
        """
        if paragraph.mark:
            return bool(self.mark) and not lies_below(paragraph.mark, self.mark)
        titled = paragraph.heading and not any(map(str.isdigit, text))
        return not self.alone or self.listed or titled

    def rules(self, rule: Rule, text: str, start: int) -> bool:
        """Tell whether a figure at ``start`` of a folded sentence is of the field alone."""
        of_one = self.open or self.goes
        return of_one and rule.kind in _COUNTED and not _WHOLE.search(text, 0, start)
