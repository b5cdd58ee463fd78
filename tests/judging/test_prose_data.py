"""Lists and percentages written by somebody who had not seen the rules: every verdict comes out of the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from judging.desk import judged

DATA = Path(__file__).parent.parent / "data"
LISTS = {"exceeds": {"BRK01"}, "short_error": {"BRK02"}, "short_warning": {"BRK02"}, "silent": set()}
SHARES: dict[str, set[str]] = {"ok": set(), "silent": set(), "wrong": {"BRK04"}}


def load(name: str) -> list[Any]:
    entries = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=str(number)) for number, entry in enumerate(entries)]


@pytest.mark.parametrize("entry", load("breakdowns.yaml"))
def test_breakdowns(entry: dict[str, Any]) -> None:
    values = {"text": entry["text"], "report.year": "2023"}
    found = judged(values, "BRK01", "BRK02").findings
    assert {one.rule for one in found} == LISTS[entry["verdict"]], entry["text"]
    if not found:
        return
    assert (str(found[0].left), str(found[0].right)) == (entry["total"], entry["sum"])
    severity = "warning" if entry["verdict"] == "short_warning" else "error"
    assert {str(one.severity) for one in found} == {severity}


@pytest.mark.parametrize("entry", load("percentages.yaml"))
def test_percentages(entry: dict[str, Any]) -> None:
    found = judged({"text": entry["text"], "report.year": "2023"}, "BRK04", "BRK09").findings
    wanted = (
        {"BRK09"}
        if entry["pct"] and float(entry["pct"]) > 100 and entry["verdict"] == "wrong"
        else SHARES[entry["verdict"]]
    )
    assert {one.rule for one in found} == wanted, entry["text"]
    if wanted == {"BRK04"}:
        assert str(found[0].left) == entry["pct"]


FALSE_FRIENDS = sorted((DATA / "claims").glob("false_friends_*.yaml"))


@pytest.mark.parametrize("path", FALSE_FRIENDS, ids=lambda path: path.stem[-2:])
def test_false_friends(path: Path) -> None:
    """A sentence that claims nothing is never compared; nor is what it says of another scope."""
    cells = {"form": "f2021", "report.year": "2023", "report.level": "department", "report.agency": "青禾市水务局",
             "t3.*.*": "7777", "t4.*.*": "7777", "t2.*.*": "7777", "section.others.text": "信息处理费"}  # fmt: skip
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        claims = entry["claims"]
        found = judged({**cells, "text": entry["text"]}).findings
        told = {one.instance for one in found if one.rule.startswith(("NAR", "BRK"))}
        if all(claim.get("scope") and claim["scope"] not in (["备案"], ["审结"]) for claim in claims):
            assert not told, entry["text"]
