"""What a rule on the prose ranges over: each claim, breakdown, share or gap, with the variables of its condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from linter.judging.functions import Type
from linter.judging.printed import Printed
from linter.record import NamedTuple
from linter.report import Span

if TYPE_CHECKING:
    from linter.claim import Breakdown, Claim, Share
    from linter.judging.prose import Prose
    from linter.judging.ranges import Range

UNITS: dict[str, tuple[str, ...]] = {
    "claim": (
        *("claim", "first", "concept", "parent", "scope", "cause"),
        *("unit", "firstunit", "quote", "before", "sentence"),
    ),
    "breakdown": (
        *("total", "items", "sure", "count", "closed", "open", "summed", "concept"),
        *("shares", "shared", "slack", "names", "quote"),
    ),
    "share": ("share", "part", "whole", "concept", "quote", "sentence"),
    "gap": ("quote", "sentence"),
}
"""The variables that each unit of the prose brings."""

KINDS: dict[str, tuple[str, ...]] = {
    # Zero said without a number; a figure whose scope words are not the report's own.
    "claim": ("zero", "limited"),
    # Ways by which the same things went out; lists with an approximate figure.
    "breakdown": ("channel", "rough"),
    # Against another year.
    "share": ("change",),
    "gap": (),
}

VARIABLES: dict[str, Type] = {
    **dict.fromkeys(("claim", "first", "total", "count", "share", "part", "whole", "slack"), Type("number")),
    **dict.fromkeys(("items", "sure", "shares"), Type("number", many=True)),
    **dict.fromkeys(("closed", "open", "summed", "shared"), Type("bool")),
    "concept": Type("word"),
    **dict.fromkeys(
        ("parent", "scope", "cause", "unit", "firstunit", "names", "quote", "before", "sentence"), Type("text")
    ),
}


class Quoted(NamedTuple):
    """A figure of the prose to be shown: its name as an operand, the phrase, and the place of the number."""

    name: str
    label: str
    value: Decimal
    span: Span


class Values(dict[str, Any]):
    """The variables of a case; those in `later` are worked out when they are asked for."""

    def __init__(self, now: Mapping[str, Any], later: Mapping[str, Callable[[], Any]]) -> None:
        super().__init__(now)
        self._later = later

    def __missing__(self, name: str) -> Any:
        value = self[name] = self._later[name]()
        return value


class Subject(NamedTuple):
    """One case. `printed` is the figure that `in` compares, `span` the place to mark first, `claims` and `shown`
    what is quoted, `claim` what is compared, and `without` the claim without which a list would add up.

    `foreign` holds the scope words that are not the report's own: a figure under them that does not fit may still
    be right."""

    id: str
    values: Values
    span: Span
    claims: tuple[int, ...] = ()
    shown: Quoted | None = None
    printed: Printed | None = None
    foreign: tuple[str, ...] = ()
    claim: int | None = None
    without: int | None = None


def find_subjects(over: Range, prose: Prose) -> Iterator[Subject]:
    """Every case of a range in the prose of one report."""
    match over.unit:
        case "claim":
            for concept in over.concepts:
                for index in prose.by_concept.get(concept, ()):
                    if _is_of_kind(prose.claims[index], over.kind):
                        yield _of_claim(index, prose.claims[index], prose)
        case "breakdown":
            for number, breakdown in enumerate(prose.narrative.breakdowns):
                if _kind_of(breakdown, prose) == over.kind:
                    yield _of_breakdown(number, breakdown, prose)
        case "share":
            for number, share in enumerate(prose.narrative.shares):
                if share.kind == (over.kind or "share") and (subject := _of_share(number, share, over, prose)):
                    yield subject
        case _:
            for number, gap in enumerate(prose.narrative.gaps):
                span = Span(gap.start, gap.end)
                yield Subject(_numbered("n.gap", number), _values({}, prose, span, span), span)


def _values(now: Mapping[str, Any], prose: Prose, quote: Span, place: Span, **later: Callable[[], Any]) -> Values:
    """With the phrase itself and the sentence around it."""
    return Values(now, {"quote": lambda: prose.text(*quote), "sentence": lambda: prose.sentence(place), **later})


def _is_of_kind(claim: Claim, kind: str) -> bool:
    if claim.year is not None or claim.approximate:
        return False
    if kind == "limited":
        return bool(claim.scope)
    said = claim.number_start == claim.start and claim.number_end == claim.end and not claim.value
    return said == (kind == "zero")


def _of_claim(index: int, claim: Claim, prose: Prose) -> Subject:
    now = {
        "claim": _plain(claim.value),
        "concept": claim.concept,
        "parent": prose.claims[claim.parent].concept if claim.parent is not None else "",
        "scope": "".join(claim.scope),
        "cause": claim.cause or "",
        "unit": claim.unit or "",
    }
    place = Span(claim.start, claim.end)
    return Subject(
        prose.names[index],
        _values(
            now,
            prose,
            place,
            place,
            first=lambda: _plain(prose.first(claim).value),
            firstunit=lambda: prose.first_unit(claim.concept),
            before=lambda: prose.before(place),
        ),
        Span(claim.number_start, claim.number_end),
        (index,),
        None,
        Printed(claim.value, claim.step, claim.step == 1),
        prose.foreign(claim),
        index,
    )


def _kind_of(breakdown: Breakdown, prose: Prose) -> str:
    said = [prose.claims[index] for index in (breakdown.total, *breakdown.items)]
    if any(one.year != said[0].year for one in said):
        return "mixed years"
    if breakdown.channels:
        return "channel"
    return "rough" if any(one.approximate or one.step != 1 for one in said) else ""


def _of_breakdown(number: int, breakdown: Breakdown, prose: Prose) -> Subject:
    total, items = prose.claims[breakdown.total], [prose.claims[index] for index in breakdown.items]
    figures = [_plain(item.value) for item in items]
    sure = figures if breakdown.doubtful_from is None else figures[: breakdown.doubtful_from]
    now = {
        "total": _plain(total.value),
        "items": figures,
        "sure": sure,
        "count": len(items),
        "closed": breakdown.closed,
        "open": breakdown.open_ended,
        "summed": breakdown.summed,
        "concept": total.concept,
    }
    shares = [one for one in prose.narrative.shares if one.kind == "share" and one.claim in breakdown.items]
    now["shares"] = [_plain(one.value) for one in shares]
    now["shared"] = {one.claim for one in shares} == set(breakdown.items)
    # Each share may have been rounded or cut off.
    now["slack"] = sum(Decimal(1).scaleb(-one.digits) for one in shares)
    place, rest = Span(total.start, total.end), sum(figures) - total.value
    without = (index for index, item in zip(breakdown.items, items, strict=True) if item.value == rest)
    return Subject(
        _numbered(f"{prose.names[breakdown.total]}.parts", prose.places_of_breakdowns[number]),
        _values(now, prose, place, place, names=lambda: prose.labels(breakdown.items)),
        Span(total.number_start, total.number_end),
        (breakdown.total, *breakdown.items),
        without=next(without, None),
    )


def _of_share(number: int, share: Share, over: Range, prose: Prose) -> Subject | None:
    """Only a share that is said of an exact figure can be judged."""
    whole = prose.claims[share.base] if share.base is not None else None
    part = prose.claims[share.claim] if share.claim is not None else None
    if over.concepts and (part is None or part.concept not in over.concepts):
        return None
    exact = [one for one in (part, whole) if one is not None and not one.approximate and one.step == 1]
    span = Span(share.start, share.end)
    now = {
        "share": _plain(share.value),
        "part": _plain(part.value) if part in exact and part is not None else None,
        "whole": _plain(whole.value) if whole in exact and whole is not None else None,
        "concept": part.concept if part is not None else "",
    }
    quote = Span(part.start if part is not None and part.start < share.start else share.start, share.end)
    values, name = _values(now, prose, quote, span), _numbered("n.share", number)
    claims = tuple(index for index in (share.claim, share.base) if index is not None)
    shown = Quoted(name, values["quote"], share.value, span)
    step = Decimal(1).scaleb(-share.digits)
    return Subject(name, values, span, claims, shown, Printed(share.value, step, exact=False))


def _numbered(name: str, number: int) -> str:
    return f"{name}.{number + 1}" if number else name


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value
