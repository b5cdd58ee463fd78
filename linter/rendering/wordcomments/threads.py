"""What newer Words keep about comments beside their words: who answers whom, what is settled, and lasting ids.

The answers lie in `commentsExtended` and name a comment by the id of its last paragraph; `commentsIds` gives that a
lasting one, by which `commentsExtensible` knows it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from linter.rendering.wordcomments.relations import related

if TYPE_CHECKING:
    from lxml import etree

    from linter.rendering.wordcomments.package import Package

_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Threads:
    """The conversations of a Word file."""

    def __init__(self, package: Package) -> None:
        self._package = package

    def name(self, comment: etree._Element) -> str | None:
        """What the other parts call a comment; None where no Word that knows them has saved it."""
        ids = [found for element in comment.iter() if (found := element.get(_PARAGRAPH))]
        return ids[-1].upper() if ids else None

    def answered(self, comments: Iterable[etree._Element]) -> set[str | None]:
        """The names of what these comments are answers to."""
        names = {self.name(comment) for comment in comments} - {None}
        entries = self._entries("commentsExtended")
        return {_value(entry, "paraIdParent") for entry in entries if _value(entry, "paraId") in names} - {None}

    def forget(self, comments: Iterable[etree._Element]) -> None:
        """Takes out what is kept about comments that go."""
        names = {self.name(comment) for comment in comments} - {None}
        if not names:
            return
        lasting = {
            _value(entry, "durableId") for entry in self._entries("commentsIds") if _value(entry, "paraId") in names
        }
        self._drop("commentsExtended", "paraId", names)
        self._drop("commentsIds", "paraId", names)
        self._drop("commentsExtensible", "durableId", lasting - {None})

    def _drop(self, kind: str, key: str, gone: Collection[str | None]) -> None:
        part = related(self._package, kind)
        entries = [entry for entry in self._entries(kind) if _value(entry, key) in gone]
        for entry in entries:
            self._package.part(part or "").remove(entry)
        if part is not None and entries:
            self._package.touch(part)

    def _entries(self, kind: str) -> list[etree._Element]:
        part = related(self._package, kind)
        return [] if part is None else list(self._package.part(part))


def _value(entry: etree._Element, name: str) -> str | None:
    """An attribute in the namespace of its element."""
    value = entry.get(str(entry.tag).rpartition("}")[0] + "}" + name)
    return value.upper() if value else None
