"""The programs that convert and print, each with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

PROGRAMS = ("soffice", "chromium", "gs")
_PACKAGES = ("fontTools", "pikepdf")
_SECONDS = 120


def missing() -> list[str]:
    """What is not installed of all that is needed to print."""
    programs = [name for name in PROGRAMS if shutil.which(name) is None]
    return programs + [name for name in _PACKAGES if find_spec(name) is None]


def converted(path: Path, kind: str, folder: Path) -> Path:
    """The file in another format, by LibreOffice; it stands in a folder of its own."""
    out = folder / "converted"
    profile = f"-env:UserInstallation={(folder / 'office').resolve().as_uri()}"
    run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)])
    return out / f"{path.stem}.{kind}"


def printed(path: Path, folder: Path) -> Path:
    """The page as a PDF, by Chromium."""
    out = folder / "printed.pdf"
    headless = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}"]
    run(["chromium", *headless, "--no-pdf-header-footer", f"--print-to-pdf={out}", str(path)])
    return out


def run(command: Sequence[str]) -> None:
    """Runs a program and waits for it."""
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True)
