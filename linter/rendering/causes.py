"""Causes: findings that one set of changes settles together stand under it, the cause first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.finding import Change, Finding, Suspect
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.rendering.interface import Manner

_SHOWN = 3


class Cause(NamedTuple):
    """What is suspected of a group of findings: the likeliest with what it changes, and the suspects that are `alike`,
    as likely; so many `more` are not told."""

    told: Mapping[str, str]
    changes: tuple[Change, ...]
    alike: tuple[Suspect, ...]
    more: int


def grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings in their order, those with the same cause together at the place of the first."""
    groups: dict[object, list[Finding]] = {}
    for index, finding in enumerate(findings):
        groups.setdefault(_key(finding) if finding.suspects else index, []).append(finding)
    return list(groups.values())


def _key(finding: Finding) -> tuple[frozenset[tuple[str, Decimal]], str]:
    first = finding.suspects[0]
    return frozenset((one.field, one.after) for one in first.changes), first.told["zh"]


def cause_of(findings: Sequence[Finding]) -> Cause | None:
    """The cause of a group; None where nobody is suspected."""
    if not findings[0].suspects:
        return None
    first, *others = findings[0].suspects
    alike = tuple(others[: first.alike])
    return Cause(first.told, first.changes, alike, first.alike - len(alike))


def cause(findings: Sequence[Finding], manner: Manner) -> Iterator[str]:
    """What is suspected of a group in text: the likeliest, and the others that are as likely."""
    found = cause_of(findings)
    if found is None:
        return
    count = manner.say(f"（{len(findings)} 处）", f" ({len(findings)} findings)") if len(findings) > 1 else ""
    badge = manner.screen.paint(manner.say("疑点", "suspect"), "strong")
    yield f"{badge}{count}{manner.say('：', ': ')}{manner.screen.clean(found.told[manner.lang])}"
    for one in found.alike[: _SHOWN - 1]:
        yield manner.screen.wrap(manner.say("同样可能：", "as likely: ") + _told(one, manner), "  ")
    rest = len(found.alike) + found.more - len(found.alike[: _SHOWN - 1])
    if rest:
        yield manner.say(f"  另有 {rest} 种同样可能的改法", f"  {rest} more are as likely")


def _told(suspect: Suspect, manner: Manner) -> str:
    return manner.screen.clean(suspect.told[manner.lang])


def sentences(finding: Finding, lang: str) -> list[str]:
    """What is suspected of one finding, the likeliest first, then what is as likely."""
    if not finding.suspects:
        return []
    alike = finding.suspects[1 : finding.suspects[0].alike + 1][: _SHOWN - 1]
    return [finding.suspects[0].told[lang], *(one.told[lang] for one in alike)]


def unlocated(outcomes: Outcomes, manner: Manner) -> Iterator[str]:
    """Failed identities that nobody is suspected for."""
    for reason in outcomes.unlocated:
        yield manner.screen.wrap(reason[manner.lang], "  ")
