"""Whether an office's ``reference.docx`` can give a report its look."""

from __future__ import annotations

import zipfile
from pathlib import Path

from lxml import etree

from generator.errors import UsageError
from generator.strict_yaml import YamlDocument

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _STYLES = "word/document.xml", "word/styles.xml"
# what every file that Word has made names, in any language; compared in small letters
_NEEDED = ("normal", "heading 1", "heading 2", "heading 3")


def reference_mistake(doc: YamlDocument, path: Path | None) -> list[UsageError]:
    """Return the mistake of the key ``reference_docx``, none where the file will do."""
    wrong = "" if path is None else _wrong(path)
    if not wrong:
        return []
    return [
        UsageError(
            f"reference_docx: {wrong}",
            location=doc.location(("reference_docx",)),
            expected="a .docx made by Word, its path relative to the project folder",
            hint="save an empty document of the office as .docx",
        )
    ]


def _wrong(path: Path) -> str:
    """Return what is wrong with a reference file, "" for nothing."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in (_TEXT, _STYLES)}
    except FileNotFoundError:
        return f"the file {path.name!r} is not there"
    except KeyError:
        return f"{path.name!r} is no DOCX: text or styles are missing in it"
    except (OSError, ValueError, zipfile.BadZipFile):
        return f"{path.name!r} is no DOCX"
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        roots = [etree.fromstring(part, parser) for part in parts.values()]
    except etree.XMLSyntaxError:
        return f"{path.name!r} is damaged"
    names = {str(name.get(f"{_W}val")).lower() for name in roots[1].iter(f"{_W}name")}
    lacking = [name for name in _NEEDED if name not in names]
    return f"{path.name!r} lacks the style {', '.join(lacking)}" if lacking else ""
