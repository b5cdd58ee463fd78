"""Fields such as page numbers and cross references: their result is shown, their instruction is not."""

from __future__ import annotations


class Fields:
    """The fields that are open at one point of a document.

    An instruction that does not end in its own paragraph is taken for broken: what follows it is shown, since a report
    with one stray mark would be lost from there on otherwise.
    """

    def __init__(self) -> None:
        self._open: list[int] = []
        self._paragraph = 0
        self._instructions = 0

    @property
    def hide(self) -> bool:
        """Whether text here belongs to an instruction."""
        return self._instructions > 0

    def mark(self, kind: str | None) -> None:
        """A field's mark: `begin`, `separate` or `end`."""
        if kind == "begin":
            self._open.append(self._paragraph)
            self._instructions += 1
        elif kind in ("separate", "end") and self._open:
            if self._open.pop() == self._paragraph:
                self._instructions -= 1
            if kind == "separate":
                self._open.append(-1)

    def end_paragraph(self) -> None:
        self._paragraph += 1
        self._instructions = 0
