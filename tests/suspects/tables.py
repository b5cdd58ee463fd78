"""Small random tables with totals in both directions, and whoever says independently how few figures are wrong."""

from __future__ import annotations

from random import Random
from typing import Any

from linter.suspects.system import Bond, System, Unknown, bond, identity, masked, wired

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
        bonds.append(bond(((len(figures) - 1, 1), (numbers[-1][-1], -1)), 0, "="))
    if rng.random() < 0.5:
        bonds.append(bond(((numbers[0][0], -1), (numbers[0][-1], 1)), 0, ">="))
    for at in rng.sample(range(len(figures)), rng.randint(1, min(4, len(figures)))):
        figures[at] = max(0, figures[at] + rng.choice((-20, -7, -2, -1, 1, 2, 7, 20)))
    unknowns = [Unknown(f"t.{n // width}.{n % width}") for n in range(len(figures))]
    free = masked(n for n in range(len(figures)) if rng.random() > 0.05)
    identities = [identity("T", str(number), ((one,),)) for number, one in enumerate(bonds)]
    return wired(unknowns, figures, identities, free)


def _sum(parts: list[int], whole: int) -> Bond:
    return bond((*((part, 1) for part in parts), (whole, -1)), 0, "=")


def fewest(about: System) -> int | None:
    """How many figures must change at least, by a solver of integer programmes; None if no change helps."""
    import highspy

    solver: Any = highspy.Highs()
    solver.silent()
    figures, changed = [], []
    for number, value in enumerate(map(int, about.values)):
        figure = solver.addIntegral(lb=0, ub=BOUND)
        flag = solver.addIntegral(lb=0, ub=int(about.is_free(number)))
        solver.addConstr(figure - BOUND * flag <= value)
        solver.addConstr(figure + BOUND * flag >= value)
        figures.append(figure)
        changed.append(flag)
    for one in about.identities:
        ((edit,),) = one.alternatives
        total = sum((int(factor) * figures[unknown] for unknown, factor in edit.terms), int(edit.constant))
        solver.addConstr(total == 0 if edit.operator == "=" else total >= 0)
    solver.minimize(sum(changed, 0))
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getObjectiveValue())
