"""Zip files whose bytes depend on their content only."""

from __future__ import annotations

import io
import zipfile

_CONTENT_TYPES = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(parts: dict[str, bytes]) -> bytes:
    """Return a zip of the parts: sorted, content types first, time and mode fixed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            archive.writestr(_entry(name), parts[name], zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip, name → content."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repack(data: bytes) -> bytes:
    """Return the same zip content in its one normal form."""
    return pack(unpack(data))


def _entry(name: str) -> zipfile.ZipInfo:
    """Return the header of one entry, the same on every system."""
    info = zipfile.ZipInfo(name, date_time=_EPOCH)
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
