"""`gouji init`: a commented configuration to begin with; nothing that is there is written over."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli import options
from linter.cli.outlet import open_outlet
from linter.cli.problem import CommandError, cannot_write, complain
from linter.config.discovery import NAME
from linter.config.starting import HOOK, HOOKS_FILE, starting_config

_SCHEMAS = ("gouji.schema.json", "gouji-rules.schema.json")


@click.command("init", short_help="写一个配置文件 Write a configuration.")
@click.option("--pre-commit", is_flag=True, help="也写 pre-commit 配置 The pre-commit snippet, too.")
@click.option("--schema", is_flag=True, help="也写 JSON Schema Schemas for editors, too.")
@options.lang()
def command(pre_commit: bool, schema: bool, lang: str) -> int:
    """在这个文件夹写一个带说明的 gouji.toml，已有的文件不动。

    Write a commented gouji.toml here; files that are there stay.
    """
    more = pre_commit or schema
    if not _write(Path(NAME), starting_config(schema), lang) and not more:
        zh, en = f"{NAME} 已经有了，没有改动。", f"{NAME} is there already; nothing was changed"
        raise CommandError(en if lang == "en" else zh)
    if pre_commit and not _write(Path(HOOKS_FILE), f"repos:\n{HOOK}", lang):
        zh, en = f"{HOOKS_FILE} 已经有了，请把下面几行加进它的 repos。", f"{HOOKS_FILE} is there; add this to its repos"
        complain(en if lang == "en" else zh)
        open_outlet(None, lang).write(HOOK)
    if schema:
        from linter.resources import schema_path

        for name in _SCHEMAS:
            _write(Path(name), schema_path(name).read_text(encoding="utf-8"), lang)
    return 0


def _write(path: Path, text: str, lang: str) -> bool:
    """Writes a file that is not there yet; False, and nothing done, where it is."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as problem:
        raise cannot_write(path, problem, lang) from None
    complain(f"wrote {path}" if lang == "en" else f"已写入 {path}。")
    return True
