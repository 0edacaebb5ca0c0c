"""A way to hand in that is told first and holds for what follows it.

"Qua mạng, thành phố nhận 580 hồ sơ, cấp xã nhận 1.400 hồ sơ": both came in online.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.counted.classify import Verdict
from generator.extraction.rules import Rule
from generator.extraction.view import View
from generator.extraction.words.clauses import CLAUSES

_HEAD = re.compile(rf"(?:^|[;:,] ?){CLAUSES.online_heads}(?: [^,;:.()\d]{{1,30}})?(?=,)")
_ENDS = re.compile(rf";|(?<!\w){CLAUSES.head_ends}(?!\w)")
_OTHER_WAY = re.compile(rf"(?<!\w){CLAUSES.head_ends}(?!\w)")
_ABOUT = rf"hồ sơ(?: [^\W\d_]+){{0,6}}? {CLAUSES.online}(?!\w)"
_TAIL = rf"(?:,? (?!{CLAUSES.topic_ends}(?!\w))[^\W\d]+){{0,10}}"
# "Kết quả tiếp nhận hồ sơ trực tuyến trong quý I: …": what a whole list is about
_TOPIC = re.compile(
    rf"(?:^|; )(?:[^\W\d]+,? ){{0,14}}?{_ABOUT}{_TAIL} ?:"
    rf"|(?:^|; )(?:{CLAUSES.topic_first} )?{CLAUSES.topic_before}"
    rf" (?:[^\W\d]+,? ){{0,10}}?{_ABOUT}{_TAIL},"
)
# more words of the way behind the topic may part it: "…: tiếp nhận 900, trong đó trực tuyến 300"
_AGAIN = re.compile(rf"{CLAUSES.not_online.not_before}(?<!\w){CLAUSES.online}(?!\w)")
_DIGIT = re.compile(r"\d[\d.,/]*")
_ALL, _ONLINE = "dossiers_received", "online_dossiers"


def of_head(
    rules: Sequence[Rule], seen: View, start: int, found: Verdict, heading: str = ""
) -> Verdict:
    """Return what a count at ``start`` tells under the way that heads its clause or list.

    Behind a semicolon or another way the head of a clause holds no longer. ``heading`` is the
    folded lead-in or heading of a list.
    """
    if found.rule.indicator != _ALL:
        return found
    if not (_is_headed(seen, start) or is_of_online(seen, start, heading)):
        return found
    online = next((rule for rule in rules if rule.indicator == _ONLINE), found.rule)
    return replace(found, rule=online)


def _is_headed(seen: View, start: int) -> bool:
    """Tell whether a way to hand in opens the clause of a count at ``start``."""
    timed = [time.end for time in seen.times]  # "Quý I, qua mạng, …" opens with its time
    heads = [
        match.end()
        for match in _HEAD.finditer(seen.text, 0, start)
        if match[0][:1] != "," or match.start() in timed
    ]
    return bool(heads) and not _ENDS.search(seen.text, heads[-1], start)


def is_of_online(seen: View, start: int, heading: str) -> bool:
    """Tell whether the dossiers that came in online are what a list or sentence is about.

    "Hồ sơ trực tuyến: cấp tỉnh tiếp nhận 900, cấp xã 400" counts no others.
    """
    listed = bool(seen.paragraph.mark) and heading.endswith(":")
    if listed and _TOPIC.fullmatch(_DIGIT.sub("_", heading)) and not _OTHER_WAY.search(heading):
        return not (_OTHER_WAY.search(seen.text) or _AGAIN.search(seen.text))
    topic = _TOPIC.match(_without_times(seen))
    if topic is None or topic.end() > start or _OTHER_WAY.search(topic[0]):
        return False
    behind = seen.text[topic.end() :]
    return not (_OTHER_WAY.search(behind) or _AGAIN.search(behind))


def _without_times(seen: View) -> str:
    """Return the text with letters for its times and for all that is no figure."""
    chars = list(seen.text)
    for start, end in seen.masks:
        for at in range(start, end):
            chars[at] = "_" if chars[at].isdigit() or chars[at] in ",./" else chars[at]
    return "".join(chars)
