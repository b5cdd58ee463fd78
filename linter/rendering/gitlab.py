"""`--format gitlab`: a code quality report, as GitLab's merge requests show it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.finding import Severity
from linter.rendering.address import address
from linter.rendering.items import Items
from linter.rendering.notice import Broken, Notice, broken, headline, notices

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNREADABLE = "unreadable"


def writer(manner: Manner) -> GitlabWriter:
    return GitlabWriter(manner)


class GitlabWriter:
    """One object for each finding, as soon as its report is checked; files that were not checked come last."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._items = Items(ascii_only=not manner.screen.unicode)
        self._opening = "["

    def report(self, checked: Checked) -> str:
        path = address(checked.report.source.path)
        return self._open() + self._items.add(self._entry(path, one) for one in notices(checked, self._manner))

    def end(self, tally: Tally) -> str:
        last = self._items.add(self._unchecked(one) for one in broken(tally, self._manner))
        return f"{self._open()}{last}\n]\n"

    def _open(self) -> str:
        opening, self._opening = self._opening, ""
        return opening

    def _entry(self, path: str, notice: Notice) -> dict[str, Any]:
        sentences = (headline(notice, self._manner) + self._manner.say("。", "."), notice.message, notice.advice)
        return {
            "description": self._manner.say("", " ").join(sentences).rstrip(),
            "check_name": notice.rule,
            "fingerprint": _fingerprint(path, notice.finding.fingerprint),
            "severity": _SEVERITIES[notice.finding.severity],
            "location": {"path": path, "lines": {"begin": notice.place.line or 1}},
        }

    def _unchecked(self, one: Broken) -> dict[str, Any]:
        path = address(one.path)
        return {
            "description": f"{self._manner.say('没能检查：', 'not checked: ')}{one.reason}",
            "check_name": _UNREADABLE,
            "fingerprint": _fingerprint(path, _UNREADABLE),
            "severity": "blocker",
            "location": {"path": path, "lines": {"begin": 1}},
        }


def _fingerprint(path: str, own: str) -> str:
    """GitLab drops all but one of those with equal fingerprints, so the same finding in two reports needs two."""
    return sha256(f"{path}|{own}".encode(errors="surrogatepass")).hexdigest()[:32]
