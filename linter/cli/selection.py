"""Which rules are on: the profile's, or those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.cli.problem import CommandError, nearest
from linter.record import NamedTuple
from linter.waivers import CODES as WAIVER_CODES

if TYPE_CHECKING:
    from linter.judging.rule import RuleSet

PROFILES = ("default", "strict")


class Selection(NamedTuple):
    """The codes of the rules to judge by, and of those that would be among them but for an ignore."""

    enabled: frozenset[str]
    ignored: tuple[str, ...] = ()


def select(
    rules: RuleSet,
    profile: str = "default",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: str = "zh",
) -> Selection:
    """The rules to judge by. `select` and `ignore` hold codes or their beginnings (`T3`),
    divided by commas; `select` takes the place of the profile. Raises CommandError for an unknown code, or when
    `select` names none."""
    asked = tuple(select)
    chosen, dropped = _codes(asked, rules, lang), _codes(ignore, rules, lang) or set()
    if asked and chosen is None:
        raise CommandError(
            "--select is empty; name codes such as T3, or leave it out"
            if lang == "en"
            else "--select 后面没有规则代码；请写出代码（如 T3），或者不用这个选项。"
        )
    if chosen is None:
        chosen = {rule.code for rule in rules.rules if rule.default or profile == "strict"}
    # Findings about waivers go with the rules, unless they are ignored.
    chosen |= set(WAIVER_CODES)
    return Selection(frozenset(chosen - dropped), tuple(sorted(chosen & dropped)))


def enabled(
    rules: RuleSet,
    profile: str = "default",
    codes: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: str = "zh",
) -> frozenset[str]:
    """The same without what was ignored."""
    return select(rules, profile, codes, ignore, lang).enabled


def known_codes(rules: RuleSet) -> tuple[str, ...]:
    """Every code that a finding can have: those of the rules and those about waivers."""
    return (*rules.by_code, *WAIVER_CODES)


def _codes(given: Iterable[str], rules: RuleSet, lang: str) -> set[str] | None:
    words = [word.strip() for text in given for word in text.replace("，", ",").split(",")]
    words = [word for word in words if word]
    if not words:
        return None
    found: set[str] = set()
    for word in words:
        matched = {code for code in known_codes(rules) if code.startswith(word.upper())}
        if not matched:
            raise unknown_code(word, rules, lang)
        found |= matched
    return found


def unknown_code(word: str, rules: RuleSet, lang: str) -> CommandError:
    """The complaint about a code that no rule has."""
    near = nearest(word, known_codes(rules))
    if lang == "en":
        hint = f"did you mean {near}?" if near else "`gouji rules` lists them all"
        return CommandError(f"no rule has the code {word}; {hint}")
    hint = f"是不是 {near}？" if near else "用 gouji rules 可以列出全部规则。"
    return CommandError(f"没有代码为 {word} 的规则，{hint}")
