"""Suspects in prose and tables together: what is proposed for a claim settles what it says it settles."""

from __future__ import annotations

from random import Random

import pytest

import planting_prose
from judging.desk import report, rules
from linter.finding import Outcomes, Severity, Suspect
from linter.judging import judge
from linter.report import Report, State
from linter.suspects import with_suspects
from planting_prose import of_last_year
from sized import figures
from suspects.accused import ENABLED, accuse, changes, finding

SENTENCES = (
    ("全年收到政府信息公开申请{}件", "t3.new_received.total"),
    ("上年结转{}件", "t3.carried_in.total"),
    ("办结{}件", "t3.handled_total.total"),
    ("予以公开{}件", "t3.granted.total"),
    ("部分公开{}件", "t3.partial.total"),
    ("结转下年度继续办理{}件", "t3.carried_out.total"),
    ("发生行政复议{}件", "t4.review.total"),
    ("答复{}件，其中予以公开3件、部分公开2件", "t3.handled_total.total"),
    ("主动公开政府信息{}条，其中机构职能类20条、政策文件类30条、其他类50条", ""),
)


def prose(cells: dict[str, str], rng: Random) -> str:
    """Some sentences, some of them wrong."""
    said = []
    for sentence, field in rng.sample(SENTENCES, 5):
        figure = int(cells[field]) if field else 100
        said.append(sentence.format(max(0, figure + rng.choice((0, 0, 0, 3, -1, -figure)))) + "。")
    return "".join(said)


def mended(about: Report, suspect: Suspect) -> Report:
    """The report with the figures that the suspect proposes, in its cells and in its claims."""
    names = [f"n.{one.concept}" for one in about.narrative.claims]
    cells, claims = dict(about.cells), list(about.narrative.claims)
    for change in suspect.changes:
        if change.field in cells:
            cells[change.field] = cells[change.field]._replace(state=State.NUMBER, value=change.after)
        else:
            concept, _, number = change.field.rpartition(".")
            at = [index for index, name in enumerate(names) if name == (concept if number.isdigit() else change.field)]
            index = at[int(number) - 1 if number.isdigit() else 0]
            claims[index] = claims[index]._replace(value=change.after)
    return about._replace(cells=cells, narrative=about.narrative._replace(claims=tuple(claims)))


@pytest.mark.parametrize("seed", range(60))
def test_a_change_of_prose_or_table_settles(seed: int) -> None:
    rng = Random(seed)
    cells = figures(rng)
    typed = dict(cells)
    for field in rng.sample([one for one in cells if one.startswith("t3.")], rng.choice((0, 0, 1, 2))):
        typed[field] = str(int(typed[field]) + rng.randint(1, 9))
    about = report({**typed, "text": prose(cells, rng)})
    found = with_suspects(judge(about, rules(), ENABLED), about, rules(), ENABLED)
    failed = _failed(found)
    for one in found.findings:
        for suspect in one.suspects[:5]:
            after = _failed(judge(mended(about, suspect), rules(), ENABLED))
            assert after <= failed, suspect.told["zh"]
            assert (one.rule, one.instance) not in after, suspect.told["zh"]


@pytest.mark.parametrize("kind", planting_prose.KINDS)
def test_the_mistake_is_among_the_likeliest(kind: str) -> None:
    rng = Random(kind)
    for _ in range(8):
        cells = figures(rng, "f2021", "city") | {"form": "f2021"}
        planted = planting_prose.KINDS[kind](cells, rng)
        if planted is not None:
            outcomes = accuse(*of_last_year({**cells, **planted.typed}))
            told = max((one.suspects for one in outcomes.findings if one.suspects), key=lambda one: one[0].settles)
            likeliest = told[: told[0].alike + 1]
            assert planted.truth in [{one.field: f"{one.after:f}" for one in suspect.changes} for suspect in likeliest]


def test_the_cell_that_was_copied_tells_which_figure_was_meant() -> None:
    """The prose gives one column of the results; of what may be said to be handled it is the results."""
    rows = {"new_received": (16, 4, 20), "granted": (13, 4, 17), "handled_total": (13, 4, 17), "carried_out": (3, 0, 3)}
    columns = ("natural_person", "business", "total")
    cells = {
        f"t3.{row}.{column}": str(figure) for row in rows for column, figure in zip(columns, rows[row], strict=True)
    }
    cells["text"] = "办结政府信息公开申请13件。"
    first = finding(accuse(cells), "NAR03", "n.handled").suspects[0]
    assert changes(first) == {"n.handled": ("13", "17")}
    assert first.slip == "prose_copied"
    assert "疑为抄了表中旁边一格的数，正文应改" in first.told["zh"]


def _failed(outcomes: Outcomes) -> set[tuple[str, str]]:
    """Everything but hints, of which there may be a new one where fewer cells are wrong."""
    return {(one.rule, one.instance) for one in outcomes.findings if one.severity is not Severity.INFO}
