"""PDF files that hold no text, or are locked, damaged or hostile: one sentence each, soon and in little memory."""

from __future__ import annotations

import multiprocessing
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.sources.interface import UnreadableError
from linter.sources.pdf import process, read_pdf
from memory import NEEDS_PROC, peak_of
from pdfs import assembled, encrypted, grid, pdf, picture, stroke, text

WORDS = text(60, 60, "某某局政府信息公开工作年度报告")
PLAIN = pdf(WORDS)


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_pdf(data, "a.pdf")
    assert caught.value.path == "a.pdf"
    assert "\n" not in caught.value.reason
    return caught.value.reason


def test_a_scan_is_said_to_be_one() -> None:
    assert refusal(pdf(picture(), picture())) == (
        "是扫描的 PDF，没有文字，请用 Word 原文件，或先做文字识别（OCR）"
        " (a scanned PDF without text; use the Word file or run OCR)"
    )


def test_scanned_pages_among_others_are_named() -> None:
    assert refusal(pdf(WORDS, picture(), WORDS, text(290, 800, "4") + picture())).startswith("PDF 第 2、4 页是扫描图片")


def test_a_photograph_on_a_page_of_its_own_is_no_scan() -> None:
    assert read_pdf(pdf(WORDS, picture(300, 200)), "a.pdf").text.startswith("某某局")


def test_text_drawn_as_curves_is_said_to_be_so() -> None:
    assert "曲线" in refusal(pdf("100 100 m 120 130 140 130 160 100 c f\n" * 50))


def test_an_empty_page_holds_no_text() -> None:
    assert refusal(pdf("")).startswith("PDF 里没有文字")


def test_fonts_that_do_not_say_which_characters_they_draw() -> None:
    unknown = PLAIN.replace(b"/Encoding/UniGB-UCS2-H", b"/Encoding/Identity-H  ").replace(
        b"Ordering(GB1)", b"Ordering(Any)"
    )
    assert "没有字符对照表" in refusal(unknown)


def test_a_password_is_asked_for_only_where_one_is_set() -> None:
    assert "打开密码" in refusal(encrypted(b"secret", WORDS))
    assert read_pdf(encrypted(b"", WORDS), "a.pdf").text == "某某局政府信息公开工作年度报告\n"


def test_the_component_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.sources.pdf.find_spec", lambda _: None)
    assert 'pip install "gouji[pdf]"' in refusal(PLAIN)


@pytest.mark.parametrize("length", [9, 300, len(PLAIN) - 60])
def test_a_truncated_file_is_said_to_be_cut_off(length: int) -> None:
    assert "不完整" in refusal(PLAIN[:length])


def test_a_directory_of_objects_that_lies_is_put_right_and_rubbish_is_refused() -> None:
    start = PLAIN.index(b"xref")
    assert read_pdf(PLAIN[:start] + PLAIN[start:].replace(b"00000", b"00777"), "a.pdf").text.startswith("某某局")
    assert "损坏" in refusal(b"%PDF-1.4\nrubbish\nstartxref\n9\n%%EOF\n")


def test_the_time_limit_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0.01)
    assert "秒" in refusal(PLAIN)


def _many_pages() -> bytes:
    return pdf(*[WORDS] * 10_000)


def _deep_tree() -> bytes:
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % (number + 1) for number in range(2, 5000)]
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/MediaBox[0 0 9 9]>>"])


def _circle() -> bytes:
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]/Parent 2 0 R>>"])


def _inflating() -> bytes:
    """Ten gigabytes of blanks in a stream of some kilobytes, deflated twice."""
    packer = zlib.compressobj(9)
    head = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return pdf(zlib.compress(head + block * 10_000, 9), filters="/Filter[/FlateDecode/FlateDecode]")


def _many_characters() -> bytes:
    return pdf(text(60, 60, "报" * 1_000_000))


def _many_lines() -> bytes:
    return pdf(WORDS + "1 1 m 9 9 l S\n" * 200_000)


def _many_curves() -> bytes:
    return pdf(WORDS + "1 1 m " + "1 2 3 4 5 6 c " * 1_000_000 + "S")


def _form_in_itself() -> bytes:
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I 4 0 R>>>>/Length 12>>stream\n"
        b"/I Do /I Do \nendstream"
    )
    start = pdf("/I Do")
    return start.replace(b"/ColorSpace/DeviceGray", b"").replace(
        start[start.index(b"<</Type/XObject") : start.index(b"endstream") + 9], form
    )


def _wide_map() -> bytes:
    """A font whose map of characters has four thousand million entries."""
    cmap = (
        b"1 begincodespacerange <00000000> <ffffffff> endcodespacerange "
        b"1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange"
    )
    stream = b"<</Length %d>>stream\n" % len(cmap) + cmap + b"\nendstream"
    objects = pdf(WORDS).replace(b"/Encoding/UniGB-UCS2-H", b"/Encoding/Identity-H/ToUnicode 7 0 R")
    return objects.replace(b"\nxref", b"\n7 0 obj\n" + stream + b"\nendobj\nxref").replace(
        b"startxref\n", b"startxref\n1"
    )


HOSTILE = [
    _many_pages,
    _deep_tree,
    _circle,
    _inflating,
    _many_characters,
    _many_lines,
    _many_curves,
    _form_in_itself,
    _wide_map,
]


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__.strip("_"))
def test_a_hostile_file_is_refused_soon(made: Callable[[], bytes]) -> None:
    data = made()
    start = time.monotonic()
    refusal(data)
    assert time.monotonic() - start < 20


def test_a_huge_grid_is_a_drawing() -> None:
    many = grid([n * 0.5 for n in range(1000)], [n * 0.8 for n in range(1000)])
    dashes = "".join(stroke(n % 500, n // 100, n % 500 + 6, n // 100) for n in range(20_000))
    for drawn in (many, dashes):
        assert "某某局" in read_pdf(pdf(WORDS + drawn), "a.pdf").text


@NEEDS_PROC
def test_no_child_took_much_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PLAIN)
    code = "import sys; from linter.sources.pdf import read_pdf\nread_pdf(open(sys.argv[1], 'rb').read(), 'a.pdf')\n"
    assert peak_of(code, str(path)) < 300_000_000


def _read(results: multiprocessing.SimpleQueue[str]) -> None:
    results.put(read_pdf(PLAIN, "a.pdf").text)


def test_a_worker_of_a_pool_may_read_too() -> None:
    results: multiprocessing.SimpleQueue[str] = multiprocessing.SimpleQueue()
    worker = multiprocessing.Process(target=_read, args=(results,), daemon=True)
    worker.start()
    worker.join(30)
    assert results.get() == "某某局政府信息公开工作年度报告\n"
