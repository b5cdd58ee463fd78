"""What a comment says: short, for somebody who types figures into the report, the cause before its consequences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from linter.judging.naming import spell
from linter.patterns import compiled
from linter.rendering.causes import sentences
from linter.rendering.verdict import SEVERITIES

if TYPE_CHECKING:
    from linter.finding import Change, Finding
    from linter.rendering.interface import Manner

_NO_XML = compiled("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(finding: Finding, manner: Manner) -> list[str]:
    """The paragraphs of a finding's comment, the first of them its heading."""
    return _clean(_paragraphs(finding, manner))


def suspicion(change: Change, findings: Sequence[Finding], manner: Manner) -> list[str]:
    """The paragraphs of a comment at a figure that is suspected to be the cause of findings elsewhere."""
    after, first = spell(change.after), findings[0].suspects[0]
    head = manner.say(f"【疑点】应为 {after}", f"[suspect] should be {after}")
    if first.alike:
        head = manner.say(f"【疑点】或应为 {after}", f"[suspect] may have to be {after}")
    codes = manner.say("、", ", ").join(dict.fromkeys(one.rule for one in findings))
    return _clean(
        [head, *_suspected(findings[0], manner), manner.say(f"改后消除：{codes}。", f"This settles {codes}.")]
    )


def _clean(texts: Iterable[str]) -> list[str]:
    return [_NO_XML.sub(" ", text) for text in texts if text]


def _paragraphs(finding: Finding, manner: Manner) -> Iterator[str]:
    lang = manner.lang
    severity = manner.say(*SEVERITIES[finding.severity])
    title, where = finding.title[lang], "" if finding.span is not None else finding.where[lang]
    subject = f"{where}{manner.say('：', ': ')}{title}" if where else title
    yield manner.say(f"【{severity}】{subject}（{finding.rule}）", f"[{severity}] {subject} ({finding.rule})")
    yield from _suspected(finding, manner)
    yield finding.message[lang]
    advice = finding.advice.get(lang, "")
    yield manner.say("建议：", "Advice: ") + advice if advice else ""


def _suspected(finding: Finding, manner: Manner) -> Iterator[str]:
    for number, told in enumerate(sentences(finding, manner.lang)):
        yield (manner.say("同样可能：", "As likely: ") if number else manner.say("疑点：", "Suspect: ")) + told
