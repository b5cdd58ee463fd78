"""The part that holds the comments' words: ours go and come, those of people stay."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from linter.rendering.wordcomments.marks import STEP
from linter.rendering.wordcomments.ours import AUTHOR, INITIALS, is_ours
from linter.rendering.wordcomments.paragraphs import paragraph, reword, words_of
from linter.rendering.wordcomments.relations import add_comments_part, related
from linter.rendering.wordcomments.threads import Threads
from linter.sources.docx.namespaces import word_of
from linter.sources.interface import UnreadableError

if TYPE_CHECKING:
    from linter.rendering.interface import Manner
    from linter.rendering.wordcomments.package import Package

_DAMAGED = (
    "批注已损坏，请用 Word 或 WPS 打开后另存一份 (its comments are damaged; open it in Word or WPS and save it anew)"
)


class Comments:
    """The comments of a Word file; `part` is None as long as it has no part for them."""

    def __init__(self, package: Package, part: str | None, root: etree._Element) -> None:
        self._package = package
        self._part = part
        self._root = root
        self._w = f"{{{word_of(root)}}}"
        self._kept: list[etree._Element] = []
        self._words = partial(words_of, w=self._w)

    def remove_ours(self) -> set[str]:
        """Takes out our comments but those that people answered; the ids of those that are gone."""
        found = list(self._root.iter(self._w + "comment"))
        ours = [comment for comment in found if is_ours(comment, self._w)]
        threads = Threads(self._package)
        answered = threads.answered([comment for comment in found if comment not in ours])
        gone = [comment for comment in ours if threads.name(comment) not in answered]
        self._kept = [comment for comment in ours if comment not in gone]
        threads.forget(gone)
        for comment in gone:
            self._root.remove(comment)
        if gone:
            self._save()
        return {comment.get(self._w + "id") or "" for comment in gone}

    def is_kept(self, words: Sequence[str]) -> bool:
        """Whether these paragraphs stand in one of ours that was kept; each of those counts once."""
        same = next((comment for comment in self._kept if self._words(comment) == list(words)), None)
        if same is None:
            return False
        self._kept.remove(same)
        return True

    def settle(self, headings: Collection[str], manner: Manner) -> int:
        """Says in those of ours that were kept though no finding says the same any more that they are out of date; how
        many there are. `headings` are those of the comments of this run."""
        for comment in self._kept:
            text = manner.say("已不再发现这一问题。", "No longer found.")
            if self._words(comment)[0] in headings:
                text = manner.say("情况有变，见新的批注。", "This has changed; see the new comment.")
            if self._words(comment)[1:] != [text]:
                reword(comment, self._w, text)
                self._save()
        return len(self._kept)

    def free_ids(self) -> Iterator[int]:
        """Multiples of STEP such that no number from there to the next one is taken."""
        marks = (self._w + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
        elements = [*self._root.iter(self._w + "comment"), *self._package.root.iter(*marks)]
        taken = {element.get(self._w + "id") for element in elements}
        return (n for n in count(0, STEP) if taken.isdisjoint(map(str, range(n, n + STEP))))

    def add(self, number: int, words: Sequence[str]) -> None:
        """A comment of these paragraphs, the first of them its heading."""
        comment = etree.SubElement(self._root, self._w + "comment")
        for name, value in (("id", str(number)), ("author", AUTHOR), ("initials", INITIALS)):
            comment.set(self._w + name, value)
        for place, text in enumerate(words):
            comment.append(paragraph(self._w, text, bold=not place))
        self._save()

    def _save(self) -> None:
        if self._part is not None:
            self._package.touch(self._part)
        else:
            self._part = add_comments_part(self._package, self._root)


def open_comments(package: Package) -> Comments:
    """The comments of a Word file; raises UnreadableError where their part holds something else."""
    part = related(package, "comments")
    if part is None:
        return Comments(package, None, etree.Element(f"{{{package.word}}}comments", nsmap={"w": package.word}))
    root = package.part(part)
    if root.tag != f"{{{package.word}}}comments":
        raise UnreadableError(package.name, _DAMAGED)
    return Comments(package, part, root)
