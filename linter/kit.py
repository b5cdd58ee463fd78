"""A family with its rules, ready to judge: parsed once, then kept in the user's cache.

Parsing YAML and conditions takes many times longer than a check, and their parsers longer still to import. The
cache is named after the content of every file that went in, so it is never out of date; a damaged one is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cache import kept, name_of
from linter.resources import grammar_path, rules_folder

if TYPE_CHECKING:
    from linter.family import Family
    from linter.judging.rule import RuleSet

_GRAMMARS = ("condition", "patterns")


def load_kit(folder: Path | None = None, more: Iterable[Path] = ()) -> tuple[Family, RuleSet]:
    """The family in `folder` (the one that comes with the tool where it is None) and its rules, with those in
    `more` folders or files; raises YamlError."""
    places = [folder or rules_folder("disclosure"), *more]
    name = name_of(*_texts(places))
    return kept("rules", name, lambda: _load(places[0], places[1:], name))


def _load(folder: Path, more: Iterable[Path], name: str) -> tuple[Family, RuleSet]:
    from linter.familyfile import load_family
    from linter.judging.loading import load_rules
    from linter.reading import prepare

    family = load_family(folder)
    rules = load_rules(family, more)
    prepare(family)
    return family, rules.replaced(made_of=name)


def _texts(places: Iterable[Path]) -> Iterator[str | bytes]:
    """Everything that the rules are made of."""
    for path in _files(places):
        yield str(path)
        try:
            yield path.read_bytes()
        except OSError:
            yield b""


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for name in _GRAMMARS:
        yield grammar_path(name)
    for place in places:
        yield from sorted(place.rglob("*.y*ml")) if place.is_dir() else [place]
