"""Data as text of a script."""

from __future__ import annotations

import json

from linter.patterns import compiled

_RISKY = compiled(r"[<>&\u2028\u2029\ufeff\x7f\ud800-\udfff]")


def quoted(value: object) -> str:
    """JSON that may stand inside a script of a page: nothing in it can end the script or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
