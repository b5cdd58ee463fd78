"""`gouji-baseline.yaml`: the findings that were there when a repository began to be checked; it can only shrink."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from linter.config.settings import ConfigError
from linter.finding import Finding
from linter.waivers.file import FINGERPRINT

if TYPE_CHECKING:
    from linter.yamlfile import Node

_LIMIT = 32 * 1024 * 1024
_HEAD = """\
# 开始使用 gouji 时已有的问题，检查时不再列出。只减不增：解决以后用 gouji baseline --prune 删去。
# Findings that were there before; `check` holds them back. It only shrinks: `gouji baseline --prune`.
files:
"""

Entry = tuple[str, str]
"""The code of a rule and the fingerprint of a finding."""


class Baseline:
    """The entries of each file, by its path from the folder of the baseline."""

    def __init__(self, path: Path, files: Mapping[str, Iterable[Entry]]) -> None:
        self.path = path
        self.files = {name: Counter(entries) for name, entries in files.items()}

    def name_of(self, path: str) -> str:
        """A report's name in the baseline."""
        name = os.path.relpath(Path(path).resolve(), self.path.parent.resolve())
        return Path(name).as_posix()

    def split(self, path: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding], Counter[Entry]]:
        """The findings of a report that are new, those that are old, and the entries that nothing was found for."""
        left = self.files.get(self.name_of(path), Counter()).copy()
        new, old = [], []
        for finding in findings:
            entry = finding.rule, finding.fingerprint
            if left[entry] > 0:
                left[entry] -= 1
                old.append(finding)
            else:
                new.append(finding)
        return new, old, +left


def read_baseline(path: Path, text: str | None = None) -> Baseline:
    """The entries in a file, or in the text that it is to have; raises ConfigError."""
    from linter.yamlfile import YamlError, is_blank

    if text is None and is_blank(path):
        return Baseline(path, {})
    try:
        listed = _listed(path, text)
        return Baseline(path, {name: [_entry(one) for one in node.sequence()] for name, node in listed.items()})
    except YamlError as problem:
        zh, en = problem.message
        zh = f"基线文件有误：{zh}可以改正，或者删去文件再用 gouji baseline 重写。"
        raise ConfigError(path, problem.line, zh, f"{en}; or delete the file, and write it anew") from None


def _listed(path: Path, text: str | None = None) -> Mapping[str, Node]:
    """The files and their lists of entries; raises YamlError."""
    from linter.yamlfile import load, parse

    top = load(path, _LIMIT) if text is None else parse(text.removeprefix("\ufeff"), str(path))
    files = top.mapping(allowed=(), required=("files",))["files"]
    return {} if files.value in ("", "{}") else files.mapping()


def prune_baseline(baseline: Baseline) -> None:
    """Takes out of its file the lines of the entries that the baseline has no more; comments and order stay. What is
    written so that lines do not do is written anew. Raises ConfigError, OSError."""
    from linter.yamlwriting import write_whole

    text = baseline.path.read_bytes().decode("utf-8")
    gone = set(_lines_gone(baseline))
    left = "\n".join(line for number, line in enumerate(text.split("\n"), start=1) if number not in gone)
    try:
        same = _files(read_baseline(baseline.path, left)) == _files(baseline)
    except ConfigError:
        same = False
    if same:
        write_whole(baseline.path, left)
    else:
        write_baseline(baseline)


def _files(baseline: Baseline) -> dict[str, Counter[Entry]]:
    return {name: entries for name, entries in baseline.files.items() if entries.total()}


def _lines_gone(baseline: Baseline) -> Iterator[int]:
    """The lines of single entries, and of the whole part of a file that has none left."""
    for name, node in _listed(baseline.path).items():
        left = baseline.files.get(name, Counter[Entry]()).copy()
        lines = [one.line for one in node.sequence()]
        if not left.total():
            yield from range(node.line, max(lines, default=node.line) + 1)
        for one in node.sequence():
            left.subtract([_entry(one)])
            if left[_entry(one)] < 0:
                yield one.line


def write_baseline(baseline: Baseline) -> None:
    """Raises OSError."""
    from linter.yamlwriting import scalar, write_whole

    lines = []
    for name, entries in sorted(baseline.files.items()):
        if entries.total():
            lines.append(f"  {scalar(name)}:\n")
            lines += [f"    - {code} {digits}\n" for code, digits in sorted(entries.elements())]
    write_whole(baseline.path, _HEAD + ("".join(lines) or "  {}\n"))


def _entry(node: Node) -> Entry:
    code, digits = (*node.text().split(maxsplit=1), "")[:2]
    if not FINGERPRINT.fullmatch(digits):
        zh = f"应当是代码和指纹，如 T303 0123456789abcdef，现在是“{node.text()}”。"
        en = f"expected a code and a fingerprint such as `T303 0123456789abcdef`, found `{node.text()}`"
        node.fail(zh, en)
    return code, digits
