"""Bytes to files: whole or not at all.

In: paths and bytes. Out: files in the output folder and its ``manifest.json``.
Knows of no fact and of no format.
"""

from generator.outputs.files import write_files
from generator.outputs.manifest import ManifestEntry, sha256, tree_hash, update_manifest
from generator.outputs.versions import versions

__all__ = ["ManifestEntry", "sha256", "tree_hash", "update_manifest", "versions", "write_files"]
