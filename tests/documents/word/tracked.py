"""A Word file on which people worked: tracked changes beside old figures, and content controls at every level."""

from __future__ import annotations

import re

from renderings.model import Shown

from ..grid import Content, text_of
from .dress import Dress
from .markup import AUTHOR, cell, controlled, deleted, inserted, paragraph, run

_FIGURE = re.compile(r"[0-9]{2,}(?=件)")
_OLD = "70713"


class Tracked(Dress):
    """Every figure is inserted, moved or in a control; the old ones, and one old row, are deleted beside them."""

    def prose(self, text: str) -> str:
        """The first figure is new; at the next comma two paragraphs were joined by deleting the mark."""
        found = _FIGURE.search(text)
        if found is None:
            return controlled(super().prose(text), "段落")
        first, rest = text[: found.start()], text[found.end() :]
        changed = deleted(_OLD) + inserted("".join(map(run, found[0])))
        before, stop, after = rest.partition("，")
        mark = f'<w:rPr><w:del w:id="9" {AUTHOR}/></w:rPr>'
        start = self.runs(first) + changed + self.runs(before + stop)
        return paragraph(start, mark) + paragraph(self.runs(after)) if after else paragraph(start)

    def figure(self, shown: Shown) -> str:
        text = text_of(shown)
        if not text:
            return deleted(_OLD) if self.count % 2 else ""
        digits = "".join(map(run, text))
        return _WAYS[self.count % len(_WAYS)](digits)

    def cell(self, cell: str, content: Content) -> str:
        return controlled(cell, "单元格") if isinstance(content, Shown) and self.count % 4 == 0 else cell

    def row(self, row: str, number: int) -> str:
        """Some rows stand in a control of their own; before one, a row of the old report was deleted."""
        if number == 3 and row.count("<w:tc>") == 8:
            row = _old_row(row) + row
        return controlled(row, "行") if number % 3 == 2 else row

    def table(self, table: str) -> str:
        return controlled(table, "表") if table.count("<w:gridCol ") == 15 else table


def _old_row(row: str) -> str:
    """A deleted row that looks like this one."""
    spans = re.findall(r'<w:gridSpan w:val="(\d+)"/>', row)
    label = cell(paragraph(deleted("一、本年新收政府信息公开申请数量")), 3300, int(spans[0]))
    figures = cell(paragraph(deleted(_OLD)), 900) * 7
    return f'<w:tr><w:trPr><w:del w:id="5" {AUTHOR}/></w:trPr>{label}{figures}</w:tr>'


def _moved(digits: str) -> str:
    return f'<w:moveFrom w:id="3" {AUTHOR}>{run(_OLD)}</w:moveFrom><w:moveTo w:id="4" {AUTHOR}>{digits}</w:moveTo>'


_WAYS = (
    lambda digits: inserted(digits),
    lambda digits: deleted(_OLD) + inserted(digits, 2),
    lambda digits: inserted(digits, 2) + deleted(_OLD),
    lambda digits: controlled(digits, "数字"),
    lambda digits: controlled(deleted(_OLD) + inserted(digits), "数字"),
    lambda digits: inserted(controlled(digits, "数字")),
    _moved,
)
