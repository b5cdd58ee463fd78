"""`gouji baseline`: the present findings, so that an old repository starts green."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.baseline import Baseline, prune_baseline, read_baseline, write_baseline
from linter.cli import options
from linter.cli.problem import CommandError, cannot_write, complain
from linter.cli.selection import known_codes
from linter.cli.setup import Asked
from linter.config.discovery import BASELINE as NAME
from linter.config.discovery import Places, root_of
from linter.halves import half

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.cli.inspection import Inspection
    from linter.cli.setup import Setup
    from linter.config import Config


@click.command("baseline", short_help="记下现有的问题 Record the findings.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--prune", is_flag=True, help="删去已解决的 Remove what is solved.")
@options.profile()
@options.rules()
@options.config()
@options.lang()
def command(
    paths: tuple[Path, ...],
    prune: bool,
    profile: str | None,
    folder: Path | None,
    config: Path | None,
    lang: str,
) -> int:
    """把现有的问题记入 gouji-baseline.yaml，检查时不再列出。

    Record the findings at hand in gouji-baseline.yaml, at the
    repository's root; check holds them back. It can only shrink.
    """
    from linter.cli.inspection import Inspection

    asked = Asked(config, profile, (), (), folder, options.lang_given(), lang)
    inspection = Inspection(asked, paths, baseline=False)
    lang = inspection.lang
    found, broken = _checked(inspection)
    try:
        if prune:
            _prune(found, lang, others=folder is not None)
        else:
            _write(found, lang)
    except OSError as problem:
        raise cannot_write(NAME, problem, lang) from None
    return 2 if broken else 0


def _checked(inspection: Inspection) -> tuple[list[tuple[Checked, Setup]], bool]:
    """The reports, each with its setup, and whether a file could not be checked."""
    from linter.check import Checked
    from linter.files import Unreadable

    found: list[tuple[Checked, Setup]] = []
    broken, lang = False, inspection.lang
    fault = "internal fault" if lang == "en" else "检查时程序内部出错"
    for result, setup in inspection.results():
        if isinstance(result, Checked):
            found.append((result, setup))
        else:
            broken = True
            reason = half(result.reason, lang) if isinstance(result, Unreadable) else fault
            complain(f"{result.path}: {reason}")
    return found, broken


def _write(found: list[tuple[Checked, Setup]], lang: str) -> None:
    """A new file for each repository; one that is there is not written over."""
    from linter.waivers import CODES

    made: dict[Path, Baseline] = {}
    for one, setup in found:
        path = _place(one, setup.config, lang)
        baseline = made.setdefault(path, Baseline(path, {}))
        entries = ((f.rule, f.fingerprint) for f in one.outcomes.findings if f.rule not in CODES)
        baseline.files[baseline.name_of(one.report.source.path)] = Counter(entries)
    for path, baseline in made.items():
        write_baseline(baseline)
        count = sum(entries.total() for entries in baseline.files.values())
        reports = sum(bool(entries) for entries in baseline.files.values())
        zh = f"已写入 {os.path.relpath(path)}：{reports} 份报告的 {count} 处问题，以后只列出新的问题。"
        en = f"{os.path.relpath(path)}: {count} findings of {reports} reports; only new ones will show"
        complain(en if lang == "en" else zh)


def _place(checked: Checked, config: Config, lang: str) -> Path:
    """Where the baseline of a report goes: the repository's root, else beside the configuration, else here."""
    folder = Path(checked.report.source.path).absolute().parent
    if (old := Places().upward(folder, NAME)) is not None:
        zh = f"{os.path.relpath(old)} 已经有了，它只减不增：删去已解决的用 --prune；要重新开始，请先删掉这个文件。"
        en = f"{os.path.relpath(old)} is there and can only shrink: use --prune, or delete it to begin anew"
        raise CommandError(en if lang == "en" else zh)
    root = root_of(folder)
    if root is None:
        here = config.folder if config.path is not None else Path.cwd()
        root = here if here == folder or here in folder.parents else folder
    return root / NAME


def _prune(found: list[tuple[Checked, Setup]], lang: str, *, others: bool) -> None:
    """Takes out what is gone: findings that are not made any more, reports and rules that are not there any more.

    Where the command line names the family, there may be `others`: rules of the configuration that were not loaded."""
    places = Places()
    judged = [(one, setup, places.upward(Path(one.report.source.path).absolute().parent, NAME)) for one, setup in found]
    known = {path for path in (*(where for *_, where in judged), places.upward(Path.cwd(), NAME)) if path is not None}
    if not known:
        zh, en = f"还没有 {NAME}，先用 gouji baseline 写一个。", f"there is no {NAME}; `gouji baseline` writes one"
        raise CommandError(en if lang == "en" else zh)
    for path in sorted(known):
        baseline = read_baseline(path)
        before = sum(entries.total() for entries in baseline.files.values())
        for one, setup, where in judged:
            if where == path:
                _shrink(baseline, one, setup.selection.enabled, () if others else known_codes(setup.rules))
        for name in [name for name in baseline.files if not (path.parent / name).exists()]:
            del baseline.files[name]
        left = sum(entries.total() for entries in baseline.files.values())
        if not left:
            path.unlink()
        elif left < before:
            prune_baseline(baseline)
        zh = f"{os.path.relpath(path)}：删去 {before - left} 处，还有 {left} 处" + ("。" if left else "，文件已删掉。")
        en = f"{os.path.relpath(path)}: {before - left} removed, {left} left" + ("" if left else "; the file is gone")
        complain(en if lang == "en" else zh)


def _shrink(baseline: Baseline, checked: Checked, enabled: frozenset[str], known: Sequence[str]) -> None:
    """Keeps what was found, and what could not be judged this time; a code that is not `known` never will be."""
    outcomes = checked.outcomes
    undecided = {one.rule for one in (*outcomes.not_evaluated, *outcomes.rule_errors)}
    path = checked.report.source.path
    _, _, left = baseline.split(path, outcomes.findings)
    judged = {code for code, _ in left if (code in enabled and code not in undecided) or (known and code not in known)}
    gone = {entry: count for entry, count in left.items() if entry[0] in judged}
    entries = baseline.files.get(baseline.name_of(path))
    if entries is not None:
        entries.subtract(gone)
        baseline.files[baseline.name_of(path)] = +entries
