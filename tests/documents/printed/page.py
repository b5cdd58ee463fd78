"""A page made to be printed: its own font, narrow columns of labels, numbers of pages below."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from renderings.model import Shown

from ..grid import Slot, Table
from ..published import Published
from ..web.markup import body, spans
from .font import font_of, in_radicals

_STYLE = """
@font-face { font-family: Report; src: url(data:font/ttf;base64,FONT) }
@page { size: A4; margin: 20mm 16mm; @bottom-center { content: "- " counter(page) " -"; font: 12px Report } }
* { font: 14px/1.6 Report; margin: 0 }
h1 { text-align: center; margin-bottom: 1em }
p { text-indent: 2em }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 6px 0 }
td { vertical-align: middle } td.figure { text-align: center }
"""


def as_page(report: Published, style: str) -> bytes:
    """The page; `style` says how cells look."""
    parts = body(report, "<h2>{}</h2>".format, "<p>{}</p>".format, _table)
    content = in_radicals("\n".join([f"<h1>{escape(report.title)}</h1>", *parts]))
    font = b64encode(font_of(content + "- 0123456789")).decode()
    head = f'<meta charset="utf-8"><title>{report.title}</title><style>{_STYLE.replace("FONT", font)}{style}</style>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{content}</body></html>".encode()


def _table(table: Table) -> str:
    widths = "".join(f'<col style="width: {_width(table, column)}%">' for column in range(table.columns))
    rows = "\n".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in table.rows)
    return f"<table>{widths}\n{rows}\n</table>"


def _width(table: Table, column: int) -> int:
    if table.columns == 4:
        return 25
    return 6 if table.columns == 15 else (8, 9, 20)[column] if column < table.labels else 9


def _cell(slot: Slot) -> str:
    kind = ' class="figure"' if isinstance(slot.content, Shown) else ""
    return f"<td{kind}{spans(slot)}>{escape(slot.text)}</td>"
