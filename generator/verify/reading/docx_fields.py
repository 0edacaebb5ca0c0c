"""DOCX: fields, which Word prints anew: each must lead to what its stored result says.

A reference prints what its bookmark holds, an entry of the contents the page of its
heading, a sequence counts the captions of its name. Word parts an instruction into several
runs when it saves a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.verify.reading.text import Piece, names, squeezed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SEEN = tuple(
    f"{W}{name}" for name in names("p t fldChar instrText bookmarkStart bookmarkEnd hyperlink tab")
)
_SWITCHES = {
    "PAGE": (),
    "NUMPAGES": (),
    "TOC": ("\\o", "\\h", "\\z", "\\u", "\\t", "\\n", "\\p", "\\w", "\\x"),
    "PAGEREF": ("\\h",),
    "SEQ": (),
    "REF": ("\\h",),
    "HYPERLINK": ("\\l", "\\o", "\\h"),
}
_FORMATS = ("ARABIC", "MERGEFORMAT", "CHARFORMAT", "Arabic")


@dataclass(slots=True)
class _Field:
    """One field: its instruction and result, the text before it, the link around it."""

    before: str
    anchor: str
    words: str = ""
    result: str = ""
    is_open: bool = False


@dataclass(slots=True)
class _Links:
    """What a story holds of fields, bookmarks and links."""

    fields: list[_Field] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)

    def read(self, root: etree._Element) -> None:
        """Go through a story in its order."""
        stack: list[_Field] = []
        open_marks: dict[str, str] = {}
        text = anchor = ""
        for node in root.iter(*_SEEN):
            name = str(node.tag).removeprefix(W)
            if name == "p":
                text = anchor = ""
            elif name == "hyperlink":
                anchor = str(node.get(f"{W}anchor", ""))
                self.links.append((anchor, "".join(_words(node))))
            elif name == "bookmarkStart":
                open_marks[str(node.get(f"{W}id"))] = str(node.get(f"{W}name"))
                self.marks.setdefault(str(node.get(f"{W}name")), "")
            elif name == "bookmarkEnd":
                open_marks.pop(str(node.get(f"{W}id")), None)
            elif name == "fldChar":
                self._mark(str(node.get(f"{W}fldCharType")), stack, text, anchor)
            elif name == "instrText" and stack:
                stack[-1].words += str(node.text or "")
            elif name in ("t", "tab"):
                told = str(node.text or " ")
                text += told
                for one in stack:
                    one.result += told if one.is_open else ""
                for mark in open_marks.values():
                    self.marks[mark] += told

    def _mark(self, kind: str, stack: list[_Field], text: str, anchor: str) -> None:
        """Note the begin, the separator or the end of a field."""
        if kind == "begin":
            stack.append(_Field(text, anchor))
            self.fields.append(stack[-1])
        elif kind == "separate" and stack:
            stack[-1].is_open = True
        elif kind == "end" and stack:
            stack.pop()


def misled_fields(root: etree._Element, where: str) -> Iterator[Piece]:
    """Yield each field of a story that Word will print otherwise than it is stored."""
    found = _Links()
    found.read(root)
    counts: dict[str, int] = {}
    for one in found.fields:
        reason = _unknown(one.words) or _misled(one, found.marks, counts)
        if reason:
            yield Piece(f"the field {' '.join(one.words.split())}{reason}", where)
    for anchor, text in found.links:
        if anchor and not _leads(text, anchor, found.marks):
            yield Piece(f"the link {anchor} at “{text}”, which leads elsewhere", where)


def _words(node: etree._Element) -> Iterator[str]:
    """Yield the letters of an element, a blank for a tab."""
    return (str(one.text or " ") for one in node.iter(f"{W}t", f"{W}tab"))


def _unknown(instruction: str) -> str:
    """Return " " for a field that no report has, or one that prints in another way."""
    words = instruction.split()
    if not words:
        return ""
    known = _SWITCHES.get(words[0])
    if known is None:
        return " "
    for at, word in enumerate(words):
        if word == "\\*":
            if words[at + 1 : at + 2] and words[at + 1] not in _FORMATS:
                return ", a number of another form"
        elif word.startswith("\\") and word not in known:
            return " "
    return ""


def _misled(one: _Field, marks: Mapping[str, str], counts: dict[str, int]) -> str:
    """Return why a field leads elsewhere, "" where it does not; ``counts`` is kept up."""
    kind, name, *_ = (*one.words.split(), "", "")
    if kind == "REF" and (name not in marks or squeezed(marks[name]) != squeezed(one.result)):
        return f", stored as “{one.result}”"
    if kind == "PAGEREF" and not (one.anchor in ("", name) and _leads(one.before, name, marks)):
        return f" behind “{one.before.strip()}”"
    if kind == "SEQ":
        counts[name] = counts.get(name, 0) + 1
        label = squeezed(name.replace("_", " "))
        if not squeezed(one.before).endswith(label) or one.result.strip() != str(counts[name]):
            return f" behind “{one.before.strip()}”, stored as “{one.result}”"
    return ""


def _leads(text: str, name: str, marks: Mapping[str, str]) -> bool:
    """Tell whether a text names what stands at a bookmark, as a whole: "I" is not "II"."""
    held, told = (" ".join(one.split()).lower() for one in (marks.get(name, ""), text))
    rest = told.removeprefix(held)
    return bool(held) and told.startswith(held) and not rest[:1].isalnum()
