"""`gouji explain`: one rule in full, at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.rendering.rulepage import CODE, ITEM, QUOTE, Line, page

if TYPE_CHECKING:
    from linter.judging.rule import Rule
    from linter.rendering.interface import Manner

_INDENTS = {CODE: "    ", QUOTE: "    "}


def explain(rule: Rule, manner: Manner) -> str:
    """The rule as a page of text."""
    told, screen = page(rule, manner), manner.screen
    lines = [screen.paint(f"{told.code}  {told.title}", "strong"), f"  {told.about}"]
    for part in told.parts:
        lines += ["", screen.paint(part.heading, "strong"), *_wrapped(part.lines, manner)]
    return "\n".join(lines) + "\n"


def _wrapped(lines: tuple[Line, ...], manner: Manner) -> Iterator[str]:
    for kind, text in lines:
        mark = "- " if kind == ITEM else ""
        yield manner.screen.wrap(mark + " ".join(text.split()), _INDENTS.get(kind, "  "))
