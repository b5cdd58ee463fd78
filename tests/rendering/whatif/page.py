"""Shared by the tests of the what-if: scripts of reports run by node, and the engine's outcomes in the same shape."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from judging.desk import rules
from linter.check import Checked, Kit
from linter.finding import Outcomes
from linter.judging import judge
from linter.rendering import whatif
from linter.rendering.interface import Manner
from linter.report import Cell, Report, State
from reports import family

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="node is not installed")
_COMPILED: dict[object, frozenset[str]] = {}
LETTERS = {State.EMPTY: "e", State.PLACEHOLDER: "p", State.TEXT: "t", State.MISSING: "m"}


@cache
def kit() -> Kit:
    """Every rule is on, also those of the strict profile."""
    return Kit(family(), rules(), frozenset(rule.code for rule in rules().rules))


@dataclass(frozen=True)
class Trial:
    """A report and cells to be changed in it."""

    report: Report
    changes: tuple[Cell, ...] = ()
    previous: Report | None = None

    def changed(self) -> Report:
        return self.report._replace(cells={**self.report.cells, **{cell.field: cell for cell in self.changes}})


def cell(field: str, text: str | None) -> Cell:
    """A cell as an editor types it: a figure, or nothing."""
    if not text:
        return Cell(field, State.EMPTY)
    return Cell(field, State.NUMBER, Decimal(text), text)


def script(trial: Trial, section: str, known: set[str], lang: str = "zh") -> str:
    nothing = Outcomes({})
    manner = Manner(kit=kit(), lang=lang)
    return whatif.script(Checked(trial.report, nothing, trial.previous), manner, section, known)


def run(trials: Iterable[Trial]) -> list[dict[str, Any]]:
    """What the page makes of each trial, all by one process of node."""
    known: set[str] = set()
    parts, calls = [whatif.library()], []
    sections: dict[tuple[int, int], str] = {}
    for trial in trials:
        section = sections.get(of := (id(trial.report), id(trial.previous)))
        if section is None:
            section = sections[of] = f"r{len(sections)}"
            parts.append(script(trial, section, known))
        calls.append([section, {one.field: spelled(one) for one in trial.changes}])
    parts.append(f"const calls = {json.dumps(calls)};")
    parts.append("console.log(JSON.stringify(calls.map(([id, cells]) => goujiWhatIf.judge(id, cells))));")
    found: list[dict[str, Any]] = json.loads(node("\n".join(parts)))
    return found


def node(source: str) -> str:
    assert NODE is not None
    done = subprocess.run([NODE, "-"], input=source, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def spelled(one: Cell) -> str:
    return str(one.value) if one.value is not None else LETTERS[one.state]


def compiled(trial: Trial) -> frozenset[str]:
    """The rules that the page of a report works out; the same for all reports on one form."""
    key = (trial.report.form.id, *trial.report.table_forms.items(), trial.previous is None)
    if key not in _COMPILED:
        _COMPILED[key] = frozenset(re.findall(r'\{code:"(\w+)"', script(trial, "r", set())))
    return _COMPILED[key]


def engine(trial: Trial, codes: frozenset[str]) -> Outcomes:
    return judge(trial.changed(), rules(), codes, trial.previous)


def plain(outcomes: Outcomes, codes: frozenset[str]) -> tuple[list[Any], list[Any]]:
    """Findings and what was not evaluated, of some rules, in a shape that can be compared."""
    findings = [
        (one.rule, one.instance, str(one.severity), _number(one.left), _number(one.right))
        for one in outcomes.findings
        if one.rule in codes
    ]
    return sorted(findings, key=str), sorted((one.rule, one.instance) for one in outcomes.not_evaluated)


def plain_page(found: Mapping[str, Any], codes: frozenset[str]) -> tuple[list[Any], list[Any]]:
    findings = [
        (one["rule"], one["group"], one["severity"], _number(one["left"]), _number(one["right"]))
        for one in found["findings"]
        if one["rule"] in codes
    ]
    return sorted(findings, key=str), sorted(
        (one["rule"], one["group"]) for one in found["doubts"] if one["rule"] in codes
    )


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value).normalize()
