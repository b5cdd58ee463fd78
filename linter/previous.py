"""Last year's report: whether one report follows another, by what they say themselves and not by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from zlib import crc32

from linter.form import Words
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.report import Report

_SHORTEST_NAME = 5


class Identity(NamedTuple):
    """Whose report it is and of which year, as far as it says so; `path` names its file. `figures` is the same for
    renditions of one report, such as the Word file and the published page."""

    path: str
    agency: str | None
    year: int | None
    figures: int = 0


def identity(report: Report) -> Identity:
    agency = report.agency
    figures = sorted((cell.field, str(cell.value)) for cell in report.cells.values() if cell.value)
    digest = crc32(repr(figures).encode())
    return Identity(report.source.path, "".join(agency.split()) if agency else None, report.year, digest)


def is_same_agency(one: str, other: str) -> bool:
    """Equal names, or a name with and without the place in front of it."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter or (len(shorter) >= _SHORTEST_NAME and longer.endswith(shorter))


def misfit(this: Identity, last: Identity) -> Words | None:
    """Why `last` is not last year's report of the same agency; None if it is, or if nothing speaks against it."""
    if this.year is None or last.year is None:
        nameless = last if last.year is None else this
        return Words(
            f"{nameless.path} 没有写明是哪一年的报告，无法跨年比较",
            f"{nameless.path} does not say which year it is for",
        )
    if last.year != this.year - 1:
        return Words(
            f"{last.path} 是 {last.year} 年的报告，不是 {this.path} 的上一年（{this.year - 1} 年）",
            f"{last.path} is for {last.year}, not for {this.year - 1}, the year before {this.path}",
        )
    if this.agency and last.agency and not is_same_agency(this.agency, last.agency):
        return Words(
            f"{last.path} 是{last.agency}的报告，{this.path} 却是{this.agency}的",
            f"{last.path} is a report of {last.agency}, but {this.path} is of {this.agency}",
        )
    return None


class Index:
    """The reports of one run by year, to find for each the one before it."""

    def __init__(self, identities: Iterable[Identity | None]) -> None:
        self._by_year: dict[int, list[tuple[int, str, int]]] = {}
        for number, one in enumerate(identities):
            if one is not None and one.agency and one.year is not None:
                self._by_year.setdefault(one.year, []).append((number, one.agency, one.figures))

    def before(self, this: Identity, paths: Mapping[int, str]) -> int | Words | None:
        """The number of last year's report; the reason if there are several; None without any."""
        if not this.agency or this.year is None:
            return None
        known = self._by_year.get(this.year - 1, ())
        found = [one for one in known if one[1] == this.agency] or [
            one for one in known if is_same_agency(one[1], this.agency)
        ]
        # Renditions of one report count once.
        reports = {figures: number for number, _, figures in reversed(found)}
        if len(reports) <= 1:
            return next(iter(reports.values()), None)
        named = "、".join(paths[number] for number, _, _ in found)
        return Words(
            f"{this.year - 1} 年的报告有 {len(found)} 份，不知道该与哪一份比较：{named}",
            f"there are {len(found)} reports for {this.year - 1}: {named}",
        )
