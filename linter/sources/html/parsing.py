"""From the source of a page to what is visible of it: lxml reads the markup, the scanner says where things stand."""

from __future__ import annotations

from typing import Any

from lxml import etree

from linter.sources.html.building import Builder
from linter.sources.html.page import Page
from linter.sources.html.scanning import Scanner
from linter.sources.interface import UnreadableError

_CUT = (
    "网页结构损坏，读到一半无法继续，请在浏览器中打开后另存为文本"
    " (the page could not be parsed to its end; save it as text from a browser)"
)


def parse(source: str, name: str) -> Page:
    """The visible items of a page; raises UnreadableError where there are too many, or too deep inside each other.

    The parser hands over events and builds no tree: a tree is cut at a depth of 256 without a word.
    """
    plain = source.replace("\0", "\ufffd")
    builder = Builder(Scanner(plain), name)
    target: Any = builder  # the stubs ask for a class of their own
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    etree.fromstring(plain.encode(), parser)
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise UnreadableError(name, _CUT)
    return builder.page()
