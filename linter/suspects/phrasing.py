"""A set of changes in few words: whole rows and columns by their names, single figures one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.finding import Change
from linter.judging.naming import enumerate_items, spell

Place = Callable[[Change], tuple[str, str]]
"""The names of a cell's row and column."""


def phrase(slip: str, changes: Sequence[Change], lang: str, place: Place) -> str:
    """What stands where and what should."""
    blank = {one.before is None for one in changes}
    if len(changes) > 1 and len(blank) == 1:
        match slip:
            case "total_blank":
                return _totals(changes, lang, blank=blank == {True})
            case "line_blank" | "line_zero":
                return _line(changes, lang, place, blank=blank == {True})
    if slip == "rows_exchanged":
        one, other = list(dict.fromkeys(place(change)[0] for change in changes))[:2]
        return f"“{one}”与“{other}”两行应互换" if lang == "zh" else f"rows “{one}” and “{other}” should change places"
    if slip == "columns_exchanged":
        one, other = list(dict.fromkeys(place(change)[1] for change in changes))[:2]
        return (
            f"“{one}”与“{other}”两列应互换" if lang == "zh" else f"columns “{one}” and “{other}” should change places"
        )
    if slip == "column_shifted":
        name, parts = place(changes[0])[1], _parts([(place(one)[0], one) for one in changes], lang)
        return f"“{name}”一列：{parts}" if lang == "zh" else f"column “{name}”: {parts}"
    return _listed([_told(one, lang) for one in changes], lang)


def _totals(changes: Sequence[Change], lang: str, *, blank: bool) -> str:
    """Totals that nobody filled in, said once for all of them."""
    parts = _parts([(one.label[lang], one) for one in changes], lang)
    if lang == "zh":
        return f"{len(changes)} 处合计{'空着' if blank else '是 0'}：{parts}"
    return f"{len(changes)} totals are {'blank' if blank else '0'}: {parts}"


def _line(changes: Sequence[Change], lang: str, place: Place, *, blank: bool) -> str:
    """A row or column that nobody filled in, named once."""
    rows = {place(one)[0] for one in changes}
    is_row = len(rows) == 1
    name = place(changes[0])[0 if is_row else 1]
    parts = _parts([(place(one)[1 if is_row else 0], one) for one in changes], lang)
    if lang == "zh":
        return f"“{name}”整{'行' if is_row else '列'}{'空着' if blank else '都是 0'}：{parts}"
    return f"the whole {'row' if is_row else 'column'} “{name}” is {'blank' if blank else '0'}: {parts}"


def _parts(named: Sequence[tuple[str, Change]], lang: str) -> str:
    should = "应为" if lang == "zh" else "should be"
    return _listed([f"{name} {should} {spell(one.after)}" for name, one in named], lang, counted=True)


def _listed(items: Sequence[str], lang: str, *, counted: bool = False) -> str:
    """Changes one after another: the names of rows may begin with an ordinal and its mark (一、), so that does not
    divide them."""
    return enumerate_items(items, lang, counted=counted, between="；" if lang == "zh" else "; ")


def _told(change: Change, lang: str) -> str:
    label, after = change.label[lang], spell(change.after)
    if change.before is None:
        return f"{label}：空白，应为 {after}" if lang == "zh" else f"{label}: blank, should be {after}"
    before = spell(change.before)
    return f"{label}：{before} 应为 {after}" if lang == "zh" else f"{label}: {before} should be {after}"
