"""Why an instance could not be decided: which cell was not read, or what the report does not state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.judging.evidence import Evidence
from linter.judging.explanation import Explanation
from linter.judging.naming import Namer, enumerate_items
from linter.judging.paths import Key
from linter.report import State


def reason(explanations: Iterable[Explanation], evidence: Evidence, namer: Namer) -> dict[str, str]:
    """The reason in both languages; of several instances the cells are named together."""
    several = list(explanations)
    keys = list(dict.fromkeys(_unread(several)))
    if keys:
        return {lang: _cells(keys, evidence, namer, lang) for lang in ("zh", "en")}
    names = [name for one in several for name in one.facts(one.condition)]
    unstated = list(dict.fromkeys(name for name in names if _unstated(evidence, name)))
    zh = "、".join(namer.fact(name, "zh") for name in unstated)
    en = ", ".join(namer.fact(name, "en") for name in unstated)
    if not unstated:
        return {"zh": "读到的内容不足以判断", "en": "what was read does not decide it"}
    return {"zh": f"报告中没有读到{zh}", "en": f"the report does not state: {en}"}


def _unread(several: list[Explanation]) -> Iterator[Key]:
    """The cells that were not read: where all instances of a condition wait for the same ones, those."""
    by_condition: dict[int, list[Explanation]] = {}
    for one in several:
        by_condition.setdefault(id(one.condition), []).append(one)
    for alike in by_condition.values():
        shared = alike[0].unread(shared=True)
        yield from shared or (key for one in alike for key in one.unread())


def _unstated(evidence: Evidence, name: str) -> bool:
    fact = evidence.fact(name)
    return fact is None or fact.value is None


def _cells(keys: list[Key], evidence: Evidence, namer: Namer, lang: str) -> str:
    first = evidence.cell(keys[0].field)
    named = enumerate_items((namer.cell(key, lang) for key in keys), lang)
    if first is not None and first.state is State.TEXT and len(keys) == 1:
        return f"{named}不是数字（{first.raw}）" if lang == "zh" else f"{named} is not a number ({first.raw})"
    if all(evidence.state(key.field) is State.TEXT for key in keys):
        return f"{named}不是数字" if lang == "zh" else f"not numbers: {named}"
    return f"没有读到{named}" if lang == "zh" else f"not read: {named}"
