"""Findings as the page lists them: those that one change settles under their cause."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from linter.judging.naming import spell
from linter.record import NamedTuple
from linter.rendering.html.articles import Article
from linter.rendering.html.links import Link, Links
from linter.rendering.html.marks import Marks, cell_id

if TYPE_CHECKING:
    from linter.finding import Change
    from linter.rendering.causes import Cause
    from linter.report import Report


class Suspicion(NamedTuple):
    """A set of changes: `changes` leads to each, its value being the figure that should stand there, `fields` and
    `words` are the cells and the words on the page, and `trial` the new figures by cell as JSON, empty where figures
    of the prose are among them, which cannot be tried."""

    told: str
    changes: list[tuple[Link, str]]
    fields: str
    words: str
    trial: str


class Group(NamedTuple):
    """Findings with what they have in common; `suspicions` are the likeliest cause and those that are as likely, none
    where nobody is suspected."""

    id: str
    suspicions: list[Suspicion]
    more: int
    articles: list[Article]

    @property
    def rules(self) -> list[str]:
        return [one.finding.rule for one in self.articles]


class Causes:
    """Tells the causes of one report."""

    def __init__(self, report: Report, marks: Marks, links: Links, lang: str) -> None:
        self._report = report
        self._marks = marks
        self._links = links
        self._lang = lang

    def group(self, name: str, cause: Cause | None, articles: list[Article]) -> Group:
        """`name` is the group's id within the report."""
        place = f"{self._links.id}-{name}"
        if cause is None:
            return Group(place, [], 0, articles)
        first = self._suspicion(cause.told, cause.changes)
        others = [self._suspicion(one.told, one.changes) for one in cause.alike]
        return Group(place, [first, *others], cause.more, articles)

    def _suspicion(self, told: Mapping[str, str], changes: Sequence[Change]) -> Suspicion:
        cells = [one for one in changes if one.field in self._report.cells]
        words = [place for one in changes if one not in cells for place in self._word(one)]
        trial = {one.field: spell(one.after) for one in cells}
        return Suspicion(
            told[self._lang],
            [self._change(one) for one in changes],
            " ".join(trial),
            " ".join(f"{self._links.id}-{place}" for place in words),
            json.dumps(trial) if len(cells) == len(changes) else "",
        )

    def _change(self, change: Change) -> tuple[Link, str]:
        """Where it is, and what stands there now."""
        place = cell_id(change.field) if change.field in self._report.cells else "".join(self._word(change))
        before = "" if change.before is None else spell(change.before)
        return Link(change.label[self._lang], self._links.href(place), spell(change.after)), before

    def _word(self, change: Change) -> list[str]:
        place = self._marks.place_of(change.span) if change.span is not None else ""
        return [place] if place else []
