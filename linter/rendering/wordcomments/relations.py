"""How the parts of a Word file find each other: from the text to its comments, and what kind of part each is."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from linter.sources.docx.namespaces import STRICT

if TYPE_CHECKING:
    from linter.rendering.wordcomments.package import Package

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


def related(package: Package, kind: str) -> str | None:
    """The part that the text calls its `kind`, the last word of the relation's type, if there is one."""
    if _relations_of(package) not in package:
        return None
    for relation in package.part(_relations_of(package)).iter(f"{{{_RELATIONS}}}Relationship"):
        target = relation.get("Target")
        if target and (relation.get("Type") or "").rpartition("/")[2] == kind:
            part = posixpath.normpath(posixpath.join("/", posixpath.dirname(package.main), unquote(target)))
            return part.lstrip("/") if part in package else None
    return None


def add_comments_part(package: Package, root: etree._Element) -> str:
    """Makes a part of comments beside the text, and tells the text and the package about it; the part."""
    folder, number = posixpath.dirname(package.main), 0
    while (part := posixpath.join(folder, f"comments{number or ''}.xml")) in package:
        number += 1
    package.add(part, root)
    _relate(package, posixpath.basename(part))
    _declare(package, part)
    return part


def _relate(package: Package, target: str) -> None:
    part = _relations_of(package)
    if part not in package:
        package.add(part, etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS}))
    root, number = package.part(part), 1
    taken = {relation.get("Id") for relation in root}
    while f"rId{number}" in taken:
        number += 1
    relation = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship")
    relation.set("Id", f"rId{number}")
    relation.set("Type", _STRICT_KIND if package.word == STRICT else _KIND)
    relation.set("Target", target)
    package.touch(part)


def _declare(package: Package, part: str) -> None:
    if _TYPES not in package:
        return
    root, name = package.part(_TYPES), f"/{part}"
    override = str(root.tag).replace("}Types", "}Override")
    if any((known.get("PartName") or "").lower() == name.lower() for known in root.iter(override)):
        return
    declared = etree.SubElement(root, override)
    declared.set("PartName", name)
    declared.set("ContentType", _TYPE)
    package.touch(_TYPES)


def _relations_of(package: Package) -> str:
    folder, base = posixpath.split(package.main)
    return posixpath.join(folder, "_rels", base + ".rels")
