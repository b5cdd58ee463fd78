"""Findings as programs tell them to people who do not have the report beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.halves import half
from linter.record import NamedTuple
from linter.rendering import plain
from linter.rendering.order import in_reading_order
from linter.rendering.screen import Screen
from linter.sources.interface import Place

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.finding import Finding, Held
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally
    from linter.report import Span
    from linter.sources import Source

NOWHERE = Place(None, None, None, None)


class Notice(NamedTuple):
    """A finding in one language. `where` names the place for a person, `place` for a program; `advice` may be
    empty."""

    finding: Finding
    title: str
    where: str
    message: str
    advice: str
    place: Place

    @property
    def rule(self) -> str:
        return self.finding.rule


class HeldNotice(NamedTuple):
    """A finding that is not shown, and who said so."""

    notice: Notice
    held: Held

    @property
    def rule(self) -> str:
        return self.notice.rule


class Broken(NamedTuple):
    """A file that was not checked, and why."""

    path: str
    reason: str


def notices(checked: Checked, manner: Manner) -> Iterator[Notice]:
    """All findings in reading order; the advice is marked as such."""
    for one in in_reading_order(checked.outcomes.findings):
        yield _notice(one, checked, manner)


def held_notices(checked: Checked, manner: Manner) -> Iterator[HeldNotice]:
    """The findings that are held back, in reading order."""
    by_finding: dict[int, list[Held]] = {}
    for one in checked.outcomes.held:
        by_finding.setdefault(id(one.finding), []).append(one)
    for finding in in_reading_order([one.finding for one in checked.outcomes.held]):
        yield HeldNotice(_notice(finding, checked, manner), by_finding[id(finding)].pop(0))


def _notice(finding: Finding, checked: Checked, manner: Manner) -> Notice:
    source, lang = checked.report.source, manner.lang
    advice = finding.advice.get(lang, "")
    return Notice(
        finding,
        finding.title[lang],
        plain.where(source, finding.span, finding.where[lang]),
        finding.message[lang],
        manner.say("建议：", "Advice: ") + advice if advice else "",
        place_of(source, finding.span),
    )


def headline(notice: Notice, manner: Manner) -> str:
    """Rule, place and title in one line."""
    where = notice.where + manner.say("：", ": ") if notice.where else ""
    return f"{notice.rule} {where}{notice.title}"


def place_of(source: Source, span: Span | None) -> Place:
    return NOWHERE if span is None else source.place(*span)


def broken(tally: Tally, manner: Manner) -> Iterator[Broken]:
    """The files that were not checked: those that cannot be read, then those at which the linter itself broke."""
    for one in tally.unreadable:
        yield Broken(one.path, half(one.reason, manner.lang))
    for fault in tally.faults:
        yield Broken(fault.path, manner.say("检查时程序内部出错", "internal fault"))


def plainly(manner: Manner) -> Manner:
    """The same manner without colours and line breaks, for what a program reads."""
    return manner._replace(screen=Screen(manner.screen.encoding))


def plural(count: int, noun: str) -> str:
    """A count with its English noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
