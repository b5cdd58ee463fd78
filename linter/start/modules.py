"""The compiled modules of this package, all in one file of the user's cache.

Looking for two hundred small files one by one took a fifteenth of a cold check; compiling them, where Python may not
write its bytecode beside them, takes longer than the check itself. What one start imports is kept for the next. A
module whose source has changed since is imported as usual, and so is every one if anything is amiss.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING, Any

from linter import __version__
from linter.cache import forget_old, path_for_python, replace_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import CodeType, ModuleType

_PACKAGE = "linter."
_MARK = b"gouji modules\n"
_DIGITS = 8
"""The file begins with the mark; then so many bytes say how long the list of contents is that follows."""

_Source = tuple[str, int, int, int]
"""Where the source of a module stands, when it and what is known of it were last changed (in nanoseconds), its size."""
_Contents = dict[str, tuple[_Source, int, int]]
"""Modules by name: the source as it was, where the code begins after the list, and how long it is."""


def import_from_cache() -> None:
    """To be called once, before most modules are imported."""
    kind = sha256(f"{__version__} {__file__} {sys.flags.optimize}".encode()).hexdigest()[:8]
    path = path_for_python(f"modules-{kind}", ".marshal")
    if path is not None:
        importer = _Importer(path)
        sys.meta_path.insert(0, importer)
        atexit.register(importer.keep)


class _Importer:
    """Finds and loads the modules that the file has; of all others it notes the names, to keep them at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._others: list[str] = []
        self._contents: _Contents = {}
        self._start = len(_MARK) + _DIGITS
        try:
            self._file = path.open("rb", buffering=0)
            if self._file.read(len(_MARK)) == _MARK:
                length = int.from_bytes(self._file.read(_DIGITS), "little")
                found = marshal.loads(self._file.read(length))  # noqa: S302  # a file of this user's own
                self._contents = found if isinstance(found, dict) else {}
                self._start += length
        except Exception:  # noqa: BLE001  # there is none yet, or a damaged one, which is as good as none
            return

    def find_spec(self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        if not name.startswith(_PACKAGE):
            return None
        try:
            source = self._contents[name][0]
            if source == _source(source[0]):
                code: CodeType = marshal.loads(self._code(name))  # noqa: S302
                if code.co_filename == source[0]:
                    return _spec(name, source[0], code, self)
        except Exception:  # noqa: BLE001, S110  # it is not there, or damaged, or gone
            pass
        self._others.append(name)
        return None

    def create_module(self, _spec: ModuleSpec) -> None:
        """A usual one will do."""

    def exec_module(self, module: ModuleType) -> None:
        spec = module.__spec__
        assert spec is not None
        code, spec.loader_state = spec.loader_state, None
        module.__file__ = spec.origin
        exec(code, module.__dict__)  # noqa: S102

    def keep(self) -> None:
        """Writes what this start had to look for, next to what the file has."""
        with suppress(Exception):  # What cannot be kept is looked for again.
            self._keep()

    def _keep(self) -> None:
        codes = {}
        for name in self._others:
            spec: Any = getattr(sys.modules.get(name), "__spec__", None)
            if spec is not None and spec.has_location:
                source = _source(spec.origin)
                codes[name] = source, marshal.dumps(spec.loader.get_code(name))
        if not codes:
            return
        old = {name: (entry[0], self._code(name)) for name, entry in self._contents.items() if name not in codes}
        contents: _Contents = {}
        end = 0
        for name, (source, code) in (old | codes).items():
            contents[name] = source, end, len(code)
            end += len(code)
        listed = marshal.dumps(contents)
        everything = (code for _, code in (old | codes).values())
        length = len(listed).to_bytes(_DIGITS, "little")
        if self._contents:
            self._file.close()  # Windows replaces no file that is open.
        replace_file(self._path, b"".join([_MARK, length, listed, *everything]))
        forget_old(self._path, "modules")

    def _code(self, name: str) -> bytes:
        _, start, length = self._contents[name]
        start += self._start
        if hasattr(os, "pread"):  # Forked processes share the file's position.
            return os.pread(self._file.fileno(), length, start)
        self._file.seek(start)
        return self._file.read(length)


def _source(path: str) -> _Source:
    found = os.stat(path)  # noqa: PTH116  # a Path for each module would cost more than the question
    return path, found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _spec(name: str, source: str, code: CodeType, importer: _Importer) -> ModuleSpec:
    folder, file = os.path.split(source)
    package = file == "__init__.py"
    spec = ModuleSpec(name, importer, origin=source, loader_state=code, is_package=package)  # type: ignore[arg-type]
    if package:
        spec.submodule_search_locations = [folder]
    return spec
