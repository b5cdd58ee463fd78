"""Which format a file is in, told by what stands in it: endings are wrong too often to be asked."""

from __future__ import annotations

from enum import StrEnum

from linter.patterns import compiled
from linter.sources.interface import UnreadableError


class Format(StrEnum):
    """A format that has a reader; OFFICE goes through LibreOffice."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    SHEET = "sheet"
    OFFICE = "office"


_HEAD = 1024
_OTHERS = (
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"BM", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"MM\x00*", "图片", "a picture"),
    (b"RIFF", "图片或音视频", "a picture or a recording"),
    (b"\x1f\x8b", "压缩文件", "an archive"),
    (b"Rar!\x1a\x07", "压缩文件", "an archive"),
    (b"7z\xbc\xaf\x27\x1c", "压缩文件", "an archive"),
)
_PDF = compiled(rb"%PDF-\d")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
COMPOUND = b"\xd0\xcf\x11\xe0"
"""What a compound file begins with."""
_MAIL = compiled(rb"(?i)(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/")


def detect(data: bytes, name: str) -> Format:
    """The format of a file's bytes; raises UnreadableError for what is recognised and has no reader.

    Whatever is not recognised is TEXT: the text reader says whether it is one.
    """
    if _PDF.search(data, 0, _HEAD):
        return Format.PDF
    if data.startswith(_ZIP):
        from linter.sources.packages import detect_package

        return detect_package(data, name)
    if data.startswith(COMPOUND):
        from linter.sources.compound import detect_compound

        return detect_compound(data, name)
    _refuse_others(data, name)
    if data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf"):
        return Format.OFFICE
    if b"<" in data[: 64 * _HEAD]:
        from linter.sources.markup import is_page

        return Format.HTML if is_page(data, name) else Format.TEXT
    return Format.TEXT


def _refuse_others(data: bytes, name: str) -> None:
    for magic, zh, en in _OTHERS:
        # Two letters may begin a text as well; no text has zero bytes, but UTF-16, whose zeros are every second.
        if data.startswith(magic) and (len(magic) > 2 or b"\x00\x00" in data[:64] or magic[0] < 32):
            raise UnreadableError(name, f"是{zh}，里面的文字读不到，请找原来的 Word 文件 ({en}, nothing to read in it)")
    if _MAIL.match(data[: 4 * _HEAD].replace(b"\r", b"").lstrip()):
        raise UnreadableError(
            name, "是单个文件的网页 (MHTML)，请用 Word 打开后另存为 .docx (a web archive: save it as .docx)"
        )
