"""The names of WordprocessingML in its two dialects: transitional, which everyone writes, and strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_MATH = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/math",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/math",
}
_OFF = frozenset({"0", "false", "off"})


def word_of(root: etree._Element) -> str:
    """The namespace of a Word part's elements, empty for a root that is none of Word's."""
    namespace = str(root.tag).rpartition("}")[0].removeprefix("{")
    return namespace if namespace in _MATH else ""


def math_of(word: str) -> str:
    """The namespace of formulas that goes with one of Word's."""
    return _MATH[word]


def is_on(element: etree._Element, w: str) -> bool:
    """Whether a switch such as `w:vanish` is on; it is unless its value, an attribute in `w`, says that it is off."""
    return (element.get(w + "val") or "1").lower() not in _OFF


def number(element: etree._Element, attribute: str, default: int) -> int:
    """An attribute that is a whole number; `default` where it is missing, none or absurdly long."""
    value = (element.get(attribute) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 10 else default


def tag_above(element: etree._Element, levels: int) -> str:
    """The tag of the element so many levels above, empty above the root."""
    for _ in range(levels):
        parent = element.getparent()
        if parent is None:
            return ""
        element = parent
    return str(element.tag)
