"""DOCX: what each paragraph is to programs that read it aloud.

A heading is one by the outline level of its paragraph or style, a caption by the style
that Word's own lists of tables and figures go by, a head by its row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY_LEVEL = 9  # of an outline: no heading
_CAPTION = "caption"  # the name of Word's style in each language


@dataclass(frozen=True, slots=True)
class Roles:
    """The styles of a document by id."""

    styles: Mapping[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Mapping[str, etree._Element]) -> Roles:
        """Return the roles that the styles of a package give; ``roots`` are its XML parts."""
        found = roots.get("word/styles.xml", ())
        return cls({str(one.get(f"{W}styleId")): one for one in found if one.tag == f"{W}style"})

    def role(self, paragraph: etree._Element) -> str:
        """Return the role of a paragraph, "" of plain text."""
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        if table is not None and next(table.iter(f"{W}tblHeader"), None) is not None:
            row = next(paragraph.iterancestors(f"{W}tr"))
            return "cell" if row.find(f"{W}trPr/{W}tblHeader") is None else "head"
        chain = tuple(self._chain(paragraph))
        level = next(filter(None, map(_outline, chain)), "")
        if level and int(level) < _BODY_LEVEL:
            return f"heading {int(level) + 1}"
        names = (one.find(f"{W}name") for one in chain)
        known = {str(one.get(f"{W}val")).lower() for one in names if one is not None}
        return "caption" if _CAPTION in known else ""

    def _chain(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Yield a paragraph, its style and those that this rests on."""
        yield paragraph
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        seen: set[str] = set()
        while style is not None and (name := str(style.get(f"{W}val"))) not in seen:
            seen.add(name)
            if name not in self.styles:
                return
            yield self.styles[name]
            style = self.styles[name].find(f"{W}basedOn")


def _outline(node: etree._Element) -> str:
    """Return the outline level that a paragraph or style sets, "" for none."""
    level = node.find(f"{W}pPr/{W}outlineLvl")
    return "" if level is None else str(level.get(f"{W}val", ""))
