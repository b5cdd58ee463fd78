"""Makes a text plain without moving anything: the cleaned text has the same length as the original.

Character by character, compatibility forms become the ordinary ones (full-width digits, Kangxi radicals), odd
spaces become spaces, and the bars of a drawn table become tabs between cells. Offsets stay true throughout.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from linter.patterns import compiled

# White space that is none of space, tab and line feed; the byte order mark and other characters without width.
_SPACES = "\xa0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\r\f\v\x1c-\x1f\x85\xad"
# Blocks of compatibility characters: letters, brackets and digits in full width, radicals, compatibility Han.
_COMPATIBLE = "\u2e80-\u2fdf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee"
_ODD = compiled(f"[{_SPACES}{_COMPATIBLE}\u2010-\u2012\u2212\ufe63]")
_MINUS = dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63", "-")
_SPACE = compiled(f"[{_SPACES}]")

_BAR_LINE = compiled(r"^[^\n]*[|\uff5c\u2502\u2503\u2551][^\n]*$", re.MULTILINE)
_BARS = compiled(r"[|\uff5c\u2502\u2503\u2551]")
_WORDS = compiled(r"[^\d.,+\-/\s]")
_RULE_LINE = compiled(r"^[-=+:| \t\u2500-\u257f\uff5c]{3,}+$", re.MULTILINE)
_RULE = compiled(r"[-=]{2}|[\u2500-\u257f]")
# Emphasis of Markdown, and the blank that web pages spell out.
_MARKUP = compiled(r"\*{1,3}(?=[^\s*|])|(?<=[^\s*|])\*{1,3}|&nbsp;")
# A dash right before a digit is a minus, unless it stands between two figures or words.
_DASH = compiled(r"(?<![^\s|])[\u2013\u2014\u2015](?=\d)")


def clean(text: str) -> str:
    """The text with the same length, in plain characters, its drawn tables as cells between tabs."""
    plain = _MARKUP.sub(_blank, _ODD.sub(_plain, text))
    plain = _RULE_LINE.sub(lambda match: _blank(match) if _RULE.search(match[0]) else match[0], plain)
    return _BAR_LINE.sub(_cells, _DASH.sub("-", plain))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _plain(match: re.Match[str]) -> str:
    return _plain_character(match[0])


@lru_cache(maxsize=4096)
def _plain_character(character: str) -> str:
    if character in _MINUS:
        return _MINUS[character]
    if _SPACE.match(character):
        return " "
    normal = unicodedata.normalize("NFKC", character)
    return normal if len(normal) == 1 else character


def _cells(match: re.Match[str]) -> str:
    """A line drawn with bars: those at its two ends only frame it, the others divide cells. One bar in the middle
    divides cells only if what follows may be a figure; else it is a bar in a sentence."""
    line = match[0]
    body = line.strip(" \t")
    bars = [bar.start() for bar in _BARS.finditer(body)]
    if len(bars) == 1 and bars[0] and _WORDS.search(body, bars[0] + 1):
        return line
    inner = _BARS.sub("\t", body)
    first, last = bars[0] == 0, len(body) > 1 and bars[-1] == len(body) - 1
    framed = " " * first + inner[first : len(body) - last] + " " * last
    return line.replace(body, framed, 1)
