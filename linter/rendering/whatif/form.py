"""The checks of one form in JavaScript, the same for every report on that form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.judging.condition import ConditionError
from linter.judging.javascript import CannotCompileError, Cells, Compiler, Pool, is_live, quoted
from linter.judging.naming import Namer
from linter.judging.program import BoundCheck, Program, binder, program
from linter.rendering.whatif.tables import describe

if TYPE_CHECKING:
    from linter.check import Kit
    from linter.judging.binding import Values
    from linter.judging.paths import Tables
    from linter.judging.rule import Rule


@dataclass(frozen=True)
class CheckScript:
    """One check in JavaScript, and what a report must be asked for it: `constants` for each of its instances, and
    the cells of last year's report that lower the severity if blank."""

    bound: BoundCheck
    source: str
    constants: tuple[Values, ...]
    last: list[list[str]]


@dataclass(frozen=True)
class RuleScript:
    """A rule of which every check could be compiled."""

    program: Program
    checks: tuple[CheckScript, ...]


@dataclass(frozen=True)
class FormScript:
    """`source` hands the checks to the library under `name`; `fields` are the cells in the order of its numbers."""

    name: str
    fields: tuple[str, ...]
    rules: tuple[RuleScript, ...]
    source: str

    @staticmethod
    def of(name: str, kit: Kit, key: tuple[str, ...], tables: Tables, lang: str, *, back: bool) -> FormScript:
        """Compiles every rule that is on and reads the tables; `back`: also those that compare with last year."""
        pool = Pool({field: number for number, field in enumerate(tables.fields)})
        made: list[tuple[RuleScript, str]] = []
        for rule in kit.rules.rules:
            if rule.code in kit.enabled and (back or not rule.looks_back):
                bound = kit.rules.bound.get((rule.code, key))
                compiled = _rule(rule, bound, kit, tables, pool, lang)
                if compiled is not None:
                    made.append(compiled)
        parts = [
            f"tables:{quoted(describe(tables, Namer(tables, kit.rules.sections), lang))}",
            f"sets:{quoted(list(pool.sets))}",
            f"texts:{quoted(list(pool.texts))}",
            f"columns:{quoted(list(pool.columns))}",
            f"shared:[{','.join(f'x=>{source}' for source in pool.shared)}]",
            "rules:[\n" + ",\n".join(source for _, source in made) + "]",
        ]
        source = f"goujiWhatIf.form({quoted(name)},q=>({{" + ",\n".join(parts) + "}));\n"
        return FormScript(name, tables.fields, tuple(rule for rule, _ in made), source)


def _rule(
    rule: Rule, bound: Program | None, kit: Kit, tables: Tables, pool: Pool, lang: str
) -> tuple[RuleScript, str] | None:
    """None for a rule that does not ask the tables, or asks more than a page can work out."""
    try:
        bound = bound or program(rule, kit.rules, tables)
        if not any(is_live(check.check.condition) for check in bound.checks):
            return None
        checks = tuple(_check(check, kit, tables, pool, lang) for check in bound.checks)
    except (CannotCompileError, ConditionError):
        return None
    head = f"{{code:{quoted(rule.code)},title:{quoted(rule.title(lang))},merge:{quoted(rule.merge)},"
    head += f"item:{quoted(rule.item(lang) if rule.item else '')},checks:["
    return RuleScript(bound, checks), head + ",\n".join(check.source for check in checks) + "]}"


def _check(bound: BoundCheck, kit: Kit, tables: Tables, pool: Pool, lang: str) -> CheckScript:
    cells = Cells(binder(kit.rules, tables, bound.instances), pool)
    compiler = Compiler(cells)
    test = compiler.condition(bound.check.condition)
    requires = [compiler.value(one.condition) for one, _ in bound.requires]
    blanks, last = compiler.blanks(bound.check.condition)
    over: int | None = None
    if bound.prose is None:
        if any(one.section or one.entry for one in bound.instances):
            raise CannotCompileError("instances that are no part of a table")
        over = pool.column([pool.numbers.get(one.id, one.id) for one in bound.instances])
    parts = {
        "severity": quoted(bound.check.severity),
        "over": quoted(over),
        "slots": quoted(cells.slots),
        "blanks": quoted(blanks),
        "spots": quoted(compiler.spots),
        "requires": f"[{','.join(f'(x,s,k,p)=>{one}' for one in requires)}]",
        "message": quoted(pool.text(bound.check.message(lang))),
        "test": f"(x,s,k,p)=>{test}",
    }
    if bound.prose is not None and bound.prose.kind == "limited":
        parts["limited"] = "true"
    source = "{" + ",".join(f"{name}:{text}" for name, text in parts.items() if text != "[]") + "}"
    constants = tuple(cells.binder.bind(node).values for node in compiler.constants)
    return CheckScript(bound, source, constants, last)
