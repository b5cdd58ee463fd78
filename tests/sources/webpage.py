"""Web pages for tests: what is read from a piece of markup, and what its source has at the places of what was read."""

from __future__ import annotations

from linter.sources.composed import ComposedSource
from linter.sources.html import Spot, read_html
from linter.sources.interface import Place


def page(markup: str) -> ComposedSource[Spot]:
    """The page as it is read."""
    return read_html(markup.encode(), "page.html")


def lines(markup: str) -> list[str]:
    """The lines of the page as a person sees them."""
    return page(markup).original.rstrip("\n").split("\n")


def cut(markup: str, place: Place) -> str | None:
    """What the source has at a place, None for a place without columns."""
    if place.line is None or place.end_line is None or place.column is None or place.end_column is None:
        return None
    rows = markup.split("\n")[place.line - 1 : place.end_line]
    rows[-1] = rows[-1][: place.end_column - 1]
    rows[0] = rows[0][place.column - 1 :]
    return "\n".join(rows)


def cuts(markup: str) -> list[tuple[str, str | None]]:
    """Each piece of the page with what the source has at its place."""
    source = page(markup)
    pieces = zip(source.starts, source.ends, strict=True)
    return [(source.original[start:end], cut(markup, source.place(start, end))) for start, end in pieces]
