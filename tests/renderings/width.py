"""How many columns of a terminal, or of ``pdftotext -layout``, a text takes."""

from __future__ import annotations

import unicodedata

from .model import Piece, Shown


def width_of(piece: Piece) -> int:
    """The display width: two for Chinese characters and their punctuation, one for others."""
    text = piece.before + piece.raw + piece.after if isinstance(piece, Shown) else piece
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
