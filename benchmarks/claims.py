"""How the time of the claims reader grows with the text, as ratios: run it, read it, it asserts nothing.

Linear is 2 for twice the text. The lower bound of reading a seed is one compiled pass over it.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from linter.reading.claims import ClaimReader  # noqa: E402
from linter.reading.claims.phrasefile import load_phrases  # noqa: E402
from linter.resources import rules_folder  # noqa: E402

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PROSE = (
    "2023年，我局共收到政府信息公开申请12件，其中自然人申请10件、法人或其他组织申请2件。"
    "主动公开政府信息116条，其中组织机构3条、其他文件15条；政务动态类信息87条。"
    "进一步完善本单位政务公开事项目录，并按目录规范公开政府信息，形成常态化运行机制，方便群众查阅。"
)
HOSTILE = {
    "digits": "7",
    "digits and commas": "1,234",
    "spaced digits": "1 2\n",
    "numerals": "十万",
    "brackets": "（其中3件",
    "no end": "予以公开3件，其中部分公开",
    "negations": "未没有、",
    "nouns": "行政复议、",
    "one clause": "收到申请3件",
    "prose": PROSE,
}


def seconds(work: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def growth(reader: ClaimReader, unit: str, size: int) -> None:
    times = []
    for length in (size, 2 * size, 4 * size):
        text = unit * (length // len(unit))
        times.append(seconds(lambda text=text: reader.read(text, [(0, len(text))], 2023), 1))
    ratios = " ".join(f"{after / before:.2f}" for before, after in zip(times, times[1:], strict=False))
    print(f"    {4 * size:>10,} characters  {times[-1]:8.3f} s   ratios {ratios}")


def seeds(reader: ClaimReader) -> None:
    passing = re.compile(r"\d+|[一-龥]+|[、，。；：]")
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        span = (text.index("一、总体情况"), text.index("二、主动公开"))
        bound = seconds(lambda t=text: passing.findall(t), 20)
        spent = seconds(lambda t=text, s=span: reader.read(t, [s], 2020), 20)
        print(f"    {path.stem[:3]}  {spent * 1e3:.2f} ms, {spent / bound:.1f} passes over the whole file")


def main() -> None:
    start = time.perf_counter()
    reader = ClaimReader(load_phrases(rules_folder("disclosure") / "phrases.yaml"))
    print(f"made in {(time.perf_counter() - start) * 1e3:.0f} ms")
    reader.read(PROSE, [(0, len(PROSE))], 2023)
    print("seeds")
    seeds(reader)
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for name, unit in HOSTILE.items():
        print(name)
        growth(reader, unit, size)
    print("10 MB of prose")
    growth(reader, PROSE, 10_000_000 // 3 // 4)


if __name__ == "__main__":
    main()
