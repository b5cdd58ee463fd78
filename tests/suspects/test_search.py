"""What the search gives always settles everything, with figures that are possible, and each set once."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.suspects.search import Search, StoppedError
from linter.suspects.system import Unknown, bond, identity, wired
from suspects.tables import system


@given(st.integers(0, 10**9))
def test_every_repair_settles_everything(seed: int) -> None:
    about = system(Random(seed))
    for repair in Search(about, about.broken, lambda: False).smallest():
        assert not wired(about.unknowns, about.after(repair), about.identities).broken
        for number, value in repair.items():
            assert about.is_free(number)
            assert value != about.values[number]
            assert isinstance(value, int)
            assert value >= 0


@given(st.integers(0, 10**9))
def test_no_member_can_be_left_out(seed: int) -> None:
    about = system(Random(seed))
    for repair in Search(about, about.broken, lambda: False).smallest():
        for number in repair:
            rest = {one: value for one, value in repair.items() if one != number}
            assert list(about.still_broken(rest)) or set(about.settled(rest)) != set(about.broken)


def test_a_choice_is_settled_by_either() -> None:
    """`b` is a, or a and 2."""
    unknowns = [Unknown("a"), Unknown("b")]
    alternatives = tuple((bond(((1, 1), (0, -1)), -more, "="),) for more in (0, 2))
    about = wired(unknowns, [5, 9], [identity("T", "x", alternatives)], free=1)
    assert sorted(one[0] for one in Search(about, about.broken, lambda: False).smallest()) == [7, 9]


def test_no_figure_below_zero() -> None:
    """10 + 1 against 0: no single part can make up for it."""
    unknowns = [Unknown("a"), Unknown("b"), Unknown("total")]
    about = wired(unknowns, [10, 1, 0], [identity("T", "x", ((bond(((0, 1), (1, 1), (2, -1)), 0, "="),),))])
    assert Search(about, about.broken, lambda: False).smallest() == [{2: 11}]


def test_a_filled_blank_wakes_what_waited_for_it() -> None:
    """`blank` should be 7, unless what waits for it to be filled says otherwise."""
    unknowns = [Unknown("blank"), Unknown("seven"), Unknown("other")]
    same = [identity("T", str(one), ((bond(((0, 1), (one, -1)), 0, "="),),)) for one in (1, 2)]
    for other, found in ((7, [{0: 7}]), (3, [])):
        about = wired(unknowns, [0, 7, other], same[:1], free=1)
        waiting = about._replace(dormant=same[1:], blank=1)
        assert Search(waiting, waiting.broken, lambda: False).smallest() == found
        assert waiting.allows({0: 7}) == bool(found)


def test_it_stops_when_the_time_is_up() -> None:
    about = next(one for one in (system(Random(seed)) for seed in range(50)) if one.broken)
    with pytest.raises(StoppedError):
        Search(about, about.broken, lambda: True).smallest()
