"""Text files: which encoding they are in, and their characters."""

from __future__ import annotations

from linter.patterns import compiled
from linter.sources.cleaning import clean
from linter.sources.comments import comments, without_comments
from linter.sources.embedded import without_tags
from linter.sources.interface import TextSource, UnreadableError
from linter.sources.radicals import whole_characters

MAX_BYTES = 64_000_000
"""A report has some ten kilobytes; what is larger than this was not meant."""

_ALLOWED_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x1a")
_LINE_END = compiled(r"\r(?=\n)")
_EMPTY = "文件是空的，请核对文件，重新保存或下载 (the file is empty; save or download it again)"
_BINARY = (
    "是二进制文件，不是文本，请给出报告的 Word、网页、PDF 或文本文件"
    " (a binary file, not text; hand over the report itself)"
)


def read_text(data: bytes, name: str) -> TextSource:
    """A text file's bytes as a source; raises UnreadableError when they are no text."""
    text = decode(data, name)
    if not text.strip():
        raise UnreadableError(name, _EMPTY)
    original = whole_characters(_LINE_END.sub(" ", text))
    return TextSource(
        path=name,
        text=clean(without_tags(without_comments(original))),
        original=original,
        comments=comments(original),
    )


def decode(data: bytes, name: str) -> str:
    """The characters of a text: by its byte order mark, as UTF-8, as UTF-16 by its zero bytes, as GB18030."""
    if not data.strip():
        raise UnreadableError(name, _EMPTY)
    marked = _by_mark(data, name)
    if marked is not None:
        return marked
    if b"\x00" in data[:4096]:
        return _without_mark(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _not_utf8(data, name, problem.start)


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark) and not data.startswith(b"\xff\xfe\x00\x00"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as problem:
                raise _undecodable(name, encoding.removesuffix("-sig"), problem.start) from None
    return None


def _without_mark(data: bytes, name: str) -> str:
    """Zero bytes without a mark: UTF-16 if its line ends and letters are where they should be."""
    if len(data) % 2 == 0:
        for encoding in ("utf-16-le", "utf-16-be"):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if _plausible(text):
                return text
    raise UnreadableError(name, _BINARY)


def _not_utf8(data: bytes, name: str, first_bad: int) -> str:
    """GB18030 if it is that, by charset-normalizer held to it; else the place of the first bad byte.

    A text that is UTF-8 but for a few bytes would pass as GB18030 with every character wrong, so that is
    asked first.
    """
    if sum(byte < 32 and byte not in _ALLOWED_CONTROLS for byte in data[:4096]) > 8:
        raise UnreadableError(name, _BINARY)
    readable = data.decode("utf-8", errors="ignore")
    wide = sum(byte >= 0x80 for byte in data)
    if len(readable.encode("utf-8")) - (len(data) - wide) > 0.7 * wide:
        raise _undecodable(name, "UTF-8", first_bad)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as problem:
        raise _undecodable(name, "GB18030", problem.start) from None
    from charset_normalizer import from_bytes  # only for these files: it takes long to import

    sample = data[: 1 << 16]
    match = from_bytes(sample, cp_isolation=["gb18030"], threshold=0.5).best()
    if match is None and not _plausible(text):
        raise _undecodable(name, "UTF-8", first_bad)
    return text


def _plausible(text: str) -> bool:
    """Whether most characters are the ones that Chinese reports are written in."""
    sample = text[:4096]
    usual = sum(
        "\u4e00" <= c <= "\u9fff"
        or c in "\t\n\r "
        or "!" <= c <= "~"
        or "\u3000" <= c <= "\u303f"
        or "\uff00" <= c <= "\uffef"
        or "\u2010" <= c <= "\u2027"
        for c in sample
    )
    return usual > 0.9 * len(sample)


def _undecodable(name: str, encoding: str, offset: int) -> UnreadableError:
    return UnreadableError(
        name,
        f"从第 {offset + 1} 个字节起无法按 {encoding.upper()} 解码，请另存为 UTF-8 文本"
        " (undecodable bytes; save it as UTF-8)",
    )
