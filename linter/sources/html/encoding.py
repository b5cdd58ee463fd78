"""The characters of a web page: by its mark, as UTF-8 where the bytes are that, else by what the page declares."""

from __future__ import annotations

import re

from linter.sources.interface import UnreadableError
from linter.sources.text import decode

_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_IN = 4096
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "gb2312-80", "x-gbk", "cp936", "ms936", "windows-936"})
_DAMAGE = 0.001
"""So many of a page's characters may be undecodable: browsers show such pages, one bad byte is common."""


def decode_page(data: bytes, name: str) -> str:
    """The page's characters; raises UnreadableError where the bytes are no text in a known encoding.

    Whatever declares itself GB2312 is GB18030, since its rare characters are. A declaration against the bytes does
    not count: UTF-8 is hardly ever anything else.
    """
    if declared_encoding(data) not in _CHINESE or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _chinese(data, name)


def declared_encoding(data: bytes) -> str:
    """What the page's head says of its encoding, in lower case; empty where it says nothing."""
    match = _DECLARED.search(data, 0, _DECLARED_IN)
    return match[1].decode("ascii", "replace").lower() if match else ""


def _chinese(data: bytes, name: str) -> str:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as problem:
        text = data.decode("gb18030", "replace")
        if text.count("\ufffd") > max(1, _DAMAGE * len(text)):
            raise UnreadableError(
                name,
                f"从第 {problem.start + 1} 个字节起无法按网页声明的 GB18030 解码，请另存为 UTF-8 网页"
                " (undecodable bytes; save the page as UTF-8)",
            ) from None
        return text
