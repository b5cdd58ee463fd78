"""The functions of conditions: what they take and what they give. There are few, and no way to add more by file."""

from __future__ import annotations

from linter.form import Words
from linter.record import NamedTuple
from linter.report import State

_KINDS = {
    "number": "数",
    "bool": "条件",
    "text": "文字",
    "date": "日期",
    "word": "词",
    "words": "词表",
    "pattern": "模式",
    "row": "行",
    "remarks": "备注",
}


class Type(NamedTuple):
    """`kind` is number, bool, text, date, word, words, pattern, row or remarks; `many` is a set of them.

    `cells` tells that the value is a cell itself, so that one may ask what state it is in.
    """

    kind: str
    many: bool = False
    cells: bool = False

    def __str__(self) -> str:
        return self.words.en

    @property
    def words(self) -> Words:
        """What it is called in a message."""
        name = {"bool": "a condition", "word": "a word"}.get(self.kind, f"a {self.kind}")
        zh = _KINDS.get(self.kind, self.kind)
        return Words(f"多个{zh}", f"several of {name}") if self.many else Words(f"一个{zh}", name)


class Signature(NamedTuple):
    """`takes` says for each argument what it must be; the last one may be repeated if `more`."""

    takes: tuple[str, ...]
    gives: str
    more: bool = False


SIGNATURES: dict[str, Signature] = {
    "sum": Signature(("numbers",), "number"),
    # Sums of a rectangle of cells along its rows, or down its columns: several numbers.
    "row_sums": Signature(("cells",), "numbers"),
    "column_sums": Signature(("cells",), "numbers"),
    "count": Signature(("countable",), "number"),
    "all": Signature(("bools",), "bool"),
    "any": Signature(("bools",), "bool"),
    "none": Signature(("bools",), "bool"),
    "empty": Signature(("cell",), "test"),
    "placeholder": Signature(("cell",), "test"),
    "blank": Signature(("cell",), "test"),
    "number": Signature(("cell",), "test"),
    "text": Signature(("cell",), "test"),
    "missing": Signature(("cell",), "test"),
    "integer": Signature(("cell",), "test"),
    # What stands in a cell as text: the figure itself, or what is written around it.
    "raw": Signature(("one cell",), "text"),
    "remark": Signature(("one cell",), "text"),
    "found": Signature(("row",), "number"),
    "official": Signature(("row",), "bool"),
    "mentions": Signature(("text", "word"), "bool", more=True),
    "occurrences": Signature(("text", "pattern"), "number"),
    "length": Signature(("text",), "number"),
    "begins": Signature(("text", "text"), "bool"),
    "ends": Signature(("text", "text"), "bool"),
    # A row's total where it is stated, else what stands in for it.
    "filled": Signature(("one or more cells", "any numbers"), "filled"),
    # A part of a whole, and by how much one figure became another, in per cent.
    "percent": Signature(("one number", "one number"), "number"),
    "change": Signature(("one number", "one number"), "number"),
    # Whether something is said at all: a fact of the report, or anything about a concept of the prose.
    "stated": Signature(("name",), "bool"),
    "known": Signature(("one number",), "bool"),
    # Whether a date that is printed exists in the calendar.
    "exists": Signature(("date",), "bool"),
    "year": Signature(("date",), "number"),
    "date": Signature(("one number", "one number", "one number"), "date"),
    # The year that a text names first, or most often, in the words of a pattern with a group `year`.
    "opening_year": Signature(("text", "pattern"), "number"),
    "usual_year": Signature(("text", "pattern"), "number"),
    # How often a pattern with a group `year` occurs with this year.
    "with_year": Signature(("text", "pattern", "one number"), "number"),
    # How much of one text stands in another, in per cent.
    "likeness": Signature(("text", "text"), "number"),
    # Whether undoing an ordinary slip in these cells makes true a condition that is false now.
    "mends": Signature(("cells", "condition"), "bool"),
}

STATE_TESTS: dict[str, tuple[State, ...]] = {
    "empty": (State.EMPTY,),
    "placeholder": (State.PLACEHOLDER,),
    "blank": (State.EMPTY, State.PLACEHOLDER),
    "number": (State.NUMBER,),
    "text": (State.TEXT,),
    "missing": (State.MISSING,),
}
