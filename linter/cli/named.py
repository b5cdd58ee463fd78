"""What a configuration names: the family of reports, rules of one's own, and what is known of the agencies."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from linter.cli import options
from linter.config import Config, ConfigError

if TYPE_CHECKING:
    from linter.family import Family
    from linter.judging.rule import RuleSet


def load_named(config: Config, lang: str, folder: Path | None) -> tuple[Family, RuleSet]:
    """A family that the command line names comes without the configuration's rules, which are for another one."""
    if folder is not None or (config.family is None and not config.rules):
        return options.load(folder, lang)
    folder = _family_folder(config) if config.family is not None else None
    more = tuple(_existing(config, name) for name in config.rules)
    return options.load(folder, lang, more) if more else options.load(folder, lang)


def _family_folder(config: Config) -> Path | None:
    """The folder of a family, by its name if it comes with the tool, else by its path."""
    from linter.config.reading import unknown
    from linter.resources import rules_folder

    name = config.family or ""
    if (own := config.folder / name / "family.yaml").is_file():
        return short(own.parent)
    shipped = [one.name for one in rules_folder("").iterdir() if (one / "family.yaml").is_file()]
    if name not in shipped:
        raise unknown(config, ("family", name), shipped, ("报告种类或放有 family.yaml 的文件夹", "family or folder"))
    return rules_folder(name)


def _existing(config: Config, name: str) -> Path:
    from linter.resources import yaml_files

    path = config.folder / name
    if not path.exists() or (path.is_dir() and not yaml_files(path)):
        zh = f"rules 里的 {name} 不存在，或里面没有 .yaml 规则文件，请核对；路径从配置文件所在的文件夹算起。"
        en = (
            f"{name} in `rules` does not exist or holds no rule files"
            "; correct it: paths count from the configuration's folder"
        )
        raise ConfigError(config.path or config.folder, config.line("rules", name), zh, en)
    return short(path)


def existing(config: Config, name: str) -> Path:
    """What `paths` names; raises ConfigError where there is nothing, because nobody typed it who would look."""
    path = config.folder / name
    if not path.exists():
        zh = f"paths 里的 {name} 不存在，请核对；路径从配置文件所在的文件夹算起。"
        en = f"{name} in `paths` does not exist; correct it: paths count from the configuration's folder"
        raise ConfigError(config.path or config.folder, config.line("paths", name), zh, en)
    return short(path)


def adapted(family: Family, config: Config) -> Family:
    """The family with what the configuration knows of this repository's agencies."""
    if config.level is None and not config.deadlines:
        return family
    return family.replaced(usual_level=config.level, deadlines=config.deadlines)


def short(path: Path) -> Path:
    """The path as a person would write it here."""
    relative = os.path.relpath(path)
    return Path(os.path.normpath(path)) if relative.startswith("..") or not path.is_absolute() else Path(relative)
