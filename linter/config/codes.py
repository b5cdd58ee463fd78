"""The codes of rules in a configuration, which only the loaded rules can judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.config.reading import unknown
from linter.config.settings import Config, ConfigError
from linter.patterns import compiled

_SEVERAL = compiled(r"[^\s,，、;；]+")


def refuse_unknown_codes(config: Config, known: Sequence[str]) -> None:
    """Raises ConfigError for the first code or prefix that no rule has."""
    for place in _codes(config):
        if several := _SEVERAL.findall(place[-1])[1:]:
            listed = ", ".join(f'"{code}"' for code in (_SEVERAL.findall(place[-1])[0], *several))
            zh, en = f"一项只写一个代码，请写成 {listed}。", f"one code in each pair of quotes: {listed}"
            raise ConfigError(config.path or config.folder, config.line(*place), zh, en)
        if not any(code.startswith(place[-1].upper()) for code in known):
            raise unknown(config, place, known, ("规则", "rule"))


def _codes(config: Config) -> Iterator[tuple[str, ...]]:
    yield from (("select", code) for code in config.select)
    yield from (("ignore", code) for code in config.ignore)
    yield from (("severities", code) for code in config.severities)
    for pattern, codes in config.per_file_ignores.items():
        yield from (("per-file-ignores", pattern, code) for code in codes)
