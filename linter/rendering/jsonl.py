"""`--format jsonl`: one object of `reports` on each line, as soon as the report is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.rendering import plain

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner
    from linter.rendering.tally import Tally


def writer(manner: Manner) -> JsonLinesWriter:
    return JsonLinesWriter(manner)


class JsonLinesWriter:
    """Each line stands for itself, so there is nothing to say at the end."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner

    def report(self, checked: Checked) -> str:
        value = plain.report(checked, self._manner.lang)
        return plain.dumps(value, ascii_only=not self._manner.screen.unicode, indent=None) + "\n"

    def end(self, _tally: Tally) -> str:
        return ""
