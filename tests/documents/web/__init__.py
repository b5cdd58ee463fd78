"""Web pages of a report in three styles of markup."""

from __future__ import annotations

from collections.abc import Callable

from ..published import Published
from .cms import cms
from .minimal import minimal
from .saved import saved

PAGES: dict[str, Callable[[Published], bytes]] = {"cms": cms, "saved": saved, "minimal": minimal}
"""The styles by name: out of a content system, saved from Word, written by hand."""

__all__ = ["PAGES"]
