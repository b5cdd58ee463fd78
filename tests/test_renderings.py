"""The generator of test reports keeps its word: every cell stands where its truth says."""

from __future__ import annotations

import re
from random import Random

import pytest

from renderings import (
    DAMAGES,
    FORM_IDS,
    LAYOUTS,
    Cell,
    Cells,
    Rendered,
    consistent,
    join_lines,
    render,
    tagged,
)

LAYOUT_OF_EACH_FORM = [(layout, form) for layout in LAYOUTS for form in FORM_IDS]
SEEDS = range(4)
NOT_RESULTS = {"new_received", "carried_in", "handled_total", "carried_out"}


def report(cells: Cells, layout: str, form: str, seed: int = 0) -> Rendered:
    """A report of an invented bureau."""
    return render(cells, year=2020, form=form, agency="青禾区水务局", layout=layout, seed=seed)


def assert_in_place(rendered: Rendered) -> None:
    """Every cell with a place has exactly its raw text there."""
    lines = rendered.text.split("\n")
    for field, cell in rendered.truth.items():
        if cell.line is None:
            assert cell.state in {"lost", "missing"}, field
            assert (cell.value, cell.raw, cell.column, cell.end_column) == (None,) * 4
            continue
        assert cell.column is not None
        assert cell.end_column is not None
        assert lines[cell.line - 1][cell.column - 1 : cell.end_column - 1] == cell.raw, field


def states(rendered: Rendered, state: str) -> list[str]:
    """The fields in this state."""
    return [field for field, cell in rendered.truth.items() if cell.state == state]


def stands(number: str, text: str) -> bool:
    """Whether the number is in the text with no other digit or sign grown on to it."""
    return re.search(rf"(?<![-－—\d]){number}(?!\d)", text) is not None


@pytest.mark.parametrize(("layout", "form"), LAYOUT_OF_EACH_FORM)
def test_every_cell_is_in_its_place(layout: str, form: str) -> None:
    cells = tagged(form, 1001)
    for seed in SEEDS:
        rendered = report(cells, layout, form, seed)
        assert_in_place(rendered)
        numbers = {f: c.value for f, c in rendered.truth.items() if c.state == "number"}
        assert numbers == {field: cells[field] for field in numbers}
        if layout != "tabs_short":
            assert len(numbers) == len(cells)


@pytest.mark.parametrize(("layout", "form"), LAYOUT_OF_EACH_FORM)
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_keeps_the_truth(layout: str, form: str, damage: str) -> None:
    cells = tagged(form, 1001)
    for seed in SEEDS:
        whole = report(cells, layout, form, seed)
        damaged = DAMAGES[damage](whole, Random(seed))
        assert_in_place(damaged)
        for field, cell in damaged.truth.items():
            assert cell.state in {whole.truth[field].state, "lost"}
            assert cell.value in {cells[field], None}
            if cell.state == "lost" and layout != "fullwidth":
                assert not stands(cells[field], damaged.text), field
        if damage == "drop_number":
            assert len(states(damaged, "lost")) == len(states(whole, "lost")) + 1
        if damage in {"swap_rows", "insert_page_mark", "repeat_header"}:
            assert states(damaged, "lost") == states(whole, "lost")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_damage_upon_damage(layout: str) -> None:
    for seed in SEEDS:
        rng = Random(seed)
        rendered = report(tagged("f2021"), layout, "f2021", seed)
        for _ in range(12):
            rendered = DAMAGES[rng.choice(list(DAMAGES))](rendered, rng)
            assert_in_place(rendered)


@pytest.mark.parametrize(("layout", "form"), LAYOUT_OF_EACH_FORM)
def test_random_states(layout: str, form: str) -> None:
    """Blanks, placeholders, words, units and missing rows, alone and after each damage."""
    rng = Random(layout + form)
    kinds: list[Cell] = [
        {"state": "empty", "value": None},
        {"state": "placeholder", "value": None, "raw": "/"},
        {"state": "text", "value": None, "raw": "详见附件"},
        {"state": "number", "value": "251000", "raw": "251000元"},
        {"state": "number", "value": "1748", "raw": "１,７４８"},
    ]
    given = {field: n for field, n in tagged(form).items() if ".partial." not in field}
    cells = {f: rng.choice(kinds) if rng.random() < 0.4 else n for f, n in given.items()}
    rendered = report(cells, layout, form)
    assert_in_place(rendered)
    assert states(rendered, "missing") == [f for f in tagged(form) if ".partial." in f]
    for name, damage in DAMAGES.items():
        assert_in_place(damage(rendered, Random(name)))


def test_blank_cells_are_empty_or_lost() -> None:
    """A blank keeps its slot where cells are marked off, and leaves no trace between spaces."""
    blank = {"state": "empty", "value": None}
    with_blank: Cells = {**tagged("f2021"), "t3.granted.research": blank}
    truths = {name: report(with_blank, name, "f2021").truth for name in LAYOUTS}
    kept = {name for name, truth in truths.items() if truth["t3.granted.research"].state == "empty"}
    assert kept == {
        "pdftotext_layout",
        "tabs",
        "tabs_short",
        "pipes",
        "pipes_padded",
        "one_per_line",
        "one_per_line_spaced",
        "no_ordinals",
    }


def test_same_seed_same_text() -> None:
    for layout in LAYOUTS:
        one, two = (report(tagged("f2019"), layout, "f2019", 7) for _ in range(2))
        assert one == two


def test_seeds_give_variants() -> None:
    for layout in LAYOUTS:
        texts = {report(tagged("f2021"), layout, "f2021", seed).text for seed in SEEDS}
        assert len(texts) > 1, layout


def test_without_ordinals_there_are_none() -> None:
    text = report(tagged("f2021"), "no_ordinals", "f2021").text
    tables = text[text.index("信息内容") : text.rindex("\t")]
    assert "、本年" not in tables
    assert "1." not in tables
    assert "予以公开\t" in tables
    assert "\n收到和处理" in text or "\n行政机关收到和处理" in text


def test_short_rows_lose_their_total() -> None:
    """Clipped rows have no place for 总计 left; others have the place and nothing in it."""
    rendered = report(tagged("f2021"), "tabs_short", "f2021")
    lost, empty = states(rendered, "lost"), states(rendered, "empty")
    assert lost == [f for f in tagged("f2021") if ".denied" in f and f.endswith(".total")]
    assert empty
    assert all(field.endswith(".total") for field in empty)


def test_numbers_that_melt_are_lost() -> None:
    """Digits joined to digits are no cell's any more; joined with a space they still are."""
    whole = report(tagged("f2021"), "one_per_line", "f2021")
    glued = [join_lines(whole, Random(seed)) for seed in range(40)]
    spaced = [join_lines(whole, Random(seed), " ") for seed in range(40)]
    assert any(len(states(rendered, "lost")) == 2 for rendered in glued)
    assert not any(states(rendered, "lost") for rendered in spaced)


def test_a_cell_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match=r"t3\.other_handling\.total"):
        report({"t3.other_handling.total": "1"}, "tabs", "f2021")


def total(cells: dict[str, str], prefix: str, parts: list[str]) -> int:
    """The sum of these parts under a prefix or suffix pattern."""
    return sum(int(cells[prefix.format(part)]) for part in parts)


@pytest.mark.parametrize("form", FORM_IDS)
def test_consistent_figures_keep_the_identities(form: str) -> None:
    cells = consistent(form, Random(form))
    assert set(cells) == set(tagged(form))
    columns = [name.split(".")[2] for name in cells if name.startswith("t3.granted.")]
    rows = list(dict.fromkeys(name.split(".")[1] for name in cells if name.startswith("t3.")))
    results = [row for row in rows if row not in NOT_RESULTS]
    for column in columns:
        place = f"t3.{{}}.{column}"
        handled = total(cells, place, ["handled_total"])
        assert total(cells, place, results) == handled
        received = total(cells, place, ["new_received", "carried_in"])
        assert received == handled + total(cells, place, ["carried_out"])
    for row in rows:
        assert total(cells, f"t3.{row}.{{}}", columns[:-1]) == int(cells[f"t3.{row}.total"])
    for case in ("review", "suit_direct", "suit_after_review"):
        parts = ["upheld", "corrected", "other", "pending"]
        assert total(cells, f"t4.{case}.{{}}", parts) == int(cells[f"t4.{case}.total"])
