"""Zip files by what is packed in them: Word documents, workbooks, OpenDocument texts, or something else."""

from __future__ import annotations

import re

from linter.sources.archive import Archive, open_archive
from linter.sources.compound import encrypted
from linter.sources.detection import Format
from linter.sources.interface import UnreadableError

_PART_LIMIT = 1_000_000
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
    archive = open_archive(data, name)
    if "mimetype" in archive:
        return _open_document(archive, name)
    types = _part(archive, "[Content_Types].xml").replace(b"\x00", b"")
    if _WORD.search(types) or (not types and "word/document.xml" in archive):
        return Format.DOCX
    if _SHEET.search(types) or (not types and "xl/workbook.xml" in archive):
        return Format.SHEET
    for pattern, reason in _OTHERS:
        if pattern.search(types):
            raise UnreadableError(name, reason)
    if "OFD.xml" in archive:
        raise UnreadableError(
            name, "是 OFD 版式文件，请给出它的 Word 原稿，或导出为 PDF (an OFD file: export it as a PDF)"
        )
    raise UnreadableError(name, "是压缩文件，请解压后检查里面的文件 (an archive: unpack it and check what is in it)")


def _open_document(archive: Archive, name: str) -> Format:
    """Texts only: LibreOffice turns them into Word documents."""
    kind = _part(archive, "mimetype").strip()
    if kind.removeprefix(_OPEN_DOCUMENT) not in _OPEN_TEXT:
        raise UnreadableError(
            name,
            "是 OpenDocument 或电子书文件，但不是文字文档，请另存为 .docx 或 .xlsx 再检查"
            " (not a text document: save it as .docx or .xlsx)",
        )
    if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
        raise encrypted(name)
    return Format.OFFICE


def _part(archive: Archive, part: str) -> bytes:
    """A small part's bytes; nothing for one that is missing."""
    return archive.read(part, _PART_LIMIT) if part in archive else b""
