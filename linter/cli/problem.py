"""What goes wrong at the command line, each in one sentence on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress

from linter.nearest import nearest
from linter.rendering.screen import Screen

__all__ = ["CommandError", "HangupError", "complain", "nearest"]


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
