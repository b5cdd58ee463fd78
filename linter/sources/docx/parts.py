"""Which parts of a Word package hold the text and its styles: found by the package's own relations."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from linter.sources.archive import parse_part

if TYPE_CHECKING:
    from linter.sources.archive import Archive

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "officeDocument"
_STYLES = "styles"
_MAX_RELATIONS = 1_000_000
_USUAL_MAIN = "word/document.xml"


def main_part(archive: Archive, name: str) -> str | None:
    """The part that the package says is its document; the usual one where it does not say; None without any."""
    found = _related(archive, name, "", _MAIN) or _USUAL_MAIN
    return found if found in archive else None


def styles_part(archive: Archive, name: str, main: str) -> str | None:
    """The part with the styles of a main part, if it has one."""
    found = _related(archive, name, main, _STYLES)
    return found if found is not None and found in archive else None


def _related(archive: Archive, name: str, part: str, kind: str) -> str | None:
    """The part that `part`, or the package itself, calls its `kind`, the last word of the relation's type."""
    folder, base = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", base + ".rels")
    if relations not in archive:
        return None
    for relation in parse_part(archive.read(relations, _MAX_RELATIONS), name).iter(_RELATION):
        target, outside = relation.get("Target"), relation.get("TargetMode") == "External"
        if target and not outside and (relation.get("Type") or "").rpartition("/")[2] == kind:
            return posixpath.normpath(posixpath.join("/", folder, unquote(target)))
    return None
