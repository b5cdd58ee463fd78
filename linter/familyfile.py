"""Reads a family from its folder: `family.yaml`, its forms, and the words of its claims."""

from __future__ import annotations

from pathlib import Path

from linter.family import Family, Foreign, Intro, SectionForm
from linter.form import Words
from linter.formfile import load_forms
from linter.reading.claims.phrasefile import load_phrases
from linter.reading.sections import NUMERAL
from linter.resources import rules_folder
from linter.yamlfile import Node, load, unknown

REQUIRED = ("family", "name", "forms", "form_of", "title", "sections")
OPTIONAL = ("foreign", "levels", "intro")
SECTION_KEYS = (("id", "headings"), ("ordinal", "prose"))
"""Those that every section has, and the others."""


def load_family(folder: Path | None = None) -> Family:
    """The family in `folder`, or the one that comes with the tool; raises YamlError."""
    folder = folder or rules_folder("disclosure")
    node = load(folder / "family.yaml")
    keys = node.mapping(allowed=OPTIONAL, required=REQUIRED)
    sections = _sections(keys["sections"])
    forms = load_forms(folder / "forms", _form_ids(keys["forms"], folder), [section.id for section in sections])
    return Family(
        id=keys["family"].text(),
        folder=folder,
        name=_words(keys["name"]),
        forms=forms,
        form_of=keys["form_of"].choice({table for form in forms.values() for table in form.tables}),
        title_styles=_title_styles(keys["title"]),
        sections=sections,
        foreign=tuple(_foreign(item) for item in keys["foreign"].sequence()) if "foreign" in keys else (),
        levels=_levels(keys.get("levels")),
        intro=_intro(keys.get("intro")),
        phrases=load_phrases(words) if (words := folder / "phrases.yaml").is_file() else None,
    )


def _form_ids(node: Node, folder: Path) -> tuple[str, ...]:
    there = [path.stem for path in (folder / "forms").glob("*.yaml")]
    for item in node.some():
        if item.text() not in there:
            item.fail(*unknown(("表样文件（forms 文件夹）", "file in `forms`"), item.text(), there))
    return node.texts()


def _words(node: Node) -> Words:
    keys = node.mapping(required=("zh", "en"), allowed=())
    return Words(keys["zh"].text(), keys["en"].text())


def _title_styles(node: Node) -> dict[str, tuple[str, ...]]:
    styles = node.mapping(allowed=(), required=("styles",))["styles"]
    found = {}
    for name, templates in styles.items():
        for template in templates.some():
            if template.text().count("{agency}") != 1 or template.text().count("{year}") != 1:
                zh = "标题里要有 {agency} 和 {year}，各一次。"
                template.fail(zh, "a title needs the slots {agency} and {year}, each once")
        found[name] = templates.texts()
    return found


def _sections(node: Node) -> tuple[SectionForm, ...]:
    sections: dict[str, SectionForm] = {}
    for item in node.some():
        section = _section(item)
        if section.id in sections:
            item.fail(
                f"有两个部分都叫 {section.id}，请改一个。", f"two sections have the id `{section.id}`; change one"
            )
        sections[section.id] = section
    return tuple(sections.values())


def _section(node: Node) -> SectionForm:
    required, optional = SECTION_KEYS
    keys = node.mapping(allowed=optional, required=required)
    keys["headings"].some()
    if "ordinal" in keys and not NUMERAL.fullmatch(keys["ordinal"].text()):
        said = keys["ordinal"].text()
        zh = f"ordinal 应当是汉字数字，如 一、二、十一，不加别的，现在是“{said}”。"
        keys["ordinal"].fail(
            zh, f"expected a Chinese numeral alone as `ordinal`, such as `一` or `十一`, found `{said}`"
        )
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
