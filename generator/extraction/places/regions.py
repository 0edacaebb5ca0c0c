"""Regions of the country: "vùng Đông Nam Bộ", "Đồng bằng sông Cửu Long".

A region has no place key, so that its figure is nobody's and never the country's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.pattern import regex
from generator.extraction.places.bodies import UNKNOWN, Central
from generator.extraction.rules import PlaceRules
from generator.extraction.words.subjects import SUBJECTS

# "đứng đầu vùng Đông Nam Bộ", "trong vùng": a province's rank, not the region's figure
_WITHIN = re.compile(
    rf"(?:{SUBJECTS.within_region}|{SUBJECTS.ranks} \d{{1,2}})"
    rf"(?: {SUBJECTS.within_more}){{0,2}} $"
)
_HAS = regex(rf"^(?: [^\s\d;.]+){{0,4}}?,? {SUBJECTS.region_has}|^,? ?\(?\d[\d.,]*")
# "khu vực đồng bằng sông Hồng": written small behind the word for a region
_WORD = re.compile(rf"(?<!\w){SUBJECTS.region_words}(?: các tỉnh)? $")
_LEADS = re.compile(rf"(?:{SUBJECTS.region_is}|:)(?: {SUBJECTS.region_words}){{0,2}} $")


def regions(text: str, original: str, rules: PlaceRules) -> Iterator[Central]:
    """Yield the regions that a folded sentence tells a figure of."""
    for hit in rules.regions.hits(text):
        before = text[max(0, hit.start - 40) : hit.start]
        named = original[hit.start].isupper() or _WORD.search(before)
        if not named or _WITHIN.search(before):
            continue
        if _HAS.found_in(text[hit.end : hit.end + 60]) or _LEADS.search(before):
            yield Central(hit.start, hit.end, UNKNOWN)
