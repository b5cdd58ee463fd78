"""What a check costs, in ratios measured in one run: `python benchmarks/check.py`.

Cold command against bare Python (processor time of whole processes), each further report in one process against
one compiled pass of a regular expression over the same text, and how cost grows with the length of a report.
Absolute times vary with the machine; the ratios hold.
"""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from linter.check import load_kit  # noqa: E402
from linter.sources import read_bytes  # noqa: E402

EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
ANCHORS = re.compile(r"第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|[\d,.]+(?:\s+[\d,.]+)*")


def processor_seconds(command: list[str], runs: int = 9) -> float:
    """The median processor time of a whole process, children's accounting."""
    spent = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent)


def seconds(work: Callable[[], object], least: float = 0.3) -> float:
    """Processor time of one call, the best of several rounds."""
    best, start = float("inf"), time.process_time()
    while time.process_time() - start < least:
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def cold() -> None:
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "linter")], check=False)
    environment_hint = " (bytecode off)" if os.environ.get("PYTHONDONTWRITEBYTECODE") else ""
    bare = processor_seconds([sys.executable, "-c", "pass"])
    check = processor_seconds([sys.executable, "-m", "linter", "check", str(EXAMPLES[0])])
    print(f"cold command{environment_hint}: {check * 1e3:.0f} ms, {check / bare:.1f} x bare Python ({bare * 1e3:.0f} ms)")


def warm() -> None:
    kit = load_kit()
    for path in EXAMPLES:
        data = path.read_bytes()
        text = data.decode("utf-8")
        one = seconds(lambda data=data, path=path: kit.check(read_bytes(data, path.name)))  # type: ignore[misc]
        scan = seconds(lambda text=text: ANCHORS.findall(text))  # type: ignore[misc]
        print(f"further report {path.name}: {one * 1e3:.2f} ms, {one / scan:.0f} x one pass of a pattern")


def growth() -> None:
    kit = load_kit()
    report = EXAMPLES[0].read_text(encoding="utf-8")
    head, _, tail = report.partition("二、")
    rows = "\n".join(f"{n}.属于国家秘密 1 0 0 0 0 0 1" for n in range(10_000))
    kinds = {
        "prose": lambda size: head + "全年主动公开政府信息15条，收到申请3件。\n" * (size // 21) + "二、" + tail,
        "table rows": lambda size: report + rows[:size],
        "digits": lambda size: head + "7" * size + "\n二、" + tail,
    }
    for name, size in (("prose", 5_000_000), ("table rows", 115_000), ("digits", 40_000)):
        times = []
        for factor in (1, 2):
            data = kinds[name](size * factor).encode()
            times.append(seconds(lambda data=data: kit.check(read_bytes(data, name)), 0.0))  # type: ignore[misc]
        print(f"{name}: {size * 2 / 1e6:.2f} MB in {times[1]:.2f} s, twice the text costs {times[1] / times[0]:.2f} x")


if __name__ == "__main__":
    cold()
    warm()
    growth()
