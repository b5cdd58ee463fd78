"""The `NamedTuple` of the house behaves as that of `typing`."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from linter.record import NamedTuple


class Ours(NamedTuple):
    """A cell, say."""

    field: str
    value: int
    raw: str = ""
    notes: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        return self.value * 2


class Theirs(typing.NamedTuple):
    """A cell, say."""

    field: str
    value: int
    raw: str = ""
    notes: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        return self.value * 2


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_fields_defaults_and_methods(kind: Any) -> None:
    one = kind("a", 2)
    assert (one.field, one.value, one.raw, one.notes, one.doubled) == ("a", 2, "", (), 4)
    assert one == kind(value=2, field="a") == kind("a", 2, "", ()) == ("a", 2, "", ())
    assert len({one, kind("a", 2), kind("a", 3)}) == 2
    assert one._fields == ("field", "value", "raw", "notes")
    assert repr(one).endswith("(field='a', value=2, raw='', notes=())")
    field, value, *rest = one
    assert (field, value, rest) == ("a", 2, ["", ()])
    match one:
        case kind(field="a", value=found):
            assert found == 2


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_another_value_makes_another_tuple(kind: Any) -> None:
    one = kind("a", 2)
    assert one._replace(value=3) == kind("a", 3)
    assert type(one._replace(value=3)) is kind
    assert one.value == 2


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_does_not_fit_is_refused(kind: Any) -> None:
    for values, named in (
        ((), {}),
        (("a",), {}),
        (("a", 1), {"field": "b"}),
        (("a", 1), {"colour": 1}),
        (range(5), {}),
    ):
        with pytest.raises(TypeError):
            kind(*values, **named)
    with pytest.raises((TypeError, ValueError)):
        kind("a", 1)._replace(colour=1)
    with pytest.raises(AttributeError):
        kind("a", 1).value = 2
    with pytest.raises(AttributeError):
        kind("a", 1).colour = 2


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_copies(kind: Any) -> None:
    one = kind("a", 2, notes=("x",))
    for same in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
        assert same == one
        assert type(same) is kind
