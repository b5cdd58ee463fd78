"""The claims reader against corpora that were written blind, after the grammar, and measured at first contact.

What was measured then stands in the CHANGELOG; here they keep what was reached. Their headers say how to read an entry.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from linter.claim import Claim
from linter.reading.claims import ClaimReader
from linter.reading.claims.phrasefile import load_phrases
from linter.resources import rules_folder
from linter.sources.cleaning import clean

CORPORA = sorted((Path(__file__).parent.parent / "data" / "unseen").glob("*.yaml"))
YEAR = 2023
UNJUDGED = ("item", "disclosed_total")


class Verdict(NamedTuple):
    """How many claims were expected, which of them were missed, and which claims should not be there."""

    expected: int
    missed: list[str]
    alarms: list[str]


@cache
def reader() -> ClaimReader:
    return ClaimReader(load_phrases(rules_folder("disclosure") / "phrases.yaml"))


def judge(entry: dict[str, Any]) -> Verdict:
    """A claim is found when concept, value and approximation are right, and unit and parent where they are given; one
    that is limited by scope or year is compared with nothing, so it alarms nobody."""
    text = clean(entry["text"])
    claims = reader().read(text, [(0, len(text))], YEAR).claims
    left, found, missed = list(claims), {}, []
    for number, want in enumerate(entry["claims"]):
        one = next((claim for claim in left if _same(claim, want)), None)
        if one is None:
            missed.append(f"{want['concept']} {want['value']}")
        else:
            left.remove(one)
            found[number] = one
    for number, claim in found.items():
        parent = entry["claims"][number].get("parent")
        if parent in found and (claim.parent is None or claims[claim.parent] is not found[parent]):
            missed.append(f"parent of {claim.concept} {claim.value}")
    allowed = (*UNJUDGED, *entry.get("allowed", ()))
    alarms = [f"{one.concept} {one.value}" for one in left if not (one.concept in allowed or one.scope or one.year)]
    return Verdict(len(entry["claims"]), missed, alarms)


def _same(claim: Claim, want: dict[str, Any]) -> bool:
    return (
        claim.concept == want["concept"]
        and claim.value == Decimal(want["value"])
        and claim.approximate == want.get("approximate", False)
        and ("unit" not in want or claim.unit == want["unit"])
    )


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_recall_and_false_alarms(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At least 97 claims of a hundred, and not one false alarm in a hundred sentences."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    verdicts = [judge(entry) for entry in entries]
    expected, missed = sum(one.expected for one in verdicts), sum(len(one.missed) for one in verdicts)
    alarming = [entry["text"] for entry, one in zip(entries, verdicts, strict=True) if one.alarms]
    with capsys.disabled():
        line = f"recall {1 - missed / expected:.1%}, {len(alarming)} sentences with a false alarm"
        sys.stdout.write(f"\n{path.stem}: {len(entries)} sentences, {expected} claims: {line}\n")
    assert missed <= 0.03 * expected, [
        (e["text"], v.missed) for e, v in zip(entries, verdicts, strict=True) if v.missed
    ]
    assert len(alarming) * 100 < len(entries), alarming
