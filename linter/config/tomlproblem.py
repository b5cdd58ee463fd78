"""What the TOML parser complains about, by kind: what is wrong on the line, and what to write instead."""

from __future__ import annotations

import re

from linter.form import Words
from linter.patterns import compiled

_POSITION = compiled(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_FULL_WIDTH = compiled("[“”‘’，；：＝［］｛｝＂]")
_CHINESE = Words(
    '引号、逗号、等号和括号要用半角的（英文的） " , = [ ]',
    'quotation marks, commas and brackets must be the plain ones: " , = [ ]',
)
_TEXT = Words(
    '值的写法不对：文字要加引号，如 "info"；列表写成 ["T3", "BRK01"]',
    'the value is not written so: put a text in quotes, such as "info"; a list is ["T3", "BRK01"]',
)
_QUOTE = Words("引号没有配对，请补上后一个引号", "a quotation mark is without its other half; close it")
_ARRAY = Words(
    '列表的方括号没有配对，或者两项之间少了逗号，应当写成 ["甲", "乙"]',
    'a bracket is without its other half or a comma is missing; a list is ["a", "b"]',
)
_TABLE = Words("花括号没有配对，请补上 }", "a curly bracket is without its other half; add }")
_TWICE = Words(
    "同一个名称写了两次，请合成一个",
    "one name stands here twice; make one of them",
)
_EQUALS = Words("少了等号，应当写成 名称 = 值", "an equals sign is missing; write name = value")
_BACKSLASH = Words(
    "双引号里的反斜杠要写成 \\\\，路径也可以用 /",
    "a backslash in double quotes is written \\\\; paths may have / instead",
)
_HEADING = Words(
    "方括号里的小标题没有写完，应当像 [severities]", "the heading of a table is not complete; write [severities]"
)
_NAME = Words(
    '一行应当以名称开头，如 ignore = ["BRK"]；中文名称和样式要加引号',
    'a line begins with a name, such as ignore = ["BRK"]; other names and patterns stand in quotes',
)
_CONTROL = Words("有看不见的控制字符，请删去", "there is a control character that does not show; delete it")
_OTHER = Words(
    "应当一行一个 名称 = 值，文字加引号，列表用 []",
    "write one name = value on a line, texts in quotes, lists in []",
)
_KINDS = (
    (r"Illegal character '\\n'|Unterminated|Expected \"'|closing", _QUOTE),
    (r"Illegal character|nvalid character", _CONTROL),
    (r"Unescaped|escape|hex value", _BACKSLASH),
    (r"Unclosed array", _ARRAY),
    (r"inline table|Unclosed", _TABLE),
    (r"twice|overwrite|uplicate|immutable|redefine", _TWICE),
    (r"Expected '='", _EQUALS),
    (r"Expected '\]", _HEADING),
    (r"Invalid statement|initial character", _NAME),
    (r"nvalid value|Expected newline|nvalid date", _TEXT),
)


def place_and_kind(said: str, text: str) -> tuple[int, Words]:
    """The line, from 1, and the kind of mistake, from what the parser said."""
    found = _POSITION.search(said)
    line = int(found[1]) if found and found[1] else text.rstrip().count("\n") + 1
    here = text.split("\n")[line - 1]
    if _FULL_WIDTH.search(re.sub(r'"[^"]*"|\'[^\']*\'|#.*', "", here)):
        return line, _CHINESE
    return line, next((kind for pattern, kind in _KINDS if re.search(pattern, said)), _OTHER)
