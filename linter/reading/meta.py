"""Reads what a report says once about itself: title, year, agency, period, date, parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from linter.family import Family
from linter.patterns import compiled
from linter.reading.dates import Dated, dates, period, year_number
from linter.reading.title import Title, find_title
from linter.report import Fact, Section, Span

_NOTHING = Fact(None)
_NO_NAME = compiled(r"[。;:,!?]")
_YEAR = compiled(r"(?<!\d)(20\d{2})\s{0,2}年")
_LAST_LINES = 15
_AGENCY_LIMIT = 40
_COUNT = r"(?P<count>[一二三四五六七八九]|\d)"


def read_meta(text: str, original: str, sections: Sequence[Section], family: Family) -> dict[str, Fact]:
    """The facts of the report as a whole and of each section, by name."""
    opening = sections[0].heading_span.start if sections else len(text)
    period_facts = _of_period(text, opening, sections)
    title = _title(text, original, opening, sections, family, _year_of(period_facts["report.period_end"]))
    facts = {"report.text": Fact(text, Span(0, 0))}
    facts |= _of_title(title)
    facts |= period_facts
    facts |= _of_sign_off(text, family)
    if facts["report.year"].value is None:
        facts["report.year"] = _year_without_title(text, facts, sections)
    agency = facts["report.agency"]
    if agency.value is None:
        agency = facts["report.agency"] = facts["report.signed_by"]
    level = _level(str(agency.value), family) if agency.value else None
    facts["report.level"] = Fact(level or family.usual_level)
    facts["report.deadline"] = _deadline(facts, family)
    facts |= _of_intro(text, opening, family)
    facts |= _of_sections(text, sections, family)
    return facts


def _title(
    text: str, original: str, opening: int, sections: Sequence[Section], family: Family, year: int | None
) -> Title | None:
    """Mostly before the first heading; some print it below."""
    found = find_title(text, opening, family.title_styles, original, year)
    if found is None and sections:
        found = find_title(text, min(sections[0].body.end, opening + 600), family.title_styles, original, year)
    return found


def _year_of(day: Fact) -> int | None:
    return day.value.year if isinstance(day.value, date) else None


def _of_title(title: Title | None) -> dict[str, Fact]:
    if title is None:
        names = ("title", "title_style", "agency", "year")
        return {f"report.{name}": _NOTHING for name in names}
    return {
        "report.title": Fact(title.text, title.span),
        "report.title_style": Fact(title.style, title.span),
        "report.agency": Fact(title.agency, title.span) if title.agency else _NOTHING,
        "report.year": Fact(Decimal(title.year), title.year_span),
    }


def _of_period(text: str, opening: int, sections: Sequence[Section]) -> dict[str, Fact]:
    end = sections[0].body.end if sections else len(text)
    found = period(text, 0, opening) or period(text, opening, end)
    if found is None:
        return {"report.period_start": _NOTHING, "report.period_end": _NOTHING}
    return {
        "report.period_start": _fact(found.start),
        "report.period_end": _fact(found.end),
    }


def _fact(dated: Dated) -> Fact:
    """The date, or its text where the calendar has no such day."""
    return Fact(dated.value if dated.value is not None else dated.printed, dated.span)


def _of_sign_off(text: str, family: Family) -> dict[str, Fact]:
    """The last date that has a line to itself near the end, and the agency on the line before it; a date without an
    agency, such as the day on which a page was changed, only where none has one."""
    found = list(_sign_offs(text, family))
    signed = next((one for one in found if one[1].value is not None), found[0] if found else None)
    day, signer = signed or (_NOTHING, _NOTHING)
    return {"report.signed": day, "report.signed_by": signer}


def _sign_offs(text: str, family: Family) -> Iterator[tuple[Fact, Fact]]:
    """Dates near the end with who signs there, from the end."""
    lines = list(_last_lines(text))
    for number, (start, end) in enumerate(lines):
        found = dates(text, start, end)
        if len(found) != 1:
            continue
        day = found[0]
        name = "".join(text[start : day.span.start].split())
        signer = Fact(name, Span(start, day.span.start)) if name and _level(name, family) else _NOTHING
        if signer.value is None and len(text[start:end].strip()) > day.span.end - day.span.start + 6:
            continue
        if signer.value is None and number + 1 < len(lines):
            signer = _signer(text, *lines[number + 1], family)
        yield _fact(day), signer


def _signer(text: str, start: int, end: int, family: Family) -> Fact:
    name = "".join(text[start:end].split())
    ends_as_name = name and not _NO_NAME.search(name) and _level(name, family) is not None
    if not ends_as_name or len(name) > _AGENCY_LIMIT:
        return _NOTHING
    return Fact(name, Span(start, end))


def _last_lines(text: str) -> Iterator[tuple[int, int]]:
    """The last lines that are not blank, from the end."""
    end = len(text)
    for _ in range(4 * _LAST_LINES):
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            yield start, end
        if start == 0:
            return
        end = start - 1


def _year_without_title(text: str, facts: Mapping[str, Fact], sections: Sequence[Section]) -> Fact:
    """The year of the period; else the one that the first section names most, if it names one at all."""
    start = facts["report.period_start"]
    if start.value is not None and start.span is not None:
        match = _YEAR.search(text, start.span.start, start.span.end)
        return Fact(Decimal(year_number(match[1])), start.span) if match else _NOTHING
    if not sections:
        return _NOTHING
    body = sections[0].body
    named = [(match[1], Span(*match.span(1))) for match in _YEAR.finditer(text, *body)]
    if not named:
        return _NOTHING
    years = Counter(year for year, _ in named)
    year = max(years, key=years.__getitem__)
    return Fact(Decimal(year), next(span for name, span in named if name == year))


def _level(agency: str, family: Family) -> str | None:
    """The level that the name's beginning tells (a word that ends in `*`), else its longest ending; None where nothing
    fits."""
    fitting = [
        (word.endswith("*"), len(word), level)
        for level, words in family.levels.items()
        for word in words
        if (agency.startswith(word[:-1]) if word.endswith("*") else agency.endswith(word))
    ]
    return max(fitting)[2] if fitting else None


def _deadline(facts: dict[str, Fact], family: Family) -> Fact:
    """The last day to publish; the 29th of February is the last day of that month in any year."""
    year, named = facts["report.year"].value, family.deadlines.get(str(facts["report.level"].value))
    if named is None or not isinstance(year, Decimal):
        return _NOTHING
    from calendar import monthrange  # only for those who name a deadline

    month, day = map(int, named.split("-"))
    next_year = int(year) + 1
    return Fact(date(next_year, month, min(day, monthrange(next_year, month)[1])))


def _of_intro(text: str, opening: int, family: Family) -> dict[str, Fact]:
    """How many parts the preamble announces, and how many it names in that sentence."""
    nothing = {"intro.parts_stated": _NOTHING, "intro.parts_listed": _NOTHING}
    if not family.intro.units:
        return nothing
    units = "|".join(map(re.escape, family.intro.units))
    match = compiled(rf"{_COUNT}\s{{0,2}}(?:{units})").search(text[:opening])
    if match is None:
        return nothing
    start = text.rfind("。", 0, match.start()) + 1
    stop = text.find("。", match.end(), opening)
    sentence = "".join(text[start : stop if stop >= 0 else opening].split())
    named = sum(any(word in sentence for word in words) for words in family.intro.parts)
    stated = "零一二三四五六七八九".find(match["count"])
    number = Decimal(stated if stated >= 0 else int(match["count"]))
    span = Span(match.start("count"), match.end())
    if named < 2:
        return nothing
    return {"intro.parts_stated": Fact(number, span), "intro.parts_listed": Fact(Decimal(named), span)}


def _of_sections(
    text: str, sections: Sequence[Section], family: Family
) -> Iterator[tuple[str, Fact]] | dict[str, Fact]:
    facts: dict[str, Fact] = {}
    found = {section.id: section for section in sections}
    for form in family.sections:
        section = found.get(form.id)
        name = f"section.{form.id}"
        if section is None:
            facts[f"{name}.found"] = Fact(False)
            facts |= {f"{name}.{part}": _NOTHING for part in ("heading", "official", "text")}
            continue
        span = section.heading_span
        facts[f"{name}.found"] = Fact(True, span)
        facts[f"{name}.heading"] = Fact(section.heading, span)
        facts[f"{name}.official"] = Fact(section.official, span)
        facts[f"{name}.text"] = Fact(text[section.body.start : section.body.end].strip(), span)
    return facts | _order(sections, family)


def _order(sections: Sequence[Section], family: Family) -> dict[str, Fact]:
    """Whether sections stand in the family's order under their own ordinals."""
    ids = [section.id for section in family.sections]
    for before, section in zip((None, *sections), sections, strict=False):
        form = family.section_of(section.id)
        misplaced = before is not None and ids.index(before.id) > ids.index(section.id)
        if misplaced or (section.ordinal and form.ordinal and section.ordinal != form.ordinal):
            return {"sections.ordered": Fact(False, section.heading_span)}
    return {"sections.ordered": Fact(True)}
