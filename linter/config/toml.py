"""TOML with lines: the standard parser reads the values, and a second look finds where each of them stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from linter.config.settings import ConfigError
from linter.mishap import why
from linter.patterns import compiled

_LIMIT = 256 * 1024
_HEADER = compiled(r"\s*\[{1,2}([^\[\]]+)\]{1,2}\s*(?:#.*)?$")
_NAME = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_KEY = compiled(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=")
_INLINE = compiled(rf"({_NAME})\s*=")
_WORD = compiled(r""""([^"\\]*)"|'([^']*)'""")


def load(path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """The values of a file, and the lines of its keys and words; raises ConfigError."""
    try:
        if path.stat().st_size > _LIMIT:
            size = _LIMIT // 1024
            zh, en = f"文件超过 {size} kB，不像是配置，请核对。", f"larger than {size} kB, hardly a configuration"
            raise ConfigError(path, None, zh, en)
        data = path.read_bytes()
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as problem:
        reason = why(problem)
        raise ConfigError(path, None, f"配置文件读不了：{reason.zh}。", f"cannot be read: {reason.en}") from None
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        zh, en = "配置文件不是 UTF-8 编码，请另存为 UTF-8。", "not UTF-8 text; save it as UTF-8"
        raise ConfigError(path, line, zh, en) from None
    try:
        return tomllib.loads(text), dict(_lines(text))
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise _broken(path, text, str(problem)) from None


def _broken(path: Path, text: str, problem: str) -> ConfigError:
    from linter.config.tomlproblem import place_and_kind

    line, kind = place_and_kind(problem, text)
    return ConfigError(path, line, f"不合 TOML 的写法：{kind.zh}。", f"not TOML: {kind.en}")


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """Names joined by NUL, outermost first, with their lines; of a word that comes twice below a key the last one."""
    header: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HEADER.match(line):
            header = key = tuple(_names(found[1]))
            yield "\0".join(header), number
            continue
        rest = line
        if found := _KEY.match(line):
            key, rest = (*header, *_names(found[1])), line[found.end() :]
            yield "\0".join(key), number
        if rest.lstrip().startswith("#"):
            continue
        for name in _INLINE.findall(rest):
            yield "\0".join((*key, *_names(name))), number
        for word in _WORD.finditer(rest):
            yield "\0".join((*key, word[1] if word[1] is not None else word[2])), number


def _names(text: str) -> Iterator[str]:
    for name in re.findall(_NAME, text):
        yield name[1:-1] if name[0] in "\"'" else name
