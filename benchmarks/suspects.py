"""How well wrong figures are found: `python benchmarks/suspects.py [CASES]`.

Mistakes of each kind are planted into consistent tables, published and generated ones, one mistake a report. For
each kind: how often anything was noticed, how often there was one suspect and it was the mistake, how often the
mistake was the first suspect, how often among them, and the time (of the processor) for finding suspects.
Mistakes that leave every identity whole, such as two results exchanged, cannot be noticed and do not count.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from judging.desk import figures as published  # noqa: E402
from judging.desk import report, rules  # noqa: E402
from linter.finding import Outcomes  # noqa: E402
from linter.judging import judge  # noqa: E402
from linter.suspects import with_suspects  # noqa: E402
from planting import KINDS, Cells, figures  # noqa: E402
from reports import facts  # noqa: E402

ENABLED = frozenset(rule.code for rule in rules().rules if rule.default)
CLEAN = ("city_2024", "city_a_2023", "city_a_2024")
COLUMNS = ("noticed", "unique", "first", "among", "median ms", "max ms")


def main(cases: int) -> None:
    print(f"{'planted':22}" + "".join(f"{name:>11}" for name in COLUMNS))
    for kind in KINDS:
        counts, times = run(kind, cases)
        noticed = counts["noticed"] or 1
        shares = [f"{100 * counts['noticed'] / counts['planted']:.0f} %"]
        shares += [f"{100 * counts[name] / noticed:.1f} %" for name in COLUMNS[1:4]]
        spent = [f"{statistics.median(times) * 1e3:.2f}", f"{max(times) * 1e3:.1f}"] if times else ["-", "-"]
        print(f"{kind:22}" + "".join(f"{one:>11}" for one in (*shares, *spent)))


def run(kind: str, cases: int) -> tuple[Counter[str], list[float]]:
    counts: Counter[str] = Counter()
    times = []
    rng = Random(kind)
    warm_up(rng)
    while counts["planted"] < cases:
        cells = base(rng, counts["tried"])
        counts["tried"] += 1
        typed = KINDS[kind](cells, rng)
        if not typed and counts["tried"] < 20 * cases:
            continue
        counts["planted"] += 1
        spent = judge_one(cells, typed, counts)
        if spent is not None:
            times.append(spent)
    return counts, times


def warm_up(rng: Random) -> None:
    cells = figures(rng)
    judge_one(cells, {"t3.granted.total": "999"}, Counter())


def base(rng: Random, number: int) -> Cells:
    """Every other case is a published report."""
    if number % 2:
        return figures(rng) | {"form": "f2021"}
    return published(facts()[CLEAN[number // 2 % len(CLEAN)]])


def judge_one(cells: Cells, typed: Mapping[str, str], counts: Counter[str]) -> float | None:
    about = report({**cells, **typed})
    outcomes = judge(about, rules(), ENABLED)
    start = time.process_time()
    found = with_suspects(outcomes, about, rules(), ENABLED)
    spent = time.process_time() - start
    if not is_noticed(outcomes):
        return None
    counts["noticed"] += 1
    truth = {field: cells[field] for field in typed}
    sets = suspects(found)
    counts["unique"] += sets == [truth]
    counts["first"] += sets[:1] == [truth]
    counts["among"] += truth in sets
    return spent


def is_noticed(outcomes: Outcomes) -> bool:
    return any(finding.rule.startswith(("T30", "T40")) for finding in outcomes.findings)


def suspects(outcomes: Outcomes) -> list[dict[str, str]]:
    """The suspects of the finding that has most of them told first."""
    lists = [finding.suspects for finding in outcomes.findings if finding.suspects]
    longest = max(lists, key=lambda one: (one[0].settles, len(one)), default=())
    return [{change.field: f"{change.after:f}" for change in one.changes} for one in longest]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
