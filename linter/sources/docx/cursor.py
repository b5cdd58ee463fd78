"""A walk over the elements of a Word part in document order, which may skip what is not shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from linter.sources.docx.namespaces import word_of
from linter.sources.docx.origin import anchor_tags

if TYPE_CHECKING:
    from lxml import etree

    Handlers = Mapping[str, Callable[[etree._Element], None]]


class Cursor:
    """Counts the elements that a TextRun may point to, those that are skipped too."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._anchors = anchor_tags(word_of(root))
        self._ordinal = 0

    def run(self, starts: Handlers, ends: Handlers) -> None:
        """Calls the handlers of the elements that begin and end; without recursion, however deep they are."""
        from lxml import etree

        tags = list(starts.keys() | ends.keys())
        self._events = etree.iterwalk(self._root, events=("start", "end"), tag=tags)
        for event, element in self._events:
            handler = (starts if event == "start" else ends).get(str(element.tag))
            if handler is not None:
                handler(element)

    def take(self) -> int:
        """The ordinal of the element at hand, which is one that counts."""
        self._ordinal += 1
        return self._ordinal - 1

    def skip(self, element: etree._Element) -> None:
        """What is in the element at hand, which is none that counts, is not shown."""
        self._ordinal += sum(1 for _ in element.iter(*self._anchors))
        self._events.skip_subtree()
