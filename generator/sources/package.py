"""Office packages (.docx, .xlsx) opened with care: a zip of XML parts.

Nothing is unpacked to disk, nothing is fetched, no entity is resolved; the parts
are bounded in number, in declared size and in the size that is really read.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generator.errors import InputError
from generator.sources.limits import unreadable

MAX_ENTRIES: Final = 8192
MAX_PART_BYTES: Final = 48 * 1024 * 1024
MAX_TOTAL_BYTES: Final = 512 * 1024 * 1024
MAX_RATIO: Final = 250  # deflate reaches about 1000; real XML parts stay below 100
_RATIO_FROM: Final = 1024 * 1024  # small parts may be as empty as they like
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package; ``file`` names it in errors."""

    archive: zipfile.ZipFile
    file: str

    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self.archive.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises InputError."""
        try:
            with self.archive.open(name) as stream:
                data = stream.read(MAX_PART_BYTES + 1)
        except KeyError as exc:
            raise self.broken(f"the part {name!r} is missing") from exc
        except RuntimeError as exc:
            raise self.broken(f"the part {name!r} is encrypted") from exc
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as exc:
            raise self.broken(f"the part {name!r} is damaged") from exc
        if len(data) > MAX_PART_BYTES:
            raise _bomb(self.file)
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root of an XML part. Raises InputError."""
        try:
            root = etree.fromstring(self.read(name), _parser())
        except (etree.XMLSyntaxError, ValueError) as exc:
            raise self.broken(f"the part {name!r} is no proper XML") from exc
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.broken(
                f"the part {name!r} declares a document type, which may hide entities"
            )
        return root

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part that ``part`` ("" for the package) relates to.

        ``kind`` is the last word of the relation's type, such as "footnotes".
        """
        return next((name for one, name in self.targets(part).values() if one == kind), None)

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return kind and name of the parts that ``part`` relates to, by relation id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.archive.NameToInfo:
            return {}
        found = {}
        for relation in self.xml(relations).iter(_RELATIONS):
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                kind = relation.get("Type", "").rpartition("/")[2]
                found[relation.get("Id", "")] = kind, posixpath.normpath(target).lstrip("/")
        return found

    def broken(self, problem: str) -> InputError:
        """Return the error for a damaged package."""
        return unreadable(
            self.file, problem, hint="open it in the program that made it and save it again"
        )


def open_package(data: bytes, file: str) -> Package:
    """Open a package. Raises InputError for what is none and for a zip bomb."""
    if data.startswith(_OLE):
        raise unreadable(
            file,
            "this is a document of an old format, or one with a password",
            hint="open it, take the password off and save it as .docx or .xlsx",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as exc:
        raise unreadable(
            file, "this is no Office document, or it is cut off", hint="get the file again"
        ) from exc
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _bomb(file)
    for entry in entries:
        _check_entry(entry, file)
    return Package(archive, file)


def _check_entry(entry: zipfile.ZipInfo, file: str) -> None:
    """Refuse a part that is locked, packed oddly or blown up."""
    if entry.flag_bits & 0x1:
        raise unreadable(file, "the document is locked with a password", hint="take it off")
    if entry.compress_type not in _METHODS:
        raise unreadable(
            file,
            f"the part {entry.filename!r} is packed in an unusual way",
            hint="open it in the program that made it and save it again",
        )
    large = entry.file_size > _RATIO_FROM
    if large and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        raise _bomb(file)


def _bomb(file: str) -> InputError:
    """Return the error for a package that unpacks to too much."""
    return unreadable(
        file,
        "the document unpacks to far more than a report can hold",
        hint="take out pictures, or split it",
    )


def _parser() -> etree.XMLParser:
    """Return a parser that fetches nothing, resolves nothing and has libxml2's limits."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
