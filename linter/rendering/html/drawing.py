"""A table of the form with the report's figures, and the report's own words, as HTML.

A report has some hundred cells and they are most of its page, so they are not filled in by a template. Whatever comes
from a file passes through `shown`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from linter.rendering.html.grid import Label
from linter.rendering.html.safety import Harmless, shown
from linter.rendering.html.signs import Signs
from linter.report import State

if TYPE_CHECKING:
    from linter.form import Table
    from linter.rendering.html.dues import Due
    from linter.rendering.html.grid import Line, Slot
    from linter.rendering.html.marks import Mark
    from linter.rendering.html.paper import Drawn, Word
    from linter.rendering.html.view import ReportView
    from linter.rendering.html.wording import Wording
    from linter.rendering.interface import Manner
    from linter.report import Cell

_MOST_SAYINGS = 3


class Drawing:
    """Draws one report."""

    def __init__(self, view: ReportView, manner: Manner, words: Wording) -> None:
        self._view = view
        self._id = view.id
        self._lang = manner.lang
        self._say = manner.say
        self._signs = Signs(view.id, manner)
        self._states = words.states

    def table(self, drawn: Drawn) -> Harmless:
        """A table in a box that scrolls sideways."""
        table, signs = drawn.table, self._signs
        name, scrolls = shown(table.name(self._lang)), self._say("，可横向滚动", ", scrolls sideways")
        parts = [
            f'<div class="scroll" role="group" tabindex="0" aria-label="{name}{scrolls}" lang="{signs.lang}">\n'
            f'<table class="form {shown(table.id)}" data-table="{shown(table.id)}" lang="zh-Hans">\n'
            f'<caption lang="{signs.lang}">{name}</caption>'
        ]
        if drawn.grid.head:
            parts += ["\n<thead>", *self._lines(drawn.grid.head, table), "\n</thead>"]
        for body in drawn.grid.bodies:
            parts += ["\n<tbody>", *self._lines(body, table), "\n</tbody>"]
        return Harmless("".join([*parts, "\n</table>\n</div>"]))

    def words(self, words: Iterable[Word]) -> Harmless:
        """Words of the report with what is to be seen of them."""
        return Harmless("".join(map(self._word, words)))

    def _word(self, word: Word) -> str:
        text = shown(word.text)
        own = f' id="{self._id}-{word.id}"' if word.id else ""
        if word.witness is not None:
            agrees, style = "agrees" if word.witness.agrees else "differs", f" {word.style}" if word.style else ""
            text = (
                f'<a class="{agrees}{style}" href="#{self._id}-{shown(word.witness.place)}"'
                f' data-fields="{shown(word.witness.fields)}" title="{shown(word.witness.told)}"{own}>{text}</a>'
            )
        elif word.style or own:
            style = f' class="{word.style}"' if word.style else ""
            text = f"<span{style}{own}>{text}</span>"
        if word.numbers or word.due is not None:
            text += self._signs.backs(word.numbers, word.due)
        return text + self._signs.tag(word.due) if word.due is not None else text

    def _lines(self, lines: Iterable[Line], table: Table) -> Iterator[str]:
        for line in lines:
            yield "\n<tr>"
            for one in line:
                yield self._label(one, table) if isinstance(one, Label) else self._figure(one, table)
            yield "</tr>"

    def _label(self, label: Label, table: Table) -> str:
        mark = self._view.marks.rows.get(f"{table.id}.{label.key}") if label.scope == "row" and label.key else None
        corner = label.scope == "corner"
        parts = [f'<th scope="{"col" if corner else label.scope}"']
        if corner or mark is not None:
            parts.append(f' class="{"corner" if mark is None else mark.style}"')
        if label.key and (mark is not None or table.stub):
            parts.append(f' id="{self._place(table, label.key)}"')
        if label.across > 1:
            parts.append(f' colspan="{label.across}"')
        if label.down > 1:
            parts.append(f' rowspan="{label.down}"')
        parts.append(f">{shown(label.text)}")
        if mark is not None:
            parts.append(self._signs.backs(mark.numbers))
        return "".join([*parts, "</th>"])

    def _figure(self, slot: Slot, table: Table) -> str:
        view, field = self._view, slot.field
        cell, name = view.report.cells[field], shown(field)
        mark, due = view.marks.cells.get(field), view.dues.cells.get(field)
        parts = [f'<td data-field="{name}" data-state="{cell.state}"']
        if cell.value is not None:
            parts.append(f' data-value="{cell.value:f}"')
        if field in view.marks.anchors:
            parts.append(f' id="{self._id}-{name.replace(".", "-")}"')
        if mark is not None or due is not None:
            parts.append(f' class="{_style(cell, mark, due)}"')
        if slot.across > 1:
            parts.append(f' colspan="{slot.across}"')
        if slot.headers:
            parts.append(f' headers="{" ".join(self._place(table, key) for key in slot.headers)}"')
        if cell.state is State.NUMBER:
            parts.append(f' tabindex="-1"><span class="figure">{shown(cell.raw)}</span>')
        else:
            parts.append(self._without_figure(cell))
        if cell.remark:
            parts.append(f'<span class="remark">{shown(cell.remark)}</span>')
        if due is not None:
            parts.append(self._signs.tag(due))
        if mark is not None:
            parts.append(self._signs.backs(mark.numbers))
        if due is not None:
            parts.append(self._signs.doubt(due))
        if view.witnessed is not None and field in view.witnessed.cells:
            said = "".join(self._sayings(field))
            if said:
                parts.append(f'<span class="sayings" lang="{self._signs.lang}">{self._signs.pause}{said}</span>')
        return "".join([*parts, "</td>"])

    def _without_figure(self, cell: Cell) -> str:
        short, told = self._states[cell.state]
        start = f' title="{told}" tabindex="-1"><span class="figure"'
        if cell.state in (State.EMPTY, State.MISSING):
            return f'{start} lang="{self._signs.lang}">{short}</span>'
        return f"{start}>{shown(cell.raw)}</span>"

    def _sayings(self, field: str) -> Iterator[str]:
        """Links to the figures of the prose that speak of a cell."""
        assert self._view.witnessed is not None
        for saying in self._view.witnessed.cells[field][:_MOST_SAYINGS]:
            href, told = self._view.links.href(saying.place), shown(saying.told)
            if href:
                text = self._say("文", "Pr")
                yield f'<a class="saying" href="{href}" title="{told}" aria-label="{told}">{text}</a>'

    def _place(self, table: Table, key: str) -> str:
        return f"{self._id}-{shown(table.id)}-{shown(key)}"


def _style(cell: Cell, mark: Mark | None, due: Due | None) -> str:
    """How a figure looks; it is crowded where what stands beside it would cover it."""
    numbers = "".join(map(str, mark.numbers)) if mark is not None else ""
    wide = cell.state is State.TEXT
    crowded = (numbers and (wide or len(numbers) > 1)) or (due is not None and wide)
    styles = (
        mark.style if mark is not None else "",
        "suspect" if due is not None else "",
        "crowded" if crowded else "",
    )
    return " ".join(filter(None, styles))
