"""Tells a web page from a text that only has some markup in it.

A page begins with its doctype or its first tag. A fragment that was copied from one begins and ends with a tag.
Markdown may begin with a tag as well, but has lines of its own kind in between: a page's reader would run them
together, so it stays a text, and the text reader reads the tables in it.
"""

from __future__ import annotations

import codecs
import re

from linter.patterns import compiled
from linter.sources.interface import UnreadableError

_SAMPLE, _TAIL = 1 << 16, 256
_PROLOG = compiled(r"(?:\s|<\?.*?\?>|<%.*?%>|<!--.*?-->|<!\[[^>]*\]>)*", re.DOTALL)
_PAGE = compiled(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ROOT = compiled(r"<(?:!doctype\s+)?([a-z][\w.:-]*)", re.IGNORECASE)
_TAG = compiled(
    r"<(?:meta|title|link|base|style|script|div|table|tbody|tr|p|span|font|center|section|article|main|header|h[1-6]|ul|ol|"
    r"form|br|hr|strong|b|a)\b[^<]*>",
    re.IGNORECASE,
)
_MARKDOWN = compiled(r"^(?:#{1,6} |[ \t]*\|.*\|[ \t]*$|\*\*)", re.MULTILINE)


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes are a web page or a piece of one; raises UnreadableError for XML of another kind.

    Tags are ASCII in every encoding that a report comes in, so nothing has to be decoded but UTF-16.
    """
    head = _characters(data[:_SAMPLE])
    prolog = _PROLOG.match(head)
    begin = prolog.end() if prolog else 0
    if not head.startswith("<", begin):
        return False
    if head[:begin].lstrip("\ufeff \t\r\n").startswith("<?xml"):
        _refuse_other_xml(head, begin, name)
        return True
    if _PAGE.match(head, begin):
        return True
    if not _TAG.match(head, begin):
        return False
    if _PAGE.search(head, begin):
        return True
    tail = data[-_TAIL:].replace(b"\x00", b"").rstrip(b" \t\r\n\x1a")
    return tail.endswith(b">") and not _MARKDOWN.search(head)


def _characters(data: bytes) -> str:
    """ASCII as it is, whatever the rest: good enough to find tags."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in data[:64]:
        return data.replace(b"\x00", b"").decode("latin-1").removeprefix("\xff\xfe").removeprefix("\xfe\xff")
    return data.decode("latin-1").removeprefix("\xef\xbb\xbf")


def _refuse_other_xml(head: str, begin: int, name: str) -> None:
    root = _ROOT.match(head, begin)
    if root is None or root[1].lower() != "html":
        raise UnreadableError(
            name, "是 XML 文件，不是网页，请用 Word 或 WPS 打开后另存为 .docx (XML, not a page: save it as .docx)"
        )
