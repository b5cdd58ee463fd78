"""The paragraphs of a comment; `w` is Word's namespace."""

from __future__ import annotations

from lxml import etree

from linter.sources.docx.namespaces import SPACE

_SIZE = "18"
"""Nine points, in halves: without it a comment has the size of the report's text."""


def words_of(comment: etree._Element, w: str) -> list[str]:
    """The paragraphs of a comment."""
    return ["".join(text.text or "" for text in one.iter(w + "t")) for one in comment.iter(w + "p")]


def paragraph(w: str, text: str, *, bold: bool) -> etree._Element:
    """Without the indents and spaces that the report's own paragraphs may have."""
    made = etree.Element(w + "p")
    properties = etree.SubElement(made, w + "pPr")
    spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    etree.SubElement(properties, w + "spacing", {w + name: value for name, value in spacing.items()})
    etree.SubElement(properties, w + "ind", {w + "firstLineChars": "0", w + "firstLine": "0"})
    etree.SubElement(properties, w + "jc", {w + "val": "left"})
    run = etree.SubElement(made, w + "r")
    look = etree.SubElement(run, w + "rPr")
    if bold:
        etree.SubElement(look, w + "b")
    for name in ("sz", "szCs"):
        etree.SubElement(look, w + name, {w + "val": _SIZE})
    etree.SubElement(run, w + "t", {SPACE: "preserve"}).text = text
    return made


def reword(comment: etree._Element, w: str, text: str) -> None:
    """Puts a text under the heading of a comment, whose last paragraph, by which answers name it, stays."""
    paragraphs, heading = comment.findall(w + "p"), words_of(comment, w)[0]
    for one in paragraphs[:-1]:
        comment.remove(one)
    comment.insert(0, paragraph(w, heading, bold=True))
    paragraphs[-1][:] = paragraph(w, text, bold=False)[:]
