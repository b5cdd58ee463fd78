"""What the YAML parser complains about, by kind: what is wrong on the line, and what to write instead."""

from __future__ import annotations

import re

import yaml

from linter.form import Words
from linter.patterns import compiled

_TAB = Words("缩进或空白里有制表符（Tab），请改用空格", "there is a tab; use spaces")
_QUOTE = Words(
    '引号没有配对，请补上后一个引号；文字里面的双引号写成 \\"',
    'a quotation mark is without its other half; close it, and write \\" for one inside',
)
_BRACKET = Words(
    "括号没有配对，或者少了逗号；{ } 里面的文字如果含有括号、逗号，请加引号",
    "a bracket is without its other half or a comma is missing; inside { } quote a text with brackets or commas",
)
_INDENT = Words(
    "缩进不对：同一级的键要左边对齐，请用空格对齐这一行和上面几行",
    "the indentation is wrong: keys of one level begin in one column; align this line and those above with spaces",
)
_COLON = Words(
    "少了冒号，请写成“键: 值”，冒号后面空一格，下一级缩进",
    "a colon is missing; write `key: value` with a space after the colon",
)
_TOO_MANY = Words(
    "多了一个冒号，或者缩进不对：含有“: ”的文字请加引号",
    "there is a colon too many, or the indentation is wrong; put a text with `: ` in quotes",
)
_DASH = Words(
    "列表的写法不对：每一项另起一行，以“- ”开头，左边对齐",
    "this is not how a list is written: each item on a line of its own, begun by `- `, all in one column",
)
_START = Words(
    "一个值不能以这个符号开头，请给整个值加引号",
    "a value cannot begin with this sign; put the whole value in quotes",
)
_ESCAPE = Words(
    "双引号里的反斜杠写法不对，请写成 \\\\，或改用单引号",
    "a backslash in double quotes is wrong; write \\\\, or use single quotes",
)
_CONTROL = Words(
    "有看不见的控制字符，请删去，或把这一行重新输入",
    "there is a control character that does not show; delete it, or type the line anew",
)
_OTHER = Words(
    "YAML 写法有误，请检查这一行和上一行的缩进、冒号和引号",
    "look at indentation, colons and quotes here and in the line before",
)
_AFTER = Words(
    "后一个引号或括号后面还有文字，请把整个值放进一对引号",
    "there is text after the closing quotation mark or bracket; put the whole value in one pair of quotes",
)
_KINDS = (
    (r"tab character|character '\\t'", _TAB),
    (r"unexpected end of stream|end of stream while|document indicator", _QUOTE),
    (r"',' or|flow (sequence|mapping)", _BRACKET),
    (r"'-' indicator|block sequence entries are not allowed|<block end>.*'-'", _DASH),
    (r"mapping values are not allowed", _TOO_MANY),
    (r"could not find expected ':'|expected ':'", _COLON),
    (r"did not find expected key|expected <block end>|mapping keys are not allowed|<document start>", _INDENT),
    (r"escape|hexdecimal|hexadecimal", _ESCAPE),
    (r"cannot start any token|alphabetic or numeric|node content|directive|tag|anchor|alias", _START),
)
_FORBIDDEN = compiled("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def place_and_kind(error: yaml.YAMLError, text: str) -> tuple[int | None, Words]:
    """The line, from 1, and the kind of mistake."""
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        found = _FORBIDDEN.search(text)
        return (text.count("\n", 0, found.start()) + 1, _CONTROL) if found else (None, _OTHER)
    lines = text.split("\n")
    here = lines[mark.line] if mark.line < len(lines) else ""
    kind = _kind(f"{error.problem} {error.context or ''}", here[: mark.column], here[mark.column :])
    if kind in (_QUOTE, _COLON) and error.context_mark is not None:
        mark = error.context_mark  # Where it was opened; the parser noticed only later.
    return min(mark.line, len(lines) - 1) + 1, kind


def _kind(said: str, before: str, rest: str) -> Words:
    if rest.startswith("\t"):
        return _TAB
    if "node content" in said and rest[:1] in ("]", "}"):
        return _BRACKET
    if "expected key" in said and before.rstrip().endswith(("'", '"', "}", "]")):
        return _AFTER
    return next((kind for pattern, kind in _KINDS if re.search(pattern, said)), _OTHER)
