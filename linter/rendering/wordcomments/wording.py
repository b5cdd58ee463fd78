"""What a comment says: short, for somebody who types figures into the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.patterns import compiled
from linter.rendering.causes import sentences
from linter.rendering.verdict import SEVERITIES

if TYPE_CHECKING:
    from linter.finding import Finding
    from linter.rendering.interface import Manner

_NO_XML = compiled("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def words(finding: Finding, manner: Manner) -> list[str]:
    """The paragraphs of a finding's comment, the first of them its heading."""
    return [_NO_XML.sub(" ", text) for text in _paragraphs(finding, manner) if text]


def _paragraphs(finding: Finding, manner: Manner) -> Iterator[str]:
    lang = manner.lang
    severity = manner.say(*SEVERITIES[finding.severity])
    title, where = finding.title[lang], "" if finding.span is not None else finding.where[lang]
    subject = f"{where}{manner.say('：', ': ')}{title}" if where else title
    yield manner.say(f"【{severity}】{subject}（{finding.rule}）", f"[{severity}] {subject} ({finding.rule})")
    yield finding.message[lang]
    for number, told in enumerate(sentences(finding, lang)):
        yield (manner.say("同样可能：", "As likely: ") if number else manner.say("疑点：", "Suspect: ")) + told
    advice = finding.advice.get(lang, "")
    yield manner.say("建议：", "Advice: ") + advice if advice else ""
