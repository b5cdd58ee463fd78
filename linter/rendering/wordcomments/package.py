"""A Word file as its parts: those that comments touch are parsed and written anew, the others carried over."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from linter.sources.archive import open_archive, parse_part
from linter.sources.docx import main_root
from linter.sources.docx.namespaces import word_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURES = "_xmlsignatures/"
_DECLARATION = re.compile(rb"<\?xml[^>]*\?>\s*")
_UTF_8 = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Package:
    """An archive, `main`, the part that holds its text, and the `root` of that; raises UnreadableError."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data
        self._archive = open_archive(data, name)
        main, self.root = main_root(self._archive, name)
        self.main = main.lstrip("/")
        self.word = word_of(self.root)
        self._roots = {_key(self.main): self.root}
        self._touched: dict[str, str] = {}

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._roots or part in self._archive

    @property
    def signed(self) -> bool:
        """Whether somebody signed it."""
        return any(_key(info.filename).startswith(_SIGNATURES) for info in self._entries())

    def part(self, part: str) -> etree._Element:
        """The root of an XML part."""
        if _key(part) not in self._roots:
            self._roots[_key(part)] = parse_part(self._archive.read(part), self.name)
        return self._roots[_key(part)]

    def add(self, part: str, root: etree._Element) -> None:
        """A part that the archive does not have yet."""
        self._roots[_key(part)] = root
        self.touch(part)

    def touch(self, part: str) -> None:
        """The part was changed and is to be written anew."""
        self._touched[_key(part)] = part

    def data(self) -> bytes:
        """The archive with what was changed: parts in the same order, each stamped and packed as it was, new ones
        last and stamped like the text."""
        if not self._touched:
            return self._data
        made, stamp, written = io.BytesIO(), (1980, 1, 1, 0, 0, 0), set()
        with zipfile.ZipFile(made, "w") as archive:
            for info in self._entries():
                key = _key(info.filename)
                archive.writestr(copy.copy(info), self._written(key, info.filename))
                written.add(key)
                stamp = info.date_time if key == _key(self.main) else stamp
            for key, part in self._touched.items():
                if key not in written:
                    archive.writestr(zipfile.ZipInfo(part, stamp), self._written(key, part), zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def _entries(self) -> Iterator[zipfile.ZipInfo]:
        yield from zipfile.ZipFile(io.BytesIO(self._data)).infolist()

    def _written(self, key: str, part: str) -> bytes:
        old = self._archive.read(part) if part in self._archive else _UTF_8
        return serialised(self._roots[key], old) if key in self._touched else old


def serialised(root: etree._Element, old: bytes) -> bytes:
    """A part under the declaration, and in the encoding, that it had."""
    tree = root.getroottree()
    encoding = tree.docinfo.encoding or "UTF-8"
    declared = _DECLARATION.match(old.removeprefix(b"\xef\xbb\xbf"))
    if encoding.upper() == "UTF-8" and declared:
        return declared[0] + etree.tostring(tree, encoding="UTF-8", xml_declaration=False)
    return etree.tostring(tree, encoding=encoding, xml_declaration=True, standalone=tree.docinfo.standalone)


def _key(part: str) -> str:
    """Parts are named without regard to case."""
    return part.replace("\\", "/").lstrip("/").lower()
