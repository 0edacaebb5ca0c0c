"""The theme that Word asks for: one font, black, white and our chart colours."""

from __future__ import annotations

from generator.charts.style import fill
from generator.renderers.docx import measures as m

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
# dark 1, light 1, dark 2, light 2, accents 1 to 6, link, followed link
_SLOTS = (
    ("dk1", "000000"),
    ("lt1", "FFFFFF"),
    ("dk2", "000000"),
    ("lt2", "E7E6E6"),
    *((f"accent{at}", fill(at - 1).lstrip("#").upper()) for at in range(1, 7)),
    ("hlink", "000000"),
    ("folHlink", "000000"),
)


def theme_xml() -> str:
    """Return ``a:theme`` (CT_OfficeStyleSheet) as text, without any gradient or shade."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in _SLOTS)
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        f'<a:theme xmlns:a="{_A}" name="ND30"><a:themeElements>'
        f'<a:clrScheme name="ND30">{colours}</a:clrScheme>'
        f'<a:fontScheme name="ND30"><a:majorFont>{_FONT}</a:majorFont>'
        f"<a:minorFont>{_FONT}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="ND30"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


_FONT = f'<a:latin typeface="{m.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
