"""A page that Word saved: its own comments, elements and empty rows; GB18030 that declares gb2312."""

from __future__ import annotations

import re
from html import escape

from renderings.model import Shown

from ..grid import Slot, Table, text_of
from ..published import Published
from .markup import body, spans

_PARTS = re.compile(r"[0-9.,+-]+|[^0-9.,+-]+")
_HEAD = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15">
<title>{title}</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Revision>12</o:Revision>
  <o:TotalTime>707</o:TotalTime>
 </o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal {{mso-style-unhide:no; margin:0cm; font-size:10.5pt;}}
-->
</style>
<!--[if gte mso 10]><style>table.MsoNormalTable {{mso-style-name:\u666e\u901a\u8868\u683c;}}</style><![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt'>

<div class=WordSection1 style='layout-grid:15.6pt'>
"""


def saved(report: Published) -> bytes:
    """The report with lines that end as on Windows."""
    parts = body(report, _heading, _paragraph, _table)
    head = _HEAD.format(title=report.title)
    page = "\n\n".join([head, _paragraph(report.title, " align=center"), *parts, "</div>\n\n</body>\n\n</html>\n"])
    return page.replace("\n", "\r\n").encode("gb18030")


def _paragraph(text: str, attributes: str = "") -> str:
    return f"<p class=MsoNormal{attributes} style='text-indent:21.0pt'>{_runs(text)}<o:p></o:p></p>"


def _heading(text: str) -> str:
    """A heading of a list: Word writes its ordinal apart, for programs that number by themselves."""
    ordinal, name = text.split("、", 1)
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
    ignored = f"<![if !supportLists]><span\nstyle='mso-list:Ignore'>{ordinal}、{gap}</span><![endif]>"
    return f"<h1 style='mso-list:l0 level1 lfo1'>{ignored}{_runs(name)}<o:p></o:p></h1>"


def _runs(text: str) -> str:
    """Figures and Chinese in spans of their own, with line breaks inside the tags."""
    made = ""
    for part in _PARTS.findall(text):
        if part[0].isdigit():
            made += f"<span lang=EN-US\nstyle='font-family:宋体'>{part}</span>"
        else:
            made += f"<span style='font-family:宋体;mso-bidi-font-family:\n宋体'>{part}</span>"
    return made


def _table(table: Table) -> str:
    rows = "\n".join(_row(row) for row in table.rows)
    widths = "\n  ".join("<td width=57 style='border:none'></td>" for _ in range(table.columns))
    misaligned = f"<![if !supportMisalignedColumns]>\n <tr height=0>\n  {widths}\n </tr>\n <![endif]>"
    attributes = "border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;mso-yfti-tbllook:1184'"
    return f"<table class=MsoNormalTable {attributes}>\n{rows}\n {misaligned}\n</table>"


def _row(row: tuple[Slot, ...]) -> str:
    return " <tr style='mso-yfti-irow:0;height:22.7pt'>\n" + "\n".join(map(_cell, row)) + "\n </tr>"


def _cell(slot: Slot) -> str:
    text = escape(text_of(slot.content))
    if isinstance(slot.content, Shown):
        runs = f"<span lang=EN-US>&nbsp;{text}&nbsp;</span>" if text else "<span lang=EN-US><o:p>&nbsp;</o:p></span>"
    else:
        runs = _runs(text) + "<span\n  lang=EN-US><o:p></o:p></span>"
    style = "style='border:solid windowtext 1.0pt;\n  padding:0cm'"
    return f"  <td width=64{spans(slot, '')} {style}>\n  <p class=MsoNormal>{runs}</p>\n  </td>"
