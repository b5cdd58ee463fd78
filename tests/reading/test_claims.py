"""The claims reader against a corpus of sentences, and against the seeds.

The corpus in `tests/data` was written by somebody who had not seen the grammar.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.claim import Breakdown, Claim, Narrative
from linter.reading.claims import ClaimReader
from linter.reading.claims.phrasefile import load_phrases
from linter.resources import rules_folder
from linter.yamlfile import YamlError

DATA = Path(__file__).parent.parent / "data"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
YEAR = 2023

Fact = tuple[str, Decimal, str | None, bool, tuple[str, ...], int | None, int | None]


@cache
def reader() -> ClaimReader:
    return ClaimReader(load_phrases(rules_folder("disclosure") / "phrases.yaml"))


def read(text: str, year: int | None = YEAR) -> Narrative:
    return reader().read(text, [(0, len(text))], year)


def told(claim: Claim) -> Fact:
    return (
        claim.concept,
        claim.value,
        claim.unit,
        claim.approximate,
        claim.scope if claim.year is None else (),
        claim.year,
        claim.parent,
    )


def expected(entry: dict[str, Any]) -> list[Fact]:
    """The claims of an entry. Years stand as distances from the report's."""
    return [
        (
            claim["concept"],
            Decimal(claim["value"]),
            claim["unit"],
            claim.get("approximate", False),
            tuple(claim.get("scope", ())),
            YEAR + claim["year"] if "year" in claim else None,
            claim.get("parent"),
        )
        for claim in entry["claims"]
    ]


def corpus() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((DATA / "claims").glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield path.stem, entry


@pytest.mark.parametrize("name,entry", [pytest.param(*one, id=f"{one[0]}-{one[1]['text'][:24]}") for one in corpus()])
def test_sentence(name: str, entry: dict[str, Any]) -> None:
    """Every claim of the sentence with all that is said of it, and no other."""
    del name
    found = [told(claim) for claim in read(entry["text"]).claims]
    assert sorted(map(str, found)) == sorted(map(str, expected(entry)))


def test_recall_and_precision(capsys: pytest.CaptureFixture[str]) -> None:
    """At least 95 claims of a hundred, and less than one false alarm in a hundred sentences."""
    hits = misses = false = alarms = sentences = 0
    for _, entry in corpus():
        want = [fact[:3] for fact in expected(entry)]
        sentences += 1
        for fact in map(told, read(entry["text"]).claims):
            if fact[:3] in want:
                want.remove(fact[:3])
                hits += 1
            else:
                false += 1
                alarms += fact[0] != "item" and not fact[4] and fact[5] is None
        misses += len(want)
    recall, precision = hits / (hits + misses), hits / (hits + false)
    line = f"recall {recall:.1%}, precision {precision:.1%}, {alarms} false alarms"
    with capsys.disabled():
        sys.stdout.write(f"\n{sentences} sentences, {hits + misses} claims: {line}\n")
    assert recall >= 0.95
    assert alarms * 100 < sentences


@pytest.mark.parametrize(
    "entry",
    yaml.safe_load((DATA / "breakdowns.yaml").read_text(encoding="utf-8")),
    ids=lambda entry: entry["text"][:30],
)
def test_breakdown(entry: dict[str, Any]) -> None:
    narrative = read(entry["text"])
    verdicts = [verdict(one, narrative.claims) for one in narrative.breakdowns]
    wrong = [one for one in verdicts if one[0] != "silent"]
    if entry["verdict"] == "silent":
        assert not wrong
    else:
        assert wrong == [(entry["verdict"], Decimal(entry["total"]), Decimal(entry["sum"]))]


def verdict(breakdown: Breakdown, claims: tuple[Claim, ...]) -> tuple[str, Decimal, Decimal]:
    """What BRK01 and BRK02 say of a list."""
    total = claims[breakdown.total].value
    items = [claims[item] for item in breakdown.items]
    sum_ = sum((item.value for item in items), Decimal(0))
    sure = sum((item.value for item in items[: breakdown.doubtful_from]), Decimal(0))
    name = "silent"
    if breakdown.channels or any(item.approximate for item in [claims[breakdown.total], *items]):
        pass
    elif sum_ > total and sure != total:
        name = "exceeds"
    elif sum_ < total and breakdown.closed:
        name = "short_error"
    elif sum_ < total and not breakdown.open_ended and len(items) >= 3 and sum_ * 10 >= total * 9:
        name = "short_warning"
    return name, total, sum_


@pytest.mark.parametrize(
    "entry",
    yaml.safe_load((DATA / "percentages.yaml").read_text(encoding="utf-8")),
    ids=lambda entry: entry["text"][:40],
)
def test_percentage(entry: dict[str, Any]) -> None:
    narrative = read(entry["text"])
    claims = narrative.claims
    found = [
        (
            fits(share.value, share.digits, claims[share.claim].value, claims[share.base].value),
            share.value,
            claims[share.claim].value,
            claims[share.base].value,
        )
        for share in narrative.shares
        if share.kind == "share" and share.claim is not None and share.base is not None
    ]
    if entry["verdict"] == "silent":
        assert not found
    else:
        facts = tuple(Decimal(entry[key]) for key in ("pct", "num", "base"))
        assert (entry["verdict"] == "ok", *facts) in found
        assert all(one[0] for one in found) == (entry["verdict"] == "ok")


def fits(percent: Decimal, digits: int, part: Decimal, whole: Decimal) -> bool:
    """Whether a percentage is the share, rounded or truncated to its digits."""
    exact = 100 * part / whole
    step = Decimal(1).scaleb(-digits)
    return abs(percent - exact) <= step / 2 or 0 <= exact - percent < step


def seed(number: str, year: int = 2020) -> tuple[str, Narrative]:
    paths = list(SEEDS.glob(f"{number}_*.txt")) if SEEDS.is_dir() else []
    if not paths:
        pytest.skip("the seeds are not here")
    text = paths[0].read_text(encoding="utf-8")
    begin, tables, end = (text.index(heading) for heading in ("一、总体情况", "二、主动公开", "六、其他需要"))
    return text, reader().read(text, [(begin, tables), (end, len(text))], year)


def short(claims: tuple[Claim, ...]) -> list[str]:
    return [
        f"{claim.concept} {claim.value}" + ("" if claim.parent is None else f" of {claim.parent}") for claim in claims
    ]


def test_seed_000() -> None:
    """All kinds add up to 184, without the item behind the semicolon to 116."""
    _, narrative = seed("000")
    kinds = (3, 0, 0, 15, 68, 87, 11)
    assert short(narrative.claims) == [
        "disclosed_total 116",
        *(f"item {kind} of 0" for kind in kinds),
        "received 0",
        "received_natural 0 of 8",
        "received_org 0 of 8",
        "granted_or_partial 0",
        "denied 0",
        "unable 0",
        "rejected 0",
        "other 0",
        "review_total 0",
        "suit_total 0",
    ]
    first, second = narrative.breakdowns
    assert first == Breakdown(0, (1, 2, 3, 4, 5, 6, 7), closed=True, doubtful_from=4)
    assert second == Breakdown(8, (9, 10))
    assert sum(kinds) - kinds[first.doubtful_from or 0] == 116
    assert narrative.claims[13].cause == "因本机关不掌握等原因"


def test_seed_001() -> None:
    """Five kinds that say they are all, and two channels that overlap."""
    _, narrative = seed("001")
    items = [f"item {kind} of 0" for kind in (3, 3, 36, 2, 176, 49, 225)]
    assert short(narrative.claims) == ["disclosed_total 225", *items, "received 0"]
    assert narrative.breakdowns == (
        Breakdown(0, (1, 2, 3, 4, 5), closed=True),
        Breakdown(0, (6, 7), channels=True),
    )


def test_seed_002() -> None:
    """Fourteen kinds, two results, no fee; the phrase begins at its verb."""
    text, narrative = seed("002")
    kinds = (2, 2, 104, 5, 31, 1, 20, 2, 2, 1, 1, 3, 1, 1)
    assert sum(kinds) == 176
    assert short(narrative.claims) == [
        "disclosed_total 176",
        *(f"item {kind} of 0" for kind in kinds),
        "received 2",
        "partial 1 of 15",
        "denied 1 of 15",
        "info_fee 0",
    ]
    received = narrative.claims[15]
    line = text.rindex("\n", 0, received.start) + 1
    assert text[received.start : received.end] == "收到并答复政府信息公开申请共 2 宗"
    assert (text.count("\n", 0, line) + 1, received.start - line + 1, received.end - line + 1) == (11, 19, 37)
    assert text[received.number_start : received.number_end] == "2"


@pytest.mark.parametrize("number,year,claims", [("003", 2020, []), ("004", 2023, ["info_fee 0"])])
def test_seeds_without_figures(number: str, year: int, claims: list[str]) -> None:
    _, narrative = seed(number, year)
    assert short(narrative.claims) == claims


def test_rounded_figures_keep_their_step() -> None:
    claim = read("主动公开政府信息1.2万条。").claims[0]
    assert (claim.value, claim.step, claim.approximate) == (Decimal(12000), Decimal(1000), False)


def test_sum_behind_its_items() -> None:
    """合计 makes the figure behind the items their total."""
    narrative = read("通过政府网站发布信息92条，通过微信公众号发布信息66条，合计158条。")
    assert short(narrative.claims) == ["item 92 of 2", "item 66 of 2", "disclosed_total 158"]
    assert narrative.breakdowns == (Breakdown(2, (0, 1), channels=True, summed=True),)


@pytest.mark.parametrize(
    "text",
    [
        "主动公开政府信息 条。",
        "共收到政府信息公开申请共件，其中自然人3件。",
        "收到政府信息公开申请XX件。",
        "公开信息×条，答复申请__件。",
    ],
)
def test_gaps(text: str) -> None:
    """A number that was left out is a gap, and no claim."""
    narrative = read(text)
    assert narrative.gaps
    assert all(claim.concept == "received_natural" for claim in narrative.claims)


def test_words_in_two_classes_are_refused(tmp_path: Path) -> None:
    """The message names the file, the line and both classes."""
    source = (rules_folder("disclosure") / "phrases.yaml").read_text(encoding="utf-8")
    path = tmp_path / "phrases.yaml"
    path.write_text(source.replace("  suit: >-\n", "  suit: >-\n    行政复议 "), encoding="utf-8")
    with pytest.raises(YamlError, match=r"phrases\.yaml:\d+: `行政复议` is in two classes"):
        load_phrases(path)


def vocabulary() -> list[str]:
    phrases = load_phrases(rules_folder("disclosure") / "phrases.yaml")
    fillers = [word for words in phrases.fillers.values() for word in words]
    marks = list("，。、；：（）()《》“”,;:\n 　\t-—%０") + [
        "12",
        "３",
        "1.5万",
        "十二",
        "2023年",
        "1,234",
        "一是",
        "1.",
    ]
    return [*phrases.words, *phrases.units, *fillers, *marks * 20]


def check_sound(text: str, narrative: Narrative) -> None:
    numbers = [(claim.number_start, claim.number_end) for claim in narrative.claims if claim.unit is not None]
    assert len(numbers) == len(set(numbers))
    for index, claim in enumerate(narrative.claims):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.parent is None or (claim.parent != index and claim.parent < len(narrative.claims))
    for one in narrative.breakdowns:
        assert all(narrative.claims[item].parent == one.total for item in one.items)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(vocabulary()), max_size=60).map("".join))
def test_any_words_of_the_vocabulary(text: str) -> None:
    """No exception, every place inside the text, a number claimed once at most."""
    check_sound(text, read(text))


def test_a_negation_behind_what_it_denies_is_quoted_with_it() -> None:
    text = "予以公开未政府信息公开申请"
    check_sound(text, read(text))


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200), st.sampled_from([None, 2020]))
def test_any_text(text: str, year: int | None) -> None:
    check_sound(text, read(text, year))


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("办结51件，其中予以公开18件，占35.29%。", (1, 0)),
        ("办结51件，其中予以公开18件，占办结总数的35.29%。", (1, 0)),
        ("办结51件，其中予以公开18件，占公开类答复的90%。", (None, None)),
        ("办结51件，其中不予公开6件，占实质性答复的9%。", (None, None)),
        ("收到申请20件，其中公民申请9件。全部申请中，网上申请占比60%。", (None, None)),
    ],
)
def test_what_a_share_is_of(text: str, of: tuple[int | None, int | None]) -> None:
    (share,) = read(text).shares
    assert (share.claim, share.base) == of
