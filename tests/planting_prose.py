"""Mistakes in the prose, in a table that the prose knows better, and figures of last year left in.

Each function may add to the cells what is consistent with them (prose, last year's figures) and gives what was typed
and what should stand there, both by name.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from planting import Cells, misread

SAID = (
    ("全年新收政府信息公开申请{}件", "n.received", "t3.new_received.total"),
    ("上年结转{}件", "n.carried_in", "t3.carried_in.total"),
    ("办结{}件", "n.handled", "t3.handled_total.total"),
    ("予以公开{}件", "n.granted", "t3.granted.total"),
    ("部分公开{}件", "n.partial", "t3.partial.total"),
    ("结转下年度继续办理{}件", "n.carried_out", "t3.carried_out.total"),
    ("因政府信息公开被申请行政复议{}件", "n.review_total", "t4.review.total"),
)


class Planted(NamedTuple):
    """What was typed, and what should stand there."""

    typed: Cells
    truth: Cells


Plant = Callable[[Cells, Random], Planted | None]


def of_last_year(cells: Cells) -> tuple[Cells, Cells]:
    """The cells of this year's report and those of last year's (`prev.…`), none if nothing is said of it."""
    last = {field.removeprefix("prev."): value for field, value in cells.items() if field.startswith("prev.")}
    this = {field: value for field, value in cells.items() if not field.startswith("prev.")}
    return this, {"form": cells.get("form", "f2021"), **last} if last else {}


def text(cells: Cells, instead: Cells) -> str:
    """What the prose says of the tables; `instead` are its wrong figures by claim."""
    told = [(sentence, instead.get(claim, cells[field]), cells[field]) for sentence, claim, field in SAID]
    return "。".join(sentence.format(figure) for sentence, figure, right in told if right != "0") + "。"


def prose_wrong(wrong: Callable[[str, Cells, Random], str | None]) -> Plant:
    """A figure of the prose that is not that of its cell."""

    def plant(cells: Cells, rng: Random) -> Planted | None:
        for _, claim, field in rng.sample(SAID, len(SAID)):
            figure = wrong(field, cells, rng) if cells[field] != "0" else None
            if figure is not None and figure not in ("0", cells[field]):
                cells["text"] = text(cells, {})
                return Planted({"text": text(cells, {claim: figure})}, {claim: cells[field]})
        return None

    return plant


def table_wrong(cells: Cells, rng: Random) -> Planted | None:
    """A total mistyped in its table; the prose has it right."""
    for _, _, field in rng.sample(SAID, len(SAID)):
        figure = misread(cells[field], rng)
        if figure is not None and int(figure) != int(cells[field]):
            cells["text"] = text(cells, {})
            return Planted({field: str(int(figure))}, {field: cells[field]})
    return None


def last_year(cells: Cells, rng: Random) -> Planted | None:
    """A figure that was not replaced; last year's report is given."""
    people = ("natural_person", "business", "research", "public_welfare", "legal_service", "other_org", "total")
    counts = {field: int(value) for field, value in cells.items() if field.startswith(("t3.", "t4."))}
    last = {field: str(max(0, value + rng.randint(-9, 9))) for field, value in counts.items()}
    last |= {f"t3.carried_out.{one}": cells[f"t3.carried_in.{one}"] for one in people}
    for kind in ("rules", "norm_docs"):
        if f"t2.{kind}.issued" in cells:
            in_force, issued, repealed = (int(cells[f"t2.{kind}.{one}"]) for one in ("in_force", "issued", "repealed"))
            last[f"t2.{kind}.in_force"] = str(max(0, in_force + repealed - issued))
    cells |= {"report.year": "2023", "prev.report.year": "2022", "report.text": "没有其他事项。"}
    cells |= {f"prev.{field}": value for field, value in last.items()}
    stale = [field for field in last if field.startswith("t3.") and last[field] != cells[field]]
    if not stale:
        return None
    field = rng.choice(stale)
    return Planted({field: last[field]}, {field: cells[field]})


def _mistyped(field: str, cells: Cells, rng: Random) -> str | None:
    figure = misread(cells[field], rng)
    return None if figure is None else str(int(figure))


def _of_another_cell(field: str, cells: Cells, rng: Random) -> str:
    """The figure of another column of the row, or of the next row's total."""
    table, row, _ = field.split(".")
    others = [one for one in cells if one.startswith(f"{table}.{row}.") and one != field]
    totals = [one for one in cells if one.startswith(f"{table}.") and one.endswith(".total")]
    at = totals.index(field)
    return cells[rng.choice([*others, *totals[max(0, at - 1) : at], *totals[at + 1 : at + 2]])]


KINDS: dict[str, Plant] = {
    "prose figure wrong": prose_wrong(_mistyped),
    "prose copied a cell": prose_wrong(_of_another_cell),
    "table wrong, prose right": table_wrong,
    "last year's figure": last_year,
}
