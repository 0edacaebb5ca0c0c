"""The fixed words of Nghị định 30/2020/NĐ-CP around the texts of a report: all must be there.

The report model does not hold them, since each layout prints them the same: the national
title above the letterhead, "Số:" before the number, "Nơi nhận:" above the recipients.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.verify.comparing import TEXT
from generator.verify.lineage import Record
from generator.verify.objection import Objection
from generator.verify.reading.text import squeezed

_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")  # Annex I, II.1


def furnishing_objections(leads: Mapping[int, str], units: Sequence[Record]) -> Iterator[Objection]:
    """Yield an objection for each fixed word that is missing.

    ``leads`` has what stands right before a unit, squeezed, by its place among the units.
    Units that were not found are told elsewhere.
    """
    head = [at for at, unit in enumerate(units) if unit["kind"] == "letterhead"]
    if head and all(at in leads for at in head):
        # layouts print the two columns in an order of their own
        around = "".join(leads.get(at, "") for at in (*head, head[-1] + 1))
        for words in _NATION:
            if squeezed(words) not in around:
                yield Objection(TEXT, f"“{words}” is missing", "letterhead")
    for at, unit in enumerate(units):
        lead = str(unit.get("lead") or "")
        if lead and at in leads and squeezed(lead) not in leads[at]:
            message = f"“{lead}” is missing before “{unit['text']}”"
            yield Objection(TEXT, message, str(unit["kind"]))
