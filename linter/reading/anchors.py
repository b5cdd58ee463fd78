"""The lexer of anchors: a report's text as headings, ordinals, runs of figures, and the text between them.

Which characters make an anchor is said in `grammar/layout.lark`; here its terminals become one pattern that
goes over the text once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from linter.grammars import terminals
from linter.report import Section, Span

_KINDS = ("CLAUSE", "ORD2", "ORD1", "ORD3", "RUN")
STARTS = ("start", "cell", "furniture")
"""The start rules of the layout grammar."""


class Anchor(NamedTuple):
    """A token of the layout grammar: `kind` is a terminal, the offsets are the text's."""

    kind: str
    start: int
    end: int


class Stretch(NamedTuple):
    """A part of the report, from a heading to the next; `tabular` if it may hold tables."""

    section: Section | None
    start: int
    end: int
    tabular: bool


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
    position = start
    for match in _pattern().finditer(text, start, end):
        if match.start() > position and not text[position : match.start()].isspace():
            yield Anchor("TEXT", position, match.start())
        yield Anchor(str(match.lastgroup), match.start(), match.end())
        position = match.end()
    if position < end and not text[position:end].isspace():
        yield Anchor("TEXT", position, end)


@cache
def _pattern() -> re.Pattern[str]:
    patterns = terminals("layout", STARTS)
    kinds = "|".join(f"(?P<{kind}>{patterns[kind]})" for kind in _KINDS)
    return re.compile(f"(?={patterns['BEGINNING']})(?:{kinds})")


@cache
def _page() -> re.Pattern[str]:
    return re.compile(terminals("layout", STARTS)["PAGE"])
