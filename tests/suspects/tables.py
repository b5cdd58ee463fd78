"""Small random tables with totals in both directions, and whoever says independently how few figures are wrong."""

from __future__ import annotations

from random import Random
from typing import Any

from linter.suspects.system import Bond, System, Unknown, identity, wired

BOUND = 400
"""No figure of these tables needs to be larger."""


def system(rng: Random) -> System:
    """A table with sums of rows and columns, at times a further balance and an upper limit, and some wrong figures."""
    down, across = rng.randint(2, 5), rng.randint(2, 5)
    values = [[rng.choice((0, 0, rng.randint(1, 30))) for _ in range(across)] for _ in range(down)]
    for row in values:
        row.append(sum(row))
    values.append([sum(column) for column in zip(*values, strict=True)])
    width = across + 1
    numbers = [[width * row + column for column in range(width)] for row in range(down + 1)]
    figures = [value for row in values for value in row]
    bonds = [_sum(row[:-1], row[-1]) for row in numbers]
    bonds += [_sum([row[at] for row in numbers[:-1]], numbers[-1][at]) for at in range(width)]
    if rng.random() < 0.5:
        figures.append(figures[numbers[-1][-1]])
        bonds.append(Bond(((len(figures) - 1, 1), (numbers[-1][-1], -1)), 0, "="))
    if rng.random() < 0.5:
        bonds.append(Bond(((numbers[0][0], -1), (numbers[0][-1], 1)), 0, ">="))
    for at in rng.sample(range(len(figures)), rng.randint(1, min(4, len(figures)))):
        figures[at] = max(0, figures[at] + rng.choice((-20, -7, -2, -1, 1, 2, 7, 20)))
    unknowns = [Unknown(f"t.{n // width}.{n % width}", value, free=rng.random() > 0.05)
                for n, value in enumerate(figures)]  # fmt: skip
    return wired(unknowns, [identity("T", str(number), ((bond,),)) for number, bond in enumerate(bonds)])


def _sum(parts: list[int], whole: int) -> Bond:
    return Bond((*((part, 1) for part in parts), (whole, -1)), 0, "=")


def fewest(about: System) -> int | None:
    """How many figures must change at least, by a solver of integer programmes; None if no change helps."""
    import highspy

    solver: Any = highspy.Highs()
    solver.silent()
    figures, changed = [], []
    for unknown in about.unknowns:
        value = int(unknown.value)
        figure = solver.addIntegral(lb=0, ub=BOUND)
        flag = solver.addIntegral(lb=0, ub=int(unknown.free))
        solver.addConstr(figure - BOUND * flag <= value)
        solver.addConstr(figure + BOUND * flag >= value)
        figures.append(figure)
        changed.append(flag)
    for one in about.identities:
        ((bond,),) = one.alternatives
        total = sum((int(factor) * figures[unknown] for unknown, factor in bond.terms), int(bond.constant))
        solver.addConstr(total == 0 if bond.operator == "=" else total >= 0)
    solver.minimize(sum(changed, 0))
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getObjectiveValue())
