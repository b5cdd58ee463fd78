"""`--format sarif`: SARIF 2.1.0, one run, for code scanning and for editors.

What is held back is a result with its suppression: by the report itself (`inSource`), else by a file of the repository.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.patterns import compiled
from linter.rendering import plain
from linter.rendering.address import uri
from linter.rendering.held import why
from linter.rendering.items import Items
from linter.rendering.notice import Notice, broken, held_notices, notices, place_of
from linter.rendering.sarif_rule import LEVELS, Catalogue, descriptor

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.finding import Held, Operand
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally
    from linter.sources import Source
    from linter.sources.interface import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LINK = compiled(r"](?=\()")


def writer(manner: Manner) -> SarifWriter:
    return SarifWriter(manner)


class SarifWriter:
    """Rules first, then one result for each finding as its report is checked, then how the run went."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._catalogue = Catalogue(manner.kit, *manner.others)
        self._items = Items(ascii_only=not manner.screen.unicode)
        self._notifications: list[dict[str, Any]] = []
        self._begun = False

    def report(self, checked: Checked) -> str:
        source = checked.report.source
        for one in checked.outcomes.rule_errors:
            told = _notification(source.path, one.reason[self._manner.lang])
            rule = self._catalogue.reference(one.rule, checked.kit)
            self._notifications.append({**told, "associatedRule": rule})
        return self._begin() + self._items.add(self._results(checked))

    def end(self, tally: Tally) -> str:
        said = [*self._notifications, *(_notification(*one) for one in broken(tally, self._manner))]
        invocation = {"executionSuccessful": not said, "toolExecutionNotifications": said}
        return f'{self._begin()}\n], "invocations": [{self._dumps(invocation)}]}}]}}\n'

    def _begin(self) -> str:
        """The file up to the first result."""
        if self._begun:
            return ""
        self._begun = True
        driver = {
            "name": "gouji",
            "version": __version__,
            "rules": [descriptor(rule, self._manner) for rule in self._catalogue.rules],
        }
        run = {
            "tool": {"driver": driver},
            "language": self._manner.say("zh-CN", "en"),
            "columnKind": "unicodeCodePoints",
        }
        log = self._dumps({"$schema": _SCHEMA, "version": "2.1.0"})
        return f'{log[:-1]}, "runs": [{self._dumps(run)[:-1]}, "results": ['

    def _dumps(self, value: Any) -> str:
        return plain.dumps(value, ascii_only=not self._manner.screen.unicode, indent=None)

    def _results(self, checked: Checked) -> Iterator[dict[str, Any]]:
        """All have `suppressions`, as all must where one has; those that are not held back have none in it."""
        source, kit = checked.report.source, checked.kit
        for notice in notices(checked, self._manner):
            yield {**self._result(source, notice, kit), "suppressions": []}
        for notice, held in held_notices(checked, self._manner):
            yield {**self._result(source, notice, kit), "suppressions": [self._suppression(held)]}

    def _suppression(self, held: Held) -> dict[str, str]:
        """The reason as it was given; where nobody gives one, as in a baseline, who holds it back."""
        justification = held.reason if held.by == "waiver" else why(held, self._manner)
        return {"kind": "inSource" if held.inside else "external", "status": "accepted", "justification": justification}

    def _result(self, source: Source, notice: Notice, kit: Kit | None) -> dict[str, Any]:
        text = "\n".join(part for part in (notice.message, notice.advice) if part)
        related = [_related(source, one) for one in notice.finding.operands if one.span is not None]
        return {
            **self._catalogue.rule_of(notice.rule, kit),
            "level": LEVELS[notice.finding.severity],
            "message": {"text": _plain(text)},
            "locations": [_location(source.path, notice.place, notice.where)],
            "relatedLocations": [{"id": number, **one} for number, one in enumerate(related, start=1)],
            "partialFingerprints": {"gouji/v1": notice.finding.fingerprint},
        }


def _location(path: str, place: Place, where: str) -> dict[str, Any]:
    """What has no line is placed by its name alone."""
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}
    if region := dict(_region(place)):
        found["physicalLocation"]["region"] = region
    elif where:
        found["logicalLocations"] = [{"fullyQualifiedName": where.replace(" / ", "/")}]
    return found


def _region(place: Place) -> Iterator[tuple[str, int]]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    numbers = (place.line, place.column, place.end_line, place.end_column)
    yield from ((name, number) for name, number in zip(names, numbers, strict=True) if number is not None)


def _related(source: Source, operand: Operand) -> dict[str, Any]:
    """A figure that the rule read; that of last year's report has that report's path."""
    at = operand.source or source
    value = "" if operand.value is None else f" = {operand.value}"
    where = plain.where(at, operand.span, operand.label)
    location = _location(at.path, place_of(at, operand.span), where)
    return {**location, "message": {"text": _plain(operand.label + value)}}


def _plain(text: str) -> str:
    """SARIF takes `[words](target)` for a link even in plain text; a report shall not bring links."""
    return _LINK.sub("] ", text)


def _notification(path: str, reason: str) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": _plain(reason)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}],
    }
