"""A font of just the characters of a report, small enough to be embedded in each.

In the fonts of many systems a radical and the character that looks like it are one glyph, and out of a PDF printed
with them comes the radical: ⼈ (Kangxi) for 人, ⺠ (of the supplement, which NFKC leaves alone) for 民.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

_FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
_SIMPLIFIED = 2
_ERROR = 4.0
_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
)
_RADICALS = range(0x2E80, 0x2FD6)
_CHARACTERS = range(0x4E00, 0xA000)


def in_radicals(text: str) -> str:
    """The text with radicals wherever one looks like the character."""
    return text.translate(_alike())


@cache
def _alike() -> dict[int, int]:
    """The radical for each character that is the same glyph."""
    from fontTools.ttLib import TTFont

    glyphs = TTFont(_FONT, fontNumber=_SIMPLIFIED).getBestCmap()
    radicals = {glyphs[code]: code for code in _RADICALS if code in glyphs}
    return {code: radicals[glyphs[code]] for code in _CHARACTERS if glyphs.get(code) in radicals}


def font_of(text: str) -> bytes:
    """A TrueType font with the characters of this text."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(_FONT, fontNumber=_SIMPLIFIED, recalcTimestamp=False)
    options = Options(hinting=False, layout_features=[])
    options.drop_tables += ["GSUB", "GPOS", "BASE", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes={ord(character) for character in text} | {ord(" ")})
    subsetter.subset(font)
    _straighten(font)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def _straighten(font: Any) -> None:
    """Turns outlines of third order into ones of second order, which browsers embed as they are."""
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, _ERROR, reverse_direction=True))
        font["glyf"].glyphs[name] = pen.glyph()
        font["glyf"].glyphs[name].recalcBounds(font["glyf"])
    font["maxp"].tableVersion, font["maxp"].maxZones = 0x00010000, 1
    for limit in _LIMITS:
        setattr(font["maxp"], limit, 0)
    del font["CFF "]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
