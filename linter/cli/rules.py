"""`gouji rules`: one line for each rule; or whether the rules keep what their cases promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.outlet import open_outlet
from linter.cli.setup import Asked, Setup, Setups
from linter.waivers import CODES as WAIVER_CODES

if TYPE_CHECKING:
    from linter.judging.rule import Rule


@click.command("rules", short_help="列出规则 List the rules.")
@click.option("--check", "checking", is_flag=True, help="执行规则里的例子 Run the cases of one's own rules.")
@options.profile()
@options.rules()
@options.config()
@options.lang()
def command(checking: bool, profile: str | None, folder: Path | None, config: Path | None, lang: str) -> int:
    """列出每条规则：代码、名称、程度、开关、标题。

    List every rule: code, name, severity, on or off, title.
    """
    asked = Asked(config=config, profile=profile, folder=folder, lang=options.lang_given(), locale=lang)
    setup = Setups(asked).of(Path.cwd())
    return _check(setup) if checking else _list(setup)


def _list(setup: Setup) -> int:
    from linter.waivers.rules import RULES

    listed = [*setup.rules.rules, *(RULES[code] for code in WAIVER_CODES)]
    width = max((len(rule.name) for rule in listed), default=0)
    outlet = open_outlet(None, setup.lang)
    for rule in listed:
        switch = "on" if rule.code in setup.selection.enabled else "off"
        title = rule.title(setup.lang)
        outlet.write(f"{rule.code:<6} {rule.name:<{width}}  {_severity(rule, setup):<7}  {switch:<3}  {title}\n")
    return 0


def _severity(rule: Rule, setup: Setup) -> str:
    changed = setup.config.severities
    fitting = [code for code in changed if rule.code.startswith(code.upper())]
    return str(changed[max(fitting, key=len)] if fitting else rule.severity)


def _check(setup: Setup) -> int:
    """Runs the cases of the rules of one's own, of all where there are none; 1 if a rule breaks its promise."""
    from linter.judging.cases import run_cases

    own = [rule for rule in setup.rules.rules if setup.family.folder not in Path(rule.path).parents]
    chosen = own or list(setup.rules.rules)
    outlet, lang = open_outlet(None, setup.lang), setup.lang
    problems = [problem for rule in chosen for problem in run_cases(rule, setup.rules, lang)]
    for problem in problems:
        outlet.write(f"{problem}\n")
    cases = sum(len(rule.cases) for rule in chosen)
    zh = f"{len(chosen)} 条规则、{cases} 个例子，" + (f"{len(problems)} 处不符。" if problems else "全部符合。")
    en = f"{len(chosen)} rules, {cases} cases: " + (f"{len(problems)} do not hold" if problems else "all hold")
    outlet.write(f"{en if lang == 'en' else zh}\n")
    return 1 if problems else 0
