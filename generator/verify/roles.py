"""What each text of a report is to programs that read it aloud: a heading, a head, a caption.

Who cannot see a page hears a value with the heads of its column and finds a chapter by its
heading, so that a text must be tagged as what the report has it for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.verify.lineage import Record

ROLE = "số liệu: cấu trúc"
PLAIN = frozenset({"", "cell"})  # layouts put key figures and the letterhead into tables


def roles_of(units: Sequence[Record]) -> Iterator[frozenset[str]]:
    """Yield what each unit may be tagged as."""
    headed = {str(unit["table"]) for unit in units if unit.get("head")}
    before = ""
    depth = 0  # of the last heading as pages tag it, which leave no level out
    for unit in units:
        if unit["kind"] in ("heading", "appendix"):
            level = int(unit.get("level", 1))
            depth = min(level, depth + 1)
        is_title = unit["kind"] == "appendix-title" and before == "appendix"
        before = str(unit["kind"])
        if is_title:  # in one heading with the label, or below it
            yield frozenset({"heading 1", ""})
        elif unit["kind"] == "heading":
            yield frozenset({f"heading {unit['level']}", f"heading {depth}"})
        elif unit["kind"] != "cell":
            yield _roles(unit)
        elif unit.get("head"):
            yield frozenset({"head"})
        else:
            yield frozenset({"cell"}) if str(unit["table"]) in headed else PLAIN


def _roles(unit: Record) -> frozenset[str]:
    """Return what a unit that is no cell and no heading may be tagged as."""
    match unit["kind"]:
        case "appendix":
            return frozenset({"heading 1"})
        case "title":
            return frozenset({"title", ""})
        case "caption":
            return frozenset({"caption"})
        case _:
            return PLAIN
