"""The rules as pages of documentation: one for each subject, and a sheet of all codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from linter.rendering.rulepage import ITEM, Line, page

if TYPE_CHECKING:
    from linter.judging.rule import Rule
    from linter.rendering.interface import Manner

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_<>[]|"})


def rule_page(title: str, rules: Iterable[Rule], manner: Manner) -> str:
    """A page in Markdown with every rule of a subject."""
    return f"# {title}\n" + "".join(_rule(rule, manner) for rule in rules)


def sheet(title: str, pages: Iterable[tuple[str, str, Iterable[Rule]]], manner: Manner) -> str:
    """All codes on one page; `pages` are a file, the title of that subject and its rules."""
    say = manner.say
    head = f"| {say('代码', 'Code')} | {say('程度', 'Severity')} | {say('默认', 'Default')} | {say('规则', 'Rule')} |"
    lines = [f"# {title}"]
    for file, subject, rules in pages:
        lines += ["", f"## {subject}", "", head, "|---|---|---|---|"]
        lines += [_row(rule, file, manner) for rule in rules]
    return "\n".join(lines) + "\n"


def _row(rule: Rule, file: str, manner: Manner) -> str:
    severity = page(rule, manner).about.split(manner.say("，", ", "))[1]
    on = manner.say("开", "on") if rule.default else manner.say("关", "off")
    return f"| [{rule.code}]({file}#{rule.code.lower()}) | {severity} | {on} | {_escape(rule.title(manner.lang))} |"


def _rule(rule: Rule, manner: Manner) -> str:
    told = page(rule, manner)
    lines = ["", f'<a id="{told.code.lower()}"></a>', "", f"## {told.code} {_escape(told.title)}", "", told.about]
    for part in told.parts:
        lines += ["", f"### {part.heading}", "", *_paragraphs(part.lines)]
    return "\n".join(lines) + "\n"


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """Paragraphs with a blank line between them; the items of a list without."""
    last = ""
    for kind, text in lines:
        told = " ".join(text.split())
        if last and not (last == kind == ITEM):
            yield ""
        match kind:
            case "code":
                yield f"```text\n{told}\n```"
            case "item":
                yield f"- {_escape(told)}"
            case "quote":
                yield f"> {_escape(told)}"
            case _:
                yield _escape(told)
        last = kind


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)
