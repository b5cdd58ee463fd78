"""Documents that only an office suite reads (.doc, .wps, .rtf, .odt): LibreOffice makes .docx files of them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from linter.sources.interface import UnreadableError
from linter.sources.suite import SLOWEST, SlowError, convert, find_suite

if TYPE_CHECKING:
    from linter.sources.interface import Source

_ABSENT = (
    "是旧版 Word、WPS、RTF 或 ODT 文件，请用 Word 或 WPS 打开后另存为 .docx 再检查（装有 LibreOffice 时可以直接检查）"
    " (save it as .docx; with LibreOffice installed it is read directly)"
)
_FAILED = (
    "LibreOffice 打不开它，请用 Word 或 WPS 打开后另存为 .docx 再检查 (LibreOffice cannot open it: save it as .docx)"
)
_SLOW = (
    f"LibreOffice 用了 {SLOWEST:.0f} 秒还没有打开，请用 Word 或 WPS 另存为 .docx 再检查"
    " (LibreOffice took too long: save it as .docx)"
)
_ENDINGS = ((b"\xd0\xcf\x11\xe0", ".doc"), (b"PK", ".odt"))


def read_office(data: bytes, name: str) -> Source:
    """Such a document as text; raises UnreadableError with what to do where LibreOffice is absent, fails or hangs.

    Places are those of Word documents: no lines, only what a person would look for.
    """
    program = find_suite()
    if program is None:
        raise UnreadableError(name, _ABSENT)
    ending = next((ending for magic, ending in _ENDINGS if data.startswith(magic)), ".rtf")
    with tempfile.TemporaryDirectory(prefix="gouji-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / f"report{ending}"
        document.write_bytes(data)
        try:
            converted = convert(program, document)
        except SlowError:
            raise UnreadableError(name, _SLOW) from None
    if converted is None:
        raise UnreadableError(name, _FAILED)
    from linter.sources.docx import read_docx

    return read_docx(converted, name)
