"""Names of agencies: whether a short one means the agency whose name is printed in full."""

from __future__ import annotations

from collections.abc import Iterable


def abbreviates(word: str, name: str, suffixes: Iterable[str] = ()) -> bool:
    """Whether the word is the name with characters left out, but not its last one.

    `suffixes` are ends of a name that may be missing in either: 某区政府 for 某区.
    """
    if len(word) > 1 and _leaves_out(word, name):
        return True
    short, full = _stem(word, suffixes), _stem(name, suffixes)
    return (short != word or full != name) and _leaves_out(short, full)


def _leaves_out(word: str, name: str) -> bool:
    rest = iter(reversed(name))
    return bool(word) and name.endswith(word[-1]) and all(character in rest for character in reversed(word))


def _stem(name: str, suffixes: Iterable[str]) -> str:
    longest = max((one for one in suffixes if name.endswith(one) and len(one) < len(name)), key=len, default="")
    return name.removesuffix(longest) if longest else name
