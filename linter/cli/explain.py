"""`gouji explain CODE`: one rule in full."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli import options
from linter.cli.outlet import open_outlet
from linter.cli.selection import unknown_code
from linter.cli.setup import Asked, Setups


@click.command("explain", short_help="解释一条规则 Explain a rule.")
@click.argument("code")
@options.rules()
@options.config()
@options.lang()
@options.no_color()
def command(code: str, folder: Path | None, config: Path | None, lang: str, no_color: bool) -> int:
    """一条规则的全文：条件、依据、例子、已知例外。

    One rule in full: condition, authority, examples, exceptions.
    """
    from linter.rendering.explain import explain
    from linter.rendering.interface import Manner
    from linter.waivers.rules import RULES

    setup = Setups(Asked(config=config, folder=folder, lang=options.lang_given(), locale=lang)).of(Path.cwd())
    rules, lang = setup.rules, setup.lang
    rule = rules.by_code.get(code.upper()) or RULES.get(code.upper())
    moved = rule is None
    if rule is None:
        rule = next((one for one in rules.rules if code.upper() in one.formerly), None)
    if rule is None:
        raise unknown_code(code, rules, lang)
    outlet = open_outlet(None, lang, not no_color)
    if moved:
        old, new = code.upper(), rule.code
        outlet.write(f"{old} is now {new}.\n" if lang == "en" else f"{old} 现在是 {new}。\n")
    outlet.write(explain(rule, Manner(lang, screen=outlet.screen)))
    return 0
