"""LibreOffice as a program: where it is, and one conversion at a time in a profile that nobody else uses."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from linter.sources.text import MAX_BYTES

SLOWEST = 60.0
"""Seconds that a conversion may take: two are usual, a first start on a slow disk takes ten times as long."""

_NAMES = ("soffice.com", "soffice") if sys.platform == "win32" else ("soffice", "libreoffice")
# Nothing is fetched, run or brought up to date: a report may come from anybody.
_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
    ("Common/Misc", "FirstRun", "false"),
)
_NO_NETWORK = (("ooInetProxyType", "2"), ("ooInetHTTPProxyName", "127.0.0.1"), ("ooInetHTTPProxyPort", "9"),
               ("ooInetHTTPSProxyName", "127.0.0.1"), ("ooInetHTTPSProxyPort", "9"))  # fmt: skip
_ITEM = '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)


class SlowError(Exception):
    """The conversion took longer than SLOWEST and was ended."""


def find_suite() -> str | None:
    """The program by the search path, else where installers put it; None where there is none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((str(place) for place in _usual_places() if place.is_file()), None)


def convert(program: str, document: Path) -> bytes | None:
    """A document as .docx, made in its own folder; None if nothing comes of it. Raises SlowError."""
    folder = document.parent
    profile = folder / "profile"
    _write_profile(profile)
    made = folder / "made" / f"{document.stem}.docx"
    command = [
        *(program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent), str(document)),
    ]
    if not _run(command, folder):
        return None
    try:
        return made.read_bytes() if made.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")]
        return [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    if sys.platform == "darwin":
        inside = Path("Applications/LibreOffice.app/Contents/MacOS/soffice")
        return [Path("/") / inside, Path.home() / inside]
    versions = sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return [*versions, Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice")]


def _write_profile(profile: Path) -> None:
    items = [_ITEM.format(f"Office.{path}", name, value) for path, name, value in _SETTINGS]
    items += [_ITEM.format("Inet/Settings", name, value) for name, value in _NO_NETWORK]
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format("".join(items)), encoding="utf-8")


def _run(command: list[str], folder: Path) -> bool:
    """Whether the program ran to its end. It starts others, so all of its group are ended when time is up."""
    nothing = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(SLOWEST) == 0
    except subprocess.TimeoutExpired:
        raise SlowError from None
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Ends the program and what it started, also where the wait was broken off from the keyboard."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
