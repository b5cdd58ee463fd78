"""`--format json`: one object for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.finding import Severity
from linter.halves import half
from linter.rendering import plain
from linter.rendering.held import NAMES

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally


def writer(manner: Manner) -> JsonWriter:
    return JsonWriter(manner)


class JsonWriter:
    """Keeps the reports as plain values until the tally is known."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._reports: list[dict[str, Any]] = []

    def report(self, checked: Checked) -> str:
        self._reports.append(plain.report(checked, self._manner.lang))
        return ""

    def end(self, tally: Tally) -> str:
        broken = self._manner.say("检查时程序内部出错", "internal fault")
        run = {
            "schema": plain.SCHEMA,
            "tool": {"name": "gouji", "version": __version__},
            "reports": self._reports,
            "unreadable": [
                *({"path": one.path, "reason": half(one.reason, self._manner.lang)} for one in tally.unreadable),
                *({"path": fault.path, "reason": broken} for fault in tally.faults),
            ],
            "summary": {
                "reports": tally.reports,
                **{str(severity): tally.severities[severity] for severity in Severity},
                "held": {by: tally.held[by] for by in NAMES},
            },
        }
        return plain.dumps(run, ascii_only=not self._manner.screen.unicode) + "\n"
