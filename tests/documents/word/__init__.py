"""Word files of a report, in the ways in which Word and WPS write them."""

from __future__ import annotations

from collections.abc import Callable

from ..published import Published
from .dress import Dress
from .nested import Nested
from .numbered import Numbered
from .package import LOOK, Look, packed
from .tracked import Tracked
from .writer import document_xml

WORDS: dict[str, Callable[[], Dress]] = {
    "merged": Dress,
    "tracked": Tracked,
    "numbered": Numbered,
    "nested": Nested,
}
"""The variants by name; each writes one report and is made anew for the next."""

__all__ = ["LOOK", "WORDS", "Look", "as_word"]


def as_word(report: Published, variant: str, look: Look = LOOK) -> bytes:
    """The report as a .docx file."""
    return packed(document_xml(report, WORDS[variant](), look), look)
