"""How SARIF describes a rule: what it is about, what to do, on whose authority, and when it may be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.finding import Severity
from linter.rendering.rulemeta import advice, enabled
from linter.waivers.rules import RULES as ABOUT_WAIVERS

if TYPE_CHECKING:
    from linter.check import Kit
    from linter.judging.rule import Rule
    from linter.rendering.interface import Manner

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


class Catalogue:
    """Every rule that is on for some report of a run. Files with several configurations may bring rules that share a
    code and are not the same: each is listed, and its index tells them apart."""

    def __init__(self, *kits: Kit | None) -> None:
        self.rules: list[Rule] = []
        self._indices: list[tuple[Kit | None, dict[str, int]]] = [(kit, self._add(kit)) for kit in kits]

    def rule_of(self, code: str, kit: Kit | None) -> dict[str, Any]:
        """The keys by which a result names its rule; `kit` is what its report was judged by."""
        index = self._index(code, kit)
        return {"ruleId": code, **({} if index is None else {"ruleIndex": index})}

    def reference(self, code: str, kit: Kit | None) -> dict[str, Any]:
        """The same for a notification."""
        index = self._index(code, kit)
        return {"id": code, **({} if index is None else {"index": index})}

    def _index(self, code: str, kit: Kit | None) -> int | None:
        found = next((indices for one, indices in self._indices if one is kit), self._indices[0][1])
        return found.get(code)

    def _add(self, kit: Kit | None) -> dict[str, int]:
        about = [rule for rule in ABOUT_WAIVERS.values() if kit is not None and rule.code in kit.enabled]
        return {rule.code: self._place(rule) for rule in (*enabled(kit), *about)}

    def _place(self, rule: Rule) -> int:
        for index, one in enumerate(self.rules):
            if one.code == rule.code and one == rule:
                return index
        self.rules.append(rule)
        return len(self.rules) - 1


def descriptor(rule: Rule, manner: Manner) -> dict[str, Any]:
    """A `reportingDescriptor`; GitHub wants `fullDescription` and `help` of every rule, and reads the tags."""
    title = rule.title(manner.lang)
    source = manner.say(f"{title}。依据：{rule.authority}", f"{title}. Authority: {rule.authority}")
    sections = _sections(rule, manner)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": source},
        "help": {"text": _text(sections), "markdown": _markdown(sections)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": _tags(rule), "problem.severity": _PROBLEMS[rule.severity]},
    }


def _sections(rule: Rule, manner: Manner) -> list[tuple[str, list[str]]]:
    """Headings with the paragraphs beneath; no heading without any."""
    found = [
        (manner.say("怎么办", "What to do"), advice(rule, manner.lang)),
        (manner.say("依据", "Authority"), [rule.authority]),
        (manner.say("已知的例外", "Known exceptions"), [one(manner.lang) for one in rule.exceptions]),
        (manner.say("更多", "More"), [f"gouji explain {rule.code}"]),
    ]
    return [(heading, paragraphs) for heading, paragraphs in found if any(paragraphs)]


def _text(sections: list[tuple[str, list[str]]]) -> str:
    return "\n\n".join("\n".join([heading, *paragraphs]) for heading, paragraphs in sections)


def _markdown(sections: list[tuple[str, list[str]]]) -> str:
    return "\n\n".join(
        "\n".join([f"**{heading}**", "", *(f"* {paragraph}" for paragraph in paragraphs)])
        for heading, paragraphs in sections
    )


def _tags(rule: Rule) -> list[str]:
    """The group of its code (`T3` of T303), by which --select takes it too, and what it reads."""
    kinds = {"prose": rule.confirms, "previous-year": rule.looks_back}
    return [rule.code[:-2], *(kind for kind, so in kinds.items() if so)]
