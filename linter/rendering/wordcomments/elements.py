"""Small questions to the elements of a Word part."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree


def name_of(element: etree._Element) -> str:
    """An element's tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def space_of(element: etree._Element) -> str:
    """The namespace of an element's tag, in braces."""
    return str(element.tag).rpartition("}")[0] + "}"


def value_of(element: etree._Element, name: str) -> str | None:
    """An attribute in the namespace of its element, as Word has them all."""
    return element.get(space_of(element) + name)


def parent_of(element: etree._Element) -> etree._Element:
    """The element around one that has some."""
    parent = element.getparent()
    assert parent is not None
    return parent


def nearest(element: etree._Element, name: str) -> etree._Element | None:
    """The innermost element of Word's with this name around another."""
    return next(element.iterancestors(space_of(element) + name), None)


def put_after(element: etree._Element, new: etree._Element) -> None:
    """Puts a new element between one and the white space that follows it."""
    tail, element.tail = element.tail, None
    element.addnext(new)
    new.tail = tail


def take_out(element: etree._Element) -> None:
    """Removes an element and leaves the white space that follows it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail
    if parent is None:
        return
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
