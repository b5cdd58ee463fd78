"""Composes what Word shows of a main part with all changes accepted.

Only elements that make blocks, show text or hide it matter; every other one, such as an insertion, a content control, a
smart tag or a link, is transparent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources.docx.blocks import Blocks
from linter.sources.docx.copies import Copies
from linter.sources.docx.cursor import Cursor
from linter.sources.docx.runs import Runs

if TYPE_CHECKING:
    from lxml import etree

    from linter.sources.composed import Composer
    from linter.sources.docx.origin import TextRun


def walk(root: etree._Element, composer: Composer[TextRun], hidden_styles: frozenset[str] = frozenset()) -> None:
    """Composes the main part with this root; text in `hidden_styles` is not shown."""
    cursor = Cursor(root)
    blocks = Blocks(root, cursor, composer)
    runs = Runs(root, cursor, blocks, hidden_styles)
    copies = Copies(cursor)
    cursor.run(blocks.starts | runs.starts | copies.starts, blocks.ends | runs.ends | copies.ends)
    blocks.close()
