"""What is worked out once for a form serves every report on it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from random import Random

import pytest

from judging.desk import report, rules
from linter import cache
from linter.judging import judge
from linter.judging.program import evidence_of
from linter.suspects import accusation
from linter.suspects.assembly import assemble
from linter.suspects.plan import Drawn, plan_of
from linter.suspects.system import System
from planting import KINDS
from planting_prose import of_last_year
from sized import figures
from suspects.accused import ENABLED, accuse, changes, finding
from suspects.test_reports import SMALL


def test_claims_are_those_of_each_report() -> None:
    """The second report says more before the claim in question, so that it has another number."""
    texts = ("予以公开5件。", "全年新收政府信息公开申请7件，部分公开3件，予以公开6件。")
    for text, said in zip(texts, ("5", "6"), strict=True):
        (only,) = finding(accuse({**SMALL, "text": text}), "NAR07", "n.granted").suspects
        assert changes(only) == {"n.granted": (said, "4")}


def test_a_blank_total_changes_what_a_claim_is_compared_with() -> None:
    cells = {**SMALL, "text": "予以公开5件。"}
    for total in ("4", "empty", "4"):
        suspects = finding(accuse({**cells, "t3.granted.total": total}), "NAR07", "n.granted").suspects
        assert {"n.granted": ("5", "4")} in [changes(one) for one in suspects]


def test_last_years_figures_are_those_of_each_report() -> None:
    for before in ("2", "3", "0"):
        last = {**SMALL, "t3.carried_out.business": before, "t3.carried_out.total": before, "report.year": "2022"}
        this = {**SMALL, "t3.carried_in.total": "5", "t3.carried_in.business": "5", "report.year": "2023",
                "t3.new_received.business": "2", "t3.new_received.total": "2", "report.text": "-"}  # fmt: skip
        system = assemble(evidence_of(report(this), rules(), report(last)), rules(), ENABLED)
        wanted = [one for one in system.identities if (one.rule, one.instance) == ("XYR01", "t3.*.total")]
        assert {-one.alternatives[0][0].constant for one in wanted} == {int(before)}


def test_one_plan_for_a_form() -> None:
    plans = {
        id(plan_of(evidence_of(report({**SMALL, "text": text}), rules()), rules(), ENABLED)) for text in ("", "无")
    }
    assert len(plans) == 1


@pytest.mark.parametrize("limit", ["_SECONDS", "_UTMOST"])
def test_when_the_time_is_up_it_is_said(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Whether there was none to search, or none to weigh what was found."""
    monkeypatch.setattr(accusation, limit, -1.0)
    for text in ("", "予以公开4件。"):
        outcomes = accuse({**SMALL, "t3.partial.business": "8", "text": text})
        assert not any(one.suspects for one in outcomes.findings)
        assert "超时" in outcomes.unlocated[0]["zh"]


def _system(seed: int, enabled: Collection[str], *, judged: bool) -> System:
    """A report with a mistake of some kind, at times with blanks and with cells that were not read."""
    rng = Random(seed)
    cells = figures(rng, rng.choice(("f2019", "f2021")))
    typed = rng.choice(list(KINDS.values()))(cells, rng)
    odd = {field: rng.choice(("empty", "missing")) for field in rng.sample(sorted(cells), rng.choice((0, 0, 1, 5)))}
    this, _ = of_last_year({**cells, **(typed or {}), **odd})
    about = report(this)
    evidence = evidence_of(about, rules())
    outcomes = judge(about, rules(), enabled) if judged else None
    return assemble(evidence, rules(), enabled, outcomes=outcomes)


@pytest.mark.parametrize("seed", range(40))
def test_what_was_found_to_hold_holds(seed: int) -> None:
    """With the outcomes at hand the same fails as without."""
    for enabled in (ENABLED, {"T303", "T305"}):
        told, asked = (_system(seed, enabled, judged=judged) for judged in (True, False))
        assert (told.broken, told.wishes, told.touching) == (asked.broken, asked.wishes, asked.touching)
        touched = {number for numbers in told.touching for number in numbers}
        assert [told.missing[number] for number in touched] == [asked.missing[number] for number in touched]


def test_what_is_kept_of_a_plan_is_what_was_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path)
    plans = []
    for cells in (SMALL, {**SMALL, "t3.granted.total": "empty", "text": "予以公开6件。"}):
        ruleset = rules().replaced(made_of="a test", bound={})
        plans.append(plan_of(evidence_of(report(cells), ruleset), ruleset, ENABLED))
    assert len(list(tmp_path.glob("suspects-*"))) == 1
    drawn, found = (
        Drawn(one.standing, one.touching, tuple((one.sources.index(source), where) for source, where in one.anew))
        for one in plans
    )
    assert drawn == found
    assert len(drawn.standing) > len(SMALL)
