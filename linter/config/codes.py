"""The codes of rules in a configuration, which only the loaded rules can judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.config.reading import unknown
from linter.config.settings import Config


def refuse_unknown_codes(config: Config, known: Sequence[str]) -> None:
    """Raises ConfigError for the first code or prefix that no rule has."""
    for place in _codes(config):
        if not any(code.startswith(place[-1].upper()) for code in known):
            raise unknown(config, place, known, ("规则", "rule"))


def _codes(config: Config) -> Iterator[tuple[str, ...]]:
    yield from (("select", code) for code in config.select)
    yield from (("ignore", code) for code in config.ignore)
    yield from (("severities", code) for code in config.severities)
    for pattern, codes in config.per_file_ignores.items():
        yield from (("per-file-ignores", pattern, code) for code in codes)
