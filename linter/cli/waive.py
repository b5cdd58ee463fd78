"""`gouji waive`: accepts findings on purpose, with a reason, in the file beside their report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.problem import CommandError, cannot_write, complain
from linter.cli.setup import Asked
from linter.halves import half
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.finding import Finding


class _Found(NamedTuple):
    """A finding and the report that it is in."""

    report: Path
    finding: Finding


@click.command("waive", short_help="豁免问题 Accept findings.")
@click.argument("targets", nargs=-1, required=True, metavar="FINGERPRINT|PATH...")
@click.option("--reason", metavar="TEXT", required=True, help="为什么可以接受 Why it is accepted.")
@click.option("--select", multiple=True, metavar="CODES", help="只豁免这些规则 Only these rules: T3,BRK01.")
@options.profile()
@options.rules()
@options.config()
@options.lang()
def command(
    targets: tuple[str, ...],
    reason: str,
    select: tuple[str, ...],
    profile: str | None,
    folder: Path | None,
    config: Path | None,
    lang: str,
) -> int:
    """豁免报告里的问题，理由写进旁边的 gouji-waivers.yaml。

    Accept findings, by fingerprint (see --format json) or all of a
    file, in the gouji-waivers.yaml beside the report.
    """
    from linter.waivers.file import FINGERPRINT

    if not reason.strip():
        raise CommandError("--reason is empty" if lang == "en" else "--reason 是空的，请写明为什么可以接受。")
    prints = [one.lower() for one in targets if FINGERPRINT.fullmatch(one.lower())]
    paths = [Path(one) for one in targets if not FINGERPRINT.fullmatch(one.lower())]
    asked = Asked(config, profile, (), (), folder, options.lang_given(), lang)
    found, unreadable = _findings(asked, paths, select, prints)
    chosen = _chosen(found, prints, bool(paths), lang)
    for place in sorted({one.report.parent for one in chosen}):
        _add(place, [one for one in chosen if one.report.parent == place], " ".join(reason.split()), lang)
    return 2 if unreadable else 0


def _findings(
    asked: Asked, paths: Sequence[Path], codes: tuple[str, ...], prints: Sequence[str]
) -> tuple[list[_Found], bool]:
    """Everything of these rules that `check` would show but for the baseline, and what is waived by its fingerprint
    and named by it again, which means another reason; and whether a file was unreadable."""
    from linter.check import Checked
    from linter.cli.inspection import Inspection
    from linter.cli.selection import select
    from linter.files import Unreadable
    from linter.waivers import CODES

    found: list[_Found] = []
    broken = False
    inspection = Inspection(asked, paths, baseline=False)
    for result, setup in inspection.results():
        if isinstance(result, Checked):
            report, wanted = _path(result), select(setup.rules, "strict", codes, (), inspection.lang).enabled
            again = (one.finding for one in result.outcomes.held if one.by == "waiver" and not one.inside)
            named = (one for one in again if one.fingerprint in prints)
            meant = (one for one in (*result.outcomes.findings, *named) if one.rule in wanted and one.rule not in CODES)
            found += (_Found(report, one) for one in meant)
        elif paths and isinstance(result, Unreadable):
            complain(f"{result.path}: {half(result.reason, inspection.lang)}")
            broken = True
    return found, broken


def _path(checked: Checked) -> Path:
    return Path(checked.report.source.path)


def _chosen(found: Iterable[_Found], prints: Sequence[str], named: bool, lang: str) -> list[_Found]:
    """The findings that are meant; a fingerprint must be there, and in one file unless files are named."""
    chosen = [one for one in found if not prints or one.finding.fingerprint in prints]
    for digits in prints:
        files = sorted({str(one.report) for one in chosen if one.finding.fingerprint == digits})
        if not files:
            zh = f"没有指纹为 {digits} 的问题，gouji check --format json 可以看到现有的指纹。"
            en = f"no finding has the fingerprint {digits}; see `gouji check --format json`"
            raise CommandError(en if lang == "en" else zh)
        if len(files) > 1 and not named:
            zh = f"有几份报告都有指纹 {digits} 的问题，请在后面写出是哪一份：{'、'.join(files[:5])}。"
            en = f"several reports have {digits}; name the one that is meant: {', '.join(files[:5])}"
            raise CommandError(en if lang == "en" else zh)
    if not chosen:
        raise CommandError("there is nothing to waive" if lang == "en" else "没有可以豁免的问题。")
    return chosen


def _add(folder: Path, chosen: Sequence[_Found], reason: str, lang: str) -> None:
    """Writes the waivers of one folder; one that is there already gets the new reason."""
    from linter.config.discovery import WAIVERS as NAME
    from linter.waivers.editing import add_entries
    from linter.waivers.file import Entry

    path = folder / NAME
    new = {(one.report.name, one.finding.fingerprint): one.finding.rule for one in chosen}
    try:
        whole = add_entries(path, [Entry(name, digits, rule, reason) for (name, digits), rule in new.items()])
    except OSError as problem:
        raise cannot_write(path, problem, lang) from None
    told = " ".join(sorted(set(new.values())))
    zh = f"已写入 {path}：豁免 {len(new)} 处（{told}）。"
    complain(f"{path}: {len(new)} waived ({told})" if lang == "en" else zh)
    if not whole:
        zh = f"{path} 的写法没法逐行增补，已经整个重写，手写的注释没有保留。"
        en = f"{path} could not be added to line by line; it was written anew without its comments"
        complain(en if lang == "en" else zh)
