"""The checks of one form in JavaScript, the same for every report on that form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.cache import kept, name_of
from linter.judging.deferring import later
from linter.judging.program import BoundCheck, Program, binder, program
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.check import Kit
    from linter.judging.binding import Binder, Values
    from linter.judging.condition import Expression
    from linter.judging.paths import Tables


class WrittenCheck(NamedTuple):
    """What a check asks besides this report's cells: `constants` are to be worked out for each of its instances,
    `last` names for each of them the cells of last year's report that lower the severity if blank, none where no
    instance has any."""

    constants: tuple[Expression, ...]
    last: list[list[str]]


class Written(NamedTuple):
    """`source` hands the checks to the library; `rules` are those that could be compiled, by code, with every check."""

    source: str
    rules: dict[str, tuple[WrittenCheck, ...]]


class CheckScript(NamedTuple):
    """What a report must be asked for a check: `constants` for each of its instances, and the cells of last year's
    report that lower the severity if blank."""

    bound: BoundCheck
    constants: tuple[Values, ...]
    last: list[list[str]]


class RuleScript(NamedTuple):
    """A rule of which every check could be compiled."""

    program: Program
    checks: tuple[CheckScript, ...]


class FormScript(NamedTuple):
    """`source` hands the checks to the library under `name`; `fields` are the cells in the order of its numbers."""

    name: str
    fields: tuple[str, ...]
    rules: tuple[RuleScript, ...]
    source: str


def form_script(kit: Kit, key: tuple[str, ...], tables: Tables, lang: str, *, back: bool) -> FormScript:
    """Every rule that is on and reads the tables; `back`: also those that compare with last year.

    Compiling takes longer than all the rest of a page, so what is written is kept for the next start."""
    digest = name_of(kit.rules.made_of or repr(kit.rules.rules), *sorted(kit.enabled), *key, lang, str(back))
    name = f"{'-'.join(dict.fromkeys(key))}.{digest[:8]}"

    def written() -> Written:
        from linter.rendering.whatif.compiling import write

        return write(name, kit, key, tables, lang, back=back)

    made = kept("whatif", digest, written) if kit.rules.made_of else written()
    rules = tuple(_rule(code, checks, kit, key, tables) for code, checks in made.rules.items())
    return FormScript(name, tables.fields, rules, made.source)


def _rule(code: str, checks: tuple[WrittenCheck, ...], kit: Kit, key: tuple[str, ...], tables: Tables) -> RuleScript:
    bound = kit.rules.bound.get((code, key)) or program(kit.rules.by_code[code], kit.rules, tables)
    return RuleScript(bound, tuple(_check(*pair, kit, tables) for pair in zip(bound.checks, checks, strict=True)))


def _check(bound: BoundCheck, check: WrittenCheck, kit: Kit, tables: Tables) -> CheckScript:
    bind = binder(kit.rules, tables, bound.instances)
    return CheckScript(bound, tuple(_constant(bind, node) for node in check.constants), check.last)


def _constant(bind: Binder, node: Expression) -> Values:
    return later(lambda: bind.bind(node).values)
