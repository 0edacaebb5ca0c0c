"""The shape of a report config file, key by key, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from generator.catalogue import Catalogue
from generator.config.fields import (
    AllOrList,
    AnyList,
    Body,
    ComparisonWord,
    Day,
    FilledList,
    FilledText,
    FormatWord,
    IndicatorName,
    Marked,
    PeriodText,
    Province,
    ScopeWord,
    Switch,
    Template,
    Text,
    WindowsWord,
)
from generator.config.values import Comparison, Format, Scope, Windows
from generator.model.fact import NATION


class _Keys(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, validate_default=False
    )


class LetterheadKeys(_Keys):
    """Head of the document; the defaults are the words of the decree's form."""

    superior: Text = Field(default="", description="body above the issuer, empty if there is none")
    issuer: Text = Field(default="TÊN CƠ QUAN, TỔ CHỨC", description="body that issues the report")
    name: Text = Field(
        default="",
        description="the issuer inside a sentence: Cục Kiểm soát thủ tục hành chính; without it"
        " the capitals of the issuer are put in small letters where that is sure",
    )
    number: Text = Field(default="…/BC", description='number and symbol, the text after "Số: "')
    place: Text = Field(default="…", description="place of issue, before the date")
    date: Day | None = Field(
        default=None,
        description="day of issue; sources published after it are not used. Without it the last"
        " day of the last period is printed, and all sources are used",
    )


class SignatureKeys(_Keys):
    """Signer of the document; the default is the word of the decree's form."""

    authority: Text = Field(
        default="", description='"TM. …", "KT. …", "TL. …"; empty if there is none'
    )
    position: Text = Field(default="CHỨC VỤ CỦA NGƯỜI KÝ", description="position of the signer")
    name: Text = Field(default="", description="name of the signer; empty leaves room for it")


class ReportKeys(_Keys):
    """A report config. Only template, periods and one of provinces and bodies have no default."""

    template: Template = Field(description="a folder in templates/")
    provinces: Annotated[list[Province] | None, AllOrList] = Field(
        default=None,
        description="provinces: names, abbreviations, codes with their system (2025:68) or slugs,"
        " or all",
    )
    bodies: Annotated[list[Body] | None, AllOrList] = Field(
        default=None,
        description="ministries and central agencies: names, aliases or slugs, or all;"
        " beside provinces or in their place",
    )
    periods: Annotated[list[PeriodText], FilledList] = Field(description="reporting periods")
    windows: WindowsWord = Field(
        default=Windows.CALENDAR,
        description="days of a named period: calendar, or decree-09 (from the 15th to the 14th)",
    )
    index: IndicatorName = Field(
        default="", description="the only indicator that the report tells, such as papi_score"
    )
    marked: Annotated[list[Marked], AnyList] = Field(
        default=[], description="places of the report that the charts of an index mark"
    )
    scope: ScopeWord = Field(
        default=Scope.COMBINED, description="combined: one document; each: one per province or body"
    )
    nation: Switch = Field(default=True, description="whether national figures are told")
    compare: Annotated[list[ComparisonWord], AnyList] = Field(
        default=[Comparison.SAME_PERIOD_LAST_YEAR, Comparison.PREVIOUS_YEAR],
        description='what "so với" compares with, each where its figure is known:'
        " same-period-last-year; previous-period, the equally long time just before;"
        " previous-year, the year before (of a part of a year the same part of it)",
    )
    sources: Annotated[list[FilledText], FilledList] = Field(
        default=["sources/"], description="folders and files, relative to the project folder"
    )
    letterhead: LetterheadKeys = Field(default=LetterheadKeys(), description="head of the document")
    signature: SignatureKeys = Field(default=SignatureKeys(), description="signer of the document")
    addressees: Annotated[list[FilledText], AnyList] = Field(default=[], description='"Kính gửi"')
    recipients: Annotated[list[FilledText], AnyList] = Field(
        default=["Lưu: VT"], description='"Nơi nhận"'
    )
    title: Text = Field(default="", description="kind of document, in place of the template's")
    subject: Text = Field(default="", description="subject line, in place of the template's")
    contents: Switch = Field(default=True, description="whether there is a table of contents")
    formats: Annotated[list[FormatWord], FilledList] = Field(
        default=[Format.DOCX, Format.PDF], description="file formats to write"
    )
    reference_docx: Text = Field(
        default="", description="the office's own .docx, its styles and page setup win in Word"
    )


GROUPS: dict[str, type[_Keys]] = {"": ReportKeys, "letterhead": LetterheadKeys}
GROUPS["signature"] = SignatureKeys


def json_schema(catalogue: Catalogue, templates: Sequence[str]) -> dict[str, Any]:
    """Return the JSON Schema of a report config, with the names that exist."""
    schema = ReportKeys.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "soket report config"
    keys = schema["properties"]
    slugs = [slug for slug in catalogue.places.by_slug if slug != NATION]
    keys["template"]["enum"] = list(templates)
    # a place may be written in any spelling of its names, so that an enum would forbid too much
    items = {"provinces": slugs, "bodies": list(catalogue.places.bodies)}
    for name, known in items.items():
        listed = {"type": "array", "minItems": 1, "items": {"type": "string", "examples": known}}
        del keys[name]["default"]
        keys[name]["anyOf"] = [{"const": "all"}, listed]
    schema["anyOf"] = [{"required": [name]} for name in items]
    for name in ("periods", "sources", "formats"):
        keys[name]["minItems"] = 1
    return schema
