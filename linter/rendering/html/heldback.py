"""Findings that are not listed because somebody said so: each reason with what it covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.held import NAMES
from linter.rendering.html.links import Link
from linter.rendering.order import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.finding import Finding, Held
    from linter.rendering.html.articles import Articles
    from linter.rendering.interface import Manner

_MOST = 100


class HeldBack(NamedTuple):
    """Who held findings back and why, and so many of these as are shown; `more` are not."""

    by: str
    reason: str
    findings: list[tuple[Finding, Link]]
    more: int


def held_back(held: Iterable[Held], articles: Articles, manner: Manner) -> list[HeldBack]:
    """Findings with the same reason together."""
    by_reason: dict[tuple[str, str], list[Finding]] = {}
    for one in held:
        by_reason.setdefault((one.by, one.reason), []).append(one.finding)
    return [
        HeldBack(
            manner.say(*NAMES[by]),
            " ".join(reason.split()),
            [(one, articles.place(one)) for one in in_reading_order(findings)[:_MOST]],
            len(findings[_MOST:]),
        )
        for (by, reason), findings in by_reason.items()
    ]
