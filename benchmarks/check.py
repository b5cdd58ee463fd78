"""What a check costs, in ratios measured in one run: `python benchmarks/check.py`.

Cold commands against bare Python (processor time of whole processes, from the second start on), each further report
in one process against one compiled pass of a regular expression over the same text, and how cost grows with the
length of a report. Absolute times vary with the machine; the ratios hold.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from linter.check import Kit, load_kit  # noqa: E402
from linter.sources import UnreadableError, read_bytes  # noqa: E402

COLD_RUNS = 25
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
GROWTH = (
    ("prose", "六、其他需要报告的事项\n全年主动公开政府信息15条，收到申请3件，同比增长12%。\n", 5_000_000),
    ("table rows", "1.属于国家秘密 1 0 0 0 0 0 1\n", 115_000),
    ("digits", "7", 40_000),
    ("blanks", " \t", 200_000),
    ("labels without figures", "属于国家秘密\n", 70_000),
    ("single characters", "属\n于\n国\n家\n", 80_000),
    ("ordinals", "（一）\n", 40_000),
    ("page marks", "－9－\n", 40_000),
)
ANCHORS = re.compile(
    r"第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]|[\d,.]+(?:\s+[\d,.]+)*"
)


def processor_seconds(command: list[str]) -> float:
    """The processor time of a whole process, children's accounting."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds(work: Callable[[], object], least: float = 0.3) -> float:
    """Processor time of one call, the best of several rounds."""
    best, start = float("inf"), time.process_time()
    while best == float("inf") or time.process_time() - start < least:
        before = time.process_time()
        work()
        best = min(best, time.process_time() - before)
    return best


def cold() -> None:
    """The whole command as it is started from a shell, for each kind of report and output."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        bare = [sys.executable, "-c", "pass"]
        for path in EXAMPLES:
            for output in ("text", "html"):
                command = [sys.executable, "-m", "linter", "check", str(path), "--format", output]
                processor_seconds(command)  # what is kept for the next start is made
                # In turns, because the speed of a shared machine changes by the second.
                pairs = [(processor_seconds(command), processor_seconds(bare)) for _ in range(COLD_RUNS)]
                spent = statistics.median(one for one, _ in pairs)
                ratio = statistics.median(one / other for one, other in pairs)
                print(f"cold {output} {path.name}: {spent * 1e3:.0f} ms, {ratio:.1f} x bare Python", flush=True)


def warm() -> None:
    kit = load_kit()
    for path in EXAMPLES:
        data = path.read_bytes()
        text = data.decode("utf-8")
        one = seconds(functools.partial(check_quietly, kit, data, path.name))
        scan = seconds(functools.partial(ANCHORS.findall, text))
        print(f"further report {path.name}: {one * 1e3:.2f} ms, {one / scan:.0f} x one pass of a pattern")


def growth() -> None:
    """Twice the text should cost about twice the time, whatever it consists of."""
    kit = load_kit()
    report = EXAMPLES[0].read_text(encoding="utf-8")
    for name, piece, size in GROWTH:
        costs = []
        for times in (1, 2):
            filling = piece * (size * times // len(piece))
            data = f"{report}\n三、收到和处理政府信息公开申请情况\n{filling}".encode()
            costs.append(seconds(functools.partial(check_quietly, kit, data, name), 0.0))
        spent, ratio = costs[1], costs[1] / costs[0]
        print(f"{name}: {size * 2 / 1e6:.2f} M characters in {spent:.2f} s, {ratio:.2f} x for twice the text")


def check_quietly(kit: Kit, data: bytes, name: str) -> None:
    with contextlib.suppress(UnreadableError):
        kit.check(read_bytes(data, name))


if __name__ == "__main__":
    cold()
    warm()
    growth()
