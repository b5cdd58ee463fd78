"""The words of a report family's claims, as its `phrases.yaml` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from linter.record import NamedTuple, Record


class Element(NamedTuple):
    """One step of a way to say a concept: any of these classes of words."""

    kinds: frozenset[str]
    optional: bool


class Way(NamedTuple):
    """One way to say a concept, see `concepts` in `phrases.yaml`."""

    concept: str
    says: tuple[Element, ...]
    about: str | None
    exactly: bool
    units: str
    never: frozenset[str]
    alone: bool
    tight: bool
    plain: bool
    firm: bool


class Denial(NamedTuple):
    """What is zero when a negation meets words of all these classes, and none that limits it."""

    concept: str
    says: tuple[frozenset[str], ...]
    verbs: frozenset[str]
    never: frozenset[str]
    about: frozenset[str]


class Phrases(Record, frozen=True):
    """The vocabulary of one report family. `words` gives every word its class."""

    words: Mapping[str, str]
    units: Mapping[str, str]
    money: Mapping[str, int]
    fillers: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, str]
    weak_topics: Mapping[str, str]
    foretold: Mapping[str, str]
    transparent: frozenset[str]
    ambiguous: frozenset[str]
    passed: frozenset[str]
    deeds: Mapping[str, frozenset[str]]
    denied: frozenset[str]
    verbs: frozenset[str]
    ways: tuple[Way, ...]
    denials: tuple[Denial, ...]
    item: str
    partless: frozenset[str]
    total: str
    families: Mapping[str, str]

    @cached_property
    def base_money(self) -> str:
        """The unit that amounts of money are given in."""
        return min(self.money, key=lambda unit: (self.money[unit], len(unit)))

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """The classes of words for what became of something that has a topic of its own."""
        told = (way for way in self.ways if way.about is not None and way.exactly and len(way.says) == 1)
        return frozenset(kind for way in told for kind in way.says[0].kinds) - self.verbs

    @cached_property
    def telling(self) -> frozenset[str]:
        """The classes of words that may claim something without a figure."""
        return frozenset({"zero", "every", *self.wholes})
