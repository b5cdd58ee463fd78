"""`--format markdown`: a comment for a pull request, never longer than one may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.rendering.address import address
from linter.rendering.held import counted
from linter.rendering.markdown_section import Section, section
from linter.rendering.markdown_text import escape
from linter.rendering.notice import broken, plainly, plural
from linter.rendering.verdict import severities

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally

LIMIT = 65_000
"""Characters; GitHub refuses a comment of more than 65,536."""
_RESERVE = 500
_KEPT = 40 * LIMIT
"""So much is kept to choose from; of what a very long run finds after that, only the count."""


def writer(manner: Manner) -> MarkdownWriter:
    return MarkdownWriter(manner)


class MarkdownWriter:
    """Keeps the reports until the tally is known, since the sum stands first."""

    def __init__(self, manner: Manner) -> None:
        self._manner = plainly(manner)
        self._sections: list[Section] = []
        self._size = 0
        self._dropped = 0

    def report(self, checked: Checked) -> str:
        findings = len(checked.outcomes.findings)
        if self._manner.quiet and not findings:
            return ""
        if self._size > _KEPT:
            self._dropped += findings
            return ""
        made = section(checked, self._manner)
        self._sections.append(made)
        self._size += made.size
        return ""

    def end(self, tally: Tally) -> str:
        choice = _Choice(LIMIT - _RESERVE)
        unchecked = choice.lines(self._unchecked(tally))
        choice.fill(self._sections)
        left = self._left(choice, tally)
        return self._sum(tally) + unchecked + choice.text(self._sections) + left

    def _sum(self, tally: Tally) -> str:
        say, count, failed = self._manner.say, tally.reports, len(tally.unreadable) + len(tally.faults)
        counts = severities(tally.severities, self._manner)
        if not tally.severities.total():
            counts = say("没有发现问题", "nothing found")
        zh, en = f"检查了 {count} 份报告：{counts}", f"checked {plural(count, 'report')}: {counts}"
        text = f"**gouji** {say(zh, en)}{counted(tally.held, tally.ignored, self._manner)}"
        if failed:
            text += say(f"；{failed} 个文件没能检查", f"; {plural(failed, 'file')} not checked")
        return text + "\n"

    def _unchecked(self, tally: Tally) -> list[str]:
        """Files that were not checked, each a line of a list."""
        say, screen = self._manner.say, self._manner.screen
        pairs = [(escape(address(one.path), screen), escape(one.reason, screen)) for one in broken(tally, self._manner)]
        return [say(f"- 没能检查 {path}：{why}\n", f"- not checked: {path}: {why}\n") for path, why in pairs]

    def _left(self, choice: _Choice, tally: Tally) -> str:
        """What there was no room for."""
        findings = choice.rows_left + self._dropped
        reports = 0 if self._manner.quiet else tally.reports - choice.reports
        pairs = {
            self._manner.say("处问题", "findings"): findings,
            self._manner.say("份报告", "reports"): reports,
            self._manner.say("个没能检查的文件", "files not checked"): choice.lines_left,
            self._manner.say("处折叠的说明", "folded notes"): choice.folds_left,
        }
        named = self._manner.say("、", ", ").join(f"{count} {name}" for name, count in pairs.items() if count)
        if not named:
            return ""
        return self._manner.say(f"\n评论放不下，还有 {named}没有列出。\n", f"\nNo room for {named}.\n")


class _Choice:
    """Which parts of a comment fit: files that failed, findings by severity, then the rest."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._rows: dict[int, set[int]] = {}
        self._folds: set[int] = set()
        self.rows_left = self.lines_left = self.folds_left = 0

    @property
    def reports(self) -> int:
        return len(self._rows)

    def lines(self, lines: list[str]) -> str:
        kept = [line for line in lines if self._take(len(line))]
        self.lines_left = len(lines) - len(kept)
        return "\n" + "".join(kept) if kept else ""

    def fill(self, sections: list[Section]) -> None:
        for severity in Severity:
            for number, one in enumerate(sections):
                self._choose_rows(number, one, severity)
        for number, one in enumerate(sections):
            if (number in self._rows or self._begin(number, one, 0)) and one.folded:
                self._fold(number, one)

    def text(self, sections: list[Section]) -> str:
        return "".join(self._section(number, sections[number]) for number in sorted(self._rows))

    def _choose_rows(self, number: int, one: Section, severity: Severity) -> None:
        for index, row in enumerate(one.rows):
            if row.severity is severity:
                size = len(row.text)
                if self._take(size) if number in self._rows else self._begin(number, one, size + len(one.table)):
                    self._rows[number].add(index)
                else:
                    self.rows_left += 1

    def _begin(self, number: int, one: Section, more: int) -> bool:
        """Takes the head of a section, together with so much more."""
        if not self._take(len(one.head) + more):
            return False
        self._rows[number] = set()
        return True

    def _fold(self, number: int, one: Section) -> None:
        if self._take(len(one.folded)):
            self._folds.add(number)
        else:
            self.folds_left += 1

    def _section(self, number: int, one: Section) -> str:
        rows = "".join(one.rows[index].text for index in sorted(self._rows[number]))
        return one.head + (one.table + rows if rows else "") + (one.folded if number in self._folds else "")

    def _take(self, size: int) -> bool:
        fits = size <= self._room
        self._room -= size if fits else 0
        return fits
