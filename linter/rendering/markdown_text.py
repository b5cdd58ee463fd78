"""Text from outside as GitHub and GitLab show it in a comment: plain words, whatever it contains."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.patterns import compiled

if TYPE_CHECKING:
    from linter.rendering.screen import Screen

_MARKUP = compiled(r"[\\`*_{}\[\]<>~&!$]")
_CALLS = compiled(r'[@#]|[!%~&$](?=[\w"\\])|GH-(?=\d)|\w:(?=//)|www(?=\.)', re.ASCII | re.IGNORECASE)
"""What both sites make links of even in plain words: people, issues, merge requests, labels, addresses."""
_GAP = "&#8203;"
"""A space without width; as an entity it passes through every encoding."""


def escape(text: str, screen: Screen) -> str:
    """One line without markup and links, fit for a cell of a table."""
    marked = _MARKUP.sub(r"\\\g<0>", screen.clean(text).strip())
    return _CALLS.sub(rf"\g<0>{_GAP}", marked).replace("|", "&#124;")
