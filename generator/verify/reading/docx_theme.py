"""DOCX: the colours that the theme of a file gives, which Word writes instead of plain ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PART = "word/theme/theme1.xml"
# the names of Word for those of the theme, as long as the settings do not say otherwise
_USUAL = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_SETTINGS = {"bg1": "background1", "t1": "text1", "bg2": "background2", "t2": "text2"}
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a theme by Word's names, as "1F4E79"."""

    colours: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, roots: Mapping[str, etree._Element]) -> Theme:
        """Read the theme of a package; without one no colour is known."""
        root = roots.get(_PART)
        scheme = None if root is None else root.find(f".//{_A}clrScheme")
        if scheme is None:
            return cls()
        plain = {str(one.tag).removeprefix(_A): _plain(one) for one in scheme}
        names = _USUAL | {name: name for name in plain}
        settings = roots.get("word/settings.xml")
        mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
        for key, value in () if mapping is None else mapping.items():
            name = _SETTINGS.get(str(key).removeprefix(W))
            if name:
                names[name] = _USUAL.get(str(value), str(value))
        return cls({name: plain[own] for name, own in names.items() if plain.get(own)})

    def colour(self, node: etree._Element, key: str) -> str:
        """Return the colour of an attribute, made lighter or darker, "" where none is known.

        ``key`` is "theme" for the colour of letters, "themeFill" for a ground.
        """
        name = str(node.get(f"{W}{'themeColor' if key == 'theme' else key}", ""))
        own = self.colours.get(name, "")
        if not own:
            return ""
        parts = [int(own[at : at + 2], 16) for at in (0, 2, 4)]
        tint, shade = node.get(f"{W}{key}Tint"), node.get(f"{W}{key}Shade")
        if tint:
            share = int(str(tint), 16) / _WHITE
            parts = [round(part * share + _WHITE * (1 - share)) for part in parts]
        if shade:
            parts = [round(part * int(str(shade), 16) / _WHITE) for part in parts]
        return "".join(f"{part:02X}" for part in parts)


def _plain(node: etree._Element) -> str:
    """Return a colour of a theme in digits; a colour of the system carries its last one."""
    for one in node:
        return str(one.get("lastClr") or one.get("val") or "")
    return ""
