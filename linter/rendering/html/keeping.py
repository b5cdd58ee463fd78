"""Compiled templates, kept in the user's cache: compiling them takes five times as long as filling them."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from linter.cache import cache_folder, replace_file

_COMPILER = Path(jinja2.__file__).with_name("compiler.py")


class TemplateCache(BytecodeCache):
    """One file for each template as it is now; without a folder to keep it in nothing is kept.

    Jinja itself sees to it that what has changed is compiled anew; the file's name sees to a new Jinja."""

    def __init__(self) -> None:
        self._folder = cache_folder()
        self._suffix = f"{_COMPILER.stat().st_mtime_ns:x}" if _COMPILER.is_file() else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        path = self._path(bucket)
        if path is None:
            return
        try:
            bucket.bytecode_from_string(path.read_bytes())
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        path = self._path(bucket)
        if path is not None:
            replace_file(path, bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path | None:
        return self._folder / f"page-{bucket.key[:16]}-{self._suffix}.template" if self._folder else None
