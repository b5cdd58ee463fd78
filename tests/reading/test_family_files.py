"""Every mistake in the files of a family is one sentence with file, line and remedy; none makes findings vanish."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from chinese import has_chinese
from linter.cli import run
from linter.familyfile import load_family
from linter.resources import rules_folder

HOSPITAL = Path(__file__).resolve().parents[2] / "examples" / "own-family"
WRONG = (
    ("family.yaml", "forms: [wards]", "forms: [ward]", 4, ("是不是 wards", "`wards`")),
    ("family.yaml", "forms: [wards]", "forms: []", 4, ("至少有一项", "at least one")),
    ("family.yaml", "ordinal: 一", "ordinal: 1", 15, ("汉字数字", "numeral")),
    ("family.yaml", "ordinal: 一", "ordinal: 一、", 15, ("汉字数字", "numeral")),
    ("family.yaml", "id: flow", "id: overview", 18, ("两个部分", "two sections")),
    ("family.yaml", "headings: [概况, 基本情况]", "headings: []", 16, ("至少有一项", "at least one")),
    ("forms/wards.yaml", "markers: [年初在院人数, 年末在院人数]", "markers: []", 5, ("至少有一项", "at least one")),
    ("forms/wards.yaml", "section: flow", "section: flwo", 10, ("是不是 flow", "`flow`")),
    ("forms/wards.yaml", "label: 外科病区", "label: 内科病区", 19, ("surgery 和 medicine", "`medicine` and `surgery`")),
    ("forms/wards.yaml", "years: [2015]", "", 1, ("缺少 years", "`years` is missing")),
    ("phrases.yaml", "stay: 在院 留院 住院", "stay: 3", 16, ("要写词", "expected words")),
    ("phrases.yaml", "vague: 数 几", "vauge: 数 几", 54, ("是不是 vague", "`vague`")),
    ("phrases.yaml", "total: admitted", "total: admited", 95, ("是不是 admitted", "`admitted`")),
    ("phrases.yaml", "total: admitted", "total: admitted discharged", 95, ("一个名称", "one name")),
    ("phrases.yaml", "partless: carried_in", "partless: carried_inn", 94, ("是不是 carried_in", "`carried_in`")),
    ("phrases.yaml", "flow: carried_in", "flow: caried_in", 97, ("是不是 carried_in", "`carried_in`")),
)


@pytest.mark.parametrize(("name", "right", "wrong", "line", "told"), WRONG, ids=[one[2] or one[1] for one in WRONG])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    right: str,
    wrong: str,
    line: int,
    told: tuple[str, str],
    lang: str,
) -> None:
    folder = tmp_path / "own"
    shutil.copytree(HOSPITAL, folder)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    assert run(["check", "--rules", str(folder), str(folder / "reports"), "--lang", lang]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and f"{path}:{line}" in said and told[lang == "en"] in said
    assert lang == "zh" or not has_chinese(said.replace(str(folder), ""))


def test_the_families_that_come_with_the_tool_are_right() -> None:
    assert load_family(rules_folder("disclosure")).forms and load_family(HOSPITAL).forms
