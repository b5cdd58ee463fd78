"""What a reader of Word files builds while it walks: paragraphs as lines of cells, and what holds them."""

from __future__ import annotations

from linter.record import NamedTuple
from linter.sources.docx.origin import TextRun

_LONGEST_LABEL = 120
"""A cell with several paragraphs that together have more characters holds prose, not a label or a figure."""


class Piece(NamedTuple):
    """Text from one element; no origin for a blank that only parts two others."""

    text: str
    origin: TextRun | None


Cell = list[Piece]
Line = list[Cell]

BLANK = Piece(" ", None)


class Paragraph:
    """A paragraph as it grows. `hidden`: its style hides text. `joins`: its mark is deleted or hidden, so that the next
    paragraph goes on with it. `tabular`: a table hangs on it."""

    __slots__ = ("_after", "_before", "_lines", "hidden", "joins", "tabular")

    def __init__(self) -> None:
        self._lines: list[Line] = [[[]]]
        self._before: list[Line] = []
        self._after: list[Line] = []
        self.tabular = False
        self.joins = False
        self.hidden = False

    def add(self, piece: Piece) -> None:
        self._lines[-1][-1].append(piece)

    def tab(self) -> None:
        self._lines[-1].append([])

    def end_line(self) -> None:
        self._lines.append([[]])

    def add_box(self, box: Flow) -> None:
        """A text box that hangs on the paragraph: a banner is read before it, a table after it, since what a
        paragraph announces follows."""
        (self._after if box.tabular else self._before).extend(box.close())
        self.tabular |= box.tabular

    def lines(self) -> list[Line]:
        return [*self._before, *map(_settled, self._lines), *self._after]


class Flow:
    """Paragraphs and tables one after the other: the body, a cell, or a text box. `tabular`: some table in it has
    several cells."""

    __slots__ = ("_lines", "_open", "tabular")

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._open: Paragraph | None = None
        self.tabular = False

    def begin_paragraph(self) -> Paragraph:
        """A new paragraph, or the one before if its mark is gone."""
        paragraph, self._open = self._open or Paragraph(), None
        paragraph.joins = paragraph.hidden = False
        return paragraph

    def end_paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.joins:
            self._open = paragraph
        else:
            self._lines += paragraph.lines()
            self.tabular |= paragraph.tabular

    def begin_table(self) -> None:
        self._settle()

    def end_table(self, lines: list[Line]) -> None:
        self._lines += lines
        self.tabular |= len(lines) > 1 or any(len(line) > 1 for line in lines)

    def close(self) -> list[Line]:
        self._settle()
        return self._lines

    def drain(self) -> list[Line]:
        """The lines so far, which the flow forgets."""
        lines, self._lines = self._lines, []
        return lines

    def is_layout(self) -> bool:
        """Whether these are no cell's label or figure, but a part of the report that a table only frames."""
        written = [line for line in self.close() if any(line)]
        if self.tabular or len(written) < 2:
            return self.tabular
        return sum(len(piece.text) for line in written for cell in line for piece in cell) > _LONGEST_LABEL

    def as_cell(self, blank: TextRun) -> Cell:
        """Everything in one cell, lines parted by blanks; `blank` is where it stands if that is nothing."""
        cell: Cell = []
        for line in self.close():
            for part in filter(None, line):
                cell += [BLANK, *part] if cell else part
        return cell or [Piece("", blank)]

    def _settle(self) -> None:
        if self._open is not None:
            paragraph, self._open = self._open, None
            paragraph.joins = False
            self.end_paragraph(paragraph)


def _settled(line: Line) -> Line:
    """Tabs part cells where one follows after text; those before a line's only text indent it."""
    if len(line) == 1 or any(piece.text.strip() for cell in line[:-1] for piece in cell):
        return line
    return line[-1:]
