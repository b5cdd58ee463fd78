"""Reads rule files; every mistake in one is a `RuleFileError`: file, line, what was expected, the nearest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from linter.finding import Severity
from linter.form import Words
from linter.judging.casefile import read_cases
from linter.judging.checking import Checker
from linter.judging.condition import Comparison, ConditionError, Expression, Logic, Membership, walk
from linter.judging.condition import Path as Name
from linter.judging.paths import asked_cells, is_cells, is_previous
from linter.judging.ranges import Range, parse_range
from linter.judging.rule import Check, Requirement, Rule
from linter.judging.syntax import parse
from linter.judging.templates import check_slots
from linter.judging.vocabulary import Vocabulary
from linter.patterns import compiled
from linter.yamlfile import Node, YamlError, load

RuleFileError = YamlError

FILE_KEYS = ("order", "subject", "rules")
REQUIRED = ("code", "name", "title", "default", "authority", "cases")
CHECK_KEYS = ("for", "condition", "severity", "message", "advice", "requires")
KEYS = (*CHECK_KEYS, "checks", "merge", "item", "exceptions", "formerly")
CODE = compiled(r"[A-Z]{1,8}[0-9]{2,4}")
NAME = compiled(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST = 1200


def read_rules(path: Path, vocabulary: Vocabulary) -> tuple[int, tuple[Rule, ...]]:
    """The place of a file in the catalogue, and its rules; raises RuleFileError."""
    keys = load(path).mapping(allowed=FILE_KEYS, required=("rules",))
    order = keys["order"].integer() if "order" in keys else 1000
    subject = words(keys["subject"]) if "subject" in keys else None
    nodes = keys["rules"].sequence()
    if not nodes:
        keys["rules"].fail("rules 里至少要有一条规则。", "expected at least one rule in `rules`")
    return order, tuple(_RuleReader(node, vocabulary).rule(subject) for node in nodes)


RuleFile = tuple[int, tuple[Rule, ...]]


def unite(files: Iterable[RuleFile], own: Iterable[RuleFile] = ()) -> tuple[Rule, ...]:
    """The rules of all files in the order of the catalogue; a code or name that stands twice is refused. Of somebody's
    `own` rules, one with the code and the name of another takes its place."""
    rules, added = _in_order(files), _in_order(own)
    _refuse_twice(rules)
    _refuse_twice(added)
    changed = {(rule.code, rule.name): rule for rule in added}
    united = [changed.pop((rule.code, rule.name), rule) for rule in rules]
    united += changed.values()
    _refuse_twice(
        united, ("；要取代那一条，代码和名称都要相同", "; to take its place, have both its code and its name")
    )
    return tuple(united)


def _in_order(files: Iterable[RuleFile]) -> list[Rule]:
    return [rule for _, found in sorted(files, key=lambda file: file[0]) for rule in found]


_CALLED = {"code": "代码", "name": "名称"}


def _refuse_twice(rules: Iterable[Rule], more: tuple[str, str] = ("", "")) -> None:
    """Raises RuleFileError for a code or name that two rules have; `more` is what else may be done about it."""
    listed = list(rules)
    for what in ("code", "name"):
        seen: dict[str, Rule] = {}
        for rule in listed:
            first = seen.setdefault(getattr(rule, what), rule)
            if first is not rule:
                value, taken = getattr(rule, what), f"{first.path}:{first.line}"
                zh = f"{_CALLED[what]} {value} 已经用在 {taken}（{first.code} {first.name}），请换一个{more[0]}。"
                en = f"the {what} `{value}` is taken by {taken} ({first.code} {first.name}); choose another{more[1]}"
                raise RuleFileError(rule.path, rule.line, zh, en)


def words(node: Node) -> Words:
    """A text in both languages."""
    keys = node.mapping(allowed=(), required=("zh", "en"))
    return Words(keys["zh"].text(), keys["en"].text())


class _RuleReader:
    """Reads one rule."""

    def __init__(self, node: Node, vocabulary: Vocabulary) -> None:
        self._node = node
        self._vocabulary = vocabulary
        self._keys = node.mapping(allowed=KEYS, required=REQUIRED)

    def rule(self, subject: Words | None) -> Rule:
        keys = self._keys
        checks = self._checks()
        merge = "merge" in keys and keys["merge"].flag()
        return Rule(
            code=self._shaped("code", CODE, "大写字母加数字，如 ABC01", "letters and digits such as `ABC01`"),
            name=self._shaped(
                "name", NAME, "小写英文加连字符，如 sum-of-parts", "small words with hyphens such as `sum-of-parts`"
            ),
            title=words(keys["title"]),
            default=keys["default"].flag(),
            checks=checks,
            authority=keys["authority"].text(),
            merge=merge,
            item=self._item(checks, merge),
            exceptions=self._exceptions(),
            cases=read_cases(keys["cases"], self._vocabulary),
            subject=subject,
            path=self._node.path,
            line=self._node.line,
            formerly=keys["formerly"].texts() if "formerly" in keys else (),
            looks_back=any(is_previous(path) for check in checks for path in _paths(check)),
            confirms=any(_is_on_claims(check) and is_cells(path) for check in checks for path in _paths(check)),
        )

    def _shaped(self, key: str, shape: re.Pattern[str], zh: str, en: str) -> str:
        text = self._keys[key].text()
        if not shape.fullmatch(text):
            self._keys[key].fail(f"{key} 应当是{zh}，现在是“{text}”。", f"expected {en} as `{key}`, found `{text}`")
        return text

    def _exceptions(self) -> tuple[Words, ...]:
        if "exceptions" not in self._keys:
            return ()
        return tuple(words(node) for node in self._keys["exceptions"].sequence())

    def _item(self, checks: tuple[Check, ...], merge: bool) -> Words | None:
        if "item" not in self._keys:
            return None
        node = self._keys["item"]
        if not merge:
            node.fail("item 只用在写了 merge: true 的规则里。", "`item` is for rules with `merge: true`")
        for check in checks:
            _check_texts(node, check.over, merge=False)
        return words(node)

    def _checks(self) -> tuple[Check, ...]:
        keys = self._keys
        if ("checks" in keys) == ("condition" in keys):
            zh = "一条规则要么写 condition，要么写 checks，请留一个。"
            self._node.fail(zh, "expected either `condition` or `checks` in a rule")
        if "condition" in keys:
            return (self._check(keys),)
        found = []
        for node in keys["checks"].sequence():
            own = node.mapping(allowed=CHECK_KEYS)
            found.append(self._check({**{k: v for k, v in keys.items() if k in CHECK_KEYS}, **own}))
        if not found:
            keys["checks"].fail("checks 里至少要有一项。", "expected at least one check in `checks`")
        return tuple(found)

    def _check(self, keys: Mapping[str, Node]) -> Check:
        for key in ("condition", "severity", "message", "advice"):
            if key not in keys:
                self._node.fail(f"缺少 {key}，请补上。", f"`{key}` is missing; add it")
        over = self._range(keys.get("for"))
        merge = "merge" in self._keys and self._keys["merge"].flag()
        condition = self._condition(keys["condition"], over)
        for key in ("message", "advice"):
            _check_texts(keys[key], over, merge=merge, compares=_compares(condition))
        requires = self._requires(keys.get("requires"), over)
        return Check(
            over=over,
            condition=condition,
            text=" ".join(keys["condition"].text().split()),
            severity=Severity(keys["severity"].choice([str(one) for one in Severity])),
            message=words(keys["message"]),
            advice=words(keys["advice"]),
            requires=requires,
            asks=asked_cells(condition, *(one.condition for one in requires)),
            reads_cells=bool(asked_cells(condition)),
        )

    def _range(self, node: Node | None) -> Range | None:
        if node is None:
            return None
        try:
            over = parse_range(node.text())
            self._vocabulary.check_range(over)
        except ConditionError as error:
            node.fail(f"for 里：{error.message.zh}", f"in `for`: {error.message.en}")
        return over

    def _requires(self, node: Node | None, over: Range | None) -> tuple[Requirement, ...]:
        found = []
        for one in node.sequence() if node is not None else ():
            keys = one.mapping(allowed=(), required=("condition", "reason"))
            _check_texts(keys["reason"], over, merge=False)
            found.append(Requirement(self._condition(keys["condition"], over), words(keys["reason"])))
        return tuple(found)

    def _condition(self, node: Node, over: Range | None) -> Expression:
        text = node.text()
        try:
            if len(text) > _LONGEST:
                raise ConditionError(f"超过 {_LONGEST} 个字，请拆开。", f"longer than {_LONGEST} characters", 0)
            expression = parse(text)
            Checker(self._vocabulary, over.variables if over is not None else ()).condition(expression)
        except ConditionError as error:
            rest = text[error.at : error.at + 24].strip()
            zh, en = (f"（在“{rest}”处）", f" (at `{rest}`)") if rest else ("", "")
            node.fail(f"condition 里{zh}：{error.message.zh}", f"in `condition`: {error.message.en}{en}")
        return expression


def _paths(check: Check) -> Iterator[Name]:
    return (node for node in walk(check.condition) if isinstance(node, Name))


def _is_on_claims(check: Check) -> bool:
    return check.over is not None and check.over.unit == "claim"


def _compares(condition: Expression) -> bool:
    """Whether what must hold is somewhere a comparison; what stands before `implies` never fails."""
    while isinstance(condition, Logic) and condition.operator == "implies":
        condition = condition.parts[-1]
    return any(isinstance(node, Comparison | Membership) for node in walk(condition))


def _check_texts(node: Node, over: Range | None, *, merge: bool, compares: bool = True) -> None:
    for text in words(node):
        problem = check_slots(text, over, merge=merge, compares=compares)
        if problem is not None:
            node.fail(f"{node.name} 里：{problem.zh}", f"in `{node.name}`: {problem.en}")
