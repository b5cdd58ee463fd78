"""The narrative of one report as conditions see it: claims by concept, their names, and what is the report's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from linter.agency import abbreviates
from linter.judging.subjects import Quoted, Subject, find_subjects
from linter.patterns import compiled
from linter.report import Fact, Span

if TYPE_CHECKING:
    from linter.claim import Claim
    from linter.judging.ranges import Range
    from linter.report import Report

_ENDS = "。；;！!？?"
_LONGEST_SENTENCE, _BEFORE = 200, 40
_SPACE = compiled(r"\s+")


class Prose:
    """`own_scopes` are the words by which reports of each level name their whole scope."""

    def __init__(self, report: Report, own_scopes: Mapping[str, Collection[str]]) -> None:
        self.narrative = report.narrative
        self.claims = report.narrative.claims
        self._report = report
        self._own_scopes = own_scopes
        self._facts: dict[str, Fact] = {}
        self._found: dict[tuple[object, ...], tuple[Subject, ...]] = {}

    def subjects(self, over: Range) -> tuple[Subject, ...]:
        key = (over.unit, over.kind, over.concepts)
        found = self._found.get(key)
        if found is None:
            absent = over.unit == "claim" and self.by_concept.keys().isdisjoint(over.concepts)
            found = self._found[key] = () if absent else tuple(find_subjects(over, self))
        return found

    @cached_property
    def names(self) -> list[str]:
        """The name of each claim as an operand: that of its concept, numbered from the second on."""
        seen: Counter[str] = Counter()
        names = []
        for claim in self.claims:
            seen[claim.concept] += 1
            names.append(f"n.{claim.concept}" + (f".{seen[claim.concept]}" if seen[claim.concept] > 1 else ""))
        return names

    @cached_property
    def places_of_breakdowns(self) -> list[int]:
        """For each breakdown how many of the same total come before it."""
        seen: Counter[int] = Counter()
        places = []
        for one in self.narrative.breakdowns:
            places.append(seen[one.total])
            seen[one.total] += 1
        return places

    @cached_property
    def by_concept(self) -> dict[str, list[int]]:
        """The claims of each concept, by their index."""
        found: dict[str, list[int]] = {}
        for index, claim in enumerate(self.claims):
            found.setdefault(claim.concept, []).append(index)
        return found

    def fact(self, concept: str) -> Fact:
        """What the prose says of a concept, of this year and exactly; nothing if it says it in two ways."""
        found = self._facts.get(concept)
        if found is None:
            found = self._facts[concept] = self._fact(concept)
        return found

    def words(self, concept: str) -> str:
        """The words before the figure that the prose gives of a concept, empty where `fact` gives none."""
        said = self._said(concept)
        return self.quoted(said[0]).label if said and self.fact(concept).value is not None else ""

    def _said(self, concept: str) -> list[int]:
        return [index for index in self.by_concept.get(concept, ()) if self._is_plain(self.claims[index])]

    def _fact(self, concept: str) -> Fact:
        said = self._said(concept)
        if not said or len({self.claims[index].value for index in said}) > 1:
            return Fact(None)
        first = self.quoted(said[0])
        return Fact(first.value, first.span)

    def mentions(self, concept: str) -> bool:
        """Whether the prose says anything of a concept."""
        return concept in self.by_concept

    def _is_plain(self, claim: Claim) -> bool:
        return claim.year is None and not claim.approximate and claim.step == 1 and not self.foreign(claim)

    def first(self, claim: Claim) -> Claim:
        """The first claim of the same concept, scope, cause and place in a list."""

        def kind(one: Claim) -> tuple[object, ...]:
            return one.year, one.approximate, one.scope, one.cause, one.unit, self._parent(one)

        alike = (self.claims[index] for index in self.by_concept[claim.concept])
        return next(one for one in alike if kind(one) == kind(claim))

    def first_unit(self, concept: str) -> str:
        """The unit in which a concept is counted for the first time, empty where it never has one."""
        units = (self.claims[index].unit for index in self.by_concept[concept])
        return next((unit for unit in units if unit), "")

    def _parent(self, claim: Claim) -> str:
        return self.claims[claim.parent].concept if claim.parent is not None else ""

    def foreign(self, claim: Claim) -> tuple[str, ...]:
        """The scope words of a claim that do not just name the report's own scope."""
        if not claim.scope:
            return ()
        return tuple(word for word in claim.scope if not self._is_own(word))

    def _is_own(self, word: str) -> bool:
        level, agency = self._report.facts["report.level"].value, self._report.agency
        return word in self._own_scopes.get(str(level), ()) or (agency is not None and abbreviates(word, agency))

    def quoted(self, index: int) -> Quoted:
        """A claim to be shown."""
        claim = self.claims[index]
        # Where several figures follow several nouns, its phrase ends before those of the others.
        before = self.text(claim.start, min(claim.end, claim.number_start))
        after = self.text(claim.number_end, claim.end)
        label = before or after or self.text(claim.start, claim.end)
        return Quoted(self.names[index], label, claim.value, Span(claim.number_start, claim.number_end))

    def shown(self, subject: Subject) -> list[Quoted]:
        """What is quoted of a case."""
        return [*([subject.shown] if subject.shown else []), *(self.quoted(index) for index in subject.claims)]

    def labels(self, indices: Iterable[int]) -> str:
        """The names of some claims, one after another."""
        return "、".join(self.quoted(index).label for index in indices)

    def text(self, start: int, end: int) -> str:
        """What a person sees there, without white space."""
        return _SPACE.sub("", self._report.source.original[start:end])

    def sentence(self, span: Span) -> str:
        """The sentence around a place, without white space."""
        text = self._report.source.original
        stops = [text.find(mark, span.end, span.end + _LONGEST_SENTENCE) for mark in _ENDS]
        stop = min((stop for stop in stops if stop >= 0), default=span.end)
        return self.before(span) + self.text(span.start, stop)

    def before(self, span: Span) -> str:
        """The sentence up to a place, without white space."""
        text = self._report.source.original
        earliest = max(0, span.start - _LONGEST_SENTENCE)
        start = max(text.rfind(mark, earliest, span.start) for mark in _ENDS)
        return self.text(start + 1 if start >= 0 else max(0, span.start - _BEFORE), span.start)
