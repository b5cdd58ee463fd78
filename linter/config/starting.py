"""What `gouji init` writes: every key with its meaning and an example, all of it commented out."""

from __future__ import annotations

from linter.config.keys import KEYS, Key

HOOKS_FILE = ".pre-commit-config.yaml"
HOOK = """\
  - repo: local
    hooks:
      - id: gouji
        name: gouji 勾稽
        entry: gouji check --tolerate-unreadable --
        # 用的是本机装好的 gouji；每次自动安装的写法见 docs/hooks.md。
        # This uses the gouji that is installed; docs/hooks.md shows how to have it installed by pre-commit.
        language: system
        files: (?i)(年报|年度报告).*\\.(txt|md|html|docx)$
        require_serial: true
        verbose: true
"""
_HEAD = """\
# gouji（勾稽）的配置。去掉行首的 # 就生效；命令行上的选项优先。
# Configuration of gouji; remove the # to switch a line on. Options of the command line win.
"""


def starting_config(schema: bool = False) -> str:
    """The text of a `gouji.toml`; with `schema`, editors are told of the one beside it."""
    head = ("#:schema ./gouji.schema.json\n" if schema else "") + _HEAD
    return head + "".join(_lines(key) for key in KEYS)


def _lines(key: Key) -> str:
    words = (key.words or key.names) if key.kind != "table" or key.kind_in_table != "list" else ()
    listed = f"（{' | '.join(words)}）" if words else ""
    about = f"\n# {key.about.zh}{listed}\n# {key.about.en}\n"
    if key.kind == "table":
        return f"{about}# [{key.name}]\n# {key.example}\n"
    return f"{about}# {key.name} = {key.example}\n"
