"""A page as written by hand: end tags left out, no bodies of tables, labels broken with <br>."""

from __future__ import annotations

from html import escape

from ..grid import Slot, Table
from ..published import Published
from .markup import body, spans


def minimal(report: Published) -> bytes:
    """The report as a page in UTF-8 that declares nothing."""
    parts = body(report, "<h2>{}</h2>".format, "<p>{}".format, _table)
    page = ["<HTML>", f"<title>{report.title}</title>", f"<h1 align=center>{report.title}</h1>", *parts]
    return ("\n".join(page) + "\n</HTML>\n").encode()


def _table(table: Table) -> str:
    rows = ["<tr>" + "".join(map(_cell, row)) for row in table.rows]
    return "\n".join(["<table border=1>", *rows, "</table>"])


def _cell(slot: Slot) -> str:
    text = escape(slot.text)
    if len(text) > 18:
        text = f"{text[:12]}<br>\n{text[12:]}"
    return f"<td{spans(slot, '')}>{text}"
