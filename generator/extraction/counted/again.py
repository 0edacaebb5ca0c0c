"""Numbers that tell what the row before told, of another: "Tại xã B, các con số tương ứng là …".

"Khối huyện: 88% và 90%" behind two rates of the departments is such a row, too. The n-th
number is of what the n-th figure before counted; where one is missing nobody knows which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.catalogue import Kind
from generator.extraction.counted.classify import candidates
from generator.extraction.rules import Rule
from generator.extraction.view import Figure, View
from generator.extraction.words.clauses import CLAUSES

_ALIKE = re.compile(rf"(?<!\w){CLAUSES.alike}(?: {CLAUSES.alike_more}){{0,4}}:? $")
_LABEL = re.compile(r"[^:;.,]{2,60}: ?")
# the start of the clause that ends with a figure
_CLAUSE_END = re.compile(r"[;,:] (?=[^;,:]*$)")
_HEADED = re.compile(rf" *(?:{CLAUSES.row_heads} +)*(?:{CLAUSES.row_verbs} +){{1,2}}")
_JOINT = re.compile(r"(?: hồ sơ| %)?(?:[,;]| và|, và|; và) (?:là )?")
_END = re.compile(r" ?(?:hồ sơ|%)?[.;)]*")


def told_again(view: View, before: Sequence[Rule]) -> Mapping[int, Rule | None]:
    """Return what the figures of such a row count, by their indexes; None for one in doubt.

    ``before`` are the rules of the last sentence that told figures, in its order.
    """
    row = _row(view)
    if not row:
        return {}
    if row[0]:  # "…; năm 2023 tương ứng là 900 và 800": what stands before may be of either
        return dict.fromkeys(row)
    pairs = list(zip(row, before, strict=False))
    known = len(row) == len(before) and all(_fits(view.figures[at], rule) for at, rule in pairs)
    return dict(pairs) if known else dict.fromkeys(row)


def _row(view: View) -> Sequence[int]:
    """Return the indexes of the figures of a row that repeats another, none if there is none."""
    figures = view.figures
    for first, figure in enumerate(figures):
        alike = _ALIKE.search(view.text, 0, figure.start)
        labelled = not first and _LABEL.fullmatch(view.text, 0, figure.start)
        headed = _is_headed(view, figure.start)
        if not (alike or labelled or headed):
            continue
        row = [first]
        for at in range(first + 1, len(figures)):
            if not _JOINT.fullmatch(view.text, figures[row[-1]].end, figures[at].start):
                break
            row.append(at)
        ends = _END.fullmatch(view.text, figures[row[-1]].end) is not None
        if len(row) > 1 and (alike or headed or (ends and row[-1] == len(figures) - 1)):
            return row
    return ()


def _is_headed(view: View, start: int) -> bool:
    """Tell whether nothing but a province leads to a figure: "; Cà Mau đạt 62% và 97%"."""
    left = _CLAUSE_END.search(view.text, 0, start)
    first = left.end() if left else 0
    names = [one for one in view.provinces if first <= one[0] and one[1] <= start]
    if len(names) != 1:
        return False
    words = f"{view.text[first : names[0][0]]} {view.text[names[0][1] : start]}"
    return _HEADED.fullmatch(words) is not None


def _fits(figure: Figure, rule: Rule) -> bool:
    """Tell whether a rule can be that of a figure of this kind."""
    return rule.kind is not Kind.TARGET and any(candidates(figure, (rule,)))
