"""Where more figures are wrong than the search changes at once: small repairs that have nothing to do with each other
and together settle everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.suspects.search import Repair, Search
from linter.suspects.system import System

_LARGEST = 2
_WITNESSES = 2


def in_pieces(system: System, broken: Sequence[int], expired: Callable[[], bool]) -> Iterator[Repair]:
    """Repairs of parts of what is broken; raises StoppedError after those that there was time for.

    First those that make the tables agree with themselves, for prose may have any number of mistakes besides; then
    those of each identity of the prose that is still broken."""
    tables = [number for number in broken if not _is_of_prose(system, number)]
    found = _of_all(system, tables, expired, searched=len(tables) == len(broken)) if tables else []
    yield from found
    settled = _settled(system, found)
    for number in broken:
        if number not in settled and number not in tables:
            repairs = Search(system, (number,), expired).smallest(_LARGEST)
            settled |= _settled(system, repairs)
            yield from repairs


def _of_all(system: System, broken: Sequence[int], expired: Callable[[], bool], *, searched: bool) -> list[Repair]:
    """The smallest repairs of all of these at once, or (where that was `searched` in vain) of one after
    another. If some have none, only single figures that several of the others point at are named.

    Where several broken identities have a repair in common, the ones that settle most are kept."""
    found = [] if searched else Search(system, broken, expired).smallest()
    left, complete = ([] if found else list(broken)), True
    while left:
        repairs = Search(system, left[:1], expired).smallest(_LARGEST)
        if not repairs:
            complete = False
            left = left[1:]
            continue
        most = max(len(system.settled(one)) for one in repairs)
        kept = [one for one in repairs if len(system.settled(one)) == most]
        settled = _settled(system, kept)
        left = [number for number in left if number not in settled]
        found += kept
    return found if complete else [one for one in found if len(one) == 1 and len(system.settled(one)) >= _WITNESSES]


def _settled(system: System, repairs: Sequence[Repair]) -> set[int]:
    return {number for one in repairs for number in system.settled(one)}


def _is_of_prose(system: System, number: int) -> bool:
    return any(system.unknowns[one].name.startswith("n.") for one in system.identities[number].members)
