"""Reads a family from its folder: `family.yaml`, its forms, and the words of its claims."""

from __future__ import annotations

from pathlib import Path

from linter.family import Family, Foreign, Intro, SectionForm
from linter.form import Words
from linter.formfile import load_forms
from linter.reading.claims.phrasefile import load_phrases
from linter.resources import rules_folder
from linter.yamlfile import Node, load

_KEYS = ("name", "forms", "form_of", "title", "sections", "foreign", "levels", "intro")


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
        phrases=load_phrases(words) if (words := folder / "phrases.yaml").is_file() else None,
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
                zh = "标题里要有 {agency} 和 {year}，各一次。"
                template.fail(zh, "a title needs the slots {agency} and {year}, each once")
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
