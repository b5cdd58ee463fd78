"""Configuration: what a repository wants of the linter, in `gouji.toml` or in its `pyproject.toml`."""

from __future__ import annotations

from linter.config.settings import Config, ConfigError

__all__ = ["Config", "ConfigError"]
