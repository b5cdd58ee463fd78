"""A family with its rules, ready to judge: parsed once, then kept in the user's cache.

Parsing YAML and conditions takes many times longer than a check, and their parsers longer still to import. The
cache is named after the content of every file that went in, so it is never out of date; a damaged one is made anew.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from linter import __version__
from linter.cache import cache_folder, replace_file
from linter.resources import grammar_path, rules_folder

if TYPE_CHECKING:
    from linter.family import Family
    from linter.judging.rule import RuleSet

_GRAMMARS = ("condition", "patterns")


def load_kit(folder: Path | None = None, more: Iterable[Path] = ()) -> tuple[Family, RuleSet]:
    """The family in `folder` (the one that comes with the tool where it is None) and its rules, with those in
    `more` folders or files; raises YamlError."""
    folder = folder or rules_folder("disclosure")
    places = [folder, *more]
    cached = cache_folder()
    path = cached / f"rules-{_key(places)}.pickle" if cached else None
    if path is not None and path.is_file():
        try:
            kit: tuple[Family, RuleSet] = pickle.loads(path.read_bytes())  # noqa: S301 - a file of this user's own
            return kit
        except Exception:  # whatever is wrong with a damaged cache, it is as good as none
            path.unlink(missing_ok=True)
    kit = _load(folder, places[1:])
    if path is not None:
        _forget_old(path)
        replace_file(path, pickle.dumps(kit, protocol=pickle.HIGHEST_PROTOCOL))
    return kit


def _load(folder: Path, more: Iterable[Path]) -> tuple[Family, RuleSet]:
    from linter.familyfile import load_family
    from linter.judging.loading import load_rules

    family = load_family(folder)
    return family, load_rules(family, more)


def _key(places: Iterable[Path]) -> str:
    """A name for everything that the rules are made of."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for path in _files(places):
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        digest.update(f"\0{path}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:24]


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for name in _GRAMMARS:
        yield grammar_path(name)
    for place in places:
        yield from sorted(place.rglob("*.y*ml")) if place.is_dir() else [place]


def _forget_old(path: Path) -> None:
    """Keeps the few newest caches: every change of a rule file leaves one behind."""
    try:
        old = sorted(path.parent.glob("rules-*.pickle"), key=lambda one: one.stat().st_mtime, reverse=True)
    except OSError:
        return
    for one in old[7:]:
        one.unlink(missing_ok=True)
