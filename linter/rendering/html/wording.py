"""The page's own words, in its language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from linter.rendering.held import counted
from linter.rendering.html.verdict import PUBLISH, REVIEW, UNABLE, Verdict
from linter.rendering.verdict import NOTHING, NOTHING_IN_PART, SEVERITIES

if TYPE_CHECKING:
    from linter.rendering.html.overview import Overview
    from linter.rendering.interface import Manner


class Wording:
    """Words that templates ask for by name; those of a state are what is shown in the cell, and its explanation."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        say = self._say = manner.say
        self.severities = {str(key): say(*words) for key, words in SEVERITIES.items()}
        self.verdicts = {
            PUBLISH: say("可以发布", "Fit to publish"),
            REVIEW: say("请先核对", "Check before publishing"),
            UNABLE: say("无法检查", "Cannot be checked"),
        }
        self.states = {
            "empty": (say("空", "blank"), say("这一格空着，不等于 0", "blank, which is not 0")),
            "placeholder": ("", say("用符号代替了数字，不等于 0", "a mark in place of a figure, which is not 0")),
            "text": ("", say("不是数字", "not a number")),
            "missing": (say("未读", "not read"), say("报告中没有读到这一格", "not found in the report")),
        }

    def summary(self, verdict: Verdict) -> str:
        """What a verdict rests on, in one line."""
        say = self._say
        found = [
            f"{word} {verdict.severities[key]}" for key, word in self.severities.items() if verdict.severities[key]
        ]
        told = [say("，", ", ").join(found) or self.nothing(verdict)]
        told.append(say(f"通过 {verdict.passed} 项", f"{verdict.passed} passed"))
        if verdict.skipped:
            told.append(say(f"未检查 {verdict.skipped} 项", f"{verdict.skipped} not evaluated"))
        if verdict.unread:
            told.append(say(f"有 {verdict.unread} 格没有读到", f"{verdict.unread} cells not read"))
        if verdict.broken:
            told.append(say(f"规则出错 {verdict.broken} 项", f"{verdict.broken} rule errors"))
        return say("；", "; ").join(told) + counted(verdict.held, verdict.ignored, self._manner)

    def nothing(self, verdict: Verdict) -> str:
        """What is said where there is no finding."""
        return self._say(*(NOTHING_IN_PART if verdict.unread else NOTHING))

    def reserve(self, verdict: Verdict) -> str:
        """What stands behind a verdict that was reached by not listing something; empty where nothing was held back."""
        held = sum(verdict.held.values())
        return self._say(f"（另有 {held} 处不列出）", f" ({held} held back)") if held else ""

    def absent(self, path: str) -> str:
        """What stands in place of a report that is not drawn."""
        import shlex

        command = f"gouji check {shlex.quote(path)} --format html=report.html"
        return self._say(
            f"报告较多，这一份没有重画。要看全貌，请单独检查：{command}",
            f"Not drawn, because the page holds so many. To see it: {command}",
        )

    def title(self, run: Overview) -> str:
        """What the browser calls the page: of a single report the verdict and its name."""
        if run.many or not run.lines:
            return self.heading(run)
        line = run.lines[0]
        word = self.verdicts[line.verdict.name] + self.reserve(line.verdict)
        return self._say("：", ": ").join([word, line.title or line.path])

    def heading(self, run: Overview) -> str:
        return self._say("年度报告核对结果", "Reports checked") if run.many else self._say("核对结果", "Report checked")

    def tally(self, run: Overview) -> str:
        """How many reports came to which verdict."""
        counts = Counter(line.verdict.name for line in run.lines)
        counts[UNABLE] += len(run.unreadable)
        told = [f"{self.verdicts[name]} {counts[name]}" for name in (REVIEW, PUBLISH, UNABLE) if counts[name]]
        number = counts.total()
        held = sum((Counter(line.verdict.held) for line in run.lines), Counter[str]())
        text = self._say(f"共 {number} 份：", f"{number} files: ") + self._say("，", ", ").join(told)
        return text + counted(held, run.ignored, self._manner)
