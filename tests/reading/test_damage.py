"""A damaged report costs cells, never truth: what is still claimed to be read is right."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from comparison import Comparison, compare
from linter.report import State
from linter.sources import UnreadableError
from renderings import DAMAGES, FORM_IDS, LAYOUTS, consistent, render, tagged
from reports import read_report

reports = st.tuples(st.sampled_from(LAYOUTS), st.sampled_from(FORM_IDS), st.integers(0, 10**6), st.booleans())


def spoil(report: tuple[str, str, int, bool], damages: list[str]) -> tuple[str, Comparison | None]:
    layout, form, seed, plain = report
    rng = random.Random(seed)
    cells = consistent(form, rng) if plain else tagged(form)
    year = 2020 if form == "f2019" else 2023
    rendered = render(cells, year=year, form=form, agency="临江市商务局", layout=layout, seed=seed)
    for damage in damages:
        rendered = DAMAGES[damage](rendered, rng)
    try:
        read = read_report(rendered.text)
    except UnreadableError:
        return rendered.text, None
    return rendered.text, compare(read, rendered)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(reports, st.sampled_from(sorted(DAMAGES)))
def test_one_damage_makes_no_figure_wrong(report: tuple[str, str, int, bool], damage: str) -> None:
    text, found = spoil(report, [damage])
    assert found is not None
    assert found.wrong == [], text
    assert len(found.unread) < 0.5 * len(found.right)


def test_several_damages_make_hardly_a_figure_wrong() -> None:
    """Two deletions beside each other can leave a text that says something else; it stays below one in a
    thousand figures."""
    right = wrong = 0
    rng = random.Random(1)
    for seed in range(150):
        report = (rng.choice(LAYOUTS), rng.choice(FORM_IDS), seed, bool(seed % 3))
        _, found = spoil(report, rng.choices(sorted(DAMAGES), k=3))
        if found is not None:
            right, wrong = right + len(found.right), wrong + len(found.wrong)
    assert right > 100 * 150
    assert wrong * 1000 < right


@settings(max_examples=150, deadline=None)
@given(reports, st.integers(0, 10**6), st.integers(1, 60))
def test_random_edits_never_raise(report: tuple[str, str, int, bool], seed: int, count: int) -> None:
    """Characters and lines deleted, doubled and moved at random."""
    text, _ = spoil(report, [])
    rng = random.Random(seed)
    for _ in range(count):
        start = rng.randrange(len(text))
        end = min(len(text), start + rng.choice((1, 1, 2, 10, 80)))
        piece = rng.choice(("", text[start:end] * 2, "\n", "\t", " 4 ", "一、", "（三）", "12.5", "|", "\f", "－9－"))
        text = text[:start] + piece + text[end:]
    try:
        read = read_report(text)
    except UnreadableError:
        return
    for cell in read.cells.values():
        if cell.state is State.NUMBER:
            assert cell.span is not None
            assert read.source.original[slice(*cell.span)] == cell.raw
