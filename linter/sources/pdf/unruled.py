"""Tables without rulings, or with rulings between some rows only: read from where words and figures stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.record import NamedTuple
from linter.sources.pdf.areas import Area, areas
from linter.sources.pdf.atoms import Atom, Strip, labels_of
from linter.sources.pdf.clusters import Cluster, clusters
from linter.sources.pdf.columns import Column, parted
from linter.sources.pdf.heading import columns_of, header_cells, leaves_of, levels
from linter.sources.pdf.laying import LEADING, by_lines, laid, near, wraps
from linter.sources.pdf.stub import Row, confirmed, rows_of
from linter.sources.pdf.table import Table

_MOST = 500
"""Lines of a table: the longest of a report, in narrow columns, has some hundred and fifty."""

_DIGIT = 0.3
"""Heights of a character that a line of digits may be narrower than another full one: less than a digit."""


class Body(NamedTuple):
    """What stands in the rows of an area: the words before the columns line by line, and the figures by the heights of
    their lines."""

    labels: list[list[Atom]]
    figures: dict[float, list[Atom]]


def unruled(strips: Sequence[Strip]) -> Iterator[tuple[int, int, Table]]:
    """The tables among lines, each with the numbers of its first line and the one after its last. Where it is in doubt
    what belongs together, each line is a row."""
    for area in areas(strips):
        # What stands right below the last figures is the end of a label only where others look alike.
        stops = sorted({area.stop, area.last}, reverse=True) if area.stop - area.head <= _MOST else ()
        for stop in stops:
            table = _table(strips, area._replace(stop=stop))
            if table is not None:
                yield area.head, stop, table
                break
        else:
            yield area.body, area.last, by_lines(strips, area)


def _table(strips: Sequence[Strip], area: Area) -> Table | None:
    body = _body(strips, area)
    if body is None:
        return None
    header = strips[area.head : area.body]
    right = max((atom.box.x1 for line in body.labels for atom in line), default=0.0)
    corner = [[atom for atom in strip.atoms if atom.box.x0 <= right] for strip in header]
    above = [atom for strip in header for atom in strip.atoms if atom.box.x0 > right]
    heights = [*body.figures]
    labels = labels_of([*corner, *body.labels])
    edge = max((strip.y for strip in header), default=0.0)
    cells = clusters([atom for atom in labels if atom.y > edge], heights)
    rows = rows_of(cells, heights)
    if rows is None or (area.stop > area.last and not confirmed(rows)):
        return None
    if not _whole(rows, body):
        return None
    top = header_cells(above)
    found = columns_of(area.columns, leaves_of(top))
    leaves = [leaf for leaf, _ in found]
    head = clusters([atom for atom in labels if atom.y <= edge], []) + [cell for cell in top if cell not in leaves]
    filled = _filled(rows, body, [column for _, column in found] or area.columns)
    return laid([*map(_labelled, [*levels(head), leaves] if leaves else levels(head)), *filled])


def _body(strips: Sequence[Strip], area: Area) -> Body | None:
    """The rows; where no labels tell them apart, a line right below another one is the rest of it."""
    body, before = Body([], {}), None
    held = [n for n in range(area.body, area.stop) if n not in area.skipped]
    parts = [part for n in held if (part := parted(strips[n], area.columns)) is not None]
    if len(parts) < len(held):
        return None
    labelled = any(labels for labels, _ in parts)
    for n, (labels, figures) in zip(held, parts, strict=True):
        body.labels.append(labels)
        above = body.figures[strips[before].y] if before is not None and not labelled else []
        if before is not None and figures and near(strips, before, n) and wraps(above, figures):
            above += figures
        elif figures:
            body.figures[strips[n].y] = figures
            before = n
    return body


def _whole(rows: Sequence[Row], body: Body) -> bool:
    """Whether lines of figures beside one label may be one row, and none beside another may be the rest of the row
    above."""
    if not all(wraps(body.figures[one], body.figures[two]) for row in rows for one, two in pairwise(row.figures)):
        return False
    figures = [atom for line in body.figures.values() for atom in line]
    return not any(
        above.figures
        and row.figures
        and not _begins(row)
        and _may_go_on(body, above.figures[-1], row.figures[0], figures)
        for above, row in pairwise(rows)
    )


def _begins(row: Row) -> bool:
    return any(label.atoms[0].begins for label in row.labels if label)


def _may_go_on(body: Body, above: float, below: float, figures: Sequence[Atom]) -> bool:
    """Whether digits may break over two lines: the second one has fewer figures, each below one as wide as any."""
    rest = body.figures[below]
    upper = [one for one in body.figures[above] if wraps(rest, [one])]
    if len(rest) >= len(body.figures[above]) or not wraps(upper, rest) or below - above > LEADING * rest[0].size:
        return False
    return all(
        one.box.width > atom.box.width - _DIGIT * one.size for one in upper for atom in figures if wraps([one], [atom])
    )


def _labelled(level: Sequence[Cluster]) -> list[Sequence[Atom]]:
    return [cell.atoms for cell in level]


def _filled(rows: Sequence[Row], body: Body, columns: Sequence[Column | None]) -> Iterator[list[Sequence[Atom]]]:
    """The cells of each row from left to right."""
    for row in rows:
        figures = [atom for y in row.figures for atom in body.figures[y]]
        held = [[atom for atom in figures if column and atom.overlaps(*column)] for column in columns]
        yield [*(label.atoms if label else () for label in row.labels), *held]
