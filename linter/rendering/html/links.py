"""Links from one part of a report's page to another."""

from __future__ import annotations

from collections.abc import Collection

from linter.record import NamedTuple


class Link(NamedTuple):
    """Words that lead to a place on the page; `href` is empty where there is none."""

    text: str
    href: str = ""
    value: str = ""


class Links:
    """Knows which places of a report are on the page; `id` is the report's own."""

    def __init__(self, report_id: str) -> None:
        self.id = report_id
        self.known: Collection[str] = frozenset()

    def href(self, place: str) -> str:
        """A link to a place, as far as it is drawn."""
        return f"#{self.id}-{place}" if place in self.known else ""
