"""`--format github`: workflow commands, which GitHub shows as annotations at the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.patterns import compiled
from linter.rendering.address import address
from linter.rendering.held import counted
from linter.rendering.notice import Notice, broken, headline, notices, plainly, plural
from linter.rendering.verdict import severities

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally
    from linter.sources.interface import Place

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_DATA, ":": "%3A", ",": "%2C"}
_CONTROL = compiled(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def writer(manner: Manner) -> GithubWriter:
    return GithubWriter(manner)


class GithubWriter:
    """One command for each finding, as soon as its report is checked."""

    def __init__(self, manner: Manner) -> None:
        self._manner = plainly(manner)

    def report(self, checked: Checked) -> str:
        path = checked.report.source.path
        return "".join(self._command(path, one) for one in notices(checked, self._manner))

    def end(self, tally: Tally) -> str:
        """Files that were not checked, and one line over all."""
        title = self._manner.say("没能检查", "not checked")
        lines = [
            _command("error", one.path, {"title": title}, self._manner.screen.clean(one.reason))
            for one in broken(tally, self._manner)
        ]
        if not self._manner.quiet:
            lines += [*self._held(tally), self._sum(tally)]
        return "".join(lines)

    def _command(self, path: str, notice: Notice) -> str:
        clean = self._manner.screen.clean
        properties = {**_region(notice.place), "title": clean(headline(notice, self._manner))}
        paragraphs = (clean(text) for text in (notice.message, notice.advice) if text)
        return _command(_COMMANDS[notice.finding.severity], path, properties, "\n".join(paragraphs))

    def _held(self, tally: Tally) -> list[str]:
        """One notice of the run for all that is not shown."""
        told = counted(tally.held, tally.ignored, self._manner).removeprefix(self._manner.say("；", "; "))
        return [f"::notice title=gouji::{_escape(told, _IN_DATA)}\n"] if told else []

    def _sum(self, tally: Tally) -> str:
        counts = severities(tally.severities, self._manner)
        failed = len(tally.unreadable) + len(tally.faults)
        zh, en = f"gouji：{tally.reports} 份报告：{counts}", f"gouji: {plural(tally.reports, 'report')}: {counts}"
        if failed:
            zh, en = f"{zh}；{failed} 个文件没能检查", f"{en}; {failed} not checked"
        return self._manner.say(zh, en) + "\n"


def _command(name: str, path: str, properties: dict[str, str], message: str) -> str:
    told = {"file": address(path), **properties}
    listed = ",".join(f"{key}={_escape(value, _IN_PROPERTIES)}" for key, value in told.items())
    return f"::{name} {listed}::{_escape(message, _IN_DATA)}\n"


def _region(place: Place) -> dict[str, str]:
    """GitHub takes columns only where the region is within one line."""
    if place.line == place.end_line:
        found = {"line": place.line, "col": place.column, "endColumn": place.end_column}
    else:
        found = {"line": place.line, "endLine": place.end_line}
    return {key: str(number) for key, number in found.items() if number is not None}


def _escape(text: str, escapes: dict[str, str]) -> str:
    """What no log should be made to interpret is spelled out."""
    spelled = _CONTROL.sub(lambda found: _spelled(ord(found[0])), text)
    return "".join(escapes.get(character, character) for character in spelled)


def _spelled(code: int) -> str:
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
