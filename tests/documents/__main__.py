"""Writes the committed files anew; PDFs only where all is there that prints them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .committed import FILES, FOLDER
from .printed import PRINTS, missing
from .published import published


def main() -> None:
    """Writes every file of the set; one line on standard error if PDFs were left as they are."""
    FOLDER.mkdir(exist_ok=True)
    without = missing()
    for name, (report, make) in FILES.items():
        (FOLDER / name).write_bytes(make(published(report)))
    if without:
        sys.stderr.write(f"PDFs are left as they are; not installed: {', '.join(without)}\n")
        return
    for report in ("city_2024", "office_2019"):
        for variant, make_print in PRINTS.items():
            with tempfile.TemporaryDirectory() as folder:
                (FOLDER / f"{report}-{variant}.pdf").write_bytes(make_print(published(report), Path(folder)))


main()
