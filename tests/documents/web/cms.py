"""A page out of a content system, with all its furniture around the report."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from ..grid import Slot, Table
from ..published import Published, title
from .markup import body, spans

_PAGE = Template(Path(__file__).with_name("cms.html").read_text(encoding="utf-8").replace("$TITLE_", "${TITLE}_"))


def cms(report: Published) -> bytes:
    """The report inside the site's page, beside the titles of other years' reports."""
    parts = body(report, _heading, _paragraph, _table)
    page = _PAGE.substitute(
        TITLE=report.title,
        AGENCY=report.agency,
        SIGNED=report.signed,
        NEXT=report.year + 1,
        OTHERS="\n".join(_other(report, report.year - back) for back in (-1, 1, 2, 3)),
        BODY="\n".join(parts),
    )
    return page.encode()


def _other(report: Published, year: int) -> str:
    name = title(report.agency, year)
    return f'<li><a href="/zwgk/nb/t{year}.html" title="{name}">{name}</a><span>{year + 1}-03-29</span></li>'


def _paragraph(text: str) -> str:
    return f'<p style="text-indent: 2em;"><span style="font-size: 16pt;">\u3000\u3000{text}</span></p>'


def _heading(text: str) -> str:
    return f'<p style="text-indent: 2em;"><strong><span>{text}</span></strong></p>\n<p>&nbsp;</p>'


def _table(table: Table) -> str:
    head = "\n".join(_row(row) for row in table.rows[: table.heads])
    rows = "\n".join(_row(row) for row in table.rows[table.heads :])
    head = f"<thead>\n{head}\n</thead>\n" if head else ""
    return f'<div class="scroll"><table class="ke-zeroborder" border="1">{head}<tbody>\n{rows}\n</tbody></table></div>'


def _row(row: tuple[Slot, ...]) -> str:
    return "<tr>" + "".join(map(_cell, row)) + "</tr>"


def _cell(slot: Slot) -> str:
    text = escape(slot.text)
    inner = f'<p style="text-align: center;"><span>{text}</span></p>' if text else "<p>&nbsp;</p>"
    return f"<td{spans(slot)}>{inner}</td>"
