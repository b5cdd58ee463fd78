"""The elements of a Word document as strings."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
AUTHOR = 'w:author="审稿人" w:date="2025-01-06T09:00:00Z"'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r>{_wrapped("rPr", properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{_wrapped('pPr', properties)}{content}</w:p>"


def numbered(list_id: int, level: int) -> str:
    """The property of a paragraph that Word numbers by itself."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def cell(content: str, width: int, across: int = 1, merge: str = "") -> str:
    """A cell; `merge` is ``restart`` or ``continue`` for one that is merged downwards."""
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}</w:tcPr>{content}</w:tc>'


def row(cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr>{_wrapped('trPr', properties)}{cells}</w:tr>"


def table(rows: str, widths: list[int], *, borders: bool = True) -> str:
    """A table of fixed column widths."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    drawn = f"<w:tblBorders>{lines}</w:tblBorders>" if borders else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{drawn}<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def inserted(content: str, number: int = 1) -> str:
    """Runs that were inserted while changes were tracked."""
    return f'<w:ins w:id="{number}" {AUTHOR}>{content}</w:ins>'


def deleted(text: str, number: int = 1) -> str:
    """Text that was deleted while changes were tracked."""
    return f'<w:del w:id="{number}" {AUTHOR}><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'


def controlled(content: str, tag: str) -> str:
    """A content control around whatever it is."""
    return f"<w:sdt><w:sdtPr><w:tag w:val={quoteattr(tag)}/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _wrapped(name: str, content: str) -> str:
    return f"<w:{name}>{content}</w:{name}>" if content else ""
