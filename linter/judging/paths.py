"""Which cells a path means in the tables of one report: `sales.*.total` is as many cells as the table has rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Any

from linter.form import Table
from linter.judging.condition import Expression, Part, Path, Several, Variable, walk
from linter.record import NamedTuple

PREVIOUS = "prev"
"""The head of every name in last year's report."""

_NOT_TABLES = ("report", "section", "sections", "intro", "remark", "words", "n")


class Key(NamedTuple):
    """A cell of the form by its three ids, and by the name that they make together."""

    table: str
    row: str
    column: str
    field: str


_FIELD = attrgetter("field")


def fields_of(keys: Iterable[Key]) -> list[str]:
    """The full names of cells, in their order."""
    return list(map(_FIELD, keys))


class Tables(dict[str, Table]):
    """The tables of one report by id; `found` remembers which cells a path means, `found_for` those of many instances,
    which stand beside them to be known again."""

    @cached_property
    def found(self) -> dict[tuple[Part, ...], tuple[Key, ...]]:
        return {}

    @cached_property
    def found_for(self) -> dict[tuple[tuple[Part, ...], int], tuple[Sequence[Instance], list[tuple[Key, ...]]]]:
        return {}

    @cached_property
    def constants(self) -> dict[int, tuple[Expression, Any]]:
        """What has been bound of expressions that are the same for every instance; each by the identity of the
        expression, which stands beside it to keep it."""
        return {}

    @cached_property
    def ranges(self) -> dict[tuple[object, ...], tuple[Instance, ...]]:
        """The instances of each range that was asked for; most rules range over the same few."""
        return {}

    @cached_property
    def keys_by_row(self) -> dict[str, dict[str, dict[str, Key]]]:
        """Every cell of every table, by table, row and column."""
        return {
            table.id: {
                row.id: {
                    column.id: Key(table.id, row.id, column.id, f"{table.id}.{row.id}.{column.id}")
                    for column in row.columns
                }
                for row in table.rows
            }
            for table in self.values()
        }

    @cached_property
    def fields(self) -> tuple[str, ...]:
        return tuple(field for table in self.values() for field in table.fields())


class Instance(NamedTuple):
    """One case of a rule: what its variables stand for. `id` names it for people and fingerprints."""

    id: str
    table: str = ""
    row: str = ""
    column: str = ""
    section: str = ""
    entry: str = ""

    def value(self, variable: str) -> str:
        """What `$row`, `$column`, `$section` or another variable stands for."""
        return self[_PLACES.get(variable, -1)]


_PLACES = {name: Instance._fields.index(name) for name in ("table", "row", "column", "section")}
"""Where an instance holds what a variable stands for; the last is for all others."""


def is_cells(path: Path) -> bool:
    """Whether the path names a row or cells, and not a fact, a claim, remarks or words."""
    return in_report(path).parts[0] not in _NOT_TABLES


def is_previous(path: Path) -> bool:
    """Whether the path leads into last year's report."""
    return path.parts[0] == PREVIOUS and len(path.parts) > 1


def in_report(path: Path) -> Path:
    """The path inside the report that it leads into."""
    return Path(path.parts[1:], path.at) if is_previous(path) else path


def cells(path: Path, tables: Tables, instance: Instance) -> tuple[Key, ...]:
    """The cells of a path of three parts, in printed order; none if these tables lack them.

    Those of last year's report are named by this year's tables."""
    known = tables.found.get(path.parts)  # one without variables may have been asked about before
    return _cells(path, tables, (instance,))[0] if known is None else known


def cells_of_each(path: Path, tables: Tables, instances: Sequence[Instance]) -> list[tuple[Key, ...]]:
    """The cells of a path for each of some instances; those of a whole range are asked about again and again."""
    if len(instances) == 1:
        return [cells(path, tables, instances[0])]
    place = path.parts, id(instances)
    if place not in tables.found_for:
        tables.found_for[place] = instances, _cells(path, tables, instances)
    return tables.found_for[place][1]


def own_cells(tables: Tables, instances: Sequence[Instance]) -> list[tuple[Key, ...]]:
    """The cell that each instance is."""
    place = (), id(instances)
    if place not in tables.found_for:
        grid = tables.keys_by_row
        own: list[tuple[Key, ...]] = [(grid[one.table][one.row][one.column],) for one in instances]
        if len(instances) == 1:
            return own
        tables.found_for[place] = instances, own
    return tables.found_for[place][1]


def _cells(path: Path, tables: Tables, instances: Sequence[Instance]) -> list[tuple[Key, ...]]:
    if is_previous(path):
        found = _cells(in_report(path), tables, instances)
        return [tuple(key._replace(field=f"{PREVIOUS}.{key.field}") for key in one) for one in found]
    result = []
    for place in zip(*(_ids(part, instances) for part in path.parts), strict=True):
        known = tables.found.get(place)
        if known is None:
            table, row, column = place
            known = tables.found[place] = _find(str(table), row, column, tables)
        result.append(known)
    return result


def _ids(part: Part, instances: Sequence[Instance]) -> Iterable[str | Several]:
    """What a part of a path means for each instance."""
    if isinstance(part, Variable):
        return map(itemgetter(_PLACES.get(part.name, -1)), instances)
    return repeat(part, len(instances))


def _find(table_id: str, row: str | Several, column: str | Several, tables: Tables) -> tuple[Key, ...]:
    table = tables.get(table_id)
    if table is None:
        return ()
    grid = tables.keys_by_row[table_id]
    if isinstance(row, str) and isinstance(column, str) and column in grid.get(row, ()):
        return (grid[row][column],)
    rows = [grid[one] for one in names(row, grid, table.row_groups)]
    if isinstance(column, str) and column in table.columns:
        return tuple(found[column] for found in rows if column in found)
    columns = set(names(column, table.columns, table.column_groups))
    return tuple(key for found in rows for one, key in found.items() if one in columns)


def names(part: str | Several, known: Mapping[str, object], groups: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The ids that one position of a path means: an id, a group's, several, or every one."""
    if isinstance(part, Several):
        if not part.names:
            return tuple(known)
        return tuple(one for name in part.names for one in names(name, known, groups))
    if part in known:
        return (part,)
    return tuple(one for one in groups.get(part, ()) if one in known)


def is_single(part: Part, known: Mapping[str, object]) -> bool:
    """Whether a position means one id, whatever the instance."""
    return isinstance(part, Variable) or (isinstance(part, str) and part in known)


def asked_cells(*nodes: Expression) -> tuple[Path, ...]:
    """The cells that conditions name; a row alone means all of its cells."""
    paths = dict.fromkeys(
        part.parts for node in nodes for part in walk(node) if isinstance(part, Path) and is_cells(part)
    )
    return tuple(Path((*parts, Several()) if len(in_report(Path(parts)).parts) == 2 else parts) for parts in paths)
