"""The table of layout rules: what Nghị định 30/2020/NĐ-CP asks of each part of a document."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator import strict_yaml
from generator.catalogue.load import validated
from generator.paths import shipped_root
from generator.verify.objection import Objection

Span = tuple[float, float]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Row):
    """A rule: where it stands in the decree, what it is about (with the Vietnamese term)."""

    article: str = Field(min_length=1)
    title: str = Field(min_length=1)


class PaperRule(Rule):
    """Width and height of an upright sheet in mm."""

    width: float
    height: float


class MarginRule(Rule):
    """Least and greatest margin of each side in mm."""

    top: Span
    bottom: Span
    left: Span
    right: Span

    def sides(self) -> dict[str, Span]:
        """Return the allowed margins by side."""
        return {"top": self.top, "bottom": self.bottom, "left": self.left, "right": self.right}


class FontRule(Rule):
    """The prescribed families, and those that a PDF may embed in their place."""

    families: list[str]
    same_measure: list[str]


class ColourRule(Rule):
    """All text is black; ``stamps`` are the words that may be red."""

    stamps: list[str]


class SizeRule(Rule):
    """Least and greatest size of the letters in points."""

    size: Span


class ComponentRule(SizeRule):
    """How a component looks and on which side of the page it stands; "" leaves it open."""

    required: bool = True
    weight: Literal["bold", "regular", ""] = ""
    slant: Literal["italic", "upright", ""] = ""
    letters: Literal["upper", "lower", ""] = ""
    align: Literal["left", "centre", ""] = ""
    side: Literal["left", "right", ""] = ""


class LineRule(Rule):
    """Length of a drawn line in shares of the text above it."""

    share: Span


class BodyRule(SizeRule):
    """Indents of a first line in mm, least gap in points, line spacing in lines."""

    indents: list[float]
    gap: float
    spacing: Span


class Words(_Row):
    """Words by which a component is found."""

    kinds: list[str]
    units: list[str]


class Rules(_Row):
    """All rules of the layout check."""

    decree: str
    paper: PaperRule
    orientation: Rule
    margins: MarginRule
    font: FontRule
    unicode: Rule
    colour: ColourRule
    order: Rule
    page_number: SizeRule
    components: dict[str, ComponentRule]
    lines: dict[str, LineRule]
    number_form: Rule
    date_form: Rule
    points_form: Rule
    body: BodyRule
    signature: Rule
    recipients_form: Rule
    end: Rule
    appendix_form: Rule
    appendix_info_form: Rule
    appendix_pages: Rule
    words: Words

    def objection(self, rule: Rule, message: str, where: str) -> Objection:
        """Return what is wrong by a rule, named with decree and article."""
        return Objection(f"{self.decree}, {rule.article}", f"{rule.title}: {message}", where)


@cache
def load_rules(path: Path | None = None) -> Rules:
    """Read the table of rules (default: the shipped one).

    Raises UsageError with the place of what is wrong, InputError for a file that
    cannot be read.
    """
    file = path or shipped_root() / "config" / "catalogue" / "nd30.yaml"
    return validated(Rules, strict_yaml.load(file, shipped=path is None))
