"""Word files: .docx, .docm, .dotx and what WPS writes under these names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources.composed import ComposedSource, Composer
from linter.sources.docx.origin import TextRun, anchors
from linter.sources.interface import UnreadableError

if TYPE_CHECKING:
    from lxml import etree

    from linter.sources.archive import Archive

__all__ = ["TextRun", "anchors", "main_root", "read_docx"]

MAX_MAIN = 16_000_000
"""The main part in bytes; that of a report with every word formatted by hand has about one million."""
MAX_TEXT = 4_000_000
"""Characters that are shown; a report has some ten thousand."""
_MAX_STYLES = 8_000_000
_TOO_LONG = "文字过多，不像是一份年度报告，请只留报告本身 (too much text for a report; keep the report only)"
_NO_WORD = "不是 Word 文档，请用 Word 或 WPS 另存为 .docx 再检查 (not a Word document; save it as .docx)"
_EMPTY = (
    "文档里没有文字，可能是扫描的图片，请给出可编辑的原稿 (no text in it, a scan perhaps; hand over the editable one)"
)


def read_docx(data: bytes, name: str) -> ComposedSource[TextRun]:
    """A Word file as Word shows it with all changes accepted; raises UnreadableError where it cannot be read."""
    from linter.sources.archive import open_archive
    from linter.sources.docx.walk import walk

    archive = open_archive(data, name)
    main, root = main_root(archive, name)
    composer: Composer[TextRun] = Composer()
    walk(root, composer, _hidden_styles(archive, name, main))
    if composer.length > MAX_TEXT:
        raise UnreadableError(name, _TOO_LONG)
    source = composer.source(name)
    if not source.text.strip():
        raise UnreadableError(name, _EMPTY)
    return source


def main_root(archive: Archive, name: str) -> tuple[str, etree._Element]:
    """The part that holds the text, and its root; TextRuns point into the `anchors` of that."""
    from linter.sources.archive import parse_part
    from linter.sources.docx.namespaces import word_of
    from linter.sources.docx.parts import main_part

    main = main_part(archive, name)
    if main is None:
        raise UnreadableError(name, _NO_WORD)
    root = parse_part(archive.read(main, MAX_MAIN), name)
    if not word_of(root):
        raise UnreadableError(name, _NO_WORD)
    return main, root


def _hidden_styles(archive: Archive, name: str, main: str) -> frozenset[str]:
    from linter.sources.docx.parts import styles_part
    from linter.sources.docx.styles import hidden_styles

    part = styles_part(archive, name, main)
    return hidden_styles(archive.read(part, _MAX_STYLES), name) if part else frozenset()
