"""Which files comments can be put into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources import UnreadableError, open_source
from linter.sources.detection import Format, detect
from linter.sources.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_CONVERT = "批注只能写进 .docx，请先用 Word 或 WPS 另存为 .docx (comments need a .docx: save it as one first)"
_NO_WORD = "批注只能写进 Word 文件，请给出报告的 .docx 原稿 (comments need a Word file: hand over the .docx)"


def word_file(path: Path) -> bytes:
    """The bytes of a Word file; raises UnreadableError for one that cannot be read or is in another format."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError:
        data = None
    if data is None:
        open_source(path)  # says why it cannot be read
        raise UnreadableError(str(path), "无法读取 (cannot be read)")
    found = detect(data, str(path))
    if found is not Format.DOCX:
        raise UnreadableError(str(path), _CONVERT if found is Format.OFFICE else _NO_WORD)
    return data
