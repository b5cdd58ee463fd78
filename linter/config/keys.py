"""The keys of a configuration: what each may hold. Reading, the schema for editors and `gouji init` go by them."""

from __future__ import annotations

from linter.facts import LEVELS
from linter.finding import Severity
from linter.form import Words
from linter.record import NamedTuple

PROFILES = ("default", "strict")
FAIL_ON = (*map(str, Severity), "never")
LANGUAGES = ("zh", "en")
CODES = "codes"
PATHS = "paths"
DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
"""A month and a day, such as 01-31."""


class Key(NamedTuple):
    """`kind` is what the value is: `word` (one of `words`), `text`, `list` (of codes or paths), `table`. In a table,
    the names are free or `names`, and each value is a word of `words`, a `list` or a `day` by `kind_in_table`."""

    name: str
    kind: str
    about: Words
    example: str
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    kind_in_table: str = ""
    of: str = ""
    example_en: str = ""
    least: int = 0


KEYS = (
    Key("profile", "word", Words("规则范围：default 或 strict", "which rules are on"), '"strict"', PROFILES),
    Key("select", "list", Words("只用这些规则，代码或前缀", "only these rules, by code or prefix"),
        '["T3", "BRK01"]', of=CODES, least=1),
    Key("ignore", "list", Words("不用这些规则，代码或前缀", "all but these rules, by code or prefix"),
        '["BRK"]', of=CODES),
    Key("fail-on", "word", Words("多严重时以退出码 1 结束", "how grave a finding must be for exit status 1"),
        '"warning"', FAIL_ON),
    Key("language", "word", Words("输出的语言", "language of the output"), '"zh"', LANGUAGES),
    Key("family", "text", Words("报告的种类：名称，或放有 family.yaml 的文件夹",
                                "the family of reports: a name, or a folder with a family.yaml"), '"disclosure"'),
    Key("rules", "list", Words("自己的规则所在的文件夹，或规则文件", "folders or files with rules of one's own"),
        '["rules"]', of=PATHS),
    Key("paths", "list", Words("不写路径时检查这些文件和文件夹", "what to check where the command names no path"),
        '["年报"]', of=PATHS, least=1),
    Key("exclude", "list", Words("文件夹里不检查的文件", "files inside folders that are not checked"),
        '["README.md", "草稿/**"]', of=PATHS),
    Key("level", "word", Words("单位级别，名称里看不出来时用它", "level of the agency where its name does not tell"),
        '"county"', LEVELS),
    Key("severities", "table", Words("改变规则的程度，代码或前缀", "other severities for rules, by code or prefix"),
        'FMT01 = "info"', tuple(map(str, Severity)), kind_in_table="word", of=CODES),
    Key("per-file-ignores", "table", Words("在这些文件里不用这些规则", "rules not to use in some files"),
        '"归档/**" = ["STR", "FMT"]', kind_in_table="list", of=CODES,
        example_en='"archive/**" = ["STR", "FMT"]'),
    Key("deadlines", "table", Words("各级单位次年的公布期限，月-日", "last day to publish, in the next year, by level"),
        'department = "01-31"', names=LEVELS, kind_in_table="day"),
)  # fmt: skip

BY_NAME = {key.name: key for key in KEYS}
