"""Classes of plain data that a start can afford.

What the rooms hand each other is a hundred classes of plain data. `typing.NamedTuple` compiles each annotation and
each constructor, a dataclass all of its methods, a fifth of a millisecond to a whole one for every class: several cold
starts of bare Python for all of them. Here the same classes are made of what Python has already. To type checkers
`NamedTuple` is that of `typing`, and a `Record` a dataclass.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, repeat
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

Value = TypeVar("Value")


class _Made:
    """What stands in a class body for a value that each record gets anew."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def made(*, factory: Callable[[], Value]) -> Value:
    """The default of a field that is made for each record: `items: list[int] = made(factory=list)`."""
    return _Made(factory)  # type: ignore[return-value]


@dataclass_transform(eq_default=False, field_specifiers=(made,))
class Record:
    """Data that is equal only to itself: such as changes while it is worked on, or is too much to be compared.

    Takes the annotated names of the class in their order. `frozen=True` tells type checkers that nothing changes."""

    _field_names: ClassVar[tuple[str, ...]] = ()
    _needed: ClassVar[int] = 0
    _makers: ClassVar[tuple[tuple[str, Callable[[], Any]], ...]] = ()

    def __init_subclass__(cls, *, frozen: bool = False) -> None:
        own = cls.__dict__.get("__annotations__", {})
        cls._field_names += tuple(own)
        cls._needed += sum(name not in cls.__dict__ for name in own)
        given = ((name, cls.__dict__.get(name)) for name in own)
        cls._makers += tuple((name, value.make) for name, value in given if isinstance(value, _Made))

    def __init__(self, *values: Any, **named: Any) -> None:
        if len(values) + len(named) < self._needed:
            raise TypeError(f"{type(self).__name__} needs {', '.join(self._field_names[: self._needed])}")
        own = self.__dict__
        for name, make in self._makers:
            own[name] = make()
        own.update(zip(self._field_names, values))  # noqa: B905  # fewer where the rest has names or defaults
        own.update(named)

    def replaced(self, **changed: Any) -> Self:
        """The same with other values in some fields; whatever else it has worked out is left behind."""
        own = {name: value for name, value in self.__dict__.items() if name in self._field_names}
        return type(self)(**own | changed)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414  # so that others may import it from here
else:
    try:
        from _collections import _tuplegetter as _field
    except ImportError:
        from operator import itemgetter

        def _field(index: int, doc: str) -> property:
            return property(itemgetter(index), doc=doc)

    _new = tuple.__new__
    _OFTEN = 16  # so often a call is worked out before the constructor is compiled, which takes as long as a hundred

    class _Meta(type):
        """Makes of the annotations of a class body the fields of a tuple, in their order."""

        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            body["__slots__"] = ()
            if "__annotations__" in body:
                body["_fields"] = body["__match_args__"] = fields = tuple(body["__annotations__"])
                body["_defaults"] = {field: body[field] for field in fields if field in body}
                body.update(zip(fields, map(_field, count(), repeat(""))))  # noqa: B905
            return type.__new__(meta, name, bases, body)

    class NamedTuple(tuple, metaclass=_Meta):
        """A tuple whose fields have names, and defaults where they are given."""

        _calls = 0

        def __new__(cls, *values: Any, **named: Any) -> NamedTuple:
            """Takes every field in its order; a class that is often called otherwise gets a constructor of its own."""
            fields = cls._fields
            if len(values) == len(fields) and not named:
                return _new(cls, values)
            given = dict(zip(fields, values)) | named  # noqa: B905
            filled = cls._defaults | given
            cls._calls += 1
            if cls._calls > _OFTEN or len(given) < len(values) + len(named) or filled.keys() != set(fields):
                cls.__new__ = _constructor(cls)
                return cls(*values, **named)
            return _new(cls, map(filled.__getitem__, fields))

        def __reduce__(self) -> Any:
            return _new, (type(self), tuple(self))

        def __repr__(self) -> str:
            fields = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(fields)})"

        def _replace(self, **changed: Any) -> NamedTuple:
            made = _new(type(self), map(changed.pop, self._fields, self))
            if changed:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(changed)}")
            return made

    def _constructor(cls: type) -> Any:
        fields = ", ".join(cls._fields)
        made = eval(f"lambda cls, {fields}: new(cls, ({fields},))", {"new": _new})  # noqa: S307  # as namedtuple does
        made.__defaults__ = tuple(cls._defaults.values())
        return made
