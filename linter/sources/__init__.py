"""Sources: one file of any known format as text with origins."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from linter.sources.detection import Format, detect
from linter.sources.interface import Place, Source, TextSource, UnreadableError
from linter.sources.text import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN_SUFFIXES = frozenset(
    {
        *(".txt", ".md", ".markdown", ".text"),
        *(".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".rtf", ".odt"),
        *(".html", ".htm", ".xhtml", ".shtml"),
        *(".xlsx", ".xlsm", ".xls", ".et"),
        ".pdf",
    }
)
"""Endings of the files that are linted in a folder; a file named outright is tried whatever its name."""

_READERS = {
    Format.TEXT: ("text", "read_text"),
    Format.HTML: ("html", "read_html"),
    Format.DOCX: ("docx", "read_docx"),
    Format.PDF: ("pdf", "read_pdf"),
    Format.SHEET: ("xlsx", "read_xlsx"),
    Format.OFFICE: ("office", "read_office"),
}

__all__ = [
    "KNOWN_SUFFIXES",
    "Place",
    "Source",
    "TextSource",
    "UnreadableError",
    "open_source",
    "read_bytes",
]


def open_source(path: Path) -> Source:
    """Reads a file; raises UnreadableError with one sentence for whoever handed it over."""
    name = str(path)
    try:
        if path.is_dir():
            raise UnreadableError(name, "是一个文件夹，请给出文件 (a folder, not a file)")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableError(name, _too_large(size))
        with path.open("rb") as file:  # A pipe or a device does not say how much it holds.
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableError(name, "没有这个文件，请核对路径 (no such file; see to the path)") from None
    except PermissionError:
        raise UnreadableError(
            name, "没有读取权限，请修改文件的权限，或复制一份 (permission denied; change it, or make a copy)"
        ) from None
    except OSError as problem:
        from linter.mishap import why

        reason = why(problem)
        raise UnreadableError(
            name,
            f"无法读取：{reason.zh}，请核对路径，或复制一份再检查"
            f" (cannot be read: {reason.en}; see to the path, or make a copy)",
        ) from None
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Source:
    """Reads what has no path of its own, such as standard input; `name` is what messages call it."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(name, _too_large(len(data)))
    module, function = _READERS[detect(data, name)]
    read: Callable[[bytes, str], Source] = getattr(import_module(f"linter.sources.{module}"), function)
    return read(data, name)


def _too_large(size: int) -> str:
    return (
        f"文件有 {size // 1_000_000} MB，超过上限 {MAX_BYTES // 1_000_000} MB，不像是一份年度报告，请只留报告本身"
        " (too large for a report; keep the report only)"
    )
