"""From a configuration file to a `Config`; every mistake is a ConfigError with the nearest right name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from linter.config.keys import BY_NAME, DAY, Key
from linter.config.settings import Config, ConfigError
from linter.config.toml import load
from linter.finding import Severity
from linter.nearest import nearest

SECTION = ("tool", "gouji")
_DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def read_config(path: Path, asked: bool = False) -> Config:
    """The configuration in `gouji.toml`, or in the part of `pyproject.toml` that is ours; raises ConfigError, also
    where somebody `asked` for this file and it has no such part."""
    values, lines = load(path)
    if path.name == "pyproject.toml":
        tool = values.get(SECTION[0], {})
        if asked and (not isinstance(tool, dict) or SECTION[1] not in tool):
            zh, en = (
                "没有 [tool.gouji] 这一段，请补上，或另给一个配置文件。",
                "has no [tool.gouji]; add it, or name another file",
            )
            raise ConfigError(path, None, zh, en)
        values = tool.get(SECTION[1], {}) if isinstance(tool, dict) else {}
        prefix = "\0".join(SECTION) + "\0"
        heading = lines.get("\0".join(SECTION), 1)
        lines = {name.removeprefix(prefix): line for name, line in lines.items() if name.startswith(prefix)}
        lines["\0".join(SECTION)] = heading
    config = Config(path.absolute().parent, path, lines=lines)
    if not isinstance(values, dict):
        _expected(config, SECTION, "一个小标题 [tool.gouji]", "a heading [tool.gouji]")
    return config._replace(**{name.replace("-", "_"): _value(config, name, one) for name, one in values.items()})


def unknown(config: Config, place: tuple[str, ...], names: Iterable[str], what: tuple[str, str]) -> ConfigError:
    """The complaint about a name that nobody knows; `place` leads to it, `what` says what it was to be."""
    known = sorted(names)
    near = nearest(place[-1], known)
    listed = "、".join(known[:12])
    zh = f"没有叫 {place[-1]} 的{what[0]}，" + (f"是不是 {near}？" if near else f"可用的有 {listed}。")
    en = f"unknown {what[1]} {place[-1]}; " + (
        f"did you mean {near}?" if near else f"there are {', '.join(known[:12])}"
    )
    return ConfigError(config.path or config.folder, config.line(*place), zh, en)


def _value(config: Config, name: str, value: Any) -> Any:
    key = BY_NAME.get(name)
    if key is None and name in SECTION and isinstance(value, dict):
        zh = f"在 {config.path} 里各项直接写在最上面，请去掉这个小标题，它只用在 pyproject.toml 里。"
        en = "keys stand at the top level here; remove this heading, which is for pyproject.toml"
        raise ConfigError(config.path or config.folder, config.line(*SECTION) or config.line(name), zh, en)
    if key is None:
        raise unknown(config, (name,), BY_NAME, ("配置项", "key"))
    if key.kind == "word":
        return _word(config, (name,), value, key.words)
    if key.kind == "list":
        return _list(config, (name,), value, key.least)
    if key.kind == "text":
        return value if isinstance(value, str) and value.strip() else _expected(config, (name,), "一段文字", "text")
    return _table(config, key, value)


def _table(config: Config, key: Key, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        _expected(config, (key.name,), f"一个表，如 {key.example}", f"a table such as {key.example_en or key.example}")
    found: dict[str, Any] = {}
    for name, one in value.items():
        place = (key.name, name)
        if key.names and name not in key.names:
            raise unknown(config, place, key.names, ("名称", "name"))
        match key.kind_in_table:
            case "word":
                found[name] = Severity(_word(config, place, one, key.words))
            case "list":
                found[name] = _list(config, place, one)
            case _:
                found[name] = _day(config, place, one)
    return found


def _word(config: Config, place: tuple[str, ...], value: Any, words: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        _expected(config, place, f"{'、'.join(words)} 之一，加引号", f"one of {', '.join(words)} in quotes")
    if value not in words:
        raise unknown(config, (*place, value), words, (f"值（{place[-1]}）", f"value of {place[-1]}"))
    return value


def _list(config: Config, place: tuple[str, ...], value: Any, least: int = 0) -> tuple[str, ...]:
    if not isinstance(value, list):
        _expected(config, place, '一个列表，如 ["甲", "乙"]', 'a list such as ["a", "b"]')
    if len(value) < least:
        _expected(config, place, "至少有一项的列表；不用它就删去这一行", "a list of at least one; or remove the line")
    if not all(isinstance(one, str) and one.strip() for one in value):
        _expected(config, place, "加引号的文字的列表，每一项都不空", "a list of texts in quotes, none of them empty")
    return tuple(one.strip() for one in value)


def _day(config: Config, place: tuple[str, ...], value: Any) -> str:
    found = re.fullmatch(DAY, value) if isinstance(value, str) else None
    if found is None or int(found[2]) > _DAYS.get(int(found[1]), 31):
        _expected(config, place, '月-日，如 "01-31"', 'month and day, such as "01-31"')
    return str(value)


def _expected(config: Config, place: tuple[str, ...], zh: str, en: str) -> NoReturn:
    path, name = config.path or config.folder, place[-1]
    said = f"{name} 应当是{' ' if zh[0].isascii() else ''}{zh}。"
    raise ConfigError(path, config.line(*place), said, f"{name} should be {en}")
