"""What one stretch of prose has said so far, as far as it matters for what it says next."""

from __future__ import annotations

from linter.reading.claims.context import Context, Listener, Place, YearWords
from linter.reading.claims.denials import DenialReader
from linter.reading.claims.fillers import Fillers
from linter.reading.claims.lexer import Piece
from linter.reading.claims.matching import Matcher
from linter.reading.claims.organs import Organs
from linter.reading.claims.phrases import Phrases
from linter.reading.claims.sentences import Group
from linter.reading.claims.statement import Statement
from linter.reading.claims.vocabulary import Vocabulary
from linter.record import NamedTuple, Record, made


class Tools(NamedTuple):
    """What reads the parts of a clause; one set serves all reports of a family."""

    phrases: Phrases
    fillers: Fillers
    matcher: Matcher
    denials: DenialReader
    units: Vocabulary
    years: YearWords
    organs: Organs


class State(Record):
    """`last` is the index of the claim that the last figure made, None if it made none; `top` of the last one
    outside of all lists. `organ` is where another organ is named that the sentence speaks of. `pending` are words that
    still wait for their figure, `held` figures that may be items of a total behind them, `said` the topics of the
    sentence, `part` the words for a part of the cases; `counted` tells whether the sentence has had a
    figure, `astray` whether it spoke of something else before."""

    listener: Listener
    text: str
    agency: str | None = None
    context: Context = made(factory=Context)
    pending: Group | None = None
    part: list[Piece] = made(factory=list)
    held: list[Statement] = made(factory=list)
    said: dict[str, None] = made(factory=dict)
    last: int | None = None
    top: int | None = None
    organ: Place | None = None
    after_figure: bool = False
    counted: bool = False
    astray: bool = False

    def hear(self, *words: Piece) -> None:
        """Words that may change the context."""
        for word in words:
            self.context = self.listener.hear(self.context, word, self.text)
            if word.kind == "self":
                self.organ = None

    def name_organ(self, organs: Organs, left: int, start: int) -> None:
        """Takes note of the organ that is named as the subject of a phrase, if one is."""
        found = organs.subject(self.text, left, start)
        if found is not None:
            self.organ = None if organs.own(self.text[slice(*found)], self.agency) else found

    def speak_of(self, topic: str | None) -> None:
        self.context = self.context.about(topic)

    def begin_sentence(self, heading: bool) -> None:
        """Forgets what holds within a sentence; after a heading, everything."""
        if heading:
            self.context, self.top = Context(), None
        self.context = self.context.next_sentence()
        self.pending = self.organ = None
        self.held.clear()
        self.said.clear()
        if self.astray and not self.counted:
            self.top = None
        self.after_figure = self.counted = self.astray = False
        self.last = self.top

    def change_subject(self) -> None:
        """Something is said before any figure of the sentence: what is listed next are no parts of an earlier total."""
        if not self.counted:
            self.last, self.astray = None, True

    @property
    def untimed(self) -> bool:
        """Whether a time is spoken of that is no single year, or one that is still to come."""
        return self.listener.untimed(self.context)
