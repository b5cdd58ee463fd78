"""Fingerprints: by what a finding is known again after the report was edited elsewhere.

Neither a line nor a figure goes in. A finding on the tables is known by its rule, table, row and column; one on the
prose by its rule, concept and wording without the figures, and, where the same wording comes several times, by which
of them it is. So neither a change of the figures nor a sentence added before it makes it another finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from linter.patterns import compiled

if TYPE_CHECKING:
    from linter.judging.prose import Prose
    from linter.judging.ranges import Range
    from linter.judging.subjects import Subject

_FIGURES = compiled(r"[\d０-９〇零一二两三四五六七八九十百千万亿.,．，%％]+")
_NUMBERING = compiled(r"\.\d+")
_DIGITS = 16
_KEPT = 16


def fingerprint(code: str, ids: Iterable[str]) -> str:
    """The fingerprint of a finding of the rule `code`, as hex digits; `ids` name the instances that failed."""
    named = "|".join(sorted(ids))
    return sha256(f"{code}|{named}".encode(errors="surrogatepass")).hexdigest()[:_DIGITS]


def name_of(subject: Subject, over: Range, prose: Prose) -> str:
    """What stands for a case of the prose in a fingerprint."""
    return _names(prose, over)[subject.id]


@lru_cache(maxsize=_KEPT)
def _names(prose: Prose, over: Range) -> dict[str, str]:
    """The names of all cases of a range; equal ones are numbered as they come."""
    seen: Counter[str] = Counter()
    names = {}
    for subject in prose.subjects(over):
        name = f"{over.kind} {_NUMBERING.sub('', subject.id)} {_FIGURES.sub('', subject.values['quote'])}"
        seen[name] += 1
        names[subject.id] = f"{name} {seen[name]}"
    return names
