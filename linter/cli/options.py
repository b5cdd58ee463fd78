"""Options that several commands share. Help is bilingual and short: click counts a Chinese character as one column."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli.language import LANGUAGES, language
from linter.cli.problem import CommandError
from linter.cli.selection import PROFILES

if TYPE_CHECKING:
    from linter.family import Family
    from linter.judging.rule import RuleSet

_GIVEN = "linter.lang"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _locale(context: click.Context, _option: click.Parameter, value: str | None) -> str:
    context.meta[_GIVEN] = value
    return value or language()


def lang_given() -> str | None:
    """The language that the command line asks for, None where it asks for none."""
    found = click.get_current_context().meta.get(_GIVEN)
    return found if isinstance(found, str) else None


def lang() -> Decorator:
    return click.option("--lang", type=click.Choice(LANGUAGES), callback=_locale, help="语言 Language of the output.")


def rules() -> Decorator:
    return click.option(
        "--rules",
        "folder",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="另一类报告的规则文件夹 Rules of another family.",
    )


def profile() -> Decorator:
    return click.option(
        "--profile",
        type=click.Choice(PROFILES),
        help="规则范围 Which rules are on: strict has all.",
    )


def output() -> Decorator:
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="写到文件 Write to a file."
    )


def stdin_name() -> Decorator:
    return click.option(
        "--stdin-name", metavar="NAME", default="-", help="标准输入的文件名 What to call standard input (-)."
    )


def no_color() -> Decorator:
    return click.option("--no-color", is_flag=True, help="不用颜色 No colours (also: NO_COLOR).")


def config() -> Decorator:
    return click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="用这个配置文件 Configuration instead of the one found.",
    )


def load(folder: Path | None, lang: str, more: tuple[Path, ...] = ()) -> tuple[Family, RuleSet]:
    """A family and its rules, with those in `more` places; raises CommandError if there are none in `folder`,
    YamlError if they are broken."""
    from linter.kit import load_kit

    if folder is not None and not (folder / "family.yaml").is_file():
        if lang == "en":
            raise CommandError(
                f"{folder} holds no rules: it has no family.yaml; rules of your own go into `rules` in gouji.toml"
            )
        raise CommandError(f"{folder} 里没有规则：缺少 family.yaml；自己加的规则要写进 gouji.toml 的 rules。")
    return load_kit(folder, more)
