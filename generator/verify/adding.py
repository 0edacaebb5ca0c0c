"""Parts told as additions: "giải quyết 1.200 hồ sơ, ngoài ra đúng hạn 900" makes two of one.

Such a word stands before a number only where its source, or the report's own phrase for it,
has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.verify.comparing import shortened
from generator.verify.denying import grounds
from generator.verify.lineage import Lineage, Record
from generator.verify.objection import Objection
from generator.verify.unmarked import place_of

ADDED = "số liệu: phần và toàn bộ"
_TEXTS = ("paragraph", "note", "key-remark")
# what says that the number behind it comes on top of the one before; a sentence may open so
_ADDING = (
    "ngoài ra|chưa kể|không kể|chưa tính|không tính|cộng thêm|cùng với|bên cạnh đó|thêm vào đó"
)
_JOINT = re.compile(rf"[,;] (?:và )?(?P<word>{_ADDING})(?!\w)")


def adding_objections(lineage: Lineage) -> Iterator[Objection]:
    """Yield an objection for each number that is told to come on top of another, and does not."""
    for unit in lineage.printed:
        if unit["kind"] not in _TEXTS:
            continue
        text = str(unit["text"]).replace("\u00a0", " ").lower()
        for word, part, name in _joined(unit, text):
            figure = lineage.figures.get(name)
            if figure and word not in " ".join(" ".join(grounds(figure, lineage)).lower().split()):
                message = f"“{shortened(part)}”: nothing says “{word}” of this number"
                yield Objection(ADDED, message, place_of(unit))


def _joined(unit: Record, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each adding word between two numbers, the words up to the second, and its figure."""
    last = None
    for start, end, name in unit.get("marks", ()):
        if last is not None:
            between = text[last:start]
            found = list(_JOINT.finditer(between))
            if found and ". " not in between[found[-1].start() :]:
                yield found[-1]["word"], text[last + found[-1].start() : end].strip(" ,;"), name
        last = end
