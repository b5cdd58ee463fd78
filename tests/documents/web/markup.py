"""What the styles of markup share: spans of cells, and the parts of a report in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from ..grid import Slot, Table, text_of
from ..published import Published


def spans(slot: Slot, quote: str = '"') -> str:
    """The attributes for how far a cell reaches, with a blank before each."""
    across = f" colspan={quote}{slot.across}{quote}" if slot.across > 1 else ""
    down = f" rowspan={quote}{slot.down}{quote}" if slot.down > 1 else ""
    return across + down


def body(
    report: Published,
    heading: Callable[[str], str],
    paragraph: Callable[[str], str],
    table: Callable[[Table], str],
) -> Iterator[str]:
    """The preamble, the six sections and the signature, each part by its function; the title is left out."""
    yield from (paragraph(escape(text)) for text in report.preamble)
    for label, content in report.sections:
        yield heading(escape(text_of(label)))
        if isinstance(content, Table):
            yield table(content)
        else:
            yield from (paragraph(escape(text)) for text in content)
    yield from (paragraph(escape(text)) for text in (report.signed, report.date))
