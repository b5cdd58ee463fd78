"""The `NamedTuple` of the house behaves as that of `typing`."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from linter.record import NamedTuple, Record, made


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


class Draft(Record):
    """Something that is worked on."""

    name: str
    size: int = 1
    parts: list[str] = made(factory=list)


class Longer(Draft):
    """A draft with one more field."""

    end: str = "."


def test_a_record_takes_its_fields_and_makes_the_defaults_anew() -> None:
    one, other = Draft("a", parts=["x"]), Draft("a")
    other.parts.append("y")
    assert (one.name, one.size, one.parts) == ("a", 1, ["x"])
    assert (other.parts, Draft("b", 2).parts) == (["y"], [])
    assert one != Draft("a", parts=["x"])
    assert (Longer("c", end="!").end, Longer("c", 3, ["z"]).parts) == ("!", ["z"])
    with pytest.raises(TypeError, match="Draft needs name"):
        Draft()  # type: ignore[call-arg]


def test_a_record_with_another_value_leaves_behind_what_was_worked_out() -> None:
    one = Draft("a", 2, ["x"])
    vars(one)["worked out"] = 7
    other = one.replaced(size=3)
    assert vars(other) == {"name": "a", "size": 3, "parts": ["x"]}
    assert vars(pickle.loads(pickle.dumps(other))) == vars(other)


@pytest.mark.parametrize("arguments", [(1,), ("a", 1, "b", (), 2), ("a",)])
def test_wrong_arguments_are_refused_however_often_a_class_was_called(arguments: tuple[Any, ...]) -> None:
    class Fresh(NamedTuple):
        field: str
        value: int
        raw: str = ""
        notes: tuple[str, ...] = ()

    for _ in range(40):
        with pytest.raises(TypeError):
            Fresh(*arguments) if len(arguments) != 1 else Fresh(*arguments, unknown=3)
        assert Fresh(field="a", value=2) == Fresh("a", 2)
    with pytest.raises(TypeError, match="multiple values"):
        Fresh("a", 2, field="b")
