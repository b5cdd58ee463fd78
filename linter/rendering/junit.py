"""`--format junit`: a test suite for each report, a test case for each rule that was judged there."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from linter.finding import NotEvaluated, Severity
from linter.rendering.address import address
from linter.rendering.held import why
from linter.rendering.junit_suite import Case, Part, suite
from linter.rendering.notice import Broken, HeldNotice, Notice, broken, headline, held_notices, notices
from linter.rendering.rulemeta import judged

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally

_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gouji">\n'

T = TypeVar("T", Notice, NotEvaluated, HeldNotice)


def writer(manner: Manner) -> JunitWriter:
    return JunitWriter(manner)


class JunitWriter:
    """Writes each report as soon as it is checked; each suite has its own counts."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._utf8 = codecs.lookup(manner.screen.encoding).name == "utf-8"
        self._opening = _OPENING

    def report(self, checked: Checked) -> str:
        path = address(checked.report.source.path)
        return self._out(suite(path, self._cases(path, checked)))

    def end(self, tally: Tally) -> str:
        """Files that were not checked are suites with one case."""
        suites = [suite(address(one.path), [self._unchecked(one)]) for one in broken(tally, self._manner)]
        return self._out("".join(suites) + "</testsuites>\n")

    def _out(self, text: str) -> str:
        """With the first lines where they are due; ASCII where the outlet is not of the encoding that they name."""
        opening, self._opening = self._opening, ""
        return opening + (text if self._utf8 else text.encode("ascii", "xmlcharrefreplace").decode())

    def _cases(self, path: str, checked: Checked) -> Iterator[Case]:
        found = _by_rule(notices(checked, self._manner))
        held = _by_rule(held_notices(checked, self._manner))
        skipped = _by_rule(checked.outcomes.not_evaluated)
        errors = _by_rule(checked.outcomes.rule_errors)
        known = {one.rule.code: one for one in judged(checked, checked.kit or self._manner.kit)}
        for code in dict.fromkeys([*known, *found, *held, *skipped, *errors]):
            here, kept, unsure = found.get(code, []), held.get(code, []), skipped.get(code, [])
            some_passed = code in known and known[code].instances > len(unsure)
            verdict = self._fault(errors.get(code, [])) or self._failure(path, here) or self._held(kept, here)
            verdict = verdict or self._skipped(unsure, here, some_passed)
            aside = self._aside(path, here, unsure if some_passed or here or kept else [], kept)
            title = known[code].rule.title(self._manner.lang) if code in known else _title(here, kept)
            yield Case(f"{code} {title}".strip(), tuple(part for part in (verdict, aside) if part))

    def _unchecked(self, one: Broken) -> Case:
        name = self._manner.say("没能检查", "not checked")
        return Case(name, (Part("error", one.reason, one.reason, "unreadable"),))

    def _fault(self, faults: list[NotEvaluated]) -> Part | None:
        if not faults:
            return None
        reason = faults[0].reason[self._manner.lang]
        return Part("error", reason, reason, "rule_error")

    def _failure(self, path: str, here: list[Notice]) -> Part | None:
        """One element for all findings of the rule: most programs read only the first."""
        grave = [one for one in here if one.finding.severity is not Severity.INFO]
        if not grave:
            return None
        more = len(grave) - 1
        message = grave[0].message
        if more:
            message += self._manner.say(f"（另有 {more} 处）", f" (and {more} more)")
        kind = min((one.finding.severity for one in grave), key=list(Severity).index)
        return Part("failure", message, self._listed(path, grave), str(kind))

    def _held(self, kept: list[HeldNotice], here: list[Notice]) -> Part | None:
        """A rule that found nothing but what somebody holds back has neither passed nor failed."""
        if here or not kept:
            return None
        reasons = dict.fromkeys(why(held, self._manner) for _, held in kept)
        count, said = len(kept), self._joined(reasons)
        return Part("skipped", self._manner.say(f"{count} 处不列出（{said}）", f"{count} held back ({said})"))

    def _joined(self, texts: Iterable[str]) -> str:
        return self._manner.say("；", "; ").join(texts)

    def _skipped(self, unsure: list[NotEvaluated], here: list[Notice], some_passed: bool) -> Part | None:
        """Only a rule of which nothing at all could be judged counts as skipped."""
        if here or some_passed or not unsure:
            return None
        return Part("skipped", self._joined(self._reasons(unsure)))

    def _aside(self, path: str, here: list[Notice], unsure: list[NotEvaluated], kept: list[HeldNotice]) -> Part | None:
        """What is worth a look and does not fail the test."""
        mild = self._listed(path, [one for one in here if one.finding.severity is Severity.INFO])
        label = self._manner.say("未检查：", "not evaluated: ")
        held = (f"{why(one, self._manner)}\n{self._listed(path, [notice])}" for notice, one in kept)
        told = [text for text in (mild, *held, *(label + reason for reason in self._reasons(unsure))) if text]
        return Part("system-out", text="\n".join(told)) if told else None

    def _reasons(self, unsure: list[NotEvaluated]) -> list[str]:
        return list(dict.fromkeys(one.reason[self._manner.lang] for one in unsure))

    def _listed(self, path: str, found: list[Notice]) -> str:
        return "\n\n".join("\n".join(self._told(path, one)) for one in found)

    def _told(self, path: str, notice: Notice) -> Iterator[str]:
        at = "" if notice.place.line is None else f":{notice.place.line}:{notice.place.column or 1}"
        yield f"{path}{at}: {headline(notice, self._manner)}"
        yield from (text for text in (notice.message, notice.advice) if text)


def _title(here: list[Notice], kept: list[HeldNotice]) -> str:
    return next((one.title for one in (*here, *(one.notice for one in kept))), "")


def _by_rule(told: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for one in told:
        found.setdefault(one.rule, []).append(one)
    return found
