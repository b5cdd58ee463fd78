"""What a result is never written over: reports, and what people keep for the linter."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli.problem import CommandError
from linter.config.discovery import BASELINE, NAME, PROJECT, WAIVERS
from linter.form import Words

if TYPE_CHECKING:
    from linter.cli.setup import Setup
    from linter.family import Family

_KEPT = (NAME, BASELINE, WAIVERS, PROJECT)
_RULES = (".yaml", ".yml")
_OUR_PAGE = b'<meta name="generator" content="gouji '
"""A page of ours draws the report, so a reader takes it for one."""
_HEAD = 64 * 1024


def refuse_named(target: Path, inputs: Iterable[Path], lang: str) -> None:
    """Raises CommandError if the output is one of the files that the command line names."""
    if any(_same(target, one) for one in inputs if str(one) != "-"):
        _refuse(target, Words("是要检查的文件", "is one of the files to be read"), lang)


def refuse_kept(target: Path, setups: Sequence[Setup], lang: str) -> None:
    """Raises CommandError if the output is there and is a report of anybody's, or a configuration, a baseline, waivers
    or rules. A result of an earlier run is none of these."""
    if str(target) == "-" or not target.is_file():
        return
    if target.name in _KEPT or any(_same(target, one.config.path) for one in setups if one.config.path is not None):
        _refuse(target, Words("是 gouji 的配置、豁免或基线", "holds configuration, waivers or a baseline"), lang)
    if target.suffix.lower() in _RULES and any(_is_rule(target, one) for one in setups):
        _refuse(target, Words("是规则文件", "is a rule file"), lang)
    if _is_report(target, {id(one.family): one.family for one in setups}.values()):
        _refuse(target, Words("是一份报告", "is a report"), lang)


def _refuse(target: Path, what: Words, lang: str) -> None:
    zh = f"{target} {what.zh}，不能写结果，请换一个文件名。"
    raise CommandError(f"{target} {what.en}, not to be overwritten; name another file" if lang == "en" else zh)


def _same(one: Path, other: Path) -> bool:
    """Also under another name, as links and disks that ignore case have it."""
    try:
        return os.path.realpath(one) == os.path.realpath(other) or one.samefile(other)
    except (OSError, ValueError):
        return False


def _is_rule(target: Path, setup: Setup) -> bool:
    places = [setup.family.folder, *(setup.config.folder / name for name in setup.config.rules)]
    return any(target.resolve().is_relative_to(place.resolve()) for place in places)


def _is_report(target: Path, families: Iterable[Family]) -> bool:
    """Whether it is a report that any of the families knows, or a document of a kind that we never write."""
    from linter.check import read_report
    from linter.sources import KNOWN_SUFFIXES, UnreadableError
    from linter.sources.detection import Format, detect

    if target.suffix.lower() not in KNOWN_SUFFIXES:
        return False
    try:
        with target.open("rb") as file:
            head = file.read(_HEAD)
        if not head or _OUR_PAGE in head:
            return False
        if detect(head, str(target)) not in (Format.TEXT, Format.HTML):
            return True
    except OSError:
        return False  # Whoever writes it says why that cannot be.
    except UnreadableError:
        return True  # A picture, half an archive: nothing that we wrote.
    for family in families:
        try:
            read_report(target, family)
        except UnreadableError:
            continue
        return True
    return False
