"""By how much a place differs from another: "nhiều hơn Hà Tĩnh 120.000 hồ sơ" is no value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.reading import UPPER
from generator.extraction.words.clauses import CLAUSES
from generator.extraction.words.subjects import SUBJECTS

REASON = "a difference from another place"
_NAME = rf"[{UPPER}][\w-]*(?: [{UPPER}][\w-]*){{0,4}}"
_OF_ALL = rf"(?:mức |tỷ lệ )?(?:{SUBJECTS.mean_of}(?: chung)?(?: của)? )?{SUBJECTS.all_of_it}"
_DIFFERENCE = re.compile(
    rf"(?<!\w)(?:{SUBJECTS.differs}|(?<!\d )(?<!nhiều )kém(?: hơn)?"
    r"|(?<=[,;] )hơn|(?<= và )hơn|thua)"
    rf" (?:(?:(?:{SUBJECTS.province_types}|{SUBJECTS.part_names}) |TP\.? ?)?{_NAME}"
    rf"|{CLAUSES.offices} [^,;.:()\d]{{2,40}}?|{_OF_ALL})"
    rf" (?:{SUBJECTS.differs_more} ){{0,2}}(?P<number>\d[\d.,]*\d|\d)"
)


def differences(original: str) -> Iterator[tuple[int, int, str]]:
    """Yield the numbers of a sentence, as printed, that tell a difference, with the reason."""
    for match in _DIFFERENCE.finditer(original):
        yield match.start("number"), match.end("number"), REASON
