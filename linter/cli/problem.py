"""What goes wrong at the command line, each in one sentence on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress

from linter.rendering.screen import Screen

_ALIKE = 0.4


class CommandError(Exception):
    """The command cannot do its work; the message is one sentence for whoever typed it. Ends with status 2."""


class HangupError(Exception):
    """Whoever read our output has gone, as `head` does. Nothing is to be said about it."""


def complain(sentence: str) -> None:
    """Writes one line to standard error, if there is anybody to read it."""
    if sys.stderr is None:
        return
    line = Screen(sys.stderr.encoding or "utf-8").clean(" ".join(sentence.split()))
    with suppress(OSError):
        sys.stderr.write(f"gouji: {line}\n")
        sys.stderr.flush()


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant; of two that are as like, the one with more letters in the same place."""
    from difflib import SequenceMatcher

    def likeness(known: str) -> tuple[float, int]:
        ratio = SequenceMatcher(None, name.lower(), known.lower()).ratio()
        return ratio, sum(a == b for a, b in zip(name.lower(), known.lower(), strict=False))

    best = max(names, key=likeness, default=None)
    return best if best is not None and likeness(best)[0] >= _ALIKE else None
