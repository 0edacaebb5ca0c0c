"""A way to hand in that is told first and holds for what follows it.

"Qua mạng, thành phố nhận 580 hồ sơ, cấp xã nhận 1.400 hồ sơ": both came in online.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.classify import Verdict
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES

_HEAD = re.compile(rf"(?:^|[;:,] ?){CLAUSES.online_heads}(?: [^,;:.()\d]{{1,30}})?(?=,)")
_ENDS = re.compile(rf";|(?<!\w){CLAUSES.head_ends}(?!\w)")
_ALL, _ONLINE = "dossiers_received", "online_dossiers"


def of_head(rules: Sequence[Rule], seen: View, start: int, found: Verdict) -> Verdict:
    """Return what a count at ``start`` tells under the way that heads its clause.

    Behind a semicolon or another way the head holds no longer.
    """
    if found.rule.indicator != _ALL:
        return found
    timed = [time.end for time in seen.times]  # "Quý I, qua mạng, …" opens with its time
    heads = [
        match.end()
        for match in _HEAD.finditer(seen.text, 0, start)
        if match[0][:1] != "," or match.start() in timed
    ]
    if not heads or _ENDS.search(seen.text, heads[-1], start):
        return found
    online = next((rule for rule in rules if rule.indicator == _ONLINE), found.rule)
    return replace(found, rule=online)
