"""`--format html`: one page for an editor who decides whether reports may be published.

It holds everything itself and loads nothing: the verdict, the findings, and the report with its tables beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.check import load_kit
from linter.halves import half
from linter.rendering.html.overview import Line, Overview, line
from linter.rendering.html.template import Pages
from linter.rendering.html.view import view
from linter.rendering.html.whatif import WhatIf

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally

_FEW = 12
"""In a run of more reports, those without findings are one line each."""
_DRAWN = 6_000_000
_DETAILED = 8_500_000
"""So many bytes may the page have before further reports are no longer drawn, or told in one line: it must open
fast."""


def writer(manner: Manner) -> HtmlWriter:
    return HtmlWriter(manner)


class HtmlWriter:
    """Keeps what was written of each report until the tally is known; the reports themselves only while there are so
    few that all are drawn."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._kit = manner.kit or load_kit()
        self._pages = Pages(manner)
        self._whatif = WhatIf(manner)
        self._waiting: list[Checked] | None = []
        self._lines: list[Line] = []
        self._rules: dict[str, str] = {}
        self._size = 0

    def report(self, checked: Checked) -> str:
        if self._waiting is None:
            self._write(checked, drawn=bool(checked.outcomes.findings))
            return ""
        self._waiting.append(checked)
        if len(self._waiting) > _FEW:
            waiting, self._waiting = self._waiting, None
            for one in waiting:
                self._write(one, drawn=bool(one.outcomes.findings))
        return ""

    def end(self, tally: Tally) -> str:
        for checked in self._waiting or ():
            self._write(checked, drawn=True)
        self._waiting = None
        run = Overview(
            lines=self._lines,
            rules=dict(sorted(self._rules.items())),
            counts={str(severity): count for severity, count in tally.severities.items()},
            unreadable=list(self._unreadable(tally)),
            ignored=frozenset(tally.ignored),
        )
        return self._pages.page(run, self._whatif)

    def _write(self, checked: Checked, drawn: bool) -> None:
        """A report's line, and its detail as long as the page is not too large for one more."""
        drawn = drawn and self._size < _DRAWN
        made = view(checked, len(self._lines), self._manner, checked.kit or self._kit, drawn)
        told = drawn or (bool(made.groups or made.held) and self._size < _DETAILED)
        detail = self._pages.report(made) if told else ""
        self._size += len(detail.encode(errors="replace"))
        self._lines.append(line(made, detail))
        self._rules |= {code: title[self._manner.lang] for code, title in made.rules.items()}
        if drawn:
            self._size += self._whatif.add(checked, made.id)

    def _unreadable(self, tally: Tally) -> Iterator[tuple[str, str]]:
        yield from ((one.path, half(one.reason, self._manner.lang)) for one in tally.unreadable)
        broken = self._manner.say("检查时程序内部出错", "internal fault")
        yield from ((fault.path, broken) for fault in tally.faults)
