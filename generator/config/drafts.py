"""What a config leaves to the words of the decree's form: told at each build, since it is printed.

In: a checked config. Out: remarks with the file and how to mend it, none for one that is whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.catalogue.language import Usage
from generator.config.issuing import spoken_issuer
from generator.config.schema import LetterheadKeys, SignatureKeys
from generator.config.values import ReportConfig
from generator.model.finding import Diagnostic, Severity

_SAMPLES = {
    "issuer": ("letterhead", LetterheadKeys(), "the issuing body"),
    "place": ("letterhead", LetterheadKeys(), "the place of issue"),
    "position": ("signature", SignatureKeys(), "the position of the signer"),
}


def left_open(config: ReportConfig, catalogue: Catalogue, usage: Usage) -> Iterator[Diagnostic]:
    """Yield a warning for each word of the form that the report prints for want of a real one.

    A body whose name in a sentence cannot be told is one, too: it is left out.
    """
    for key, (group, keys, meaning) in _SAMPLES.items():
        sample = getattr(keys, key)
        if getattr(getattr(config, group), key) == sample:
            message = (
                f"{meaning} is not told, the report prints “{sample}”; write '{key}' in '{group}'"
            )
            yield Diagnostic(Severity.WARNING, message, config.file)
    head = config.letterhead
    known = head.issuer != LetterheadKeys().issuer
    if known and not head.name and not spoken_issuer(config, catalogue, usage):
        message = (
            "how a sentence names the issuing body is not told, the report leaves it out"
            " behind “(Kèm theo …”; write 'name' in 'letterhead'"
        )
        yield Diagnostic(Severity.WARNING, message, config.file)
    number = head.number
    if number and "-" not in number:
        message = (
            f"the number “{number}” lacks the letters of the issuing body;"
            " write 'number: …/BC-UBND' in 'letterhead'"
        )
        yield Diagnostic(Severity.WARNING, message, config.file)
