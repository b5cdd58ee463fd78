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
    return frozenset((one.field, one.after) for one in finding.suspects[0].changes), _likeliest(finding)["zh"]


def _likeliest(finding: Finding) -> Mapping[str, str]:
    """What is told of the first suspect: the piece of it that settles the finding, else all of it."""
    first = finding.suspects[0]
    settling = (one.told for one in first.pieces if (finding.rule, finding.instance) in one.settles)
    return next(settling, first.told)


def cause_of(findings: Sequence[Finding]) -> Cause | None:
    """The cause of a group; None where nobody is suspected."""
    if not findings[0].suspects:
        return None
    first, *others = findings[0].suspects
    told, alike = _likeliest(findings[0]), tuple(others[: first.alike])
    changes = first.changes if told is first.told else _own_changes(findings, first.changes)
    return Cause(told, changes, alike, first.alike - len(alike))


def _own_changes(findings: Sequence[Finding], changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of a piece: those of figures that its findings speak of, since pieces share no identity."""
    fields = {operand.field for finding in findings for operand in finding.operands}
    return tuple(one for one in changes if one.field in fields) or changes


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
    return [_likeliest(finding)[lang], *(one.told[lang] for one in alike)]


def unlocated(outcomes: Outcomes, manner: Manner) -> Iterator[str]:
    """Failed identities that nobody is suspected for."""
    for reason in outcomes.unlocated:
        yield manner.screen.wrap(reason[manner.lang], "  ")
