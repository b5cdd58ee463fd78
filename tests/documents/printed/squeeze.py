"""PDFs made small and the same every time, with nothing moved that a reader sees."""

from __future__ import annotations

import io
from pathlib import Path

from .programs import run

_DATE = "D:20250106090000Z"


def distilled(path: Path, folder: Path) -> Path:
    """The file through Ghostscript, which writes LibreOffice's fonts in the smaller format."""
    out = folder / "distilled.pdf"
    run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={out}", str(path)])
    return out


def squeezed(path: Path) -> bytes:
    """The file with its objects compressed, its dates fixed and its metadata gone."""
    import pikepdf

    made = io.BytesIO()
    with pikepdf.open(path) as pdf:
        if "/Metadata" in pdf.Root:
            del pdf.Root["/Metadata"]
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = _DATE
        objects = pikepdf.ObjectStreamMode.generate
        pdf.save(made, object_stream_mode=objects, recompress_flate=True, deterministic_id=True)
    return made.getvalue()
