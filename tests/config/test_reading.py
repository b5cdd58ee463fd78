"""Every mistake in a configuration is one sentence: file, line, the nearest right name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from chinese import assert_chinese
from linter.config import Config, ConfigError
from linter.config.discovery import Places
from linter.config.keys import KEYS
from linter.config.reading import read_config
from linter.config.schema import config_schema
from linter.config.starting import starting_config
from linter.finding import Severity

EVERYTHING = """\
profile = "strict"
select = ["T3", "BRK01"]
ignore = [
  "BRK",  # 分项
]
fail-on = "warning"
language = "en"
family = "disclosure"
rules = ["rules"]
paths = ["年报"]
exclude = ["README.md"]
level = "county"

[severities]
FMT01 = "info"

[per-file-ignores]
"归档/**" = ["STR"]

[deadlines]
department = "01-31"
"""


def read(folder: Path, text: str, name: str = "gouji.toml") -> Config:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def message(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        read(folder, text)
    said = caught.value("zh")
    assert "\n" not in said and said.startswith(str(folder))
    assert caught.value("en")
    return said.removeprefix(f"{folder}/gouji.toml:").removeprefix(f"{folder}/gouji.toml：")


def test_everything(tmp_path: Path) -> None:
    config = read(tmp_path, EVERYTHING)
    assert config[2:14] == (
        "strict", ("T3", "BRK01"), ("BRK",), "warning", "en", "disclosure", ("rules",), ("年报",), ("README.md",),
        "county",
        {"department": "01-31"}, {"FMT01": Severity.INFO},
    )  # fmt: skip
    assert config.per_file_ignores == {"归档/**": ("STR",)}
    assert (config.folder, config.line("ignore"), config.line("ignore", "BRK")) == (tmp_path, 3, 4)


def test_part_of_a_project(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.gouji]\nignore = ["BRK"]\n[tool.gouji.severities]\nT303 = "info"\n'
    config = read(tmp_path, text, "pyproject.toml")
    assert (config.ignore, config.severities) == (("BRK",), {"T303": Severity.INFO})
    assert (config.line("ignore"), config.line("severities", "T303")) == (4, 6)


@pytest.mark.parametrize("text", ['tool = {gouji = {ignore = ["BRK"]}}', '[tool]\ngouji = {ignore = ["BRK"]}'])
def test_part_of_a_project_on_one_line(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text, "pyproject.toml").ignore == ("BRK",)
    assert Places().config(tmp_path) == tmp_path / "pyproject.toml"


@pytest.mark.parametrize("text", ['["tool" . "gouji"]\nignore = ["BRK"]', 'tool.gouji.ignore = ["BRK"]'])
def test_part_of_a_project_by_other_spellings(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text, "pyproject.toml").ignore == ("BRK",)
    assert Places().config(tmp_path) == tmp_path / "pyproject.toml"


@pytest.mark.parametrize("text", ['[project.scripts]\ngouji = "x:main"', "[tool.other]\ngouji = 1", "[tool.goujian]"])
def test_a_project_that_only_has_the_word(tmp_path: Path, text: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert Places().config(tmp_path) is None


def test_a_project_without_our_part(tmp_path: Path) -> None:
    assert read(tmp_path, '[project]\nname = "x"\n', "pyproject.toml").ignore == ()
    assert Places().config(tmp_path) != tmp_path / "pyproject.toml"
    with pytest.raises(ConfigError, match=r"has no \[tool\.gouji\]") as caught:
        read_config(tmp_path / "pyproject.toml", asked=True)
    assert_chinese(caught.value("zh"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\ningore = ["BRK"]', "2：没有叫 ingore 的配置项，是不是 ignore？"),
        ('profile = "strct"', "1：没有叫 strct 的值（profile），是不是 strict？"),
        ("profile = 3", "1：profile 应当是 default、strict 之一，加引号。"),
        ('ignore = "BRK"', '1：ignore 应当是一个列表，如 ["甲", "乙"]。'),
        ("ignore = [3]", "1：ignore 应当是加引号的文字的列表，每一项都不空。"),
        ('ignore = [""]', "1：ignore 应当是加引号的文字的列表，每一项都不空。"),
        ("\nselect = []", "2：select 应当是至少有一项的列表；不用它就删去这一行。"),
        ("paths = [\n]", "1：paths 应当是至少有一项的列表；不用它就删去这一行。"),
        ("family = 3", "1：family 应当是一段文字。"),
        ("severities = 3", '1：severities 应当是一个表，如 FMT01 = "info"。'),
        ('# c\n[severities]\nT303 = "eror"', "3：没有叫 eror 的值（T303），是不是 error？"),
        ('[per-file-ignores]\n"*.txt" = "T3"', '2：*.txt 应当是一个列表，如 ["甲", "乙"]。'),
        ('[deadlines]\ndepartmen = "01-31"', "2：没有叫 departmen 的名称，是不是 department？"),
        ('[deadlines]\ncounty = "02-30"', '2：county 应当是月-日，如 "01-31"。'),
        ('[deadlines]\ncounty = "1-31"', '2：county 应当是月-日，如 "01-31"。'),
        ("\nx = [", "2：不合 TOML 的写法："),
        ('profile = "strict"\nprofile = "strict"', "2：不合 TOML 的写法：同一个名称写了两次"),
        ("[deadlines]\n[deadlines]", "2：不合 TOML 的写法：同一个名称写了两次"),
        ("profile = strict", "1：不合 TOML 的写法：值的写法不对：文字要加引号"),
        ("\n[severities]\nT3 = info", "3：不合 TOML 的写法：值的写法不对：文字要加引号"),
        ('profile = "strict\nlanguage = "zh"', "1：不合 TOML 的写法：引号没有配对"),
        ("profile = “strict”", "1：不合 TOML 的写法：引号、逗号、等号和括号要用半角的"),
        ('ignore = ["T3"，"BRK"]', "1：不合 TOML 的写法：引号、逗号、等号和括号要用半角的"),
        ('ignore = ["T3" "BRK"]', "1：不合 TOML 的写法：列表的方括号没有配对，或者两项之间少了逗号"),
        ('profile: "strict"', "1：不合 TOML 的写法：少了等号"),
        ('rules = ["规则\\qq"]', "1：不合 TOML 的写法：双引号里的反斜杠"),
        ("[severities", "1：不合 TOML 的写法：方括号里的小标题没有写完"),
        ('归档 = "x"', "1：不合 TOML 的写法：一行应当以名称开头"),
        ('profile = "\x01"', "1：不合 TOML 的写法：有看不见的控制字符"),
        ("[" * 3000, "1：不合 TOML 的写法："),
    ],
)
def test_mistakes(tmp_path: Path, text: str, said: str) -> None:
    told = message(tmp_path, text)
    assert told.startswith(said)
    assert_chinese(told)


def test_files_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "gouji.toml").write_bytes("# 配置".encode("gbk"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_config(tmp_path / "gouji.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_config(tmp_path / "nothing.toml")
    with pytest.raises(ConfigError, match="larger than 256 kB"):
        read(tmp_path, "#" * 300_000)


def _wrong(schema: dict[str, Any]) -> str:
    """A value in TOML that the schema refuses."""
    return "3" if schema.get("type") != "integer" else '"x"'


@pytest.mark.parametrize("name", [key.name for key in KEYS])
def test_every_key_of_the_schema_broken_in_turn(tmp_path: Path, name: str) -> None:
    """Misspelt, of a wrong type, or with a wrong value inside: one message with the line, and the schema agrees."""
    schema = config_schema()["properties"][name]
    assert message(tmp_path, f"# c\n{name}x = 3").startswith(f"2：没有叫 {name}x 的配置项，是不是 {name}？")
    assert message(tmp_path, f"# c\n{name} = {_wrong(schema)}").startswith(f"2：{name} 应当是")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({name: 3}, config_schema())
    if schema.get("type") == "object":
        assert message(tmp_path, f"[{name}]\ncounty = 3").startswith("2：county 应当是")
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({name: {"county": 3}}, config_schema())


def test_what_init_writes_is_a_configuration(tmp_path: Path) -> None:
    import tomllib

    written = starting_config()
    assert read(tmp_path, written) == Config(tmp_path, tmp_path / "gouji.toml", lines={})
    switched_on = "\n".join(
        line.removeprefix("# ") if "= " in line or line.startswith("# [") else line for line in written.splitlines()
    )
    config = read(tmp_path, switched_on)
    assert (config.profile, config.deadlines) == ("strict", {"department": "01-31"})
    jsonschema.validate(tomllib.loads(switched_on), config_schema())
    jsonschema.validate(tomllib.loads(EVERYTHING), config_schema())
    json.dumps(config_schema())
