"""How well wrong figures are found: `python benchmarks/suspects.py [CASES [KIND]...]`.

Mistakes of each kind are planted into consistent reports, published and generated ones from a handful of cases to
thousands, one mistake a report. For each kind: how often anything was noticed, how often there was one suspect and it
was the mistake, how often the mistake was the first suspect, the first or one that is said to be as likely, among the
suspects at all (where parts of it are told apart, all of them), and the time (of the processor) for finding suspects.
Mistakes that leave every identity whole, such as two results exchanged, cannot be noticed and do not count; a mistake
in table four cannot be told from one in the other figures of its only sum.

Without a kind it ends with prose that is wrong all over, where the search has to stop: how many findings have
suspects, and the time.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import planting_prose  # noqa: E402
from judging.desk import figures as published  # noqa: E402
from judging.desk import report, rules  # noqa: E402
from linter.finding import Outcomes, Suspect  # noqa: E402
from linter.judging import judge  # noqa: E402
from linter.suspects import with_suspects  # noqa: E402
from planting import KINDS, Cells  # noqa: E402
from planting_prose import Planted, of_last_year  # noqa: E402
from reports import facts  # noqa: E402
from sized import figures  # noqa: E402

ENABLED = frozenset(rule.code for rule in rules().rules if rule.default)
CLEAN = ("city_2024", "city_a_2023", "city_a_2024")
COLUMNS = ("noticed", "unique", "first", "likeliest", "among", "median ms", "max ms")
NOTICING = ("T30", "T31", "T40", "NAR0", "XYR01")
CROWDS: Mapping[str, Callable[[int], str]] = {
    "one figure, always wrong": lambda _: "收到政府信息公开申请9件。",
    "always another figure": lambda n: f"收到政府信息公开申请{n}件。",
    "lists that do not add up": lambda n: (
        f"主动公开政府信息{50 + n}条，其中机构职能类{10 + n}条、政策文件类20条、其他5条。"
    ),
    "lists with shares": lambda n: (
        f"主动公开政府信息{50 + n}条，其中机构职能类{10 + n}条，占{n * 7 % 100}%；其他20条，占12%。"
    ),
}


def main(cases: int, kinds: list[str]) -> None:
    print(f"{'planted':26}" + "".join(f"{name:>11}" for name in COLUMNS))
    for kind in kinds or [*KINDS, *planting_prose.KINDS]:
        counts, times = run(kind, cases)
        noticed = counts["noticed"] or 1
        shares = [f"{100 * counts['noticed'] / counts['planted']:.0f} %"]
        shares += [f"{100 * counts[name] / noticed:.1f} %" for name in COLUMNS[1:5]]
        spent = [f"{statistics.median(times) * 1e3:.2f}", f"{max(times) * 1e3:.1f}"] if times else ["-", "-"]
        print(f"{kind:26}" + "".join(f"{one:>11}" for one in (*shares, *spent)), flush=True)
    if not kinds:
        crowds()


def crowds() -> None:
    cells = published(facts()[CLEAN[0]])
    print(f"\n{'wrong all over':26}{'sentences':>11}{'findings':>11}{'suspected':>11}{'ms':>11}")
    for name, sentence in CROWDS.items():
        for count in (100, 1_000):
            about = report({**cells, "text": "".join(map(sentence, range(count)))})
            outcomes = judge(about, rules(), ENABLED)
            start = time.process_time()
            found = with_suspects(outcomes, about, rules(), ENABLED)
            spent = time.process_time() - start
            suspected = sum(bool(one.suspects) for one in found.findings)
            print(f"{name:26}{count:>11}{len(found.findings):>11}{suspected:>11}{spent * 1e3:>11.0f}", flush=True)


def run(kind: str, cases: int) -> tuple[Counter[str], list[float]]:
    counts: Counter[str] = Counter()
    times = []
    rng = Random(kind)
    warm_up(rng)
    while counts["planted"] < cases:
        cells = base(rng, counts["tried"])
        counts["tried"] += 1
        planted = plant(kind, cells, rng)
        if planted is None and counts["tried"] < 20 * cases:
            continue
        counts["planted"] += 1
        spent = judge_one(cells, planted, counts) if planted is not None else None
        if spent is not None:
            times.append(spent)
    return counts, times


def plant(kind: str, cells: Cells, rng: Random) -> Planted | None:
    if kind in planting_prose.KINDS:
        return planting_prose.KINDS[kind](cells, rng)
    typed = KINDS[kind](cells, rng)
    return Planted(typed, {field: cells[field] for field in typed}) if typed else None


def warm_up(rng: Random) -> None:
    for form in ("f2019", "f2021"):
        cells = figures(rng, form) | {"form": form}
        planted = planting_prose.KINDS["last year's figure"](cells, rng)
        judge_one(cells, planted or Planted({"t3.granted.total": "999"}, {}), Counter())


def base(rng: Random, number: int) -> Cells:
    """Every other case is a published report."""
    if number % 2:
        form = rng.choice(("f2019", "f2021"))
        return figures(rng, form, rng.choice(("usual", "tiny", "office", "city", "large"))) | {"form": form}
    return published(facts()[CLEAN[number // 2 % len(CLEAN)]])


def judge_one(cells: Cells, planted: Planted, counts: Counter[str]) -> float | None:
    this, last = of_last_year({**cells, **planted.typed})
    about, previous = report(this), report(last) if last else None
    outcomes = judge(about, rules(), ENABLED, previous)
    start = time.process_time()
    found = with_suspects(outcomes, about, rules(), ENABLED, previous)
    spent = time.process_time() - start
    if not any(finding.rule.startswith(NOTICING) for finding in outcomes.findings):
        return None
    counts["noticed"] += 1
    lists = told(found)
    within = [[one for one in suspects if changes(one).items() <= planted.truth.items()] for suspects in lists]
    likeliest = [
        [one for one in suspects[: suspects[0].alike + 1] if changes(one).items() <= planted.truth.items()]
        for suspects in lists
    ]
    first = together([suspects[:1] for suspects in lists]) == planted.truth
    counts["unique"] += first and all(len(suspects) == 1 for suspects in lists)
    counts["first"] += first
    counts["likeliest"] += all(likeliest) and together(likeliest) == planted.truth
    counts["among"] += all(within) and together(within) == planted.truth
    return spent


def told(outcomes: Outcomes) -> list[tuple[Suspect, ...]]:
    """The suspects of each group of findings: those of the finding that has most of them for its first."""
    lists: dict[str, tuple[Suspect, ...]] = {}
    for finding in outcomes.findings:
        if finding.suspects:
            known = lists.setdefault(finding.suspects[0].told["en"], finding.suspects)
            if len(finding.suspects) > len(known):
                lists[finding.suspects[0].told["en"]] = finding.suspects
    return list(lists.values())


def together(lists: Sequence[Sequence[Suspect]]) -> Mapping[str, str]:
    """What all these suspects change."""
    return {field: after for suspects in lists for one in suspects for field, after in changes(one).items()}


def changes(suspect: Suspect) -> Mapping[str, str]:
    return {change.field: f"{change.after:f}" for change in suspect.changes}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, sys.argv[2:])
