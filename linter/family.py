"""A family of reports: what it is, how it is recognised, its forms and the words that hold for all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from linter.form import Form, Words
from linter.formfile import load_forms
from linter.resources import rules_folder
from linter.yamlfile import Node, load

_KEYS = (
    "name", "forms", "form_of", "title", "sections", "foreign", "levels", "intro", "sign_off",
)  # fmt: skip


@dataclass(frozen=True)
class SectionForm:
    """A section that every report of the family has, under one of these headings."""

    id: str
    ordinal: str
    headings: tuple[str, ...]
    prose: bool = False


@dataclass(frozen=True)
class Foreign:
    """Reports that look alike and are not of the family: told by words that they all print."""

    name: Words
    words: tuple[str, ...]


@dataclass(frozen=True)
class Intro:
    """How a preamble announces the report's parts: words after the number, and the parts' names."""

    units: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Family:
    """Everything about a family but its rules and the words of its claims. A family is equal only to itself, so
    that what is prepared from it once can be kept."""

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

    def section_of(self, section_id: str) -> SectionForm:
        return next(section for section in self.sections if section.id == section_id)


def load_family(folder: Path | None = None) -> Family:
    """The family in `folder`, or the one that comes with the tool; raises YamlError."""
    folder = folder or rules_folder("disclosure")
    node = load(folder / "family.yaml")
    keys = node.mapping(allowed=_KEYS, required=("family", "name", "forms", "form_of", "title", "sections"))
    forms = load_forms(folder / "forms", keys["forms"].texts())
    return Family(
        id=keys["family"].text(),
        folder=folder,
        name=_words(keys["name"]),
        forms=forms,
        form_of=keys["form_of"].choice({table for form in forms.values() for table in form.tables}),
        title_styles=_title_styles(keys["title"]),
        sections=tuple(_section(item) for item in keys["sections"].sequence()),
        foreign=tuple(_foreign(item) for item in keys["foreign"].sequence()) if "foreign" in keys else (),
        levels=_levels(keys.get("levels")),
        intro=_intro(keys.get("intro")),
    )


def _words(node: Node) -> Words:
    keys = node.mapping(required=("zh", "en"), allowed=())
    return Words(keys["zh"].text(), keys["en"].text())


def _title_styles(node: Node) -> dict[str, tuple[str, ...]]:
    styles = node.mapping(allowed=(), required=("styles",))["styles"]
    found = {}
    for name, templates in styles.items():
        for template in templates.sequence():
            if template.text().count("{agency}") != 1 or template.text().count("{year}") != 1:
                template.fail("a title needs the slots {agency} and {year}, each once")
        found[name] = templates.texts()
    return found


def _section(node: Node) -> SectionForm:
    keys = node.mapping(allowed=("prose", "ordinal"), required=("id", "headings"))
    return SectionForm(
        id=keys["id"].text(),
        ordinal=keys["ordinal"].text() if "ordinal" in keys else "",
        headings=keys["headings"].texts(),
        prose="prose" in keys and keys["prose"].flag(),
    )


def _foreign(node: Node) -> Foreign:
    keys = node.mapping(allowed=(), required=("words", "name"))
    return Foreign(_words(keys["name"]), keys["words"].texts())


def _levels(node: Node | None) -> dict[str, tuple[str, ...]]:
    return {name: words.texts() for name, words in node.items()} if node is not None else {}


def _intro(node: Node | None) -> Intro:
    if node is None:
        return Intro((), ())
    keys = node.mapping(allowed=(), required=("units", "parts"))
    return Intro(keys["units"].texts(), tuple(part.texts() for part in keys["parts"].sequence()))
