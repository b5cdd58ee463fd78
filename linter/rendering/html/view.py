"""What the page says of one report, ready for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from linter.judging.naming import Namer
from linter.judging.paths import Tables
from linter.record import NamedTuple
from linter.rendering.causes import Cause, cause_of, grouped
from linter.rendering.html.articles import Articles
from linter.rendering.html.dues import Dues, cause_id
from linter.rendering.html.groups import Causes, Group
from linter.rendering.html.heldback import HeldBack, held_back
from linter.rendering.html.links import Link, Links
from linter.rendering.html.marks import Marks, cell_id, word_id
from linter.rendering.html.paper import Paper, Part, tables
from linter.rendering.html.reasons import Reason, reasons
from linter.rendering.html.verdict import Verdict, verdict
from linter.rendering.html.witnessed import Witnessed
from linter.rendering.order import in_reading_order
from linter.rendering.quotation import printed
from linter.rendering.unread import unread_tables
from linter.report import Span

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.finding import Finding
    from linter.rendering.interface import Manner
    from linter.report import Report

_MOST_REASONS = 200
_MOST_CLAIMS = 300


class ReportView(NamedTuple):
    """One report on the page; `parts` is None where it is not drawn. `unread` tells of whole tables that were not read,
    `unlocated` why nobody is suspected for some findings, `ignored` are the rules that were not used because somebody
    said so."""

    id: str
    number: int
    report: Report
    verdict: Verdict
    unread: list[str]
    groups: list[Group]
    unlocated: list[str]
    held: list[HeldBack]
    ignored: tuple[str, ...]
    claims: list[Link]
    reasons: list[Reason]
    parts: list[Part] | None
    marks: Marks
    dues: Dues
    witnessed: Witnessed | None
    links: Links

    @property
    def total(self) -> int:
        return sum(len(group.articles) for group in self.groups)

    @property
    def rules(self) -> dict[str, Mapping[str, str]]:
        """The title of each rule that found something, by its code."""
        found = {one.finding.rule: one.finding.title for group in self.groups for one in group.articles}
        return {code: found[code] for code in sorted(found)}


def view(checked: Checked, index: int, manner: Manner, kit: Kit, draw: bool = True) -> ReportView:
    """The report with this number in the run, from 0; drawn or not."""
    return _Builder(checked, index, manner, kit).build(draw)


class _Builder:
    def __init__(self, checked: Checked, index: int, manner: Manner, kit: Kit) -> None:
        self._checked = checked
        self._report = checked.report
        self._index = index
        self._manner = manner
        self._kit = kit
        self._links = Links(f"r{index + 1}")
        self._groups = grouped(in_reading_order(checked.outcomes.findings))
        self._causes = [cause_of(group) for group in self._groups]
        merged = frozenset(code for code, rule in kit.rules.by_code.items() if rule.merge)
        self._marks = Marks(checked.report, self._caused(), merged)
        self._dues = Dues(checked.report, self._causes)
        self._marks.anchor(self._dues.cells, self._dues.words)
        for one in checked.outcomes.held:
            self._marks.anchor_finding(one.finding)
        self._namer = Namer(Tables({table.id: table for table in tables(checked.report, kit)}), {})

    def _caused(self) -> list[tuple[Finding, Cause | None]]:
        return [(one, cause) for group, cause in zip(self._groups, self._causes, strict=True) for one in group]

    def build(self, draw: bool) -> ReportView:
        witnessed = Witnessed(self._checked, self._kit, self._namer, self._manner) if draw else None
        parts = self._drawn(witnessed) if witnessed is not None else None
        outcomes, lang = self._checked.outcomes, self._manner.lang
        rules = self._kit.rules.by_code
        articles = Articles(self._report, self._marks, self._links, self._namer, rules, self._manner)
        return ReportView(
            id=self._links.id,
            number=self._index,
            report=self._report,
            verdict=verdict(self._checked),
            unread=list(unread_tables(self._checked, self._manner)),
            groups=list(self._listed(articles)),
            unlocated=[reason[lang] for reason in outcomes.unlocated],
            held=held_back(outcomes.held, articles, self._manner),
            ignored=outcomes.ignored,
            claims=[self._claim(index) for index in outcomes.without_witness[:_MOST_CLAIMS]],
            reasons=[
                *reasons(outcomes.rule_errors, lang, broken=True),
                *reasons(outcomes.not_evaluated, lang),
            ][:_MOST_REASONS],
            parts=parts,
            marks=self._marks,
            dues=self._dues,
            witnessed=witnessed,
            links=self._links,
        )

    def _drawn(self, witnessed: Witnessed) -> list[Part]:
        self._marks.anchor(witnessed.cells, ())
        parts = Paper(self._checked, self._marks, self._dues, witnessed, self._kit).parts()
        self._links.known = set(_ids(parts, self._marks))
        return parts

    def _listed(self, articles: Articles) -> Iterator[Group]:
        """Findings are numbered as they are listed."""
        causes, number = Causes(self._report, self._marks, self._links, self._manner.lang), 0
        for place, (group, cause) in enumerate(zip(self._groups, self._causes, strict=True), 1):
            made = [articles.article(at, one) for at, one in enumerate(group, number + 1)]
            number += len(made)
            yield causes.group(cause_id(place), cause, made)

    def _claim(self, index: int) -> Link:
        claim = self._report.narrative.claims[index]
        text = printed(self._report, claim.start, claim.end)
        return Link(text, self._links.href(word_id(Span(claim.start, claim.end))))


def _ids(parts: Iterable[Part], marks: Marks) -> Iterator[str]:
    """What can be linked to."""
    for part in parts:
        if part.id:
            yield f"s-{part.id}"
        yield from (word.id for word in part.heading if word.id)
        yield from (word.id for text in part.text for word in text.words if word.id)
        for drawn in part.tables:
            fields = set(drawn.table.fields())
            yield from (cell_id(name) for name in marks.anchors if name in fields)
            yield from (cell_id(name) for name in marks.rows if name.startswith(f"{drawn.table.id}."))
