"""Styles resolved: document defaults, chains of styles, direct formatting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.sources.package import Package
from generator.verify.layout.word.xml import W, attribute, local, switched

_DEEPEST = 40
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
Chain = tuple[etree._Element, ...]  # noqa: SLF001 the library names its class so


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by id, its defaults and the fonts of its theme."""

    by_id: Mapping[str, etree._Element]
    defaults: Mapping[str, str]
    run_default: Chain
    paragraph_default: Chain
    theme: Mapping[str, str]

    def chain(self, style: str | None, kind: str, part: str) -> Chain:
        """Return the ``part`` (pPr or rPr) of a style and of all that it is based on."""
        found: list[etree._Element] = []
        name = style if style in self.by_id else self.defaults.get(kind)
        for _ in range(_DEEPEST):
            node = self.by_id.get(name or "")
            if node is None:
                break
            found.extend(one for one in node if local(one) == part)
            name = attribute(node.find(f"{W}basedOn"), "val")
        return tuple(found)

    def name_of(self, style: str | None) -> str:
        """Return the name of a style in lower case, "" for none."""
        node = self.by_id.get(style or "")
        return "" if node is None else (attribute(node.find(f"{W}name"), "val") or "").lower()


def load_styles(package: Package, document: str) -> Styles:
    """Read the styles and the theme of a document. Raises InputError."""
    part = package.related(document, "styles")
    root = package.xml(part) if part in package.names() and part else None
    nodes = list(root.iter(f"{W}style")) if root is not None else []
    return Styles(
        by_id={attribute(node, "styleId") or "": node for node in nodes},
        defaults={
            attribute(node, "type") or "": attribute(node, "styleId") or ""
            for node in nodes
            if attribute(node, "default") in ("1", "true", "on")
        },
        run_default=_default(root, "rPr"),
        paragraph_default=_default(root, "pPr"),
        theme=_theme(package, document),
    )


def _default(root: etree._Element | None, part: str) -> Chain:
    """Return the document's default properties."""
    found = root.find(f"{W}docDefaults/{W}{part}Default/{W}{part}") if root is not None else None
    return () if found is None else (found,)


def _theme(package: Package, document: str) -> dict[str, str]:
    """Return the Latin fonts of the theme: major and minor."""
    part = package.related(document, "theme")
    if not part or part not in package.names():
        return {}
    root = package.xml(part)
    found = {}
    for kind in ("major", "minor"):
        node = root.find(f".//{_A}{kind}Font/{_A}latin")
        if node is not None:
            found[kind] = str(node.get("typeface", ""))
    return found


def nearest(chain: Iterable[etree._Element], name: str, attr: str = "val") -> str | None:
    """Return an attribute of the first property in a chain that gives it."""
    values = (attribute(node.find(f"{W}{name}"), attr) for node in chain)
    return next((value for value in values if value is not None), None)


def toggled(direct: Chain, character: Chain, paragraph: Chain, default: Chain, name: str) -> bool:
    """Return the state of bold, italic, caps …: two styles that set it undo each other."""
    own = _first(direct, name)
    if own is not None:
        return own
    styled = bool(_first(character, name)) != bool(_first(paragraph, name))
    given = [_first(chain, name) for chain in (character, paragraph)]
    return styled if given != [None, None] else bool(_first(default, name))


def _first(chain: Chain, name: str) -> bool | None:
    """Return the state in the first properties that set it."""
    states: Iterator[bool | None] = (switched(node.find(f"{W}{name}")) for node in chain)
    return next((state for state in states if state is not None), None)


def font_of(chain: Chain, theme: Mapping[str, str], *, plain: bool) -> str:
    """Return the family for plain ASCII, or for the other letters, of a chain of properties."""
    name = "ascii" if plain else "hAnsi"
    for node in chain:
        fonts = node.find(f"{W}rFonts")
        themed = attribute(fonts, f"{name}Theme")
        if themed:
            return theme.get("major" if themed.startswith("major") else "minor", themed)
        family = attribute(fonts, name)
        if family:
            return family
    return "Times New Roman"  # what Word takes where nothing is said
