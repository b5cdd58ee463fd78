"""What is suspected first of every finding can be mended together, and each count is true."""

from __future__ import annotations

from random import Random

import pytest

from judging.desk import report, rules
from linter.finding import Outcomes, Severity, Suspect
from linter.judging import judge
from planting import KINDS, grid
from planting_prose import text
from sized import Cells, figures
from suspects.accused import ENABLED, accuse, changes
from suspects.test_prose import mended

PEOPLE = ("natural_person", "business", "research", "public_welfare", "legal_service", "other_org", "total")


def wrong_cells(cells: Cells, rng: Random) -> Cells:
    fields = [field for row in grid(cells) for field in row]
    chosen = rng.sample(fields, rng.randint(1, 6))
    return {field: str(max(0, int(cells[field]) + rng.choice((-9, -2, -1, 1, 2, 7, 10)))) for field in chosen}


def totals_shifted(cells: Cells, rng: Random) -> Cells:
    fields = [row[6] for row in grid(cells)]
    values, at = [cells[field] for field in fields], rng.randrange(2, 6)
    return dict(zip(fields, [*values[:at], "0", *values[at:-1]], strict=True))


def row_of_another_year(cells: Cells, rng: Random) -> Cells:
    row = rng.choice(grid(cells))
    return {field: str(rng.randint(0, 9 + int(cells[field]))) for field in row}


def row_shifted_blank(cells: Cells, rng: Random) -> Cells:
    row = rng.choice([row for row in grid(cells) if cells[row[6]] != "0"])
    return dict(zip(row, [*(cells[field] for field in row[1:6]), "0", "empty"], strict=True))


PLANTS = {
    "cells": wrong_cells,
    "totals shifted": totals_shifted,
    "row": row_of_another_year,
    "row shifted, total blank": row_shifted_blank,
    "totals left blank": KINDS["totals left blank"],
}


@pytest.mark.parametrize("kind", PLANTS)
@pytest.mark.parametrize("batch", range(4))
def test_all_first_suspects_together(kind: str, batch: int) -> None:
    rng = Random(f"{kind} {batch}")
    for _ in range(6):
        cells = figures(rng, "f2021", "city")
        said = {"text": text(cells, {})} if rng.random() < 0.5 else {}
        typed = {"form": "f2021", **cells, **said, **PLANTS[kind](cells, rng)}
        before = accuse(typed)
        firsts = {id(one.suspects[0].told): one.suspects[0] for one in before.findings if one.suspects}
        wanted: dict[str, str] = {}
        for suspect in firsts.values():
            for field, (_, after) in changes(suspect).items():
                assert wanted.setdefault(field, after) == after
        together = Suspect(tuple(one for suspect in firsts.values() for one in suspect.changes), 0, "", {})
        after = judge(mended(report(typed), together), rules(), ENABLED)
        assert _failed(after) <= _failed(before), typed
        mendable = {(one.rule, one.instance) for one in before.findings if one.suspects}
        assert not mendable & _failed(after), typed


@pytest.mark.parametrize("kind", PLANTS)
def test_the_count_is_what_judging_again_shows(kind: str) -> None:
    rng = Random(kind)
    for _ in range(6):
        cells = figures(rng, "f2021", "city")
        typed = {"form": "f2021", **cells, **PLANTS[kind](cells, rng)}
        before = accuse(typed)
        for suspect in {one.told["zh"]: one for found in before.findings for one in found.suspects[:3]}.values():
            after = judge(mended(report(typed), suspect), rules(), ENABLED)
            held = (_failed(before) | _waiting(before)) - _failed(after) - _waiting(after)
            assert len({one for one in held if one[0] in LINEAR}) == suspect.settles, suspect.told["zh"]


LINEAR = {"T301", "T302", "T303", "T308", "T312"}
"""The rules that count: the others are about blanks and slips themselves."""


def _failed(outcomes: Outcomes) -> set[tuple[str, str]]:
    return {(one.rule, one.instance) for one in outcomes.findings if one.severity is not Severity.INFO}


def _waiting(outcomes: Outcomes) -> set[tuple[str, str]]:
    return {(one.rule, one.instance) for one in outcomes.not_evaluated}
