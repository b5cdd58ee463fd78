"""Waivers at work: which findings they cover, and which waivers are findings themselves."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.config.discovery import WAIVERS
from linter.finding import Finding, Held
from linter.nearest import nearest
from linter.waivers.waiver import Waiver

if TYPE_CHECKING:
    from linter.report import Report
    from linter.waivers.file import Entry

_GONE = ("这个问题已经不在了", "the finding is gone")
_NO_FILE = ("旁边没有这份报告", "there is no such report beside it")


class Waivers:
    """Those of one report after another; the file of a folder is read once. `enabled` are the rules that were judged,
    `known` all there are, `narrowed` says that not all were judged that usually are: a waiver for a rule that was not
    judged is not stale."""

    def __init__(self, enabled: frozenset[str], known: Sequence[str], narrowed: bool = False) -> None:
        self._enabled = enabled
        self._known = known
        self._narrowed = narrowed
        self._files: dict[Path, tuple[Entry, ...]] = {}

    def apply(
        self, report: Report, found: Sequence[Finding], undecided: set[str]
    ) -> tuple[list[Finding], list[Held], list[Finding]]:
        """The findings that stay, those that are waived, and the ones about the waivers. Rules that were `undecided`
        somewhere in the report make no waiver stale."""
        waivers, about = self._of(report)
        if not waivers:
            return list(found), [], about
        shown, held, used = [], [], set()
        for finding in found:
            covering = [one for one in waivers if one.covers(finding, report)]
            used |= {id(one) for one in covering}
            waiver = next((one for one in covering if one.reason), None)
            if waiver is not None:
                held.append(Held(finding, "waiver", waiver.reason, inside=not waiver.fingerprint))
            else:
                shown.append(finding)
        for waiver in waivers:
            needed = id(waiver) in used or not self._was_judged(waiver.codes, undecided)
            if (problem := self._about(waiver, needed)) is not None:
                about.append(problem)
        return shown, held, about

    def _of(self, report: Report) -> tuple[list[Waiver], list[Finding]]:
        path = Path(report.source.path)
        waivers: list[Waiver] = []
        about: list[Finding] = []
        if report.source.comments:
            self._read_comments(report, waivers, about)
        folder = path.parent
        first = folder not in self._files
        for entry in self._entries(folder):
            if entry.file == path.name:
                codes = (entry.rule,) if entry.rule else ()
                waivers.append(Waiver(codes, entry.reason, entry.place, entry.fingerprint))
            elif first and not (folder / entry.file).exists():
                from linter.waivers.rules import STALE, finding

                about.append(finding(STALE, entry.place, f"{entry.file} {entry.rule}".strip(), None, _NO_FILE))
        return waivers, about

    def _read_comments(self, report: Report, waivers: list[Waiver], about: list[Finding]) -> None:
        from linter.waivers.comment import Unclear, waivers_in
        from linter.waivers.rules import UNCLEAR, finding

        for one in waivers_in(report.source):
            if isinstance(one, Unclear):
                about.append(finding(UNCLEAR, one.place, one.text, one.span))
            else:
                waivers.append(one)

    def _entries(self, folder: Path) -> tuple[Entry, ...]:
        if folder not in self._files:
            path = folder / WAIVERS
            if os.path.lexists(path):
                from linter.waivers.file import read_entries

                self._files[folder] = read_entries(path)
            else:
                self._files[folder] = ()
        return self._files[folder]

    def _about(self, waiver: Waiver, needed: bool) -> Finding | None:
        """What is wrong with the waiver itself: one without a reason, or one that covers nothing."""
        from linter.waivers.rules import STALE, UNREASONED, finding

        if not waiver.reason:
            return finding(UNREASONED, waiver.place, waiver.name, waiver.span, in_file=bool(waiver.fingerprint))
        for code in waiver.codes:
            if not any(known.startswith(code) for known in self._known):
                return finding(STALE, waiver.place, waiver.name, waiver.span, _no_code(code, self._known))
        if needed:
            return None
        return finding(STALE, waiver.place, waiver.name, waiver.span, _GONE)

    def _was_judged(self, codes: Sequence[str], undecided: set[str]) -> bool:
        meant = {known for known in self._known if known.startswith(tuple(codes) or ("",))}
        judged = meant & self._enabled
        return bool(judged) and not judged & undecided and not (self._narrowed and judged < meant)


def _no_code(code: str, known: Sequence[str]) -> tuple[str, str]:
    near = nearest(code, known)
    zh = f"没有代码为 {code} 的规则" + (f"，是不是 {near}" if near else "")
    en = f"no rule has the code {code}" + (f"; did you mean {near}" if near else "")
    return zh, en
