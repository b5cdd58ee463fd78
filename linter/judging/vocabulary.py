"""The names that conditions may use, over all forms of a family."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from linter.facts import REMARKS, fact_names, fact_type
from linter.form import Form, Table, Words
from linter.judging.condition import ConditionError, Part, Path, Several, Variable
from linter.judging.functions import Type
from linter.judging.paths import PREVIOUS, in_report, is_previous
from linter.judging.ranges import Range
from linter.record import Record
from linter.yamlfile import unknown

_NAME = ("名称", "name")
WordTables = Mapping[str, Mapping[str, tuple[str, ...]]]


class Vocabulary(Record, frozen=True):
    """Forms, section ids, tables of words and pattern names; a name in one form is enough to be known."""

    forms: Mapping[str, Form]
    sections: tuple[str, ...]
    words: WordTables
    patterns: tuple[str, ...]
    concepts: tuple[str, ...] = ()

    @cached_property
    def tables(self) -> dict[str, tuple[Table, ...]]:
        found: dict[str, tuple[Table, ...]] = {}
        for form in self.forms.values():
            for table in form.tables.values():
                found[table.id] = (*found.get(table.id, ()), table)
        return found

    def ids(self, variable: str) -> set[str]:
        """Everything that `$row`, `$column` or `$section` can stand for."""
        if variable == "section":
            return set(self.sections)
        rows = variable == "row"
        return {one for table in self.tables for one in self._ids(table, rows=rows)}

    def type_of(self, path: Path, variables: tuple[str, ...]) -> Type:
        """The type of what a path names; raises ConditionError with the nearest right name."""
        for part in path.parts:
            if isinstance(part, Variable) and part.name not in variables:
                raise ConditionError(*unknown_variable(part.name, variables), part.at)
        if is_previous(path):
            return self.type_of(in_report(path), variables)
        head = path.parts[0]
        if head == "n":
            return self._concept(path)
        if head in self.tables:
            return self._cells(path)
        if head == "words" or head == "remark":
            known: list[str] = list(self.words if head == "words" else REMARKS)
            if len(path.parts) != 2 or str(path.parts[1]) not in known:
                names = [f"{head}.{one}" for one in known]
                raise ConditionError(*unknown(_NAME, str(path), names), path.at)
            return Type("words") if head == "words" else Type("remarks", many=True)
        return self._fact(path)

    def check_range(self, over: Range) -> None:
        """The table, group or table of words that a rule ranges over; raises ConditionError."""
        if over.path is None:
            return
        if over.on_prose:
            for concept in over.concepts:
                self._known_concept(concept, over.path.at)
            return
        parts, every = over.path.parts, Several()
        if parts[0] == "words":
            self.type_of(over.path, ())
            return
        if parts[0] not in self.tables:
            raise ConditionError(*unknown(("表", "table"), str(parts[0]), self.tables), over.path.at)
        longest = 3 if over.unit == "cell" else 2
        if len(parts) > longest:
            zh = f"{over.path} 写得太细，each {over.unit} 后面最多写 {longest} 段。"
            raise ConditionError(zh, f"`{over.path}` is more than `each {over.unit}` can take", over.path.at)
        rest = parts[1:] + (every,) * (longest - len(parts))
        whole = {"row": (*rest, every), "column": (every, *rest)}.get(over.unit, rest)
        self.type_of(Path((parts[0], *whole)), ())

    def _concept(self, path: Path) -> Type:
        self._known_concept(".".join(str(part) for part in path.parts[1:]), path.at)
        return Type("number")

    def _known_concept(self, concept: str, at: int) -> None:
        if concept not in self.concepts:
            names = [f"n.{one}" for one in self.concepts]
            raise ConditionError(*unknown(("概念", "concept"), f"n.{concept}", names), at)

    def _fact(self, path: Path) -> Type:
        parts = list(path.parts)
        if parts[0] == "section" and len(parts) == 3 and isinstance(parts[1], Variable):
            parts[1] = self.sections[0]
        name = ".".join(str(part) for part in parts)
        known = fact_names(self.sections)
        if name not in known:
            rows = {f"{table}.{row}" for table in self.tables for row in self._ids(table, rows=True)}
            raise ConditionError(*unknown(_NAME, str(path), [*known, *rows, *self.tables, PREVIOUS]), path.at)
        return Type(fact_type(name).kind)

    def _cells(self, path: Path) -> Type:
        table = str(path.parts[0])
        if not 2 <= len(path.parts) <= 3:
            shape = f"{table}.<row>.<column>"
            raise ConditionError(f"{path}：单元格要写成 {shape}。", f"`{path}`: a cell is written {shape}", path.at)
        self._position(path, 1, self._ids(table, rows=True))
        if len(path.parts) == 2:
            if not self._single(path, 1):
                raise ConditionError(f"{path} 应当只是一行。", f"`{path}` must be one row", path.at)
            return Type("row")
        self._position(path, 2, self._ids(table, rows=False))
        if not any(self._meets(table_form, path) for table_form in self.tables[table]):
            raise ConditionError(f"没有一个模板有 {path} 这一格。", f"no form has a cell `{path}`", path.at)
        return Type("number", not (self._single(path, 1) and self._single(path, 2)), cells=True)

    def _position(self, path: Path, position: int, known: set[str]) -> None:
        part = path.parts[position]
        given = part.names if isinstance(part, Several) else (part,) if isinstance(part, str) else ()
        for name in given:
            if name not in known:
                table = path.parts[0]
                what = (
                    (f"行（{table}）", f"row of {table}") if position == 1 else (f"列（{table}）", f"column of {table}")
                )
                raise ConditionError(*unknown(what, name, known), path.at)

    def _ids(self, table_id: str, *, rows: bool) -> set[str]:
        found: set[str] = set()
        for table in self.tables[table_id]:
            found |= {*table.by_id, *table.row_groups} if rows else {*table.columns, *table.column_groups}
        return found

    def _single(self, path: Path, position: int) -> bool:
        part = path.parts[position]
        if isinstance(part, Variable):
            return True
        tables = self.tables[str(path.parts[0])]
        return isinstance(part, str) and any(
            part in (table.by_id if position == 1 else table.columns) for table in tables
        )

    @staticmethod
    def _meets(table: Table, path: Path) -> bool:
        """Whether some row that the path means has some column that it means."""

        def chosen(part: Part, known: Iterable[str], groups: Mapping[str, tuple[str, ...]]) -> set[str]:
            if isinstance(part, Variable) or (isinstance(part, Several) and not part.names):
                return set(known)
            given = part.names if isinstance(part, Several) else (part,)
            return {one for name in given for one in (name, *groups.get(name, ()))}

        rows = chosen(path.parts[1], table.by_id, table.row_groups)
        columns = chosen(path.parts[2], table.columns, table.column_groups)
        return any(row.id in rows and column.id in columns for row in table.rows for column in row.columns)


def unknown_variable(name: str, variables: tuple[str, ...]) -> Words:
    if not variables:
        zh = f"${name} 没有所指，因为规则没有写 for。"
        return Words(zh, f"`${name}` stands for nothing, since the rule has no `for:`")
    return unknown(("变量", "variable"), f"${name}", [f"${one}" for one in variables])
