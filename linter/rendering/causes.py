"""Suspects in text: findings that one set of changes settles together stand under it, the cause first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.finding import Finding, Suspect

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.rendering.interface import Manner

_SHOWN = 3


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


def cause(findings: Sequence[Finding], manner: Manner) -> Iterator[str]:
    """What is suspected of a group: the likeliest, and the others that are as likely."""
    suspects = findings[0].suspects
    if not suspects:
        return
    count = manner.say(f"（{len(findings)} 处）", f" ({len(findings)} findings)") if len(findings) > 1 else ""
    badge = manner.screen.paint(manner.say("疑点", "suspect"), "strong")
    likeliest = manner.screen.clean(_likeliest(findings[0])[manner.lang])
    yield f"{badge}{count}{manner.say('：', ': ')}{likeliest}"
    alike = suspects[1 : suspects[0].alike + 1]
    for one in alike[: _SHOWN - 1]:
        yield manner.screen.wrap(manner.say("同样可能：", "as likely: ") + _told(one, manner), "  ")
    rest = suspects[0].alike - len(alike[: _SHOWN - 1])
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
