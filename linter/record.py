"""`NamedTuple` that a start can afford.

What the rooms hand each other is a hundred classes of plain data. The `NamedTuple` of `typing` compiles each
annotation and each constructor, a fifth of a millisecond for every class: two cold starts of bare Python for all of
them. Here the same class is made of what Python has already. To type checkers it is `typing.NamedTuple`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

    class _Meta(type):
        """Makes of the annotations of a class body the fields of a tuple, in their order."""

        def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if "__annotations__" in body:
                fields = tuple(body["__annotations__"])
                body["_defaults"] = tuple(body[field] for field in fields if field in body)
                body["_fields"] = body["__match_args__"] = fields
                body |= {field: _field(index, "") for index, field in enumerate(fields)}
            return super().__new__(meta, name, bases, body | {"__slots__": ()})

    class NamedTuple(tuple, metaclass=_Meta):
        """A tuple whose fields have names, and defaults where they are given."""

        def __new__(cls, *values: Any, **named: Any) -> NamedTuple:
            """Takes every field in its order; whoever needs more gets a constructor of its own the first time."""
            if len(values) == len(cls._fields) and not named:
                return _new(cls, values)
            cls.__new__ = _constructor(cls)
            return cls(*values, **named)

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
        made.__defaults__ = cls._defaults
        return made
