"""One report's outcomes, as those who keep the repository want them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from linter.config.discovery import BASELINE as BASELINE_FILE
from linter.finding import Held, Result
from linter.holding.patterns import matches
from linter.holding.waiving import Waivers

if TYPE_CHECKING:
    from linter.baseline import Baseline, Entry
    from linter.check import Checked
    from linter.config import Config
    from linter.config.discovery import Places
    from linter.finding import Finding

WAIVER, BASELINE, IGNORE = "waiver", "baseline", "ignore"


class Holder:
    """Applies a configuration, the waivers and the baseline to one report after another.

    `enabled` are the rules that were judged, `known` all there are, `ignored` those that are off by an ignore;
    `narrowed` says that not all were judged that usually are. `settled` counts the entries of baselines that nothing
    was found for."""

    def __init__(
        self,
        config: Config,
        enabled: frozenset[str],
        known: Sequence[str],
        ignored: Sequence[str] = (),
        places: Places | None = None,
        *,
        narrowed: bool = False,
        baseline: bool = True,
    ) -> None:
        self._config = config
        self._enabled = enabled
        self._known = known
        self._ignored = tuple(ignored)
        self._places = places
        self._use_baseline = baseline
        self._waivers = Waivers(enabled, known, narrowed)
        self._baselines: dict[Path, Baseline] = {}
        self.settled: Counter[str] = Counter()

    def __call__(self, checked: Checked) -> Checked:
        """The report with what is to be shown; raises ConfigError for a broken file of waivers or baseline."""
        outcomes = checked.outcomes
        found = [self._graded(one) for one in outcomes.findings]
        held: list[Held] = []
        path = checked.report.source.path
        undecided = {one.rule for one in (*outcomes.not_evaluated, *outcomes.rule_errors)}
        found = self._waive(checked, found, held, undecided)
        found = self._ignore(path, found, held)
        if self._use_baseline:
            found = self._hold_old(path, found, held, undecided)
        if not held and not self._ignored and found == list(outcomes.findings):
            return checked
        counts = {**outcomes.counts, Result.FAIL: len(found)}
        changed = outcomes._replace(counts=counts, findings=tuple(found), held=tuple(held), ignored=self._ignored)
        return checked._replace(outcomes=changed)

    def _graded(self, finding: Finding) -> Finding:
        """With the severity of the longest code that fits."""
        fitting = [code for code in self._config.severities if finding.rule.startswith(code.upper())]
        if not fitting:
            return finding
        return finding._replace(severity=self._config.severities[max(fitting, key=len)])

    def _waive(self, checked: Checked, found: list[Finding], held: list[Held], undecided: set[str]) -> list[Finding]:
        shown, waived, about = self._waivers.apply(checked.report, found, undecided)
        held += waived
        return [*shown, *(self._graded(one) for one in about if self._is_on(one.rule))]

    def _is_on(self, code: str) -> bool:
        return code not in self._known or code in self._enabled

    def _ignore(self, path: str, found: Iterable[Finding], held: list[Held]) -> list[Finding]:
        fitting = {
            pattern: tuple(code.upper() for code in codes)
            for pattern, codes in self._config.per_file_ignores.items()
            if matches(path, self._config.folder, pattern)
        }
        shown = []
        for finding in found:
            pattern = next((one for one, codes in fitting.items() if finding.rule.startswith(codes)), None)
            if pattern is None:
                shown.append(finding)
            else:
                held.append(Held(finding, IGNORE, pattern))
        return shown

    def _hold_old(self, path: str, found: list[Finding], held: list[Held], undecided: set[str]) -> list[Finding]:
        baseline = self._baseline_of(path)
        if baseline is None:
            return found
        new, old, left = baseline.split(path, found)
        held += (Held(one, BASELINE) for one in old)
        self.settled[str(baseline.path)] += sum(self._judged(left, undecided))
        return new

    def _judged(self, entries: Counter[Entry], undecided: set[str]) -> Iterable[int]:
        return (count for (code, _), count in entries.items() if self._is_on(code) and code not in undecided)

    def _baseline_of(self, path: str) -> Baseline | None:
        where = self._places.upward(_folder(path), BASELINE_FILE) if self._places is not None else None
        if where is None:
            return None
        if where not in self._baselines:
            from linter.baseline import read_baseline

            self._baselines[where] = read_baseline(where)
        return self._baselines[where]


def _folder(path: str) -> Path:
    return Path(path).absolute().parent
