"""The lexer of anchors: a report's text as headings, ordinals, runs of figures, and the text between them.

Which characters make an anchor is said in `grammar/layout.lark`; here its terminals become one pattern that
goes over the text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from linter.grammars import terminals
from linter.patterns import compiled
from linter.reading.stretches import Stretch
from linter.record import NamedTuple
from linter.report import Span

_HEADS = ("CLAUSE", "ORD2", "ORD1", "ORD3")
_PLAIN_ROW = compiled(r"\d{1,15}(?:[ \t]{1,40}\d{1,15}){1,40}(?![^\n])")
_DIGITS = compiled(r"\d+")
_KINDS = (*_HEADS, "BLANKS", "NUMERAL", "MARK")


class Figure(NamedTuple):
    """One figure of a run, or the mark that stands for none (`number` empty); `remark` is what stands after the
    number, a unit or a note, up to `stop`."""

    start: int
    end: int
    stop: int
    number: str
    remark: str = ""

    @property
    def broken(self) -> bool:
        """Whether the number begins as none does: what is left of one that a space or a line end has cut."""
        digits = self.number.lstrip("+-")
        return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


class Anchor(NamedTuple):
    """A token of the layout grammar: `type` is a terminal, the offsets are the text's. A run has its figures, line
    by line."""

    type: str
    start: int
    end: int
    lines: tuple[tuple[Figure, ...], ...] = ()


def page_marks(text: str, stretches: Iterable[Stretch]) -> list[Span]:
    """Page numbers and the like where tables may be; a bare number could be a figure and is none of them."""
    return [
        Span(*match.span())
        for stretch in stretches
        if stretch.tabular
        for match in _page().finditer(text, stretch.start, stretch.end)
    ]


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks in place of the spans, its length unchanged."""
    parts, position = [], 0
    for start, end in spans:
        parts += [text[position:start], " " * (end - start)]
        position = end
    return "".join(parts) + text[position:] if parts else text


def anchors(text: str, stretches: Iterable[Stretch]) -> Iterator[Anchor]:
    """The tokens of the whole report, every character that is not white space in exactly one of them."""
    for stretch in stretches:
        start = stretch.start
        if stretch.section is not None:
            heading = stretch.section.heading_span
            yield Anchor("SECTION", heading.start, heading.end)
            start = heading.end
        if stretch.tabular:
            yield from _in_tables(text, start, stretch.end)
        elif start < stretch.end:
            yield Anchor("PROSE", start, stretch.end)


def _in_tables(text: str, start: int, end: int) -> Iterator[Anchor]:
    find, position, last = _pattern().search, start, start
    run: list[tuple[Figure, ...]] = []
    while match := find(text, position, end):
        kind, begin = match.lastgroup, match.start()
        between = text[last:begin]
        blank = not between or between.isspace()
        is_figure = kind in ("NUMERAL", "MARK")
        if run and not (is_figure and blank):
            yield _run(run)
            run = []
        if not blank:
            yield Anchor("TEXT", last, begin)
        position = match.end()
        if is_figure:
            figures = _row(text, match, end)
            position = figures[-1].stop
            if run and "\n" not in between:
                run[-1] += figures
            else:
                run.append(figures)
        elif kind == "BLANKS":
            yield Anchor("RUN", begin, position)
        else:
            yield Anchor(str(kind), begin, position)
        last = position
    if run:
        yield _run(run)
    if last < end and not text[last:end].isspace():
        yield Anchor("TEXT", last, end)


def _row(text: str, match: re.Match[str], end: int) -> tuple[Figure, ...]:
    """The figure that was found, and with it the rest of its line where that is plain figures: most of all text."""
    if match.lastgroup == "NUMERAL":
        row = _PLAIN_ROW.match(text, match.start("number"), end)
        if row is not None:
            found = _DIGITS.finditer(text, *row.span())
            return tuple([Figure(one.start(), one.end(), one.end(), one[0]) for one in found])
    return (_figure(match),)


def _run(lines: list[tuple[Figure, ...]]) -> Anchor:
    return Anchor("RUN", lines[0][0].start, lines[-1][-1].end, tuple(lines))


def _figure(match: re.Match[str]) -> Figure:
    start, end = match.span("number")
    if start < 0:
        return Figure(match.start(), match.end(), match.end(), "")
    remark = "".join(match["remark"].split()) if match.end() > end else ""
    return Figure(start, end, match.end(), match["number"], remark)


def figure_in(text: str, start: int, end: int) -> Figure | None:
    """The figure that stands between two offsets, if nothing else does."""
    match = _pattern().fullmatch(text, start, end)
    return _figure(match) if match and match.lastgroup in ("NUMERAL", "MARK") else None


@cache
def _pattern() -> re.Pattern[str]:
    patterns = terminals("layout")
    kinds = "|".join(f"(?P<{kind}>{patterns[kind]})" for kind in _KINDS)
    return compiled(f"(?={patterns['BEGINNING']})(?:{kinds})")


@cache
def _page() -> re.Pattern[str]:
    return compiled(terminals("layout")["PAGE"])
