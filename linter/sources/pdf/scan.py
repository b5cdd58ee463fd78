"""Whether pages hold text at all: scans, text drawn as curves, fonts that do not say which characters they draw."""

from __future__ import annotations

from collections.abc import Sequence

from linter.sources.pdf.device import UNKNOWN
from linter.sources.pdf.glyphs import Sheet
from linter.sources.pdf.refusal import RefusalError

_FEW = 12
"""A page with fewer characters has at the most a page number and a stamp."""
_LARGE = 0.4
"""The share of a page that a picture covers when it is the scan of a text rather than a photograph."""
_UNKNOWN_SHARE = 0.1


def refuse_without_text(sheets: Sequence[Sheet]) -> None:
    """Raises RefusalError when pages are pictures, or their characters cannot be told."""
    empty = [sheet for sheet in sheets if _characters(sheet) < _FEW]
    scanned = [sheet.number for sheet in empty if sheet.pictures >= _LARGE]
    if len(empty) == len(sheets):
        raise RefusalError(_nothing(sheets, bool(scanned)))
    if scanned:
        raise RefusalError(_scanned_pages(scanned))
    characters = sum(map(_characters, sheets))
    unknown = sum(glyph.text == UNKNOWN for sheet in sheets for glyph in sheet.glyphs)
    if unknown > _UNKNOWN_SHARE * characters:
        raise RefusalError(
            "PDF 的字体没有字符对照表，文字无法还原，请用 Word 原文件，或重新导出，或先做文字识别（OCR）"
            " (the PDF's fonts do not map to characters; use the Word file, export it again or run OCR)"
        )


def _characters(sheet: Sheet) -> int:
    return sum(not glyph.text.isspace() for glyph in sheet.glyphs)


def _nothing(sheets: Sequence[Sheet], scanned: bool) -> str:
    advice = "请用 Word 原文件，或先做文字识别（OCR）"
    if scanned:
        return f"是扫描的 PDF，没有文字，{advice} (a scanned PDF without text; use the Word file or run OCR)"
    if any(sheet.curves for sheet in sheets):
        return f"PDF 里的文字已转成曲线，{advice} (the PDF's text is drawn as curves; use the Word file or run OCR)"
    return f"PDF 里没有文字，{advice} (the PDF holds no text; use the Word file or run OCR)"


def _scanned_pages(numbers: Sequence[int]) -> str:
    named = "、".join(map(str, numbers[:10])) + ("等" if len(numbers) > 10 else "")
    return (
        f"PDF 第 {named} 页是扫描图片，没有文字，请用 Word 原文件，或先做文字识别（OCR）"
        f" (scanned pages without text: {', '.join(map(str, numbers[:10]))}; use the Word file or run OCR)"
    )
