"""What the runs of a paragraph show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources.docx.fields import Fields
from linter.sources.docx.flow import BLANK, Paragraph, Piece
from linter.sources.docx.namespaces import SPACE, is_on, math_of, tag_above, word_of
from linter.sources.docx.origin import TextRun
from linter.sources.docx.symbols import symbol, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from linter.sources.docx.blocks import Blocks
    from linter.sources.docx.cursor import Cursor

_XML_BLANKS = " \t\r\n"
_MAX_SPLITS = 50_000
"""So many characters without width are left out; a file with more of them was made to take memory."""


class Runs:
    """Takes the elements that show text in the innermost open paragraph, and those that hide it."""

    def __init__(self, root: etree._Element, cursor: Cursor, blocks: Blocks, hidden_styles: frozenset[str]) -> None:
        word = word_of(root)
        self._w = w = f"{{{word}}}"
        self._cursor = cursor
        self._blocks = blocks
        self._hidden_styles = hidden_styles
        self._preserved = root.get(SPACE) == "preserve"
        self._fields = Fields()
        self._splits = _MAX_SPLITS
        self._run: etree._Element | None = None  # the last one that says whether it is hidden
        self._run_hidden = False
        self.starts: dict[str, Callable[[etree._Element], None]] = {
            w + "t": self._text,
            f"{{{math_of(word)}}}t": self._text,
            w + "tab": self._tab,
            w + "ptab": self._tab,
            w + "br": self._end_line,
            w + "cr": self._end_line,
            w + "noBreakHyphen": self._hyphen,
            w + "sym": self._symbol,
            w + "fldChar": self._field,
            w + "vanish": self._vanish,
            w + "strike": self._strike,
            w + "dstrike": self._strike,
            w + "vertAlign": self._raise,
            w + "del": self._deleted,
            w + "moveFrom": self._deleted,
            w + "rt": cursor.skip,
            **dict.fromkeys((w + "drawing", w + "pict", w + "object", w + "ddList"), self._object),
            w + "txbxContent": self._begin_box,
        }
        if hidden_styles:
            self.starts |= {w + "rStyle": self._style, w + "pStyle": self._style}
        self.ends: dict[str, Callable[[etree._Element], None]] = {w + "p": self._end_paragraph}

    def _end_paragraph(self, element: etree._Element) -> None:
        self._fields.end_paragraph()
        self._run = None
        self._blocks.end_paragraph(element)

    def _begin_box(self, element: etree._Element) -> None:
        self._blocks.begin_box(element)
        if self._run is not None and self._run_hidden and self._run in element.iterancestors():
            self._cursor.skip(element)

    def _shown(self, element: etree._Element) -> Paragraph | None:
        """The paragraph in which the element, which stands in a run, is shown, if it is."""
        paragraph = self._blocks.paragraph
        if paragraph is None or self._fields.hide:
            return None
        said = self._run is not None and element.getparent() is self._run
        return None if (self._run_hidden if said else paragraph.hidden) else paragraph

    def _text(self, element: etree._Element) -> None:
        ordinal = self._cursor.take()
        paragraph, text = self._shown(element), element.text
        if paragraph is None or not text:
            return
        offset = 0
        if not self._preserved and element.get(SPACE) != "preserve":
            kept = text.lstrip(_XML_BLANKS)
            offset, text = len(text) - len(kept), kept.rstrip(_XML_BLANKS)
        for start, stretch in visible(text, self._splits):
            self._splits -= start > 0
            paragraph.add(Piece(stretch, TextRun(ordinal, offset + start)))

    def _hyphen(self, element: etree._Element) -> None:
        ordinal, paragraph = self._cursor.take(), self._shown(element)
        if paragraph is not None:
            paragraph.add(Piece("-", TextRun(ordinal, 0)))

    def _symbol(self, element: etree._Element) -> None:
        ordinal, paragraph = self._cursor.take(), self._shown(element)
        if paragraph is not None:
            shown = symbol(element.get(self._w + "char"), element.get(self._w + "font"))
            paragraph.add(Piece(shown, TextRun(ordinal, 0)))

    def _tab(self, element: etree._Element) -> None:
        """A tab in a run; in the properties of a paragraph it is a place where tabs stop."""
        paragraph = self._shown(element)
        if paragraph is not None and tag_above(element, 1) != self._w + "tabs":
            paragraph.tab()

    def _end_line(self, element: etree._Element) -> None:
        paragraph = self._shown(element)
        if paragraph is not None:
            paragraph.end_line()

    def _field(self, element: etree._Element) -> None:
        self._fields.mark(element.get(self._w + "fldCharType"))

    def _vanish(self, element: etree._Element) -> None:
        """Hidden text: a run's, or the mark of a paragraph, whose text then goes on in the next one."""
        whose, paragraph = tag_above(element, 2), self._blocks.paragraph
        if whose == self._w + "r":
            self._say(element, is_on(element, self._w))
        elif whose == self._w + "pPr" and paragraph is not None:
            paragraph.joins |= is_on(element, self._w)

    def _strike(self, element: etree._Element) -> None:
        """Struck-out text: what it said does not hold any more."""
        if tag_above(element, 2) == self._w + "r" and is_on(element, self._w):
            self._say(element, True)

    def _raise(self, element: etree._Element) -> None:
        """A note's number beside a figure must not become a part of it."""
        paragraph = self._blocks.paragraph
        if paragraph is not None and tag_above(element, 2) == self._w + "r":
            paragraph.add(BLANK)

    def _object(self, _: etree._Element) -> None:
        self._blocks.note_object()

    def _style(self, element: etree._Element) -> None:
        if element.get(self._w + "val") not in self._hidden_styles:
            return
        whose, paragraph = tag_above(element, 2), self._blocks.paragraph
        if whose == self._w + "r":
            self._say(element, True)
        elif whose == self._w + "p" and paragraph is not None:
            paragraph.hidden = paragraph.joins = True

    def _say(self, element: etree._Element, hidden: bool) -> None:
        """What the properties of a run, in which the element stands, say about it."""
        properties = element.getparent()
        assert properties is not None
        self._run, self._run_hidden = properties.getparent(), hidden

    def _deleted(self, element: etree._Element) -> None:
        """Deleted text, or text moved away; in the properties of a paragraph's mark, that mark."""
        if tag_above(element, 1) != self._w + "rPr":
            self._cursor.skip(element)
        elif tag_above(element, 2) == self._w + "pPr" and self._blocks.paragraph is not None:
            self._blocks.paragraph.joins = True
