"""A test suite of JUnit as XML."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from linter.patterns import compiled
from linter.record import NamedTuple

_FORBIDDEN = compiled("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


class Part(NamedTuple):
    """An element inside a test case: `error`, `failure`, `skipped` or `system-out`."""

    name: str
    message: str = ""
    text: str = ""
    type: str = ""


class Case(NamedTuple):
    name: str
    parts: tuple[Part, ...] = ()


def suite(path: str, cases: Iterable[Case]) -> str:
    """The test suite of one file."""
    listed = list(cases)
    counts = {
        "tests": len(listed),
        "failures": _count("failure", listed),
        "errors": _count("error", listed),
        "skipped": _count("skipped", listed),
        "time": 0,
    }
    inner = "".join(_case(path, one) for one in listed)
    return f"  <testsuite{_attributes({'name': path, **counts})}>\n{inner}  </testsuite>\n"


def _count(name: str, cases: list[Case]) -> int:
    return sum(any(part.name == name for part in one.parts) for one in cases)


def _case(path: str, case: Case) -> str:
    opening = f"    <testcase{_attributes({'classname': path, 'name': case.name, 'file': path, 'time': 0})}"
    if not case.parts:
        return f"{opening}/>\n"
    inner = "".join(f"      {line}\n" for line in map(_part, case.parts))
    return f"{opening}>\n{inner}    </testcase>\n"


def _part(part: Part) -> str:
    attributes = {"message": part.message, "type": part.type}
    told = _attributes({key: value for key, value in attributes.items() if value})
    return f"<{part.name}{told}>{escape(_clean(part.text))}</{part.name}>" if part.text else f"<{part.name}{told}/>"


def _attributes(values: dict[str, str | int]) -> str:
    return "".join(f" {key}={quoteattr(_clean(str(value)))}" for key, value in values.items())


def _clean(text: str) -> str:
    """What XML has no way to say, and what commands a terminal, is spelled out."""
    return _FORBIDDEN.sub(lambda found: _spell(ord(found[0])), text)


def _spell(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
