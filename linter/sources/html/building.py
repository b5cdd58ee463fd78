"""Keeps what is visible of a page while the parser tells of its tags and texts one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from linter.patterns import compiled
from linter.sources.html.elements import cell, is_hidden, other
from linter.sources.html.limits import MAX_DEPTH, MAX_ITEMS, MAX_TABLES_DEEP, MAX_TEXT
from linter.sources.html.page import BLANK, LINE_END, TAB, WRAP, Element, Item, Page, Piece
from linter.sources.html.scanning import BLANKS, Scanner
from linter.sources.html.spot import Spot
from linter.sources.html.tags import CELLS, DROPPED, OBJECTS, PRE, RAW, ROW_GROUPS
from linter.sources.interface import UnreadableError

_STRETCH = compiled(rf"[^{BLANKS}]++(?: [^{BLANKS}]++)*+|[{BLANKS}]++")
_PRE_STRETCH = compiled(rf"[^{BLANKS}]++(?: [^{BLANKS}]++)*+|\r?\n|\t| ++|[\r\f]")
_OBJECT = "□"
"""Stands for a picture or a control, which a reader of text cannot read."""
_BLANK_TEXT = " \f\n\t\r\xa0"
_COUNTED = RAW | PRE | {"table"}
_NO_BLANKS = ROW_GROUPS | {"table", "tr", "html", "head"}
_TOO_DEEP = (
    "网页的标签嵌套太深，无法读取，请在浏览器中打开后另存为文本"
    " (elements are nested too deep; save the page as text from a browser)"
)
_TOO_MUCH = (
    "网页的内容太多，不像是一份年度报告，请只留报告本身 (too many elements for a report's page; keep the report only)"
)
_TOO_LONG = "网页的文字太多，不像是一份年度报告，请只留报告本身 (too much text for a report; keep the report only)"

_Open = tuple[str, int, bool, bool]
"""An element that has begun: its tag, how many items stand before it, whether it is one, whether it is hidden."""


class Builder:
    """What the parser tells its events to; raises UnreadableError where a limit is passed."""

    def __init__(self, scanner: Scanner, name: str) -> None:
        self._scanner = scanner
        self._name = name
        self._items: list[Item] = []
        self._ends: list[int] = []
        self._open: list[_Open] = []
        self._raw = self._pre = self._tables = 0
        self._done = self._letters = 0
        # How many items stood before the last picture or control.
        self._objects = -1

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        mark = len(self._items)
        if tag in OBJECTS and attributes.get("type") != "hidden":
            self._objects = mark
        known = True
        if tag in CELLS:
            self._add(cell(tag, attributes, self._scanner.cell()))
        elif element := other(tag, attributes):
            self._add(element)
        else:
            known = False
            self._count_item()
        if tag in _COUNTED:
            self._count(tag, 1)
        self._open.append((tag, mark, known, tag in DROPPED or bool(attributes) and is_hidden(attributes)))
        if len(self._open) > MAX_DEPTH or self._tables > MAX_TABLES_DEEP:
            raise UnreadableError(self._name, _TOO_DEEP)

    def end(self, _tag: str) -> None:
        if not self._open:
            return
        tag, mark, known, hidden = self._open.pop()
        if tag in _COUNTED:
            self._count(tag, -1)
        if hidden:
            del self._items[mark:], self._ends[mark:]
            return
        if tag in CELLS and self._objects > mark and not self._written(mark):
            self._add(Piece(_OBJECT, self._spot(mark)))
        if known:
            self._ends[mark] = len(self._items)

    def _written(self, mark: int) -> bool:
        return any(isinstance(item, Piece) and item.text.strip(_BLANK_TEXT) for item in self._items[mark:])

    def _spot(self, mark: int) -> Spot | None:
        cell = self._items[mark]
        return cell.spot if isinstance(cell, Element) else None

    def data(self, data: str) -> None:
        if self._raw or not self._open:
            return
        self._letters += len(data)
        if self._letters > MAX_TEXT:
            raise UnreadableError(self._name, _TOO_LONG)
        for text in (_PRE_STRETCH if self._pre else _STRETCH).findall(data):
            if text[0] not in BLANKS:
                for piece in self._scanner.find(text):
                    self._add(piece)
            elif self._pre:
                self._add(LINE_END if "\n" in text else TAB if text == "\t" else Piece(" " * len(text), None))
            elif self._open[-1][0] not in _NO_BLANKS:
                self._add(WRAP if "\n" in text else BLANK)

    def close(self) -> None:
        """The end of the page, and of whatever is still open."""
        while self._open:
            self.end(self._open[-1][0])

    def page(self) -> Page:
        """What was kept."""
        return Page(self._items, self._ends)

    def _count(self, tag: str, step: int) -> None:
        self._raw += step if tag in RAW else 0
        self._pre += step if tag in PRE else 0
        self._tables += step if tag == "table" else 0

    def _add(self, item: Item) -> None:
        self._items.append(item)
        self._ends.append(len(self._items))
        self._count_item()

    def _count_item(self) -> None:
        self._done += 1
        if self._done > MAX_ITEMS:
            raise UnreadableError(self._name, _TOO_MUCH)
