"""The package around a Word document: its fixed parts, its page, and the archive, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ..grid import Table

_PARTS = Path(__file__).parent / "parts"
_STAMP = (2025, 1, 6, 9, 0, 0)
_FOOTER = '<w:footerReference w:type="default" r:id="rId3"/>'


@dataclass(frozen=True)
class Look:
    """A page in twentieths of a point, and how tables look on it; `label` is the width of a column of labels."""

    page: tuple[int, int] = (11906, 16838)
    margin: int = 1000
    label: int = 1100
    size: int = 21
    borders: bool = True
    repeat: bool = False
    numbered_pages: bool = False

    @property
    def section(self) -> str:
        """The properties of the only section."""
        width, height = self.page
        sides = " ".join(f'w:{side}="{self.margin}"' for side in ("top", "right", "bottom", "left"))
        footer = _FOOTER if self.numbered_pages else ""
        return (
            f'<w:sectPr>{footer}<w:pgSz w:w="{width}" w:h="{height}"/>'
            f'<w:pgMar {sides} w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
        )

    def widths(self, table: Table) -> list[int]:
        """The widths of a table's columns; those of figures share what labels leave."""
        whole = self.page[0] - 2 * self.margin
        label = whole // 4 if table.columns == 4 else self.label
        figures = table.columns - table.labels
        return [label] * table.labels + [(whole - label * table.labels) // figures] * figures


LOOK = Look()


def packed(document: str, look: Look) -> bytes:
    """The archive with these words in its main part."""
    parts = {path.relative_to(_PARTS).as_posix(): path.read_text(encoding="utf-8") for path in _PARTS.rglob("*.xml")}
    parts = {_named(name): text.replace("SIZE", str(look.size)) for name, text in sorted(parts.items())}
    parts["word/document.xml"] = document
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode(), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _named(name: str) -> str:
    """The name of a part in the archive; relations are kept in files that tools do not hide."""
    return {
        "content-types.xml": "[Content_Types].xml",
        "package-relations.xml": "_rels/.rels",
        "document-relations.xml": "word/_rels/document.xml.rels",
    }.get(name, f"word/{name}")
