"""What the judge objects to in a finished file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that is wrong with a finished file.

    ``rule`` names the rule that is broken (the article of a decree, or what of a
    figure was not proved), ``message`` says in one Vietnamese or English line
    what was found against what is right, ``where`` says where in the file: a
    page, a table and cell, a chart, a footnote.
    """

    rule: str
    message: str
    where: str

    @classmethod
    def of(cls, record: Mapping[str, object]) -> Objection:
        """Return the objection of a record in the data of a file."""
        return cls(*(str(record.get(key) or "") for key in cls.__slots__))

    @property
    def record(self) -> dict[str, object]:
        """Return it as the data of a file have it."""
        return {key: getattr(self, key) for key in self.__slots__}
