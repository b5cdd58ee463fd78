"""Breaking a rule file in every way gives one message: file, line, what was expected, the nearest right name."""

# ruff: noqa: E501  # one mistake and its message on a line

from __future__ import annotations

from pathlib import Path

import pytest

from chinese import assert_chinese
from judging.desk import shop, write
from linter.judging.rulefile import RuleFileError, read_rules, unite

RULE = """\
order: 10
rules:
  - code: SHOP01
    name: sums
    title: {zh: 合计, en: Sums}
    severity: error
    default: true
    for: each column of sales
    authority: the law of sums
    requires:
      - condition: sales.tea.$column >= 0
        reason: {zh: 负数, en: negative}
    condition: sum(sales.goods.$column) = sales.all.$column
    message: {zh: "{identity}。", en: "{identity}."}
    advice: {zh: 请核对, en: check}
    merge: false
    exceptions:
      - {zh: 无, en: none}
    cases:
      pass:
        - {sales.tea.cash: 1, sales.all.cash: 1}
      fail:
        - sales.tea.cash: 1
          form: a
          rows: {sales.tea: "2"}
          remarks: [page_mark]
          report.year: 2020
          expect: {severity: error}
"""


def load(text: str, folder: Path) -> str:
    """The message for a broken file, without the folder's name."""
    path = write(folder, text)
    with pytest.raises(RuleFileError) as caught:
        unite([read_rules(path, shop())])
    message = str(caught.value)
    assert "\n" not in message
    assert_chinese(caught.value("zh").removeprefix(str(folder)))
    return message.removeprefix(f"{folder}/")


def test_the_file_is_good(tmp_path: Path) -> None:
    order, (rule,) = read_rules(write(tmp_path, RULE), shop())
    assert (order, rule.code, rule.line, len(rule.cases)) == (10, "SHOP01", 3, 2)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    name: sums\n", "", "rules.yaml:3: `name` is missing"),
        ("    cases:\n", "    case:\n", "rules.yaml:19: unknown key `case`; did you mean `cases`?"),
        ("    name: sums\n", "    nmae: sums\n", "rules.yaml:4: unknown key `nmae`; did you mean `name`?"),
        ("name: sums", "name: Sums of all", "rules.yaml:4: expected small words with hyphens such as"),
        ("code: SHOP01", "code: shop", "rules.yaml:3: expected letters and digits such as `ABC01` as `code`"),
        ("severity: error", "severity: eror", "rules.yaml:6: unknown value of `severity` `eror`; did you mean `error`?"),
        ("default: true", "default: yes", "rules.yaml:7: expected `true` or `false` as `default`, found `yes`"),
        ("default: true", 'default: "true"', "rules.yaml:7: expected `true` or `false`"),
        ("en: Sums}", "em: Sums}", "rules.yaml:5: unknown key `em`; did you mean `en`?"),
        ("title: {zh: 合计, en: Sums}", "title: Sums", "rules.yaml:5: expected a mapping (key: value) as `title`"),
        ("each column of sales", "each colum of sales", "rules.yaml:8: in `for`: unknown range `each colum`; did you mean `each column`?"),
        ("each column of sales", "each column of sale", "rules.yaml:8: in `for`: unknown table `sale`; did you mean `sales`?"),
        ("each column of sales", "each column of sales.all", "rules.yaml:8: in `for`: unknown column of sales `all`"),
        ("each column of sales", "all columns", "rules.yaml:8: in `for`: expected `each row|column|cell"),
        ("sum(sales.goods", "sum(sales.god", "rules.yaml:13: in `condition`: unknown row of sales `god`; did you mean `goods`?"),
        ("= sales.all.$column", "= sales.all.$colum", "rules.yaml:13: in `condition`: unknown variable `$colum`; did you mean `$column`?"),
        ("= sales.all.$column", "= ", "rules.yaml:13: in `condition`: the end stands where"),
        ("sales.tea.$column >= 0", "sales.tea.$row >= 0", "rules.yaml:11: in `condition`: unknown variable `$row`"),
        ("{identity}。", "{identty}。", "rules.yaml:14: in `message`: unknown slot `{identty}`; did you mean `{identity}`?"),
        ("{identity}。", "{row}。", "rules.yaml:14: in `message`: unknown slot `{row}`"),
        ("{identity}。", "{identity。", "rules.yaml:14: in `message`: a bracket `{` without its other half"),
        ("{sales.tea.cash: 1,", "{sales.tee.cash: 1,", "rules.yaml:21: unknown row of sales `tee`; did you mean `tea`?"),
        ("form: a", "form: c", "rules.yaml:24: unknown value of `form` `c`; expected one of `a`, `b`"),
        ("[page_mark]", "[page_marks]", "rules.yaml:26: unknown value of `remarks` `page_marks`; did you mean `page_mark`?"),
        ("report.year: 2020", "report.year: soon", "rules.yaml:27: expected a number as `report.year`, found `soon`"),
        ("expect: {severity: error}", "expect: {severty: error}", "rules.yaml:28: unknown key `severty`; did you mean `severity`?"),
        ("          expect: {severity: error}\n", "", "rules.yaml:23: a failing case needs `expect`"),
        ("    condition: sum", "    checks: []\n    condition: sum", "rules.yaml:3: expected either `condition` or `checks` in a rule"),
        ("    severity: error\n", "", "rules.yaml:3: `severity` is missing"),
        ("order: 10", "order: first", "rules.yaml:1: expected a whole number as `order`, found `first`"),
        ("order: 10", "ordre: 10", "rules.yaml:1: unknown key `ordre`; did you mean `order`?"),
        ("    merge: false", "    merge: false\n    item: {zh: x, en: x}", "rules.yaml:17: `item` is for rules with `merge: true`"),
        ("name: sums", "name: sums\n    name: sums", "rules.yaml:5: the key `name` stands here twice (first on line 4)"),
    ],
)  # fmt: skip
def test_one_message(old: str, new: str, message: str, tmp_path: Path) -> None:
    assert RULE.count(old) >= 1
    assert load(RULE.replace(old, new, 1), tmp_path).startswith(message)


def test_every_key_misspelt_or_emptied_is_told_with_its_line(tmp_path: Path) -> None:
    """Walks the file: no key can be broken silently, and the line is that key's."""
    for number, line in enumerate(RULE.splitlines(), 1):
        key, colon, _ = line.lstrip(" -").partition(":")
        if not colon or not key.isidentifier():
            continue
        lines = RULE.splitlines()
        lines[number - 1] = line.replace(key, key + "x", 1)
        message = load("\n".join(lines), tmp_path)
        assert message.startswith("rules.yaml:"), message
        if line.endswith(":"):
            continue
        lines[number - 1] = line.split(":")[0] + ":"
        assert load("\n".join(lines), tmp_path).startswith("rules.yaml:")


def test_sets_that_do_not_line_up() -> None:
    from linter.judging.binding import Binder
    from linter.judging.condition import ConditionError
    from linter.judging.paths import Instance, Tables
    from linter.judging.syntax import parse

    binder = Binder(Tables(shop().forms["b"].tables), (Instance("report"),), {}, {})
    with pytest.raises(ConditionError, match="do not line up"):
        binder.bind(parse("all(sales.{tea, cake}.cash = sales.{tea, all}.cash)"))


def test_codes_and_names_are_unique(tmp_path: Path) -> None:
    second = RULE.split("rules:\n")[1]
    assert "the code `SHOP01` is taken by" in load(RULE + second, tmp_path)
    assert "the name `sums` is taken by" in load(RULE + second.replace("SHOP01", "SHOP02"), tmp_path)


@pytest.mark.parametrize("text", ["", "rules: []", "rules:", "- a", "rules: {a: b}", "# nothing"])
def test_files_without_rules(text: str, tmp_path: Path) -> None:
    assert load(text, tmp_path).startswith("rules.yaml:1: ")
