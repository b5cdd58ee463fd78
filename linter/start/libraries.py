"""The patterns of libraries, kept for the next start as ours are.

Libraries compile some forty patterns while they are imported, which took a seventh of a cold check. Python remembers
every pattern that it has compiled; what it remembers at the end of a run is put back before the next one imports
anything. Whatever is amiss, they are compiled as usual.
"""

from __future__ import annotations

import atexit
import pickle
import re
import sys
from typing import Any

from linter.cache import path_for_python, replace_file
from linter.patterns import UNUSABLE, Code, code_of, own_patterns, restored

_MOST = 100
"""So many patterns are kept, the first that were met: all that the common formats need."""

_RARE = ("lark", "yaml")
"""A start that imports these makes what later ones find made, and is not like them."""

_OF_FILES = "(?s:"
"""So begins what Python makes of names of files with asterisks, which are whoever's who wrote them."""

_Place = tuple[type, str | bytes, int]
"""As Python names what it has compiled."""


def put_back() -> None:
    """To be called once, before libraries are imported."""
    remembered: dict[_Place, re.Pattern[Any]] | None = getattr(re, "_cache", None)
    if remembered is None:
        return
    known = _kept()
    try:
        for place, code in known.items():
            remembered.setdefault(place, restored(place[1], code))
    except UNUSABLE:
        known = {}
    atexit.register(_keep, known, remembered)


def _kept() -> dict[_Place, Code]:
    path = path_for_python("libraries")
    try:
        book: dict[_Place, Code] = dict(pickle.loads(path.read_bytes())) if path else {}  # noqa: S301 - a user's own
        return book
    except Exception:  # noqa: BLE001  # there is none yet, or a damaged one, which is as good as none
        return {}


def _keep(known: dict[_Place, Code], remembered: dict[_Place, re.Pattern[Any]]) -> None:
    path, new = path_for_python("libraries"), remembered.keys() - known.keys()
    if path is None or not new or any(name in sys.modules for name in _RARE):
        return
    own, book = own_patterns(), dict(known)
    for place in [one for one in remembered if one in new]:
        _, source, flags = place
        of_files = isinstance(source, str) and source.startswith(_OF_FILES)
        if len(book) < _MOST and not of_files and (source, flags) not in own:
            code = code_of(remembered[place], flags)
            if code is not None:
                book[place] = code
    if len(book) > len(known):
        replace_file(path, pickle.dumps(book, protocol=pickle.HIGHEST_PROTOCOL))
