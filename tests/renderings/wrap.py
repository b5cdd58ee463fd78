"""Cutting text into lines as a narrow column or page does."""

from __future__ import annotations

import re

_UNIT = re.compile(r"[0-9][0-9.,%-]*|.")


def cut(text: str, width: int) -> list[str]:
    """The text in lines of at most this many characters; numbers stay whole, spaces at ends go."""
    lines = [""]
    for unit in _UNIT.findall(text):
        if lines[-1] and len(lines[-1]) + len(unit) > width:
            lines.append("")
        lines[-1] += unit
    return [line.strip() for line in lines if line.strip()]
