"""Fields that a paragraph marks from run to run: Word writes their results anew, with whatever stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rendering.wordcomments.elements import name_of, parent_of

if TYPE_CHECKING:
    from lxml import etree

_MARK = "fldChar"
_LASTING = "HYPERLINK"
"""The one kind whose result is written by people."""


def field_around(sibling: etree._Element, element: etree._Element) -> tuple[etree._Element, etree._Element] | None:
    """The siblings of an element in which the outermost field around it begins and ends; `element` is what that field
    shows, in `sibling` or the same. None where no field does both among them."""
    opened: list[_Field] = []
    around: list[_Field] = []
    for one in parent_of(sibling):
        for part in one.iter():
            name = name_of(part)
            if part is element:
                around = list(opened)
            elif name == "instrText" and opened:
                opened[-1].code += part.text or ""
            elif name == _MARK:
                kind = next((value for key, value in part.items() if key.endswith("}fldCharType")), None)
                if kind == "begin":
                    opened.append(_Field(one))
                elif kind == "end" and opened:
                    opened.pop().end = one
    ended = [field for field in around if field.end is not None and not field.lasts]
    return (ended[0].begin, ended[0].end) if ended and ended[0].end is not None else None


class _Field:
    """A field as it is read."""

    def __init__(self, begin: etree._Element) -> None:
        self.begin = begin
        self.end: etree._Element | None = None
        self.code = ""

    @property
    def lasts(self) -> bool:
        return self.code.strip().upper().startswith(_LASTING)
