"""Standard input as a source."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from linter.files import Unreadable

if TYPE_CHECKING:
    from linter.sources import Source


def read_stdin(name: str) -> Source | Unreadable:
    """What stands on standard input, called `name`; no more is read than a source may have."""
    from linter.sources import UnreadableError, read_bytes
    from linter.sources.text import MAX_BYTES

    if sys.stdin is None:
        return Unreadable(name, "标准输入是关闭的，请给出文件名 (standard input is closed; name a file)")
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            limit = MAX_BYTES // 1_000_000
            return Unreadable(
                name,
                f"标准输入超过上限 {limit} MB，不像是一份年度报告，请只留报告本身"
                " (too large for a report; keep the report only)",
            )
        return read_bytes(data, name)
    except UnreadableError as problem:
        return Unreadable(problem.path, problem.reason)
    except (OSError, ValueError) as problem:
        return Unreadable(name, f"标准输入读不了，请给出文件名：{problem} (standard input cannot be read)")
