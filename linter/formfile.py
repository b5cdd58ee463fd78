"""Reads form files: a form by itself, or what it changes in another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from linter.form import Column, Form, Row, Table, Words
from linter.yamlfile import Node, load, unknown

_KINDS = ("count", "change", "money")
REQUIRED = ("form", "name", "authority", "years", "markers", "tables")
OPTIONAL = ("extends",)
COLUMN_KEYS = ("label", "zh", "en", "kind")
ROW_KEYS = ("ordinal", "label", "aliases", "zh", "en")
TABLE_KEYS = (
    "name", "section", "corner", "stub", "header", "columns", "column_groups", "rows", "blocks", "row_groups",
    "side_by_side", "replace",
)  # fmt: skip


def load_forms(folder: Path, ids: tuple[str, ...], sections: Collection[str]) -> dict[str, Form]:
    """The forms of a family with these sections by id, oldest first; raises YamlError."""
    nodes = {form_id: load(folder / f"{form_id}.yaml") for form_id in ids}
    return {form_id: _form(form_id, nodes, sections) for form_id in ids}


def _form(form_id: str, nodes: Mapping[str, Node], sections: Collection[str]) -> Form:
    node = nodes[form_id]
    top = node.mapping(allowed=OPTIONAL, required=REQUIRED)
    if top["form"].text() != form_id:
        zh = f"form 应当是 {form_id}，和文件名一致。"
        top["form"].fail(zh, f"expected `{form_id}`, the name of the file")
    base: dict[str, dict[str, Node]] = {}
    if "extends" in top:
        parent = top["extends"].choice([name for name in nodes if name != form_id])
        base = {key: dict(table.items()) for key, table in nodes[parent].mapping()["tables"].items()}
    tables = dict(base)
    for table_id, changed in top["tables"].items():
        keys = dict(changed.mapping(allowed=TABLE_KEYS))
        tables[table_id] = {**base.get(table_id, {}), **keys}
    first, last = _years(top["years"])
    return Form(
        id=form_id,
        name=_words(top["name"]),
        authority=top["authority"].text(),
        first=first,
        last=last,
        markers=tuple(one.text() for one in top["markers"].some()),
        tables={table_id: _table(table_id, keys, node, sections) for table_id, keys in tables.items()},
    )


def _years(node: Node) -> tuple[int, int | None]:
    years = [year.integer() for year in node.sequence()]
    if not 1 <= len(years) <= 2:
        zh = "应当写起始年份，不再使用的模板再写最后一年，如 [2019, 2020]。"
        node.fail(zh, "expected the first year, and the last one unless the form is current")
    return years[0], years[1] if len(years) == 2 else None


def _words(node: Node) -> Words:
    keys = node.mapping(required=("zh", "en"), allowed=())
    return Words(keys["zh"].text(), keys["en"].text())


@dataclass
class _Rows:
    """What a walk over the nested rows of a table collects."""

    rows: list[Row] = field(default_factory=list)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    group_labels: dict[str, str] = field(default_factory=dict)


def _table(table_id: str, keys: Mapping[str, Node], form: Node, sections: Collection[str]) -> Table:
    for key in ("name", "section"):
        if key not in keys:
            form.fail(f"表 {table_id} 里缺少 {key}，请补上。", f"`{key}` is missing in table `{table_id}`; add it")
    if keys["section"].text() not in sections:
        keys["section"].fail(*unknown(("部分（family.yaml 的 sections）", "section"), keys["section"].text(), sections))
    collected = _Rows()
    columns = _columns(keys["columns"]) if "columns" in keys else ()
    stub = keys["stub"].text() if "stub" in keys else ""
    furniture = [stub] if stub else []
    furniture += [label for label, _ in keys["header"].items()] if "header" in keys else []
    if "blocks" in keys:
        for block in keys["blocks"].sequence():
            furniture += _block(block, collected)
    elif "rows" in keys:
        _walk(keys["rows"], columns, (), collected, keys.get("replace"))
    else:
        zh = f"表 {table_id} 里没有 rows，也没有 blocks，请写其中一个。"
        form.fail(zh, f"table `{table_id}` has neither `rows` nor `blocks`; write one of them")
    side_by_side = "side_by_side" in keys and keys["side_by_side"].flag()
    rows = tuple(collected.rows)
    furniture += [column.label for column in columns]
    furniture += [row.labels[0] for row in rows] if side_by_side else []
    groups = dict(collected.groups)
    groups |= _named(keys.get("row_groups"), groups, [row.id for row in rows])
    columns_named = _named(keys.get("column_groups"), {}, [column.id for column in columns])
    ids = [row.id for row in rows] if side_by_side else [column.id for column in columns]
    return Table(
        id=table_id,
        name=_words(keys["name"]),
        section=keys["section"].text(),
        rows=rows,
        lines=(rows,) if side_by_side else tuple((row,) for row in rows),
        row_groups=groups,
        column_groups=columns_named,
        group_labels=collected.group_labels,
        furniture=tuple(dict.fromkeys(furniture)),
        corner=keys["corner"].text() if "corner" in keys else "",
        headings=_named(keys.get("header"), groups if side_by_side else columns_named, ids),
        stub=stub,
    )


def _columns(node: Node) -> tuple[Column, ...]:
    columns = []
    for column_id, item in node.items():
        keys = item.mapping(allowed=COLUMN_KEYS, required=("label", "en"))
        label = keys["label"].text()
        name = Words(keys["zh"].text() if "zh" in keys else label, keys["en"].text())
        kind = keys["kind"].choice(_KINDS) if "kind" in keys else "count"
        columns.append(Column(column_id, label, name, kind))
    return tuple(columns)


def _block(node: Node, collected: _Rows) -> Iterator[str]:
    """Rows under a heading of their own with columns of their own; yields the words of their header."""
    keys = node.mapping(allowed=(), required=("block", "columns", "rows"))
    columns = _columns(keys["columns"])
    heading = keys["block"].text()
    _refuse_twins(keys["rows"])
    for row_id, item in keys["rows"].items():
        collected.rows.append(_row(row_id, item, columns, (), heading))
    yield heading
    yield from (column.label for column in columns)


def _walk(
    node: Node,
    columns: tuple[Column, ...],
    path: tuple[str, ...],
    collected: _Rows,
    replace: Node | None,
) -> tuple[str, ...]:
    """The rows below `node` in printed order; a row with rows of its own is a group and has no figures."""
    ids: list[str] = []
    replaced = replace.mapping() if replace is not None else {}
    _refuse_twins(node)
    for row_id, item in node.items():
        if row_id in replaced:
            ids += _walk(replaced[row_id], columns, path, collected, None)
            continue
        keys = item.mapping(allowed=(*ROW_KEYS, "rows"), required=("label", "en"))
        ordinals = (*path, keys["ordinal"].text()) if "ordinal" in keys else path
        if "rows" in keys:
            leaves = _walk(keys["rows"], columns, ordinals, collected, replace)
            collected.groups[row_id] = leaves
            collected.group_labels[row_id] = keys["label"].text()
            ids += leaves
        else:
            collected.rows.append(_row(row_id, item, columns, ordinals, ""))
            ids.append(row_id)
    return tuple(ids)


def _row(row_id: str, node: Node, columns: tuple[Column, ...], ordinals: tuple[str, ...], block: str) -> Row:
    keys = node.mapping(allowed=ROW_KEYS, required=("label", "en"))
    label = keys["label"].text()
    labels = (label, *(keys["aliases"].texts() if "aliases" in keys else ()))
    name = Words(keys["zh"].text() if "zh" in keys else label, keys["en"].text())
    return Row(row_id, labels, name, columns, ordinals, block)


def _refuse_twins(node: Node) -> None:
    """Rows side by side that print the same: no reader could tell them apart, and the figures of one would be lost."""
    seen: dict[tuple[str, str], str] = {}
    for row_id, item in node.items():
        keys = item.mapping()
        said = tuple(keys[key].text() if key in keys else "" for key in ("ordinal", "label"))
        first = seen.setdefault((said[0], said[1]), row_id)
        if said[1] and first != row_id:
            zh = (
                f"{row_id} 和 {first} 两行的 label 都是“{said[1]}”，分不清；请改一个，或者写上表里印的序号（ordinal）。"
            )
            en = f"the rows `{first}` and `{row_id}` have the same `label`; change one, or write the ordinals printed"
            keys["label"].fail(zh, en)


def _named(node: Node | None, known: Mapping[str, tuple[str, ...]], ids: list[str]) -> dict[str, tuple[str, ...]]:
    """Named groups: lists of ids, or of groups named before."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, members in node.items() if node is not None else ():
        found: list[str] = []
        for member in members.sequence():
            text = member.text()
            group = groups.get(text) or known.get(text)
            if group is None and text not in ids:
                member.fail(*unknown(("行、列或组", "row, column or group"), text, [*ids, *known, *groups]))
            found += group or (text,)
        groups[name] = tuple(found)
    return groups
