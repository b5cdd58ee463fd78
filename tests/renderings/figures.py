"""Figures to fill a form with: every cell different, or every identity of the tables kept."""

from __future__ import annotations

from random import Random

from .labels import APPLICANT_IDS, CASE_IDS, FORMS, RESULT_IDS

_PEOPLE = APPLICANT_IDS[:-1]
_NOT_RESULTS = {"new_received", "carried_in", "handled_total", "carried_out"}


def tagged(form: str, start: int = 101) -> dict[str, str]:
    """Every cell a different integer counted from ``start``, so that a shifted reading shows."""
    return {field: str(number) for number, field in enumerate(FORMS[form].fields, start)}


def consistent(form: str, rng: Random) -> dict[str, str]:
    """Random figures that keep every identity of tables three and four; table two is free."""
    fields = FORMS[form].fields
    cells = {field: _table_two(field, rng) for field in fields if field.startswith("t2.")}
    figures = _table_three(form, rng) | _table_four(rng)
    return cells | {field: str(figures[field]) for field in fields if field in figures}


def _table_two(field: str, rng: Random) -> str:
    """Any figure that the column may hold: a signed change, an amount of money, a count."""
    if field.endswith("items_delta"):
        return str(rng.randint(-20, 20))
    if field.endswith(("amount", "amount_wan")):
        return f"{rng.randint(0, 9999)}.{rng.randint(1, 99):02}"
    return str(rng.choice((0, rng.randint(1, 9), rng.randint(10, 99999))))


def _table_three(form: str, rng: Random) -> dict[str, int]:
    """一 + 二 = （七） + 四, （七） = the sum of the results, 总计 = the sum of the applicants."""
    rows = [row.name for row in FORMS[form].three]
    results = [row for row in rows if row not in _NOT_RESULTS]
    cells: dict[str, int] = {}
    for person in _PEOPLE:
        counts = {row: rng.choice((0, 0, rng.randint(1, 30))) for row in results}
        handled, left = sum(counts.values()), rng.choice((0, rng.randint(0, 12)))
        carried = rng.randint(0, min(handled + left, 15))
        counts |= {"handled_total": handled, "carried_out": left, "carried_in": carried}
        counts["new_received"] = handled + left - carried
        cells |= {f"t3.{row}.{person}": count for row, count in counts.items()}
    for row in rows:
        cells[f"t3.{row}.total"] = sum(cells[f"t3.{row}.{person}"] for person in _PEOPLE)
    return cells


def _table_four(rng: Random) -> dict[str, int]:
    """Each block's 总计 is the sum of its four results."""
    cells: dict[str, int] = {}
    for case in CASE_IDS:
        counts = [rng.choice((0, rng.randint(1, 25))) for _ in RESULT_IDS[:-1]]
        values = zip(RESULT_IDS, (*counts, sum(counts)), strict=True)
        cells |= {f"t4.{case}.{result}": count for result, count in values}
    return cells
