"""A rule in full, from its file: what `gouji explain` prints and what its page in the documentation says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.record import NamedTuple
from linter.rendering.rulemeta import advice
from linter.waivers import CODES

if TYPE_CHECKING:
    from linter.judging.rule import Case, Rule
    from linter.rendering.interface import Manner

_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
_EACH = {
    "row": "每一行",
    "column": "每一列",
    "cell": "每个单元",
    "section": "每个部分",
    "claim": "正文的每个数字",
    "breakdown": "正文的每个列举",
    "share": "正文的每个百分比",
    "gap": "正文的每处空缺",
}
TEXT, CODE, ITEM, QUOTE = "text", "code", "item", "quote"


class Line(NamedTuple):
    """A paragraph: TEXT, CODE that is to be copied, an ITEM of a list, or a QUOTE of what the tool says."""

    kind: str
    text: str


class Part(NamedTuple):
    """A heading with what stands below it."""

    heading: str
    lines: tuple[Line, ...]


class Page(NamedTuple):
    """`about` is one line below the title: the rule's name, its severity, whether it is on."""

    code: str
    title: str
    about: str
    parts: tuple[Part, ...]


def page(rule: Rule, manner: Manner) -> Page:
    """Everything that is to be said of a rule in one language."""
    say = manner.say
    off = say("默认停用，strict 方案启用", "off by default, on in the strict profile")
    on = say("默认启用", "on by default") if rule.default else off
    severity = say(_SEVERITIES[rule.severity], rule.severity)
    parts = (
        Part(say("检查什么", "What it checks"), tuple(_conditions(rule, manner))),
        Part(say("依据", "Authority"), (Line(TEXT, rule.authority),)),
        Part(say("例子", "Example"), tuple(_examples(rule, manner))),
        Part(say("怎么办", "What to do"), tuple(Line(TEXT, text) for text in advice(rule, manner.lang))),
        Part(say("已知的例外", "Known exceptions"), tuple(_exceptions(rule, manner))),
        Part(say("怎样关闭", "How to switch it off"), tuple(_switches(rule, manner))),
    )
    return Page(rule.code, rule.title(manner.lang), say("，", ", ").join((rule.name, severity, on)), parts)


def _conditions(rule: Rule, manner: Manner) -> Iterator[Line]:
    for check in rule.checks:
        if check.over is not None:
            unit = check.over.unit
            each = manner.say(f"对{_EACH.get(unit, f'每个 {unit}')}：", f"For each {unit}:")
            yield Line(TEXT, each)
        yield Line(CODE, check.text)
        for requirement in check.requires:
            yield Line(TEXT, manner.say("不检查的情形：", "Not evaluated: ") + requirement.reason(manner.lang))


def _examples(rule: Rule, manner: Manner) -> Iterator[Line]:
    wrong, right = _one_of(rule, "fail"), _one_of(rule, "pass")
    if wrong is not None:
        yield Line(TEXT, manner.say("有问题：", "Fails: ") + _spell(wrong))
        said = next((one.values[manner.lang] for one in wrong.expected if manner.lang in one.values), "")
        if said:
            yield Line(QUOTE, said)
    if right is not None:
        yield Line(TEXT, manner.say("没问题：", "Passes: ") + _spell(right))


def _exceptions(rule: Rule, manner: Manner) -> Iterator[Line]:
    if not rule.exceptions:
        yield Line(TEXT, manner.say("没有。", "None."))
    yield from (Line(ITEM, one(manner.lang)) for one in rule.exceptions)


def _switches(rule: Rule, manner: Manner) -> Iterator[Line]:
    """For all reports, for some files, and for one report with a reason."""
    say, code = manner.say, rule.code
    yield Line(TEXT, say("所有报告（gouji.toml）：", "In all reports (gouji.toml):"))
    yield Line(CODE, f'ignore = ["{code}"]')
    if code in CODES:
        return
    yield Line(TEXT, say("一份报告，写明理由（Markdown 和网页里的注释）：",
                         "In one report, with the reason (a comment in Markdown or a web page):"))  # fmt: skip
    yield Line(CODE, f"<!-- gouji: ignore {code} -- {say('理由', 'reason')} -->")
    yield Line(TEXT, say("任何格式的报告：", "In a report of any format:"))
    reason = say("理由", '"reason"')
    yield Line(CODE, f"gouji waive {say('年报', 'report')}.docx --select {code} --reason {reason}")


def _one_of(rule: Rule, kind: str) -> Case | None:
    """The first case of a kind that has figures to show."""
    return next((case for case in rule.cases if case.kind == kind and case.values), None)


def _spell(case: Case) -> str:
    return ", ".join(f"{name} = {value}" for name, value in case.values.items())
