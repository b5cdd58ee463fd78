"""What a page draws, in points from its top left corner: characters, rules, pictures."""

from __future__ import annotations

from collections.abc import Iterable

from linter.record import NamedTuple
from linter.sources.pdf.origin import Box


class Glyph(NamedTuple):
    """One character as it is drawn; `turn` is the direction of writing in quarter turns, counterclockwise."""

    text: str
    box: Box
    size: float
    turn: int


class Rule(NamedTuple):
    """A straight stroke along one axis, or a filled rectangle as thin as one: `at` is its place on the other axis."""

    horizontal: bool
    at: float
    start: float
    end: float


class Sheet(NamedTuple):
    """A page as it is shown. `pictures` is the share of its area that the largest picture covers, `curves` whether
    shapes other than straight strokes are drawn."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    pictures: float
    curves: bool


def distinct(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The characters without those drawn again on themselves, which is how some programs print bold."""
    kept: list[Glyph] = []
    drawn: dict[str, dict[tuple[int, int], Box]] = {}
    for glyph in glyphs:
        near = max(glyph.size * 0.2, 0.5)
        places = drawn.setdefault(glyph.text, {})
        column, row = int(glyph.box.x0 // near), int(glyph.box.top // near)
        beside = (places.get((column + dx, row + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if any(one is not None and _same(one, glyph.box, near) for one in beside):
            continue
        places[column, row] = glyph.box
        kept.append(glyph)
    return kept


def _same(one: Box, other: Box, near: float) -> bool:
    return abs(one.x0 - other.x0) < near and abs(one.top - other.top) < near


def upright(sheet: Sheet) -> Sheet:
    """The page turned so that most of its writing runs from left to right."""
    turns = [glyph.turn for glyph in sheet.glyphs]
    most = max(set(turns), key=turns.count, default=0)
    for _ in range(most):
        sheet = _turned(sheet)
    return sheet


def _turned(sheet: Sheet) -> Sheet:
    """The page turned clockwise by a quarter: what ran upwards runs to the right."""
    height = sheet.height
    glyphs = [
        glyph._replace(
            box=Box(height - glyph.box.bottom, glyph.box.x0, height - glyph.box.top, glyph.box.x1),
            turn=(glyph.turn - 1) % 4,
        )
        for glyph in sheet.glyphs
    ]
    rules = [
        Rule(False, height - rule.at, rule.start, rule.end)
        if rule.horizontal
        else Rule(True, rule.at, height - rule.end, height - rule.start)
        for rule in sheet.rules
    ]
    return sheet._replace(width=height, height=sheet.width, glyphs=glyphs, rules=rules)
