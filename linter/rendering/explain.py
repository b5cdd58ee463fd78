"""`gouji explain`: one rule in full, from its file."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

import jinja2

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


def explain(rule: Rule, manner: Manner) -> str:
    """The rule as a page of text."""
    template = environment(manner).get_template("explain.txt.j2")
    return template.render(rule=rule, lang=manner.lang) + "\n"


def environment(manner: Manner) -> jinja2.Environment:
    """Templates for text: a name that is not there is an error, and nothing is escaped for the web."""
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_load),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["say"] = manner.say
    made.filters.update(
        strong=lambda text: manner.screen.paint(text, "strong"),
        wrap=lambda text, indent: manner.screen.wrap(" ".join(text.split()), indent),
        severity=lambda value: manner.say(_SEVERITIES[value], value),
        each=lambda unit: manner.say(_EACH.get(unit, f"每个 {unit}"), f"each {unit}"),
        example=_example,
        finding=lambda case: _finding(case, manner),
        one_of=_one_of,
    )
    return made


def _load(name: str) -> str:
    return (resources.files("linter.rendering") / "templates" / name).read_text(encoding="utf-8")


def _example(case: Case) -> str:
    return ", ".join(f"{name} = {value}" for name, value in case.values.items())


def _finding(case: Case, manner: Manner) -> str:
    """What the case says that the tool would say."""
    return next((one.values[manner.lang] for one in case.expected if manner.lang in one.values), "")


def _one_of(cases: tuple[Case, ...], kind: str) -> Case | None:
    """The first case of a kind that has figures to show."""
    return next((case for case in cases if case.kind == kind and case.values), None)
