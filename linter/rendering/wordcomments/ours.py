"""Which comments are ours: the author alone does not tell, since somebody may be called the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.patterns import compiled
from linter.rendering.wordcomments.paragraphs import words_of

if TYPE_CHECKING:
    from lxml import etree

AUTHOR, INITIALS = "gouji", "勾"
_HEADING = compiled(r"【疑点】.*|【.{1,9}】.*（[A-Z]+\d+）|\[suspect\].*|\[\w+\].* \([A-Z]+\d+\)")


def is_ours(comment: etree._Element, w: str) -> bool:
    """By author, initials as far as they were kept, and a heading such as ours have; `w` is Word's namespace."""
    if comment.get(w + "author") != AUTHOR or comment.get(w + "initials") not in (None, "", INITIALS):
        return False
    words = words_of(comment, w)
    return bool(words) and _HEADING.match(words[0]) is not None
