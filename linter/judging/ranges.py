"""What a rule ranges over: `each column of t3`, `each count cell`, `each city of words.cities`, `each claim of n.x`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.judging.condition import ConditionError, Path, Several, varies
from linter.judging.paths import Instance, Tables, cells, cells_of_each, names
from linter.judging.subjects import KINDS, UNITS
from linter.patterns import compiled
from linter.record import NamedTuple

_SENTENCE = compiled(r"each(?: (?P<kind>[a-z]{1,20}))? (?P<unit>[a-z]{1,20})(?: of (?P<path>\S.*))?")
_CELL_KINDS = ("count", "change", "money")
_UNITS = ("row", "column", "cell", "section")
_WHOLE = (Instance("report"),)


class Range(NamedTuple):
    """`unit` is row, column, cell, section, or the name of the variable that stands for an entry of a
    table of words; `kind` keeps only cells of columns of that kind. Without a path it is every table.

    On the prose `unit` is one of `subjects.UNITS`, `kind` one of its kinds, and `concepts` are those that count."""

    unit: str
    path: Path | None = None
    kind: str = ""
    concepts: tuple[str, ...] = ()

    @property
    def variables(self) -> tuple[str, ...]:
        if self.on_prose:
            return UNITS[self.unit]
        return {"cell": ("cell", "row", "column")}.get(self.unit, (self.unit,))

    @property
    def on_prose(self) -> bool:
        """Whether the cases are found in the prose of each report, and not in the tables of a form."""
        return self.unit in UNITS


def parse_range(text: str) -> Range:
    """Reads the sentence after `for:`; raises ConditionError."""
    from linter.judging.syntax import parse
    from linter.yamlfile import unknown

    match = _SENTENCE.fullmatch(text.strip())
    if match is None:
        zh = "应当写成 each row of <表>（或 column、cell），或 each section。"
        raise ConditionError(zh, "expected `each row|column|cell of <table>` or `each section`", 0)
    path = None
    if match["path"]:
        parsed = parse(match["path"])
        if not isinstance(parsed, Path):
            name = match["path"]
            raise ConditionError(f"{name} 不是表或组的名称。", f"`{name}` is not the name of a table or group", 0)
        path = parsed
    unit = match["unit"]
    if unit in UNITS:
        return _on_prose(unit, match["kind"] or "", path)
    of_words = path is not None and path.parts[0] == "words"
    if unit not in _UNITS and not of_words:
        known = [f"each {one}" for one in (*_UNITS, *UNITS)]
        raise ConditionError(*unknown(("范围", "range"), f"each {unit}", known), 0)
    if match["kind"] and unit != "cell":
        zh = "只有单元格可以分种类，如 each count cell of <表>。"
        raise ConditionError(zh, "only cells have a kind: `each count cell of ...`", 0)
    if match["kind"] and match["kind"] not in _CELL_KINDS:
        raise ConditionError(*unknown(("单元格种类", "kind of cells"), match["kind"], _CELL_KINDS), 0)
    return Range(unit, path, match["kind"] or "")


def _on_prose(unit: str, kind: str, path: Path | None) -> Range:
    from linter.yamlfile import unknown

    if kind and kind not in KINDS[unit]:
        raise ConditionError(*unknown((f"{unit} 的种类", f"kind of {unit}s"), kind, KINDS[unit]), 0)
    if path is None and unit == "claim":
        zh = "请写明是哪些说法：each claim of n.<概念>。"
        raise ConditionError(zh, "say which claims: `each claim of n.<concept>`", 0)
    if path is None:
        return Range(unit, None, kind)
    if path.parts[0] != "n" or len(path.parts) < 2 or unit not in ("claim", "share"):
        zh = f"each {unit} 后面不能是 {path}，可以写 each claim of n.<概念>。"
        raise ConditionError(zh, f"`each {unit}` is not of `{path}`", path.at)
    last = path.parts[-1]
    head = ".".join(str(part) for part in path.parts[1:-1])
    ends = last.names if isinstance(last, Several) else (str(last),)
    return Range(unit, path, kind, tuple(f"{head}.{end}" if head else end for end in ends))


def instances(
    over: Range | None, tables: Tables, sections: tuple[str, ...], words: Mapping[str, Mapping[str, object]]
) -> tuple[Instance, ...]:
    """Every instance that arises with these tables."""
    if over is None or over.on_prose:
        return _WHOLE
    if over.unit == "section":
        return tuple(Instance(f"section.{one}", section=one) for one in sections)
    if over.path is not None and over.path.parts[0] == "words":
        table = str(over.path.parts[1])
        return tuple(Instance(f"{over.unit}.{entry}", table, entry=entry) for entry in words[table])
    place = (over.unit, over.kind, *(over.path.parts if over.path is not None else ()))
    if place not in tables.ranges:
        find = {"row": _rows, "column": _columns, "cell": _cells}[over.unit]
        chosen = list(tables) if over.path is None else [str(over.path.parts[0])]
        found = (one for table_id in chosen if table_id in tables for one in find(over, table_id, tables))
        tables.ranges[place] = tuple(found)
    return tables.ranges[place]


def arising(asks: Sequence[Path], tables: Tables, instances: tuple[Instance, ...]) -> tuple[Instance, ...]:
    """The instances for which these tables have every cell that is asked for, and of every set one."""
    nowhere = Instance("")
    if not all(varies(path) or cells(path, tables, nowhere) for path in asks):
        return ()
    varying = [cells_of_each(path, tables, instances) for path in asks if varies(path)]
    if all(map(all, varying)):
        return instances
    return tuple(one for one, *sets in zip(instances, *varying, strict=True) if all(sets))


def _rows(over: Range, table_id: str, tables: Tables) -> Iterator[Instance]:
    table = tables[table_id]
    part = _part(over, 1)
    for row in names(part, table.by_id, table.row_groups):
        yield Instance(f"{table_id}.{row}", table_id, row)


def _columns(over: Range, table_id: str, tables: Tables) -> Iterator[Instance]:
    table = tables[table_id]
    part = _part(over, 1)
    for column in names(part, table.columns, table.column_groups):
        yield Instance(f"{table_id}.*.{column}", table_id, "", column)


def _cells(over: Range, table_id: str, tables: Tables) -> Iterator[Instance]:
    path = Path((table_id, _part(over, 1), _part(over, 2)))
    found = cells(path, tables, _WHOLE[0])
    if over.kind:
        kinds = {(row.id, column.id): column.kind for row in tables[table_id].rows for column in row.columns}
        found = tuple(key for key in found if kinds[key.row, key.column] == over.kind)
    return (Instance(key.field, key.table, key.row, key.column, "", "") for key in found)


def _part(over: Range, position: int) -> str | Several:
    parts = over.path.parts if over.path is not None else ()
    part = parts[position] if len(parts) > position else Several()
    assert isinstance(part, str | Several)
    return part
