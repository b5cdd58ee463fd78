"""Where in a paragraph a comment may begin and end.

Its marks stand between runs, also inside a link, a tracked insertion or a content control, but neither in a text box
nor in a formula. What Word fills in by itself, such as a field's result, would lose it there, and LibreOffice loses it
in a smart tag too: then it goes around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.wordcomments.elements import name_of, space_of
from linter.rendering.wordcomments.fieldmarks import field_around

if TYPE_CHECKING:
    from lxml import etree

_OPEN = frozenset({"hyperlink", "ins", "moveTo", "sdt", "sdtContent"})
_FILLED_IN = frozenset({"dataBinding", "text", "date", "comboBox", "dropDownList", "checkbox", "showingPlcHdr"})
_BOX = "txbxContent"


class Stretch(NamedTuple):
    """The first and the last of the elements that a comment goes around as a whole."""

    first: etree._Element
    last: etree._Element


def path_of(element: etree._Element) -> list[etree._Element]:
    """From an element up to the paragraph that holds it, or the text box in which it stands; empty where none does."""
    path = [element, *element.iterancestors()]
    boxes = [place for place, one in enumerate(path) if name_of(one) == _BOX]
    begin = boxes[-1] if boxes else 0
    end = next((place for place in range(begin, len(path)) if name_of(path[place]) == "p"), -1)
    return path[: end + 1]


def whole_around(element: etree._Element) -> Stretch | None:
    """What a comment on something inside a paragraph must go around; None where it may stand beside the run of it."""
    path = path_of(element)
    beside = path[1] if _is_run(path[1], path[-1]) else element
    closed = [one for one in path[:-1] if one not in (element, beside) and not _is_open(one)]
    outermost = closed[-1] if closed else beside
    field = field_around(outermost, element)
    if field is not None:
        return Stretch(*field)
    return Stretch(outermost, outermost) if closed else None


def _is_run(element: etree._Element, paragraph: etree._Element) -> bool:
    """Not one of a formula, which has runs of its own."""
    return name_of(element) == "r" and space_of(element) == space_of(paragraph)


def _is_open(element: etree._Element) -> bool:
    """Whether marks of comments may stand in it."""
    if name_of(element) != "sdt":
        return name_of(element) in _OPEN
    properties = [one for one in element if name_of(one) == "sdtPr"]
    return not any(name_of(one) in _FILLED_IN for several in properties for one in several)
