"""Finds the sections of a report by the headings of its family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from linter.family import Family, SectionForm
from linter.reading.labels import likeness, plain
from linter.report import Section, Span

_ORDINAL = r"第?[一二三四五六七八九十]{1,2}(?:部分)?\s?[、.:,]?\s{0,3}"
_NUMERALS = re.compile(r"[一二三四五六七八九十]{1,2}")
_OWN_LINE = re.compile(rf"^[ \t#*]{{0,12}}(?P<ordinal>{_ORDINAL})(?P<heading>[^\n\t]{{2,40}})$", re.MULTILINE)
_ALIKE = 0.6


class _Candidate(NamedTuple):
    section: SectionForm
    ordinal: str
    start: int
    heading: Span
    official: bool = True


def find_sections(text: str, family: Family) -> tuple[Section, ...]:
    """The sections in the order in which they stand. A heading that comes twice, as in a table of contents,
    counts where more text follows it."""
    exact = list(_exact(text, family))
    best = _fullest(exact, len(text))
    missing = [section for section in family.sections if section.id not in best]
    if missing:
        for candidate in _alike(text, missing, family, best):
            best.setdefault(candidate.section.id, candidate)
    ordered = sorted(best.values(), key=lambda candidate: candidate.start)
    ends = [candidate.start for candidate in ordered[1:]] + [len(text)]
    return tuple(
        Section(
            id=found.section.id,
            heading="".join(text[found.heading.start : found.heading.end].split()),
            heading_span=found.heading,
            body=Span(found.heading.end, end),
            ordinal=found.ordinal,
            official=found.official,
        )
        for found, end in zip(ordered, ends, strict=False)
    )


@lru_cache(maxsize=8)
def _pattern(headings: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the headings, broken over lines or not: alone on a line, or anywhere after an ordinal."""
    spaced = (r"\s{0,3}".join(map(re.escape, heading)) for heading in headings)
    words = "|".join(sorted(spaced, key=len, reverse=True))
    return re.compile(
        rf"^[ \t#*]{{0,12}}(?P<alone>{words})[ \t:*]{{0,4}}$"
        rf"|(?<![^\s\d。)#*>])(?P<ordinal>{_ORDINAL})(?P<heading>{words})",
        re.MULTILINE,
    )


def _exact(text: str, family: Family) -> Iterator[_Candidate]:
    names = {plain(heading): section for section in family.sections for heading in section.headings}
    headings = tuple(heading for section in family.sections for heading in section.headings)
    for match in _pattern(headings).finditer(text):
        name = "alone" if match["alone"] else "heading"
        section = names[plain(match[name])]
        yield _Candidate(section, _numeral(match["ordinal"]), match.start(), Span(*match.span(name)))


def _numeral(ordinal: str | None) -> str:
    found = _NUMERALS.search(ordinal or "")
    return found[0] if found else ""


def _fullest(candidates: list[_Candidate], end: int) -> dict[str, _Candidate]:
    """Of the candidates for one section: first those with its ordinal, then the one with the longest body."""
    best: dict[str, tuple[tuple[bool, int], _Candidate]] = {}
    following = [candidate.start for candidate in candidates[1:]] + [end]
    for candidate, until in zip(candidates, following, strict=False):
        rank = (candidate.ordinal == candidate.section.ordinal, until - candidate.start)
        if candidate.section.id not in best or rank > best[candidate.section.id][0]:
            best[candidate.section.id] = (rank, candidate)
    return {section_id: candidate for section_id, (_, candidate) in best.items()}


def _alike(text: str, missing: list[SectionForm], family: Family, found: dict[str, _Candidate]) -> Iterator[_Candidate]:
    """Headings in other words, with the ordinal that the missing section has: nearly its words, or any words on
    a line of their own between the sections before and after it."""
    rows = _row_labels(family)
    by_ordinal = {section.ordinal: section for section in missing}
    others: list[_Candidate] = []
    for match in _OWN_LINE.finditer(text):
        section = by_ordinal.get(_numeral(match["ordinal"]))
        words = plain(match["heading"])
        if section is None or not words or words[-1].isdigit() or _likest(words, rows) > _ALIKE:
            continue
        heading = Span(*match.span("heading"))
        candidate = _Candidate(section, section.ordinal, match.start(), heading, official=False)
        if _likest(words, (plain(heading) for heading in section.headings)) >= _ALIKE:
            yield candidate
        elif _in_order(match.start(), section, family, found):
            others.append(candidate)
    yield from others


def _likest(words: str, others: Iterable[str]) -> float:
    return max((likeness(words, other) for other in others), default=0.0)


def _row_labels(family: Family) -> set[str]:
    tables = [table for form in family.forms.values() for table in form.tables.values()]
    labels = {plain(label) for table in tables for row in table.rows for label in row.labels}
    return labels | {plain(label) for table in tables for label in table.group_labels.values()}


def _in_order(start: int, section: SectionForm, family: Family, found: dict[str, _Candidate]) -> bool:
    """Whether `start` lies where the section belongs, and both its neighbours or all that remain are known."""
    index = family.sections.index(section)
    before = [found[other.id].start for other in family.sections[:index] if other.id in found]
    after = [found[other.id].start for other in family.sections[index + 1 :] if other.id in found]
    neighbours = family.sections[max(0, index - 1) : index] + family.sections[index + 1 : index + 2]
    return (
        all(other.id in found for other in neighbours)
        and start > max(before, default=-1)
        and start < min(after, default=start + 1)
    )
