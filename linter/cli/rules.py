"""`gouji rules`: one line for each rule."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli import options
from linter.cli.outlet import open_outlet
from linter.cli.selection import enabled


@click.command("rules", short_help="列出规则 List the rules.")
@options.profile()
@options.rules()
@options.lang()
def command(profile: str, folder: Path | None, lang: str) -> int:
    """列出每条规则：代码、名称、程度、开关、标题。

    List every rule: code, name, severity, on or off, title.
    """
    _, rules = options.load(folder, lang)
    on = enabled(rules, profile)
    width = max((len(rule.name) for rule in rules.rules), default=0)
    outlet = open_outlet(None, lang)
    for rule in rules.rules:
        switch = "on" if rule.code in on else "off"
        outlet.write(f"{rule.code:<6} {rule.name:<{width}}  {rule.severity:<7}  {switch:<3}  {rule.title(lang)}\n")
    return 0
