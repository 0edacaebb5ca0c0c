"""HTML elements as values: what is plain text is escaped here and only here."""

from __future__ import annotations

from html import escape

from generator.renderers.acts import parted

Value = str | int | bool | None

_VOID = frozenset({"br", "col", "meta"})


class Html(str):
    """Text that is HTML already; any other ``str`` is escaped when it enters one."""

    __slots__ = ()


def fragment(*parts: str) -> Html:
    """Join parts; a part that is not ``Html`` is escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))


def element(name: str, /, *children: str, **attributes: Value) -> Html:
    """Return one element with its children.

    Attribute names may end in "_" (``class_``) and hold "_" for "-"; False,
    None and "" leave an attribute out, True writes its bare name.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{fragment(*children)}</{name}>")


def unbroken(text: str) -> Html:
    """Return a text in which no line ends inside the number of an act or at a hyphen."""
    return fragment(
        *(
            element("span", words, class_="whole") if is_whole else words
            for words, is_whole in parted(text)
        )
    )


def lines(text: str) -> Html:
    """Return a text whose line ends are kept."""
    return Html("<br>".join(escape(line) for line in text.split("\n")))


def _attribute(key: str, value: Value) -> str:
    """Return one attribute with a space before it, "" where it is left out."""
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False or value == "":
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
