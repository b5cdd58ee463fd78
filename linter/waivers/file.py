"""`gouji-waivers.yaml`: waivers for the reports in its folder, of whatever format, each by its fingerprint."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from linter.config.discovery import WAIVERS as NAME
from linter.config.settings import ConfigError
from linter.patterns import compiled
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.yamlfile import Node

FINGERPRINT = compiled(r"[0-9a-f]{16}")
HEAD = """\
# 有意接受的问题。每一条都要写明理由；由 gouji waive 添加，也可以手工增删。
# Findings accepted on purpose, each with its reason; written by `gouji waive`, and may be edited.
waivers:
"""


class Entry(NamedTuple):
    """A waiver of the file: the report's name in this folder, the finding, why; `rule` may be empty."""

    file: str
    fingerprint: str
    rule: str
    reason: str
    line: int = 0

    @property
    def place(self) -> tuple[str, str]:
        return (f"{NAME} 第 {self.line} 行", f"{NAME}, line {self.line}")


def _name(node: Node, path: Path) -> str:
    """The report's name, whatever way round leads to it; a waiver for another folder would hold for nothing."""
    folder, written = path.absolute().parent, node.text()
    name = os.path.relpath(os.path.normpath(folder / written), folder)
    if os.sep in name or name in (os.curdir, os.pardir):
        near = Path(written.rstrip("/")).name
        zh = f"file 只写同一个文件夹里的文件名，现在是“{written}”；请在那份报告旁边的 {NAME} 里写 {near}。"
        en = f"`file` names a report in this folder, found `{written}`; write it into the {NAME} beside it as `{near}`"
        node.fail(zh, en)
    return name


def read_entries(path: Path, text: str | None = None) -> tuple[Entry, ...]:
    """The waivers in a file, or in the text that it is to have; raises ConfigError."""
    from linter.yamlfile import YamlError, is_blank, load, parse

    def _optional(node: Node | None) -> str:
        return "" if node is None or node.value == "" else node.text().strip()

    def entry(node: Node) -> Entry:
        keys = node.mapping(allowed=("rule", "reason"), required=("file", "fingerprint"))
        digits = keys["fingerprint"].text()
        if not FINGERPRINT.fullmatch(digits):
            zh = f"fingerprint 应当是 16 位十六进制数字，现在是“{digits}”；gouji check --format json 可以看到。"
            keys["fingerprint"].fail(zh, f"expected 16 hex digits as `fingerprint`, found `{digits}`")
        rule, reason = (_optional(keys.get(key)) for key in ("rule", "reason"))
        return Entry(_name(keys["file"], path), digits, rule, reason, node.line)

    try:
        if text is None and is_blank(path):
            return ()
        top = load(path) if text is None else parse(text.removeprefix("\ufeff"), str(path))
        keys = top.mapping(allowed=(), required=("waivers",))
        empty = keys["waivers"].value == ""
        return () if empty else tuple(entry(node) for node in keys["waivers"].sequence())
    except YamlError as problem:
        raise ConfigError(path, problem.line, f"豁免文件有误：{problem.message.zh}", problem.message.en) from None
