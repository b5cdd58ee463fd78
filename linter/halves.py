"""A reason that was given in both languages, in the one that is spoken."""

from __future__ import annotations

from linter.patterns import compiled

_CHINESE = compiled("[\u4e00-\u9fff]")


def half(reason: str, lang: str) -> str:
    """Of `没有这个文件 (no such file)` the half before the last bracket, or what is in it; anything else as it is.

    Files are refused deep inside the readers, where nobody knows the language of the run."""
    start = _opening(reason)
    if start < 2 or reason[start - 1] != " " or not _CHINESE.search(reason[:start]):
        return reason
    return reason[start + 1 : -1] if lang == "en" else reason[: start - 1].rstrip()


def _opening(text: str) -> int:
    """Where the bracket opens that closes at the end of the text, -1 if none does."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == ")") - (text[index] == "(")
        if depth == 0:
            return index if text[index] == "(" else -1
    return -1
