"""A page of every command with its options, as its help says it, for the documentation."""

from __future__ import annotations

from collections.abc import Iterator

import click

from linter.cli import COMMANDS, main

_HEAD = """\
# 命令 Commands

每个命令的全部选项，与 `gouji COMMAND --help` 相同。Every option of every command, as `gouji COMMAND --help` says it.
"""


def reference() -> str:
    """The page in Markdown, made from the commands themselves."""
    context = click.Context(main, info_name="gouji", terminal_width=80)
    return _HEAD + "".join(_command(name, context) for name in COMMANDS)


def _command(name: str, parent: click.Context) -> str:
    command = main.get_command(parent, name)
    if command is None:
        return ""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80, max_content_width=80)
    return f"\n## gouji {name}\n\n" + "\n".join(_lines(command, context)) + "\n"


def _lines(command: click.Command, context: click.Context) -> Iterator[str]:
    yield "```text"
    yield command.get_usage(context)
    yield "```"
    yield ""
    for paragraph in (command.help or "").split("\n\n"):
        lines = [line.rstrip() for line in paragraph.splitlines()]
        yield from ["```text", *lines[1:], "```"] if lines[0].strip() == "\b" else lines
        yield ""
    yield from ("| | |", "|---|---|")
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None:
            yield f"| `{record[0].replace('|', chr(92) + '|')}` | {record[1].replace('|', chr(92) + '|')} |"
