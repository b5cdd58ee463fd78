"""A published report as it is about to be written: its figures, the tables they stand in, our own sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from renderings.labels import FORMS, Label
from renderings.model import Cells, shown

from .grid import Table, table_four, table_three, table_two

FACTS = Path(__file__).parent.parent / "data" / "facts"
NAMES = ("city_2024", "city_a_2023", "city_a_2024", "district_2023", "office_2019")

_HEADINGS = (
    Label("一、", "总体情况"),
    Label("二、", "主动公开政府信息情况"),
    Label("三、", "收到和处理政府信息公开申请情况"),
    Label("四、", "政府信息公开行政复议、行政诉讼情况"),
    Label("五、", "存在的主要问题及改进情况"),
    Label("六、", "其他需要报告的事项"),
)

Body = tuple[str, ...] | Table
"""What stands under a heading: paragraphs or a table."""


@dataclass(frozen=True)
class Published:
    """One report; `cells` are the facts as they were published."""

    name: str
    year: int
    form: str
    cells: Cells
    agency: str
    signed: str
    date: str
    preamble: tuple[str, ...]
    sections: tuple[tuple[Label, Body], ...]

    @property
    def title(self) -> str:
        """The agency, the year and what this is."""
        return title(self.agency, self.year)


def title(agency: str, year: int) -> str:
    """The title of an agency's report on a year."""
    return f"{agency}{year}年政府信息公开工作年度报告"


@cache
def published(name: str) -> Published:
    """The report of this name, one of ``NAMES``."""
    facts = json.loads((FACTS / f"{name}.json").read_text(encoding="utf-8"))
    prose = _prose(name)
    preamble = tuple(text.format(year=facts["year"]) for text in prose["preamble"])
    sections = tuple(zip(_HEADINGS, _bodies(facts, prose), strict=True))
    about = (prose["agency"], prose["signed"], prose["date"])
    return Published(name, facts["year"], facts["form"], facts["cells"], *about, preamble, sections)


def _bodies(facts: Mapping[str, Any], prose: Mapping[str, Any]) -> tuple[Body, ...]:
    cells = facts["cells"]
    form = FORMS["mixed" if facts["form"] == "f2021" and "t3.other_handling.total" in cells else facts["form"]]
    printed = {field: shown(field, cells[field]) for field in form.fields}
    tables = (table_two(form, printed), table_three(form, printed), table_four(printed))
    return (tuple(prose["overall"]), *tables, tuple(prose["problems"]), tuple(prose["other"]))


def _prose(name: str) -> dict[str, Any]:
    written = yaml.safe_load((Path(__file__).parent / "prose.yaml").read_text(encoding="utf-8"))
    return {**written["shared"], **written["reports"][name]}
