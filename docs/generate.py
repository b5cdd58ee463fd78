"""Writes what is generated: the pages of the rules, the reference of the commands, and the schemas for editors.

`python docs/generate.py` after a change; a test compares. With a folder as argument, everything goes there.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from commands_page import reference

from linter.check import load_kit
from linter.config.schema import config_schema
from linter.judging.rule import Rule
from linter.judging.schema import rules_schema
from linter.rendering.interface import Manner
from linter.rendering.rulepage_markdown import rule_page, sheet
from linter.waivers.rules import RULES

ROOT = Path(__file__).resolve().parents[1]


def generated() -> Iterator[tuple[str, str]]:
    """Every generated file: its path in the repository, and its text."""
    yield "linter/schemas/gouji.schema.json", _json(config_schema())
    yield "linter/schemas/gouji-rules.schema.json", _json(rules_schema())
    for lang, folder in (("zh", "docs/rules"), ("en", "docs/rules/en")):
        yield from _rules(Manner(lang), folder)
    yield "docs/commands.md", reference()


def _rules(manner: Manner, folder: str) -> Iterator[tuple[str, str]]:
    pages = []
    for name, rules in _subjects().items():
        subject = rules[0].subject
        title = subject(manner.lang) if subject is not None else name
        pages.append((f"{name}.md", title, rules))
        yield f"{folder}/{name}.md", rule_page(title, rules, manner)
    yield f"{folder}/README.md", sheet(manner.say("全部规则", "All rules"), pages, manner)


def _subjects() -> dict[str, list[Rule]]:
    """The rules by the file that they stand in, in the order of the catalogue; those on waivers stand in none."""
    found: dict[str, list[Rule]] = {}
    for rule in (*load_kit().rules.rules, *RULES.values()):
        found.setdefault(Path(rule.path).stem if rule.path else "waivers", []).append(rule)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def main(target: Path) -> None:
    for name, text in generated():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)
