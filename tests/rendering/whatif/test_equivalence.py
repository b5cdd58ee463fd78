"""What the page works out in JavaScript is what the engine says: the same findings, sides, severities and doubts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from judging.desk import figures, report, rules
from linter.finding import Result
from linter.judging.cases import previous_of, report_of
from linter.judging.javascript.nodes import is_live
from linter.judging.program import program, tables_of
from linter.report import Report
from linter.sources import open_source
from rendering.whatif.page import Trial, cell, compiled, engine, kit, needs_node, plain, plain_page, run
from reports import facts

pytestmark = needs_node

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".txt", ".md"))
TYPED = ["0", "1", "7", "12", "350", "0.1", "-2", None]
READ = ["0", "0", "0", "1", "2", "9", "10", "0.1", "0.2", "1.5", "-3", "empty", "/", "若干", "missing"]
PROSE = (
    "本年度收到政府信息公开申请{a}件，上年结转{b}件，办结{c}件，结转下年度{b}件。予以公开{a}件，占{c}%，部分公开{b}件，"
    "不予公开{b}件。自然人申请{a}件。行政复议{a}件，其中维持{b}件、纠正{c}件。行政诉讼{b}件。"
)
AS_TEXT = frozenset(rule.code for rule in rules().rules if any("raw(" in check.text for check in rule.checks))
"""Rules that look at how a figure is written, which the page does not claim to know of a figure typed there."""


def same(trials: list[Trial]) -> int:
    """Compares page and engine; the number of findings that were compared."""
    compared = 0
    for trial, found in zip(trials, run(trials), strict=True):
        codes = compiled(trial) - (AS_TEXT if trial.changes else frozenset())
        wanted = engine(trial, codes)
        told = list(trial.changes) or trial.report.source.path
        assert not wanted.rule_errors
        assert plain_page(found, codes) == plain(wanted, codes), told
        if codes == compiled(trial):
            assert found["held"] == wanted.counts[Result.PASS], told
        compared += len(wanted.findings)
    return compared


@cache
def example(path: Path) -> Report:
    return kit().check(open_source(path)).report


def one_change_each(base: Report, chance: random.Random, count: int) -> Iterator[Trial]:
    fields = sorted(base.cells)
    for _ in range(count):
        changed = chance.sample(fields, chance.choice([1, 1, 1, 2, 5]))
        yield Trial(base, tuple(cell(field, chance.choice(TYPED)) for field in changed))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_examples_and_changes_in_them(path: Path) -> None:
    base = example(path)
    assert same([Trial(base), *one_change_each(base, random.Random(path.stem), 120)]) > 100


def test_every_case_of_every_rule() -> None:
    """Prose, facts, forms and last year's reports included."""
    cases = [case for rule in rules().rules for case in rule.cases]
    trials = [Trial(report_of(case, rules()), (), previous_of(case, rules())) for case in cases]
    assert same(trials) > 200


@pytest.mark.parametrize("seed", range(3))
def test_random_tables(seed: int) -> None:
    """Published figures with many cells overwritten by anything that can stand there."""
    chance = random.Random(seed)
    trials = []
    for values in map(figures, facts().values()):
        for _ in range(6):
            base, last = scrambled(values, chance), scrambled(values, chance)
            previous = chance.choice([None, last])
            trials += [Trial(base, (), previous), *one_change_each(base, chance, 3)]
    assert same(trials) > 300


def scrambled(values: dict[str, str], chance: random.Random) -> Report:
    fields = [name for name in values if name.startswith("t")]
    changed = {field: chance.choice(READ) for field in chance.sample(fields, chance.choice([0, 3, 30]))}
    said = {name: chance.randrange(14) for name in "abc"}
    level = chance.choice(["county", "city", "department"])
    return report({**values, **changed, "text": PROSE.format(**said), "report.level": level})


def test_tenths_add_up_and_long_figures_stay_exact() -> None:
    """0.1 + 0.2 is 0.3, and beyond 2^53 one is still one."""
    base = report({"t3.granted.natural_person": "0.1", "t3.granted.business": "0.2", "t3.granted.total": "0.3"})
    long = "900719925474099"
    larger = (cell("t3.granted.natural_person", f"{long}3"), cell("t3.granted.business", "1"))
    trials = [Trial(base), Trial(base, (*larger, cell("t3.granted.total", f"{long}4")))]
    for found in run(trials):
        assert not [one for one in found["findings"] if one["rule"] == "T303" and one["group"] == "t3.granted"]
    same([*trials, Trial(base, (*larger, cell("t3.granted.total", f"{long}5")))])


def test_findings_are_told_in_the_words_of_the_engine() -> None:
    tables_two = {"T202", "T203", "T207", "T208", "T209"}
    codes = frozenset({*tables_two, "T301", "T302", "T303", "T304", "T308", "T312", "T401", "T402", "T403", "FMT01"})
    trials = [trial for path in EXAMPLES for trial in one_change_each(example(path), random.Random(4), 60)]
    told = 0
    for trial, found in zip(trials, run(trials), strict=True):
        messages = {(one.rule, one.instance): one.message["zh"] for one in engine(trial, codes).findings}
        for one in found["findings"]:
            if one["rule"] in codes:
                assert messages[one["rule"], one["group"]] == one["text"]
                told += 1
    assert told > 100


def test_every_reading_of_the_tables_is_told_and_none_called_due() -> None:
    """Only the names of cells may be left out that the engine tells."""
    chance = random.Random(6)
    trials = [Trial(scrambled(values, chance)) for values in map(figures, facts().values()) for _ in range(4)]
    several = 0
    for trial, found in zip(trials, run(trials), strict=True):
        told = {_shape(one["rule"], one["text"]) for one in found["findings"]}
        messages = {_shape(one.rule, one.message["zh"]) for one in engine(trial, compiled(trial)).findings}
        assert told - {None} <= messages
        several += sum(len(one[2]) > 1 for one in told if one is not None)
    assert several > 5


def _shape(rule: str, message: str) -> tuple[str, str, tuple[Decimal | None, ...], Decimal] | None:
    """What a message about the prose quotes, what each reading comes to, and how far off the nearest is."""
    found = re.match(r"(正文“.*?”)，应等于 (.*)，(?:与最接近的)?相差 ([\d.]+)", message)
    if found is None:
        return None
    figures = (re.findall(r"[\d.]+", one.rpartition("= ")[2]) for one in found[2].split("，或 "))
    return (
        rule,
        found[1],
        tuple(Decimal(one[-1]).normalize() if one else None for one in figures),
        Decimal(found[3]).normalize(),
    )


def test_a_changed_remark_is_gone() -> None:
    """`12 件` is told of by FMT03 until another figure is typed over it."""
    base = report({"t3.granted.total": "12 件"})
    before, after = run([Trial(base), Trial(base, (cell("t3.granted.total", "12"),))])
    assert [one["rule"] for one in before["findings"] if one["rule"] == "FMT03"] == ["FMT03"]
    assert "FMT03" not in [one["rule"] for one in after["findings"]]


@pytest.mark.parametrize("form", sorted(rules().forms))
def test_all_rules_on_cells_are_compiled(form: str) -> None:
    """Whoever writes a condition that a page cannot work out learns of it here."""
    base = report({"form": form})
    tables = tables_of(base, rules())[1]
    bound = [program(rule, rules(), tables) for rule in rules().rules]
    live = {one.rule.code for one in bound if any(is_live(check.check.condition) for check in one.checks)}
    assert live == compiled(Trial(base, (), base))
