"""A Word file whose tables stand inside layout tables, its figures inside smart tags and fields."""

from __future__ import annotations

import re

from renderings.labels import Label
from renderings.model import Shown

from ..grid import text_of
from .dress import Dress
from .markup import cell, paragraph, row, run, table

_WIDTH = 9906
_TAG = '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chmetcnv">'
_DRAWING = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class Nested(Dress):
    """Labels are broken by hand, telephone numbers keep together, and one paragraph is in a text box."""

    def prose(self, text: str) -> str:
        if text.startswith("（三）"):
            return paragraph(_text_box(super().prose(text)))
        if "-" in text:
            return paragraph(run("@".join(text.split("-"))).replace("@", "</w:t><w:noBreakHyphen/><w:t>"))
        return paragraph(re.sub(r"(<w:r>(?:(?!</w:r>).)*<w:t[^>]*>[0-9]+</w:t></w:r>)", _tagged, self.runs(text)))

    def label(self, label: Label) -> str:
        text = text_of(label)
        if len(text) < 12 or "（" in text[:1]:
            return super().label(label)
        return paragraph(run(text[:6] + "@" + text[6:]).replace("@", "</w:t><w:br/><w:t>"))

    def figure(self, shown: Shown) -> str:
        runs = super().figure(shown)
        return _WAYS[self.count % len(_WAYS)](runs) if runs else ""

    def table(self, inner: str) -> str:
        """The table in the only cell of another, which ends, as it must, in a paragraph."""
        return table(row(cell(inner + paragraph(""), _WIDTH)), [_WIDTH], borders=False)


def _tagged(found: re.Match[str]) -> str:
    return f"{_TAG}{found[0]}</w:smartTag>"


def _smart(runs: str) -> str:
    properties = '<w:smartTagPr><w:attr w:name="SourceValue" w:val="70713"/></w:smartTagPr>'
    return f"{_TAG}{properties}{_TAG}{runs}</w:smartTag></w:smartTag>"


def _simple_field(runs: str) -> str:
    return f'<w:fldSimple w:instr=" MERGEFIELD F70713 \\# 0 ">{runs}</w:fldSimple>'


def _field(runs: str) -> str:
    """A field with its code, its separator and its result; a field inside the code has a result of its own."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = "<w:r><w:instrText> MERGEFIELD F70713 </w:instrText></w:r>"
    inner = begin + code + separate + run("70713") + end
    return begin + code + inner + separate + runs + end


def _text_box(paragraphs: str) -> str:
    """A drawing with a text box, and the copy of it for older programs."""
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    shape = f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
    graphic = f'<a:graphic><a:graphicData uri="{_DRAWING}">{shape}</a:graphicData></a:graphic>'
    size = '<wp:extent cx="5400000" cy="900000"/><wp:docPr id="1" name="文本框 1"/>'
    drawing = f"<w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing>"
    old = f'<w:pict><v:rect style="width:425pt;height:70pt"><v:textbox>{content}</v:textbox></v:rect></w:pict>'
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


_WAYS = (_smart, _simple_field, _field)
