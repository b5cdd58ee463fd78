"""What keeps a page harmless: characters that it may not hold, elements that nothing can end early, and the policy
that allows no other style or script."""

from __future__ import annotations

import re
from binascii import b2a_base64
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from markupsafe import Markup, escape

from linter.patterns import compiled

_HARMFUL = compiled(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
"""Characters that no page may hold, and those that turn the direction of writing or cannot be seen."""
_CLOSING = compiled("</|<!--")
_FOREIGN = compiled("[^\0-\x7f]")
_WIDE = compiled("[\U00010000-\U0010ffff]")


class Harmless(Markup):
    """A part of a page that is ready: all that comes from a report has been gone over."""

    __slots__ = ()


def shown(text: str) -> str:
    """A text as it may stand on a page, in an element or between double quotes."""
    return text if text.isalnum() else str(escape(harmless(text)))


def harmless(value: Any) -> Any:
    """What a page shows in place of characters that it may not hold; only ever seen in hostile reports."""
    if not isinstance(value, str) or isinstance(value, Harmless) or value.isascii() and value.isprintable():
        return value
    if not _HARMFUL.search(value):
        return value
    cleaned = _HARMFUL.sub("\ufffd", value)
    return Markup(cleaned) if isinstance(value, Markup) else cleaned


def inline_style(text: str) -> str:
    """A style that cannot end its element early, in ASCII."""
    whole = _CLOSING.sub(lambda found: found[0].replace("<", "\\3c ", 1), text)
    if whole.isascii():
        return whole
    return _FOREIGN.sub(lambda found: f"\\{ord(found[0]):06x}", whole)


def inline_script(text: str) -> str:
    """A script that cannot end its element early, in ASCII so that no encoding changes it."""
    whole = _CLOSING.sub(lambda found: found[0].replace("<", "\\x3c", 1), text)
    if whole.isascii():
        return whole
    return _WIDE.sub(_pair, whole).encode("ascii", "backslashreplace").decode()


def _pair(found: re.Match[str]) -> str:
    """A character that JavaScript spells in two halves."""
    high, low = divmod(ord(found[0]) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Nothing may be loaded, sent or run but these."""
    style, script = (" ".join(map(_hash, texts)) for texts in (styles, scripts))
    return f"default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode()}'"
