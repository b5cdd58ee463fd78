"""Regular expressions that are compiled once and kept for the next start.

A check uses about two hundred patterns, some of thousands of characters, and compiling them took a quarter of a cold
start. The code that Python's engine made of each is kept in the user's cache, under a name that tells the version of
Python; the engine checks it before it runs it. Whatever is amiss with it, patterns are compiled as usual.
"""

from __future__ import annotations

import atexit
import pickle
import re
from functools import cache
from io import BytesIO
from typing import Any, AnyStr

from linter.cache import path_for_python, replace_file

_MOST = 2_000
"""So many patterns are kept; a family that is worked on leaves some behind with every change."""

Code = tuple[bytes, int, dict[str, int], int]
"""What the engine runs, the number of groups, the groups that have names, and all flags."""
_Book = dict[tuple[str | bytes, int], Code]

UNUSABLE = (ImportError, AttributeError, TypeError, ValueError, LookupError, RuntimeError, OverflowError)
"""What goes wrong where Python keeps its engine elsewhere, or the engine does not take the code."""

_learned: _Book = {}


def compiled(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The same as `re.compile`, sooner."""
    flags = int(flags) & ~re.UNICODE
    code = _kept().get((source, flags))
    if code is not None:
        try:
            return restored(source, code)
        except UNUSABLE:
            _kept().clear()
    pattern = re.compile(source, flags)
    _learn(pattern, flags)
    return pattern


def own_patterns() -> _Book:
    """Every pattern that is kept for the next start."""
    return _learned | _kept()


def dumps(thing: object) -> bytes:
    """Pickled so that its patterns come from here when it is loaded."""
    buffer = BytesIO()
    pickler = pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {re.Pattern: lambda one: (compiled, (one.pattern, one.flags))}
    pickler.dump(thing)
    return buffer.getvalue()


@cache
def _kept() -> _Book:
    path = path_for_python("patterns")
    try:
        book: _Book = dict(pickle.loads(path.read_bytes())) if path else {}  # noqa: S301 - a file of this user's own
        return book
    except Exception:  # noqa: BLE001  # there is none yet, or a damaged one, which is as good as none
        return {}


def restored(source: AnyStr, code: Code) -> re.Pattern[AnyStr]:
    """The pattern of this text and code; raises one of UNUSABLE."""
    from re import _compiler  # type: ignore[attr-defined]

    program, groups, names, flags = code
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    engine = _compiler._sre  # noqa: SLF001  # Python offers no public way to its engine
    found: re.Pattern[AnyStr] = engine.compile(
        source, flags, memoryview(program).cast("I").tolist(), groups, names, tuple(by_number)
    )
    return found


def code_of(pattern: re.Pattern[Any], flags: int) -> Code | None:
    """The code of a pattern that was compiled with these flags, if it can be had and makes the same pattern again."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        program = _compiler._code(_parser.parse(pattern.pattern, flags), flags)  # noqa: SLF001
        from array import array

        code = array("I", program).tobytes(), pattern.groups, dict(pattern.groupindex), pattern.flags
        return code if restored(pattern.pattern, code) == pattern else None
    except UNUSABLE:
        return None


def _learn(pattern: re.Pattern[Any], flags: int) -> None:
    """Remembers a pattern for the next start."""
    code = code_of(pattern, flags)
    if code is None:
        return
    if not _learned:
        atexit.register(_keep)
    _learned[pattern.pattern, flags] = code


def _keep() -> None:
    """Writes what this start had to compile, next to what earlier ones did."""
    path, known = path_for_python("patterns"), own_patterns()
    if path is not None:
        book: dict[Any, Any] = dict(list(known.items())[:_MOST])
        replace_file(path, pickle.dumps(book, protocol=pickle.HIGHEST_PROTOCOL))
