"""Output formats: one small file each, imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.rendering.interface import Manner, Writer

FORMATS = ("text", "json", "jsonl", "html", "sarif", "github", "gitlab", "junit", "markdown")
"""What `check` can write; each is a module of this package with a `writer(manner)`."""


def writer(name: str, manner: Manner) -> Writer:
    """The writer of a format in FORMATS."""
    module = import_module(f"linter.rendering.{name}")
    made: Writer = module.writer(manner)
    return made
