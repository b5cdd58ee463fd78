"""Shared by tests and benchmarks: mistakes planted into consistent figures, each known by its cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from sized import Cells


def grid(cells: Mapping[str, str]) -> list[list[str]]:
    """The fields of table three, row by row."""
    rows: dict[str, list[str]] = {}
    for field in cells:
        if field.startswith("t3."):
            rows.setdefault(field.split(".")[1], []).append(field)
    return list(rows.values())


def wrong_cells(count: int) -> Callable[[Cells, Random], Cells]:
    """So many cells of table three with any other figure."""

    def plant(cells: Cells, rng: Random) -> Cells:
        fields = rng.sample([field for row in grid(cells) for field in row], count)
        return {field: _other(cells[field], rng) for field in fields}

    return plant


def _other(figure: str, rng: Random) -> str:
    """A figure nearby, one with another digit, one of as many digits or one more, 0, or the same read backwards."""
    value, at = int(figure), rng.randrange(len(figure))
    ways = (
        max(0, value + rng.randint(-15, 39)),
        int(figure[:at] + rng.choice("0123456789") + figure[at + 1 :]),
        rng.randint(0, 10 ** (len(figure) + rng.randint(0, 1))),
        0,
        int(figure[::-1]),
    )
    other = rng.choice(ways)
    return str(other) if other != value else _other(figure, rng)


def _one(change: Callable[[str, Random], str | None]) -> Callable[[Cells, Random], Cells]:
    """A cell whose figure a slip can change."""

    def plant(cells: Cells, rng: Random) -> Cells:
        fields = [field for row in grid(cells) for field in row]
        rng.shuffle(fields)
        for field in fields:
            typed = change(cells[field], rng)
            if typed is not None and int(typed) != int(cells[field]):
                return {field: typed}
        return {}

    return plant


def _swapped(figure: str, rng: Random) -> str | None:
    at = rng.randrange(len(figure) - 1) if len(figure) > 1 else -1
    return None if at < 0 else figure[:at] + figure[at + 1] + figure[at] + figure[at + 2 :]


def _dropped(figure: str, rng: Random) -> str | None:
    at = rng.randrange(len(figure))
    return figure[:at] + figure[at + 1 :] if len(figure) > 1 else None


def _doubled(figure: str, rng: Random) -> str | None:
    at = rng.randrange(len(figure))
    return figure[: at + 1] + figure[at:] if figure != "0" else None


def misread(figure: str, rng: Random) -> str | None:
    """The figure with one digit for another; 0 is not misread."""
    at = rng.randrange(len(figure))
    return figure[:at] + rng.choice("0123456789") + figure[at + 1 :] if figure != "0" else None


def next_cell(step_down: int, step_across: int) -> Callable[[Cells, Random], Cells]:
    """A figure in the next column or row, and 0 where it should be."""

    def plant(cells: Cells, rng: Random) -> Cells:
        rows = grid(cells)
        places = [(down, across) for down in range(len(rows) - step_down) for across in range(7 - step_across)]
        rng.shuffle(places)
        for down, across in places:
            one, other = rows[down][across], rows[down + step_down][across + step_across]
            if cells[one] != "0" and cells[other] == "0":
                return {one: "0", other: cells[one]}
        return {}

    return plant


def exchanged(cells: Cells, rng: Random) -> Cells:
    """Two figures of a row in each other's place."""
    rows = grid(cells)
    rng.shuffle(rows)
    for row in rows:
        across = rng.randrange(6)
        one, other = row[across : across + 2]
        if cells[one] != cells[other] and "0" not in (cells[one], cells[other]):
            return {one: cells[other], other: cells[one]}
    return {}


def rows_exchanged(cells: Cells, rng: Random) -> Cells:
    """Two rows of which at least one is in the balance, so that the columns notice."""
    rows = {row[0].split(".")[1]: row for row in grid(cells)}
    one = rng.choice(("new_received", "carried_in", "handled_total", "carried_out"))
    other = rng.choice([name for name in rows if name != one])
    return _differing(cells, {
        **dict(zip(rows[one], (cells[field] for field in rows[other]), strict=True)),
        **dict(zip(rows[other], (cells[field] for field in rows[one]), strict=True)),
    })  # fmt: skip


def row_shifted(cells: Cells, rng: Random) -> Cells:
    """A row one cell to the right, what falls off at its end in front."""
    rows = [row for row in grid(cells) if any(cells[field] != "0" for field in row)]
    row = rng.choice(rows) if rows else []
    values = [cells[field] for field in row]
    return _differing(cells, dict(zip(row, values[-1:] + values[:-1], strict=True)))


def applicants_shifted(cells: Cells, rng: Random) -> Cells:
    """The six applicants of a row one cell to the left or right, its total where it was."""
    rows = [row for row in grid(cells) if any(cells[field] != "0" for field in row)]
    row = rng.choice(rows)[:6] if rows else []
    values = [cells[field] for field in row]
    moved = [*values[1:], "0"] if rng.random() < 0.5 else ["0", *values[:-1]]
    return _differing(cells, dict(zip(row, moved, strict=True))) if row else {}


def totals_shifted(cells: Cells, rng: Random) -> Cells:
    """The totals of all rows from some row on one row too far down."""
    fields = [row[6] for row in grid(cells)]
    values, at = [cells[field] for field in fields], rng.randrange(2, 6)
    return _differing(cells, dict(zip(fields, [*values[:at], "0", *values[at:-1]], strict=True)))


def columns_exchanged(cells: Cells, rng: Random) -> Cells:
    """Two applicants of the results in each other's place, the results' total as it should be."""
    rows, across = grid(cells)[2:-2], rng.randrange(5)
    pairs = [row[across : across + 2] for row in rows]
    typed = {one: cells[other] for pair in pairs for one, other in (pair, pair[::-1])}
    return _differing(cells, typed)


def sum_not_updated(cells: Cells, rng: Random) -> Cells:
    """A result corrected everywhere but in one of the sums that count it."""
    rows = [row for row in grid(cells) if row[0].split(".")[1] not in ("new_received", "carried_in", "carried_out")]
    field = rng.choice(rows[rng.randrange(len(rows) - 1)][:6])
    _, row, column = field.split(".")
    counting = (f"t3.{row}.total", f"t3.handled_total.{column}", "t3.handled_total.total",
                f"t3.new_received.{column}", "t3.new_received.total")  # fmt: skip
    stale = rng.choice(counting)
    for one in (field, *counting):
        cells[one] = str(int(cells[one]) + 3)
    return {stale: str(int(cells[stale]) - 3)}


def totals_left(value: str) -> Callable[[Cells, Random], Cells]:
    """The totals of the results left blank or 0, or those of a few rows."""

    def plant(cells: Cells, rng: Random) -> Cells:
        fields = [row[6] for row in grid(cells) if cells[row[6]] != "0"]
        if len(fields) < 2:
            return {}
        chosen = rng.sample(fields, rng.randint(2, min(6, len(fields))))
        return dict.fromkeys(chosen, value)

    return plant


def split(cells: Cells, rng: Random) -> Cells:
    """A figure of two digits cut in two, with the second digit where 0 should be."""
    rows = grid(cells)
    rng.shuffle(rows)
    for row in rows:
        for one, other in zip(row[:6], row[1:6], strict=False):
            if len(cells[one]) == 2 and cells[other] == "0":
                return _differing(cells, {one: cells[one][0], other: cells[one][1]})
    return {}


def _differing(cells: Cells, typed: Cells) -> Cells:
    return {field: value for field, value in typed.items() if value != cells[field]}


KINDS: dict[str, Callable[[Cells, Random], Cells]] = {
    "one wrong cell": wrong_cells(1),
    "two wrong cells": wrong_cells(2),
    "three wrong cells": wrong_cells(3),
    "digits swapped": _one(_swapped),
    "digit dropped": _one(_dropped),
    "digit doubled": _one(_doubled),
    "digit misread": _one(misread),
    "next column": next_cell(0, 1),
    "next row": next_cell(1, 0),
    "two cells exchanged": exchanged,
    "two rows exchanged": rows_exchanged,
    "row shifted": row_shifted,
    "applicants shifted": applicants_shifted,
    "totals a row too far": totals_shifted,
    "two columns exchanged": columns_exchanged,
    "sum not updated": sum_not_updated,
    "totals left 0": totals_left("0"),
    "totals left blank": totals_left("empty"),
    "figure split": split,
}
"""Each kind of mistake: a function that gives the cells that were mistyped and what was typed; it may first change
the figures to others that are consistent, and gives nothing where the figures do not allow the mistake."""
