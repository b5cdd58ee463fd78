"""The live what-if of the page: an editor types another figure, and what the tables demand is worked out again.

`library()` is the code that a page holds once, `script(...)` what belongs to one report, `style()` its looks. The
conditions come from the rules themselves (`judging/javascript/`); nothing is evaluated from text in the browser.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from linter.judging.javascript.quoting import quoted
from linter.judging.program import evidence_of, tables_of
from linter.rendering.whatif.data import report_data
from linter.rendering.whatif.form import FormScript, form_script

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.rendering.interface import Manner
    from linter.report import Report

NAME = "goujiWhatIf"
_PARTS = (
    *("exact", "logic", "figures", "judge", "words", "names", "identity", "message", "note"),
    *("dom", "cells", "editor", "findings", "trial", "panel", "page"),
)


@cache
def library() -> str:
    """The code that all reports of a page share; it defines `goujiWhatIf` and does nothing by itself."""
    parts = "\n".join(_file(f"{name}.js") for name in _PARTS)
    return f'const {NAME} = (() => {{\n"use strict";\n{parts}\nreturn {{form, report, judge: judgeReport}};\n}})();\n'


@cache
def style() -> str:
    """The looks of what the script adds to a page."""
    return _file("whatif.css")


def script(
    checked: Checked,
    manner: Manner,
    section: str = "r1",
    known: set[str] | None = None,
) -> str:
    """The script of one report, whose element on the page has the id `section`; empty if nobody gave the kit.

    Reports on one form share its checks: pass the same set as `known` for all reports of a page, and the checks of
    each form are written once."""
    kit = checked.kit or manner.kit
    if kit is None:
        return ""
    report, previous = checked.report, checked.previous
    form = _form(report, kit, manner.lang, back=previous is not None)
    evidence = evidence_of(report, kit.rules, previous)
    data = report_data(report, form, evidence, section, manner.lang, kit.family.name(manner.lang))
    own = f"{NAME}.report({quoted(data)});\n"
    if known is not None and form.name in known:
        return own
    if known is not None:
        known.add(form.name)
    return form.source + own


def _form(report: Report, kit: Kit, lang: str, *, back: bool) -> FormScript:
    """The checks of a form in JavaScript; made once for all reports on it."""
    key, tables = tables_of(report, kit.rules)
    place = ("javascript", key, kit.enabled, lang, back)
    if place not in kit.rules.bound:
        kit.rules.bound[place] = form_script(kit, key, tables, lang, back=back)
    made: FormScript = kit.rules.bound[place]
    return made


def _file(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
