"""Makes the PDF files of tests/data/pdf; needs LibreOffice and Chromium, so the files are committed.

Run `python tests/documents_pdf.py` after a change here. The figures are invented; they are large, so that they break
over lines in narrow columns. `figures.json` holds them in the order of the form.
"""

from __future__ import annotations

import json
import random
import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FOLDER = Path(__file__).parent / "data" / "pdf"
TITLE = "青石县水务局2023年政府信息公开工作年度报告"
HEADER = "青石县水务局"
_FONT = "Droid Sans Fallback"

Grid = list[list[tuple[str, int, int] | None]]
"""Rows of cells: text, columns and rows they span; None where a cell reaches from the left or from above."""

_GROUPS = (
    ("（三）不予公开", 8),
    ("（四）无法提供", 3),
    ("（五）不予处理", 5),
    ("（六）其他处理", 3),
)
_RESULTS = [
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
    "6.属于四类过程性信息",
    "7.属于行政执法案卷",
    "8.属于行政查询事项",
    "1.本机关不掌握相关政府信息",
    "2.没有现成信息需要另行制作",
    "3.补正后申请内容仍不明确",
    "1.信访举报投诉类申请",
    "2.重复申请",
    "3.要求提供公开出版物",
    "4.无正当理由大量反复申请",
    "5.要求行政机关确认或重新出具已获取信息",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "3.其他",
]
_APPLICANTS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
_CASES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
_TABLES = ("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况")


def figures(seed: int = 7) -> list[str]:
    """The 200 figures of the form in its order: table two, table three row by row, table four."""
    pick = random.Random(seed)
    two = [str(pick.randrange(1000, 999999)) for _ in range(9)] + ["3170.25"]
    small = [str(pick.choice([0, 3, 12, 47, 163, 2058, 31964, 452432])) for _ in range(175)]
    return two + small + [str(pick.choice([0, 1, 5, 14, 238])) for _ in range(15)]


def _row(*cells: str | tuple[str, int] | tuple[str, int, int], above: int = 0) -> list[tuple[str, int, int] | None]:
    """A row of cells; the first `above` columns are reached from above."""
    row: list[tuple[str, int, int] | None] = [None] * above
    for cell in cells:
        text, across, down = (cell, 1, 1) if isinstance(cell, str) else (*cell, 1)[:3]
        row += [(text, across, down), *[None] * (across - 1)]
    return row


def table_two(values: list[str]) -> Grid:
    rows = [_row(("第二十条第（一）项", 4)), _row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]
    rows += [_row("规章", *values[:3]), _row("行政规范性文件", *values[3:6])]
    for item, labels, head, held in (
        ("五", ["行政许可"], "本年处理决定数量", values[6:7]),
        ("六", ["行政处罚", "行政强制"], "本年处理决定数量", values[7:9]),
        ("八", ["行政事业性收费"], "本年收费金额（单位：万元）", values[9:10]),
    ):
        rows += [_row((f"第二十条第（{item}）项", 4)), _row("信息内容", (head, 3))]
        rows += [_row(label, (value, 3)) for label, value in zip(labels, held, strict=True)]
    return rows


def table_three(values: list[str]) -> Grid:
    lines = [values[n : n + 7] for n in range(0, 175, 7)]
    rule = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows = [
        _row((rule, 3, 3), ("申请人情况", 7)),
        _row(("自然人", 1, 2), ("法人或其他组织", 5), ("总计", 1, 2), above=3),
        [None] * 4 + _row(*_APPLICANTS) + [None],
        _row(("一、本年新收政府信息公开申请数量", 3), *lines[0]),
        _row(("二、上年结转政府信息公开申请数量", 3), *lines[1]),
        _row(("三、本年度办理结果", 1, 22), ("（一）予以公开", 2), *lines[2]),
        _row(("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2), *lines[3], above=1),
    ]
    results = iter(zip(_RESULTS, lines[4:23], strict=True))
    for group, count in _GROUPS:
        for n in range(count):
            label, line = next(results)
            rows.append(_row((group, 1, count), label, *line, above=1) if n == 0 else _row(label, *line, above=2))
    rows.append(_row(("（七）总计", 2), *lines[23], above=1))
    rows.append(_row(("四、结转下年度继续办理", 3), *lines[24]))
    return rows


def table_four(values: list[str]) -> Grid:
    return [
        _row(("行政复议", 5), ("行政诉讼", 10)),
        _row(*[(name, 1, 2) for name in _CASES], ("未经复议直接起诉", 5), ("复议后起诉", 5)),
        _row(*_CASES, *_CASES, above=5),
        _row(*values),
    ]


def tables(values: list[str]) -> Iterator[tuple[str, Grid]]:
    """Each table below the heading of its section."""
    yield from zip(
        _TABLES, (table_two(values[:10]), table_three(values[10:185]), table_four(values[185:])), strict=True
    )


_BEFORE = (
    "一、总体情况",
    "本年度我局坚持公开为常态、不公开为例外，全年通过门户网站和政务新媒体公开各类信息1364条，办结依申请公开事项，群众获取信息更加便利。",
)
_AFTER = (
    "五、存在的主要问题及改进情况",
    "公开内容不够丰富，下一步将加强培训。",
    "六、其他需要报告的事项",
    "本年度未收取信息处理费。",
)


def word(path: Path, page: tuple[float, float], widths: list[list[float]], size: float, furniture: bool) -> None:
    """The report as a Word file; page and columns in millimetres."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(page[0]), Mm(page[1])
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    if furniture:
        section.header.paragraphs[0].text = HEADER
        _page_number(section.footer.paragraphs[0])
    document.add_paragraph(TITLE).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in _BEFORE:
        document.add_paragraph(text).paragraph_format.first_line_indent = Pt(2 * size)
    for (heading, grid), columns in zip(tables(figures()), widths, strict=True):
        document.add_paragraph(heading).paragraph_format.first_line_indent = Pt(2 * size)
        _word_table(document, grid, columns)
    for text in _AFTER:
        document.add_paragraph(text).paragraph_format.first_line_indent = Pt(2 * size)
    document.save(str(path))


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("－")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()._r
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run.append(element)
    paragraph.add_run("－")


def _word_table(document: Any, grid: Grid, widths: list[float]) -> None:
    table = document.add_table(len(grid), len(grid[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    heads = sum(not any(cell and cell[0][:1].isdigit() for cell in row) and "、" not in str(row[0]) for row in grid[:3])
    for y, row in enumerate(grid):
        if y < heads and len(grid) > 20:
            properties = table.rows[y]._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:tblHeader"))
        for x, cell in enumerate(row):
            if cell is None:
                continue
            text, across, down = cell
            target = table.cell(y, x)
            if across > 1 or down > 1:
                target = target.merge(table.cell(y + down - 1, x + across - 1))
            target.text = text
            target.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
            if text[:1].isdigit() and "." not in text[:2]:
                target.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER


def page_of(style: str) -> str:
    """The report as a web page."""
    parts = [f"<title>water 2023</title><style>{style}</style><h1>{TITLE}</h1>"]
    parts += [f"<p>{escape(text)}</p>" for text in _BEFORE]
    for heading, grid in tables(figures()):
        parts.append(f"<p>{heading}</p><table class='t{len(grid)}'>")
        parts += [f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in grid]
        parts.append("</table>")
    parts += [f"<p>{escape(text)}</p>" for text in _AFTER]
    return f"<!doctype html><html lang='zh'><meta charset='utf-8'>{''.join(parts)}</html>"


def _html_cell(cell: tuple[str, int, int] | None) -> str:
    if cell is None:
        return ""
    text, across, down = cell
    return f"<td colspan={across} rowspan={down}>{escape(text)}</td>"


_BASE = (
    "@page{{size:{size};margin:18mm}}"
    "body{{font:{font}px 'Liberation Sans','Droid Sans Fallback'}}"
    "h1{{font-size:{font}px;font-weight:normal}}"
)
_RULED = "table{border-collapse:collapse}td{border:1px solid #000;padding:3px;text-align:center}"
_NARROW = _RULED + "td{word-break:break-all}.t28{table-layout:fixed;width:100%}.t4{table-layout:fixed;width:100%}"
_OPEN = "table{border-spacing:14px 3px}td{text-align:right;vertical-align:top}td:first-child{text-align:left}"


def print_page(text: str, path: Path, header: bool) -> None:
    """Prints a web page with Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(text, encoding="utf-8")
        plain = [] if header else ["--no-pdf-header-footer"]
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-pdf-tagging", *plain]
        _run("chromium", *options, f"--print-to-pdf={path}", page.as_uri())


def print_word(path: Path, **layout: Any) -> None:
    """Makes a Word file and lets LibreOffice print it."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / f"{path.stem}.docx"
        word(document, **layout)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(document))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "figures.json").write_text(json.dumps(figures(), indent=0) + "\n", encoding="utf-8")
    wide = [[45, 43, 43, 43], [14, 22, 42, *[14] * 6, 12], [11.6] * 15]
    print_word(FOLDER / "word.pdf", page=(210, 297), widths=wide, size=10.5, furniture=True)
    thin = [[30, 14, 14, 14], [8, 10, 16, *[9.5] * 7], [7] * 15]
    print_word(FOLDER / "word_narrow.pdf", page=(148, 160), widths=thin, size=9, furniture=True)
    print_page(page_of(_BASE.format(size="A4", font=13) + _RULED), FOLDER / "web.pdf", header=True)
    print_page(page_of(_BASE.format(size="A5", font=12) + _NARROW), FOLDER / "web_narrow.pdf", header=False)
    print_page(page_of(_BASE.format(size="A4 landscape", font=12) + _OPEN), FOLDER / "open.pdf", header=False)


if __name__ == "__main__":
    main()
