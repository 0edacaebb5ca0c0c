"""The elements of the block dialect with their attributes; a misspelt one is an error.

``templates/README.md`` describes the same list for authors of templates.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.config.nearest import did_you_mean
from generator.errors import RenderError

ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "letterhead": (),
    "title": ("kind",),
    "addressees": (),
    "contents": ("title",),
    "h1": ("id",),
    "h2": ("id",),
    "h3": ("id",),
    "p": ("role", "keep"),
    "table": ("id", "unit", "source", "size"),
    "caption": (),
    "col": ("width", "align"),
    "thead": (),
    "tbody": (),
    "tr": ("bold",),
    "th": ("colspan", "rowspan", "align"),
    "td": ("colspan", "rowspan", "align"),
    "chart": ("id", "source"),
    "keyfigures": ("columns",),
    "key": ("label",),
    "remark": (),
    "signature": (),
    "appendix": ("id", "title", "info", "orientation"),
    "b": (),
    "i": (),
    "br": (),
    "data": ("figure",),
    "note": (),
    "ref": ("to",),
}


def check_names(root: etree._Element, template: str) -> None:
    """Refuse attributes that an element does not know; they would be lost in silence.

    Unknown elements are left to the parser, which knows where each may stand. Raises
    RenderError with the nearest known name.
    """
    for element in root.iter("*"):
        known = ATTRIBUTES.get(str(element.tag))
        for name in element.attrib if known is not None and element is not root else ():
            if name not in (known or ()):
                raise RenderError(
                    f"the template {template} gives <{element.tag}> the unknown attribute {name!r}",
                    expected="one of " + ", ".join(known) if known else "no attribute",
                    hint=did_you_mean(str(name), known or ()),
                )
