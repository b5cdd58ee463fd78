"""Opens a PDF and draws its pages; what cannot be opened is refused with a sentence."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import stream_value

from linter.sources.pdf.device import Drawing
from linter.sources.pdf.glyphs import Sheet, upright
from linter.sources.pdf.limits import MAX_CONTENT, MAX_CONTENT_TOTAL, MAX_PAGES, TooLargeError
from linter.sources.pdf.refusal import RefusalError

_TAIL = 4096
_DIRECTORY = re.compile(rb"startxref\s+\d+")
_LOCKED = "PDF 有打开密码，请另存一份不加密的再检查 (the PDF is encrypted; save it without a password)"
_BROKEN = "PDF 已损坏，无法读取，请重新下载或重新导出 (the PDF is damaged; download or export it again)"
_CUT = "PDF 不完整，缺少文件末尾，请重新下载或重新导出 (the PDF is cut off; download or export it again)"
_LONG = (
    f"PDF 超过 {MAX_PAGES} 页，不像是一份年度报告，请只导出报告的那几页"
    f" (more than {MAX_PAGES} pages; export the report's own pages)"
)


def sheets(data: bytes) -> list[Sheet]:
    """The pages as they are shown, from the first; raises RefusalError when the file cannot be read."""
    return list(_drawn(_pages(data)))


def _pages(data: bytes) -> list[PDFPage]:
    """The pages of the tree, none of them parsed; one more than the limit is not looked for."""
    if b"startxref" not in data.rstrip(b"\0\r\n\t ")[-_TAIL:] and b"%%EOF" not in data[-_TAIL:]:
        raise RefusalError(_CUT)
    # Where the directory of objects lies, the parser looks through the file for them if it is not told of one.
    pages = _tree(data) or _tree(_DIRECTORY.sub(b"startxref\nnone", data))
    if not pages:
        raise RefusalError(_BROKEN)
    if len(pages) > MAX_PAGES:
        raise RefusalError(_LONG)
    return pages


def _tree(data: bytes) -> list[PDFPage]:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        return list(islice(PDFPage.create_pages(document), MAX_PAGES + 1))
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise RefusalError(_LOCKED) from None
    except (TooLargeError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - whatever a parser of hostile bytes raises means the same
        return []


def _drawn(pages: list[PDFPage]) -> Iterator[Sheet]:
    manager = PDFResourceManager()
    drawing = Drawing(manager)
    interpreter = PDFPageInterpreter(manager, drawing)
    total = 0
    for number, page in enumerate(pages, 1):
        try:
            content = sum(len(stream_value(one).get_data()) for one in page.contents)
            total += content
            if content > MAX_CONTENT or total > MAX_CONTENT_TOTAL:
                raise TooLargeError
            interpreter.process_page(page)
        except (TooLargeError, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - see above
            raise RefusalError(_page_broken(number)) from None
        yield upright(drawing.sheet(number))


def _page_broken(number: int) -> str:
    return (
        f"PDF 第 {number} 页已损坏，无法读取，请重新导出 (page {number} of the PDF is damaged; export the file again)"
    )
