"""Runs the worker on a file and waits for its answer, no longer than the time limit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from linter.mishap import why
from linter.sources.pdf.limits import EXIT_MEMORY, SECONDS
from linter.sources.pdf.refusal import RefusalError

_ROOT = Path(__file__).resolve().parents[3]
_SLOW = (
    f"读取 PDF 超过 {SECONDS} 秒，内容过于复杂，请改用 Word 原文件，或只导出报告的那几页"
    f" (reading took more than {SECONDS} seconds; use the Word file or export the report's own pages)"
)
_LARGE = (
    "PDF 的内容过大或过于复杂，不像是一份年度报告，请改用 Word 原文件，或重新导出"
    " (the PDF holds too much for a report; use the Word file or export it again)"
)
_FAILED = (
    "PDF 无法读取，可能已损坏，请重新导出，或改用 Word 原文件"
    " (the PDF cannot be read; export it again or use the Word file)"
)


def parsed(data: bytes) -> list[Any]:
    """The worker's pieces as JSON has them; raises RefusalError with the reason why there are none."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "linter.sources.pdf.worker"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RefusalError(_SLOW) from None
    except OSError as problem:
        zh, en = why(problem)
        told = (
            f"无法启动读取 PDF 的进程：{zh}，请改用 Word 原文件"
            f" (the PDF process cannot be started: {en}; use the Word file)"
        )
        raise RefusalError(told) from None
    if done.returncode:
        raise RefusalError(_reason(done.returncode))
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise RefusalError(answer["refused"])
    found: list[Any] = answer["pieces"]
    return found


def _reason(status: int) -> str:
    if status == EXIT_MEMORY:
        return _LARGE
    return _SLOW if -status == getattr(signal, "SIGXCPU", None) else _FAILED


def _environment() -> dict[str, str]:
    """This process's environment, with the package on the child's path wherever it was imported from."""
    path = os.pathsep.join([str(_ROOT), *filter(None, sys.path)])
    return {**os.environ, "PYTHONPATH": path}
