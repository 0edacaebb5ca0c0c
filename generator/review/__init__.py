"""``review.yaml`` beside the sources: what a person decided about single facts.

In: the files, the sources and the facts that were found in them. Out: the facts with
the decisions, each with who took it, when and why; and the first draft of such a file
from the findings. Knows of no report.

    decisions:
      - decision: correct              # correct | exclude | add | use | pending
        doc: 003_93ee7d9315423c01      # the id of the document
        quote: "1.836/1.836 TTHC"      # its text, byte for byte in NFC; holds the number
        indicator: procedures_published
        set: {value: 1945, total: 1945}
        who: Nguyễn Văn A, Phòng Kiểm soát TTHC
        when: 2024-08-05
        why: Cộng số liệu ba cấp tại chú thích của nguồn

``offsets: [1200, 1216]`` stand for the quote or tell apart the places where it occurs;
``place``, ``level``, ``period`` and ``value`` tell apart facts of one indicator in one
quote. ``add`` takes ``place``, ``period`` and ``value``, and may take ``level``,
``total``, ``share``, ``approx`` and ``change``; the quote has to hold its numbers.
``set`` takes these and ``indicator``; ``~`` removes what may be missing. Periods are
written as in a report config, figures in plain digits with "." as decimal point.
An added fact has the place and time that its quote names, and the "hơn" or "gần" before its
number; a corrected one may be against its words, but is of a place and year of its document.
An entry without ``indicator`` is about a sentence of which no fact is made, such as "8/9 huyện
(đạt 78%)": ``exclude`` says that reports go without it.
``use`` makes a report use this figure, whatever the rule of choice says. ``pending``
has no effect; it needs no ``who``, ``when`` and ``why``. No report tells a decision of a
later day than its own date, and ``set`` must change something.
"""

from generator.review.applying import Reviewed, apply_reviews
from generator.review.draft import draft, extended, weak
from generator.review.entry import NAME, ReviewFile
from generator.review.load import read_reviews

__all__ = [
    "NAME",
    "ReviewFile",
    "Reviewed",
    "apply_reviews",
    "draft",
    "extended",
    "read_reviews",
    "weak",
]
