"""A family of reports: what it is, how it is recognised, its forms and the words that hold for all of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from linter.form import Form, Words
from linter.record import NamedTuple, Record, made

if TYPE_CHECKING:
    from linter.reading.claims.phrases import Phrases

Made = TypeVar("Made")


class SectionForm(NamedTuple):
    """A section that every report of the family has, under one of these headings."""

    id: str
    ordinal: str
    headings: tuple[str, ...]
    prose: bool = False


class Foreign(NamedTuple):
    """Reports that look alike and are not of the family: told by words that they all print."""

    name: Words
    words: tuple[str, ...]


class Intro(NamedTuple):
    """How a preamble announces the report's parts: words after the number, and the parts' names."""

    units: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


class Family(Record, frozen=True):
    """Everything about a family but its rules; `phrases` are the words of its claims, if it has any.

    `usual_level` is the level of an agency whose name tells none, `deadlines` the last month and day to publish in the
    next year (`01-31`) by level; both come from whoever runs the linter.

    A family is equal only to itself. `prepared` is what its readers have made of it, once for all reports.
    """

    id: str
    folder: Path
    name: Words
    forms: Mapping[str, Form]
    form_of: str
    title_styles: Mapping[str, tuple[str, ...]]
    sections: tuple[SectionForm, ...]
    foreign: tuple[Foreign, ...]
    levels: Mapping[str, tuple[str, ...]]
    intro: Intro
    phrases: Phrases | None = None
    usual_level: str | None = None
    deadlines: Mapping[str, str] = made(factory=dict)
    prepared: dict[str, Any] = made(factory=dict)

    def section_of(self, section_id: str) -> SectionForm:
        return next(section for section in self.sections if section.id == section_id)

    def prepare(self, make: Callable[[Family], Made]) -> Made:
        """What `make` makes of the family."""
        name = f"{make.__module__}.{make.__qualname__}"
        if name not in self.prepared:
            self.prepared[name] = make(self)
        made: Made = self.prepared[name]
        return made
