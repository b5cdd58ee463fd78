"""Zip files by what is packed in them: Word documents, workbooks, OpenDocument texts, or something else."""

from __future__ import annotations

import io
import re
import struct
import zlib
from zipfile import BadZipFile, ZipFile

from linter.sources.compound import encrypted
from linter.sources.detection import Format
from linter.sources.interface import UnreadableError

_DIRECTORY_LIMIT = 1_000_000
_PART_LIMIT = 1_000_000
_END = b"PK\x05\x06"
_WORD = re.compile(rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroEnabled")
_SHEET = re.compile(rb"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled\.main")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_OPEN_TEXT = (b"text", b"text-template", b"text-master")
_OTHERS = (
    (re.compile(rb"presentationml|ms-powerpoint"), "是演示文稿，请给出报告的 Word 文件 (a presentation, not a report)"),
    (
        re.compile(rb"ms-excel\.sheet\.binary"),
        "是二进制的 Excel 工作簿，请另存为 .xlsx 再检查 (a binary workbook: save it as .xlsx)",
    ),
)


def detect_package(data: bytes, name: str) -> Format:
    """What a zip file is; raises UnreadableError with what to do when no reader takes it."""
    parts = _Parts(data, name)
    if "mimetype" in parts.names:
        return _open_document(parts, name)
    types = parts.read("[Content_Types].xml").replace(b"\x00", b"")
    if _WORD.search(types) or (not types and "word/document.xml" in parts.names):
        return Format.DOCX
    if _SHEET.search(types) or (not types and "xl/workbook.xml" in parts.names):
        return Format.SHEET
    for pattern, reason in _OTHERS:
        if pattern.search(types):
            raise UnreadableError(name, reason)
    if "OFD.xml" in parts.names:
        raise UnreadableError(
            name, "是 OFD 版式文件，请给出它的 Word 原稿，或导出为 PDF (an OFD file: export it as a PDF)"
        )
    raise UnreadableError(name, "是压缩文件，请解压后检查里面的文件 (an archive: unpack it and check what is in it)")


def _open_document(parts: _Parts, name: str) -> Format:
    """Texts only: LibreOffice turns them into Word documents."""
    kind = parts.read("mimetype").strip()
    if kind.removeprefix(_OPEN_DOCUMENT) not in _OPEN_TEXT:
        raise UnreadableError(
            name,
            "是压缩格式的文件，但不是文字文档，请另存为 .docx，表格请另存为 .xlsx (no text document: save as .docx or .xlsx)",
        )
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise encrypted(name)
    return Format.OFFICE


class _Parts:
    """The names in a zip file, and the first megabyte of a part; nothing is unpacked beyond that."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if _directory_size(data) > _DIRECTORY_LIMIT:
            raise self._damaged()
        try:
            self._file = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, struct.error):
            raise self._damaged() from None
        self.names = frozenset(self._file.namelist())

    def read(self, part: str) -> bytes:
        """Nothing for a part that is missing or locked."""
        if part not in self.names:
            return b""
        try:
            with self._file.open(part) as stream:
                return stream.read(_PART_LIMIT)
        except RuntimeError:  # locked with a password, or packed in a way that nobody uses
            return b""
        except (BadZipFile, EOFError, ValueError, OSError, zlib.error, struct.error):
            raise self._damaged() from None

    def _damaged(self) -> UnreadableError:
        return UnreadableError(
            self._name,
            "Word、Excel 或压缩文件已损坏或不完整，请重新获取 (a damaged or truncated Office file or archive)",
        )


def _directory_size(data: bytes) -> int:
    """The directory's size in bytes as the end of the file gives it; too much of it would fill the memory."""
    end = data.rfind(_END)
    return struct.unpack_from("<I", data, end + 12)[0] if 0 <= end <= len(data) - 16 else 0
