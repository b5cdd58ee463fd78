"""Writes the checks of one form in JavaScript, and what every report must be asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.judging.condition import ConditionError
from linter.judging.javascript.calls import CannotCompileError
from linter.judging.javascript.cells import Cells
from linter.judging.javascript.compiler import Compiler
from linter.judging.javascript.nodes import is_live
from linter.judging.javascript.pool import Pool
from linter.judging.javascript.quoting import quoted
from linter.judging.naming import Namer
from linter.judging.program import BoundCheck, binder, program
from linter.rendering.whatif.form import Written, WrittenCheck
from linter.rendering.whatif.tables import describe

if TYPE_CHECKING:
    from linter.check import Kit
    from linter.judging.paths import Tables
    from linter.judging.rule import Rule


def write(name: str, kit: Kit, key: tuple[str, ...], tables: Tables, lang: str, *, back: bool) -> Written:
    """Compiles every rule that is on and reads the tables; `back`: also those that compare with last year."""
    pool = Pool({field: number for number, field in enumerate(tables.fields)})
    written: dict[str, tuple[WrittenCheck, ...]] = {}
    sources: list[str] = []
    for rule in kit.rules.rules:
        if rule.code in kit.enabled and (back or not rule.looks_back):
            found = _rule(rule, kit, key, tables, pool, lang)
            if found is not None:
                written[rule.code], source = found
                sources.append(source)
    parts = [
        f"tables:{quoted(describe(tables, Namer(tables, kit.rules.sections), lang))}",
        f"sets:{quoted(list(pool.sets))}",
        f"texts:{quoted(list(pool.texts))}",
        f"columns:{quoted(list(pool.columns))}",
        f"shared:[{','.join(f'x=>{source}' for source in pool.shared)}]",
        "rules:[\n" + ",\n".join(sources) + "]",
    ]
    return Written(f"goujiWhatIf.form({quoted(name)},q=>({{" + ",\n".join(parts) + "}));\n", written)


def _rule(
    rule: Rule, kit: Kit, key: tuple[str, ...], tables: Tables, pool: Pool, lang: str
) -> tuple[tuple[WrittenCheck, ...], str] | None:
    """None for a rule that does not ask the tables, or asks more than a page can work out."""
    try:
        bound = kit.rules.bound.get((rule.code, key)) or program(rule, kit.rules, tables)
        if not any(is_live(check.check.condition) for check in bound.checks):
            return None
        made = [_check(check, kit, tables, pool, lang) for check in bound.checks]
    except (CannotCompileError, ConditionError):
        return None
    head = f"{{code:{quoted(rule.code)},title:{quoted(rule.title(lang))},merge:{quoted(rule.merge)},"
    head += f"item:{quoted(rule.item(lang) if rule.item else '')},checks:["
    return tuple(check for check, _ in made), head + ",\n".join(source for _, source in made) + "]}"


def _check(bound: BoundCheck, kit: Kit, tables: Tables, pool: Pool, lang: str) -> tuple[WrittenCheck, str]:
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
    return WrittenCheck(tuple(compiler.constants), last if any(last) else []), source
