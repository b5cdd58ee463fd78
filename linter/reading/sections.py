"""Finds the sections of a report by the headings of its family."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linter.family import Family, SectionForm
from linter.patterns import compiled
from linter.reading.labels import likeness, plain
from linter.record import NamedTuple
from linter.report import Section, Span

_ORDINAL = r"第?[一二三四五六七八九十]{1,2}(?:部分)?\s?[、.:,]?"
# How some number their sections instead: 1、 （一） and the bar that a scan makes of 一.
_OTHER_ORDINAL = r"\d{1,2}[.、:,]|\([一二三四五六七八九十]{1,2}\)|[ー—-]、"
_USUAL = compiled(r"第?[一二三四五六七八九十]")
NUMERAL = compiled(r"[一二三四五六七八九十]{1,2}")
"""What an ordinal becomes, however it is printed; families write theirs so."""
_NUMERALS = compiled(rf"{NUMERAL.pattern}|\d{{1,2}}")
_OWN_LINE = compiled(rf"^[ \t#*]{{0,12}}(?P<ordinal>{_ORDINAL})\s{{0,3}}(?P<heading>[^\n\t]{{2,40}})$", re.MULTILINE)
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
    exact = sorted(family.prepare(Outline).find(text), key=lambda candidate: (candidate.start, -len(candidate.ordinal)))
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


class Outline:
    """A family's headings, prepared for looking them up in a text."""

    def __init__(self, family: Family) -> None:
        self._by_first: dict[str, list[tuple[str, SectionForm]]] = {}
        for section in family.sections:
            for heading in section.headings:
                self._by_first.setdefault(heading[0], []).append((heading, section))
        for headings in self._by_first.values():
            headings.sort(key=lambda one: -len(one[0]))
        firsts = "".join(map(re.escape, self._by_first))
        self._numbered = compiled(rf"(?<![一-龥])(?P<ordinal>{_ORDINAL}|{_OTHER_ORDINAL})\s{{0,3}}(?=[{firsts}])")
        self._plain = compiled(rf"^[ \t#【\[]{{0,12}}(?=[{firsts}])", re.MULTILINE)

    def find(self, text: str) -> Iterator[_Candidate]:
        """Headings of the family's own words: after an ordinal, or alone on a line."""
        for match in self._numbered.finditer(text):
            found = self._at(text, match.end())
            if found is not None and self._is_numbered(text, match, found):
                section, span = found
                yield _Candidate(section, _numeral(match["ordinal"]), match.start(), span)
        for match in self._plain.finditer(text):
            found = self._at(text, match.end())
            if found is not None and _ends_line(text, found[1].end):
                yield _Candidate(found[0], "", match.start(), found[1])

    def _is_numbered(self, text: str, match: re.Match[str], found: tuple[SectionForm, Span]) -> bool:
        """A usual ordinal makes a heading after any break; others only on a line of its own and if it is the right
        one, since paragraphs are numbered so as well."""
        start = match.start()
        before = text[start - 1] if start else "\n"
        if _USUAL.match(match["ordinal"]):
            return before.isspace() or before.isdigit() or before in "。)#>【["
        line = text[text.rfind("\n", 0, start) + 1 : start]
        numeral = _numeral(match["ordinal"])
        return not line.strip(" \t#【[") and numeral in ("", found[0].ordinal) and _ends_line(text, found[1].end)

    def _at(self, text: str, start: int) -> tuple[SectionForm, Span] | None:
        """The longest heading that stands at an offset, broken over lines or not."""
        for heading, section in self._by_first.get(text[start : start + 1], ()):
            end = start
            for character in heading:
                gap = end
                while gap - end < 3 and text[gap : gap + 1].isspace():
                    gap += 1
                if text[gap : gap + 1] != character:
                    break
                end = gap + 1
            else:
                return section, Span(start, end)
        return None


def sections_after(text: str, start: int, family: Family) -> int:
    """How many of the family's sections have a heading of its own words behind an offset."""
    return len({candidate.section.id for candidate in family.prepare(Outline).find(text) if candidate.start >= start})


def _ends_line(text: str, end: int) -> bool:
    stop = text.find("\n", end, end + 20)
    return not text[end : stop if stop >= 0 else end + 20].strip(" \t:】]")


def _numeral(ordinal: str) -> str:
    """The Chinese numeral of an ordinal, empty where it is illegible."""
    found = _NUMERALS.search(ordinal)
    if found is None:
        return ""
    return found[0] if not found[0].isdigit() else "零一二三四五六七八九十"[int(found[0]) % 11]


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
