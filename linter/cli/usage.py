"""Click's complaints about wrong usage, each as one sentence."""

from __future__ import annotations

import click
from click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption

from linter.cli.problem import nearest


def sentence(error: click.ClickException, lang: str) -> str:
    """What was wrong on the command line, and the nearest right thing."""
    if isinstance(error, NoSuchOption):
        return _no_such_option(error, lang)
    if lang == "en":
        return error.format_message()
    name = _name(error)
    if isinstance(error, MissingParameter):
        return f"还需要 {name}。"
    if isinstance(error, BadParameter):
        if error.param is not None and isinstance(error.param.type, click.Choice):
            return f"{name} 只能是 {'、'.join(map(str, error.param.type.choices))} 之一。"
        if error.param is not None and isinstance(error.param.type, click.IntRange):
            return f"{name} 应当是不小于 {error.param.type.min} 的整数。"
        return f"{name} 的值不对：{error.message}"
    if isinstance(error, BadOptionUsage):
        return f"{error.option_name} 后面还要写它的值。"
    return f"用法不对：{error.format_message()}"


def _no_such_option(error: NoSuchOption, lang: str) -> str:
    known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
    near = nearest(error.option_name, known)
    if lang == "en":
        return f"there is no option {error.option_name}" + (f"; did you mean {near}?" if near else "")
    return f"没有选项 {error.option_name}" + (f"，是不是 {near}？" if near else "。")


def _name(error: click.ClickException) -> str:
    param = getattr(error, "param", None)
    if param is None:
        return "参数"
    return str(param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name)
