"""What a report says in prose: claims, the lists they make up, percentages, and numbers that were left out."""

from __future__ import annotations

from decimal import Decimal

from linter.record import NamedTuple


class Claim(NamedTuple):
    """One figure that the prose states of one concept. Offsets are characters of the report's text, half open.

    `start` to `end` is the phrase, from its verb or concept to the unit; `number_start` to `number_end` is the
    number alone, or the phrase again where zero is said without a number. `value` is exact; it was printed to
    `step` (1 for a plain count, 1000 for 1.2 万), so a rounded figure stands for half a step to either side.
    Money is in 元, and `unit` says so. `scope` holds the words that limit the figure, as printed; `year` is
    the year it speaks of when that is said and is not the report's own. `parent` is the index of the total that
    it is a part of. `cause` is the reason given for it, when that may make it less than the whole row.
    """

    concept: str
    value: Decimal
    unit: str | None
    approximate: bool
    scope: tuple[str, ...]
    year: int | None
    parent: int | None
    start: int
    end: int
    number_start: int
    number_end: int
    step: Decimal = Decimal(1)
    cause: str | None = None


class Breakdown(NamedTuple):
    """A total and the items that are listed for it, as indices of claims, all in one unit and of one kind.

    `closed`: the list says that it is complete (it ends with 其他, or says 分别为). `open_ended`: it says that it
    is not (等). `channels`: the items are ways by which the same things went out, so they overlap. `summed`: the
    total stands after the items (合计). `doubtful_from`: the place in `items` from which on they may not belong
    to the list any more, because a semicolon stands before where only commas stood until then.
    """

    total: int
    items: tuple[int, ...]
    closed: bool = False
    open_ended: bool = False
    channels: bool = False
    summed: bool = False
    doubtful_from: int | None = None


class Share(NamedTuple):
    """A percentage: `kind` is `share` (of a whole), `change` (against another year) or `rate`.

    `value` is in per cent, printed with `digits` decimals. `claim` is the figure that it is said of, `base` the
    whole, as indices of claims, where the text tells them.
    """

    value: Decimal
    digits: int
    kind: str
    start: int
    end: int
    claim: int | None = None
    base: int | None = None


class Gap(NamedTuple):
    """A place where a number was left out: 公开信息 条."""

    start: int
    end: int


class Narrative(NamedTuple):
    """Everything that the prose of a report says in figures."""

    claims: tuple[Claim, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    gaps: tuple[Gap, ...] = ()
