"""What one PDF may cost. The longest published reports have some forty pages and two thousand characters on one."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import zlib
from typing import Any

MAX_PAGES = 150
"""A page takes 40 to 80 ms: so many still end within the time limit on a slow machine."""
MAX_OBJECTS = 200_000
"""Characters and line segments in the whole file, some 60 bytes each while they are held."""
MAX_PAGE_OBJECTS = 60_000
"""Characters and line segments on one page: more were drawn by no person."""
MAX_CONTENT = 4_000_000
"""Bytes of one page's drawing instructions, two seconds' work; the pages of reports have some fifty thousand."""
MAX_CONTENT_TOTAL = 15_000_000
"""Bytes of all pages' drawing instructions."""
MAX_INFLATED = 50_000_000
"""Bytes of one stream, such as a font, after decompression."""
MAX_INFLATED_TOTAL = 300_000_000
"""Bytes of all streams; they are not held at the same time."""
SECONDS = 30
"""Wall clock and processor time for one file."""
MEMORY = 260_000_000
"""Bytes of memory that the child process may ask for."""
EXIT_MEMORY = 81
"""Exit status of the child when it needs more memory than that."""

_BLOCKS = 2_500_000
"""Python objects that fill that memory: some hundred bytes each."""
_PATROL = 0.05


class TooLargeError(Exception):
    """The file holds more than any report."""


class _Inflating:
    """Stands in for `zlib` in pdfminer, which inflates a stream whole however large it becomes."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    def __init__(self) -> None:
        self._left = MAX_INFLATED_TOTAL

    def decompress(self, data: bytes) -> bytes:
        inflater = zlib.decompressobj()
        limit = min(MAX_INFLATED, self._left)
        inflated = inflater.decompress(data, limit + 1)
        if len(inflated) > limit:
            raise TooLargeError
        if not inflater.eof:
            raise zlib.error("incomplete stream")
        self._left -= len(inflated)
        return inflated


def bound_inflating() -> None:
    """From now on, pdfminer in this process inflates no stream beyond the limit."""
    from pdfminer import pdftypes

    module: Any = pdftypes
    module.zlib = _Inflating()


def bound_process() -> None:
    """Bounds the memory and the processor time of this process: by the system where it can, and everywhere by a
    patrol that counts Python's objects. Data is bounded, not address space, which libraries reserve and do not use."""
    if sys.platform != "win32":
        import resource

        for kind, limit in ((resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
            with contextlib.suppress(ValueError, OSError):
                # The processor's time ends with a signal at the first value, and without one at the second.
                resource.setrlimit(kind, (limit, limit + 5))
    threading.Thread(target=_patrol, daemon=True).start()


def _patrol() -> None:
    pause = threading.Event()
    while not pause.wait(_PATROL):
        if sys.getallocatedblocks() > _BLOCKS:
            os._exit(EXIT_MEMORY)
