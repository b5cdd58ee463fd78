"""The search finds as few wrong figures as an integer programme does."""

from __future__ import annotations

from random import Random

import pytest

from linter.suspects.search import MOST, Search
from suspects.tables import fewest, system

CASES, BATCHES = 1200, 8


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_same_least_number(batch: int) -> None:
    pytest.importorskip("highspy", reason="the independent solver is not installed (pip install -e '.[dev]')")
    rng = Random(batch)
    for _ in range(CASES // BATCHES):
        about = system(rng)
        if not about.broken:
            continue
        found = Search(about, about.broken, lambda: False).smallest()
        least = fewest(about)
        if found:
            assert {len(one) for one in found} == {least}
        else:
            assert least is None or least > MOST
