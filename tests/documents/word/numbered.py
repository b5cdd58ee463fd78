"""A Word file in which Word makes the ordinals, so that they are not in its text."""

from __future__ import annotations

import re

from renderings.labels import Label

from .dress import Dress
from .markup import numbered, paragraph, run

_SECTIONS, _ROWS, _PROSE = 1, 2, 3
_ORDINAL = re.compile(r"^（[一二三四五六七]）")


class Numbered(Dress):
    """一、, （一） and 1. come from lists: of headings, of labels, of paragraphs."""

    def heading(self, label: Label) -> str:
        return paragraph(run(label.name), numbered(_SECTIONS, 0))

    def label(self, label: Label) -> str:
        return paragraph(self.runs(label.name), numbered(_ROWS, _level(label.ordinal)) if label.ordinal else "")

    def prose(self, text: str) -> str:
        if not _ORDINAL.match(text):
            return super().prose(text)
        return paragraph(self.runs(_ORDINAL.sub("", text)), numbered(_PROSE, 1))


def _level(ordinal: str) -> int:
    """How deep in its list a label stands."""
    return 2 if ordinal[0].isdigit() else int(ordinal.startswith("（"))
