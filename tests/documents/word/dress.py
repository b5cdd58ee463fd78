"""How the words and figures of a report are put into Word's elements; here the plainest way."""

from __future__ import annotations

import re

from renderings.labels import Label
from renderings.model import Shown

from ..grid import Content, text_of
from .markup import paragraph, run

_RUNS = re.compile(r"[0-9.,]+|[^0-9.,]+")


class Dress:
    """Figures and Chinese in runs of their own, ordinals typed by hand; other dresses change parts of it."""

    def __init__(self) -> None:
        self.count = 0

    def title(self, text: str) -> str:
        """The title's paragraph."""
        return paragraph(self.runs(text), '<w:jc w:val="center"/>')

    def heading(self, label: Label) -> str:
        """A section's heading."""
        return paragraph(run(text_of(label)), '<w:outlineLvl w:val="0"/>')

    def prose(self, text: str) -> str:
        """A paragraph of prose, or the paragraphs it is cut into."""
        return paragraph(self.runs(text), '<w:ind w:firstLineChars="200" w:firstLine="420"/>')

    def content(self, content: Content) -> str:
        """The paragraphs inside a cell."""
        if isinstance(content, Label):
            return self.label(content)
        self.count += 1
        return paragraph(self.figure(content), '<w:jc w:val="center"/>')

    def label(self, label: Label) -> str:
        """The paragraphs of a label."""
        return paragraph(self.runs(text_of(label)))

    def figure(self, shown: Shown) -> str:
        """The runs of a figure; none for a blank cell."""
        return self.runs(text_of(shown))

    def cell(self, cell: str, _content: Content) -> str:
        """A finished cell, as it goes into its row; other dresses look at its content."""
        return cell

    def row(self, row: str, _number: int) -> str:
        """A finished row, as it goes into its table; others look at its number, from 0."""
        return row

    def table(self, table: str) -> str:
        """A finished table, as it goes into the document."""
        return table

    def runs(self, text: str) -> str:
        """The text in runs, as Word parts figures from Chinese."""
        return "".join(run(part, '<w:rFonts w:hint="eastAsia"/>') for part in _RUNS.findall(text))
