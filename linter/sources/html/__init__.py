"""Web pages: a published report among its furniture, with the exact place of every figure in the page's source."""

from __future__ import annotations

from linter.patterns import compiled
from linter.sources.comments import comments
from linter.sources.composed import ComposedSource, Composer
from linter.sources.html.encoding import decode_page
from linter.sources.html.flow import Flow
from linter.sources.html.furniture import furniture
from linter.sources.html.limits import MAX_BYTES
from linter.sources.html.page import Item, Piece
from linter.sources.html.parsing import parse
from linter.sources.html.spot import Spot
from linter.sources.interface import UnreadableError

__all__ = ["MAX_BYTES", "Spot", "read_html"]

_NO_TEXT = (
    "网页里没有文字，内容可能由脚本或框架载入，请在浏览器中打开后另存为完整网页或文本"
    " (no text in the page; save it from a browser)"
)
_ONLY_LINKS = "网页里只有链接，请打开报告所在的页面 (only links in the page; take the one that has the report)"
_TEXT = compiled(r"[^\s\u200b\ufeff]")


def read_html(data: bytes, name: str) -> ComposedSource[Spot]:
    """A web page's bytes as a source; raises UnreadableError when there is no page in them, or too much of one."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            name,
            f"网页有 {len(data) // 1_000_000} MB，超过上限 {MAX_BYTES // 1_000_000} MB，请去掉嵌入的图片后再检查"
            " (the page is too large; remove embedded pictures)",
        )
    text = decode_page(data, name)
    page = parse(text, name)
    composer: Composer[Spot] = Composer()
    Flow(page, furniture(page), composer, name).write()
    source = composer.source(name)
    if not _TEXT.search(source.original):
        raise UnreadableError(name, _ONLY_LINKS if any(map(_is_text, page.items)) else _NO_TEXT)
    return source.replaced(comments=comments(text))


def _is_text(item: Item) -> bool:
    return isinstance(item, Piece) and _TEXT.search(item.text) is not None
