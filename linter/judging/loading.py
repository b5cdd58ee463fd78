"""Loads the rules of a family: its rule files, its tables of words, and the patterns of the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from linter.form import Words
from linter.judging.condition import ConditionError, Sharing
from linter.judging.paths import Tables
from linter.judging.patterns import load_patterns
from linter.judging.program import binder, program
from linter.judging.rule import Rule, RuleSet
from linter.judging.rulefile import RuleFileError, read_rules, unite
from linter.judging.vocabulary import Vocabulary, WordTables
from linter.patterns import compiled
from linter.resources import yaml_files
from linter.yamlfile import load

if TYPE_CHECKING:
    from linter.family import Family
    from linter.reading.claims.phrases import Phrases

_NOT_RULES = ("family.yaml", "phrases.yaml", "words.yaml")


def load_rules(family: Family, more: Iterable[Path] = ()) -> RuleSet:
    """The rules in the family's folder, and those in `more` folders or files, which add to them or take the place of
    the ones that have their code and name; raises RuleFileError."""
    own = tuple(more)
    vocabulary = vocabulary_of(family, own)
    shipped = [read_rules(path, vocabulary) for path in _rule_files(family.folder)]
    files = {path.resolve(): path for place in own for path in _rule_files(place)}
    added = [read_rules(path, vocabulary) for path in files.values()]
    ruleset = RuleSet(
        rules=unite(shipped, added),
        forms=family.forms,
        sections={
            one.id: Words(_heading(one.ordinal, one.headings[0]), f"section {number} ({one.id})")
            for number, one in enumerate(family.sections, 1)
        },
        words=vocabulary.words,
        patterns={name: compiled(pattern) for name, pattern in load_patterns().items()},
        phrases=family.phrases,
    )
    for rule in ruleset.rules:
        _try_to_bind(rule, ruleset)
    sharing = Sharing()
    return ruleset.replaced(rules=tuple(_with_shared(rule, sharing) for rule in ruleset.rules))


def _with_shared(rule: Rule, sharing: Sharing) -> Rule:
    """The rule with conditions whose parts are those of other rules where they are equal."""
    shared = sharing.shared
    checks = (
        check._replace(
            condition=shared(check.condition),
            requires=tuple(one._replace(condition=shared(one.condition)) for one in check.requires),
            asks=shared(check.asks),
        )
        for check in rule.checks
    )
    return rule._replace(checks=tuple(checks))


def vocabulary_of(family: Family, more: Iterable[Path] = ()) -> Vocabulary:
    """The names that conditions may use, with the tables of words in `more` folders."""
    return Vocabulary(
        forms=family.forms,
        sections=tuple(section.id for section in family.sections),
        words=_all_words([family.folder, *more]),
        patterns=tuple(load_patterns()),
        concepts=_concepts(family.phrases),
    )


def _concepts(phrases: Phrases | None) -> tuple[str, ...]:
    """Everything that the prose of the family may count."""
    if phrases is None:
        return ()
    found = [phrases.item, *(way.concept for way in phrases.ways), *(denial.concept for denial in phrases.denials)]
    return tuple(dict.fromkeys(found))


def _heading(ordinal: str, heading: str) -> str:
    return f"{ordinal}、{heading}" if ordinal else heading


def _rule_files(place: Path) -> list[Path]:
    if place.is_dir():
        return [path for path in yaml_files(place) if path.name not in _NOT_RULES]
    return [place]


def _all_words(places: Iterable[Path]) -> WordTables:
    """The tables of all places; of two with one name the later holds."""
    tables: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for place in places:
        if place.is_dir():
            tables |= _load_words(place / "words.yaml")
    return tables


def _load_words(path: Path) -> WordTables:
    """Tables of words: each a list, or lists under entries that a rule can range over."""
    if not path.exists():
        return {}
    tables: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, node in load(path).items():
        if isinstance(node.value, list):
            tables[name] = {name: node.texts()}
        else:
            tables[name] = {entry: words.texts() for entry, words in node.items()}
    return tables


def _try_to_bind(rule: Rule, ruleset: RuleSet) -> None:
    """Finds at load what would fail on a report: sets of cells that do not go together."""
    for tables in (Tables(form.tables) for form in ruleset.forms.values()):
        try:
            for bound in program(rule, ruleset, tables).checks:
                for node in (bound.check.condition, *(one.condition for one, _ in bound.requires)):
                    binder(ruleset, tables, bound.instances).bind(node)
        except ConditionError as error:
            zh, en = f"condition 里：{error.message.zh}", f"in `condition`: {error.message.en}"
            raise RuleFileError(rule.path, rule.line, zh, en) from None
