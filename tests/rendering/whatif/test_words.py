"""What the page says of a report that has no title,."""

from __future__ import annotations

import json

import pytest

from judging.desk import report
from rendering.whatif.page import Trial, script


@pytest.mark.parametrize(
    ("lang", "called"),
    [("zh", "2023年政府信息公开工作年度报告"), ("en", "2023 annual report on disclosure of government information")],
)
def test_a_report_without_a_title_is_called_what_its_family_is_called(lang: str, called: str) -> None:
    made = report({"report.year": "2023"})
    assert f'"title":{json.dumps(called)}' in script(Trial(made), "r1", set(), lang)
