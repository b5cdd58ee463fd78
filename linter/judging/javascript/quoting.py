"""Data as text of a script."""

from __future__ import annotations

import json

from linter.patterns import compiled

_RISKY = compiled(r"[<>&\x7f]")


def quoted(value: object) -> str:
    """JSON in ASCII that may stand inside a script of a page: nothing in it can end the script or open a comment."""
    text = json.dumps(value, separators=(",", ":"))
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
