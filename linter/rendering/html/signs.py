"""What stands beside a figure: the way back to its findings, and the figure that should stand there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from linter.rendering.html.safety import shown

if TYPE_CHECKING:
    from linter.rendering.html.dues import Due
    from linter.rendering.interface import Manner


class Signs:
    """Those of one report; `id` is its own."""

    def __init__(self, report_id: str, manner: Manner) -> None:
        self.id = report_id
        self._say = manner.say
        self.lang = manner.say("zh-Hans", "en")
        self.pause = f'<span class="unseen">{manner.say("，", ", ")}</span>'
        """Keeps what is said beside a figure apart from it where it is read aloud."""

    def backs(self, numbers: Iterable[int], due: Due | None = None) -> str:
        """Links to findings by their numbers, and to the cause of what is due."""
        links = "".join(
            f'<a class="back" href="#{self.id}-f{number}" aria-label="{self._finding(number)}">{number}</a>'
            for number in numbers
        )
        doubt = self.doubt(due) if due is not None else ""
        return f'<sup class="backs">{self.pause}{doubt}{links}</sup>' if doubt or links else ""

    def doubt(self, due: Due) -> str:
        """A link to the cause that says what is due."""
        return (
            f'<a class="back doubt" lang="{self.lang}" href="#{self.id}-{shown(due.cause)}"'
            f' aria-label="{self._say("疑点", "suspect")}">{self._say("疑", "S")}</a>'
        )

    def tag(self, due: Due) -> str:
        """The figure that should stand there."""
        said = self._say("疑点，应为", "suspect, should be")
        if not due.sure:
            said = self._say("疑点，或应为", "suspect, may have to be")
        return (
            f'<span class="due{"" if due.sure else " maybe"}" lang="{self.lang}"><span class="unseen">{said} </span>'
            f'<span aria-hidden="true">→</span>{shown(due.value)}{"" if due.sure else "?"}</span>'
        )

    def _finding(self, number: int) -> str:
        return self._say(f"第 {number} 个问题", f"finding {number}")
