"""Files that people edit: nothing is guessed, and every mistake is one sentence with its line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from chinese import assert_chinese
from linter.yamlfile import YamlError, load, parse


def test_scalars_stay_text_until_someone_asks() -> None:
    keys = parse("a: no\nb: on\nc: 010\nd: 12:30\ne: 1e3\nf: ~\ng: 1_000\nh: 2020-01-01").mapping()
    assert [node.text() for node in keys.values()] == ["no", "on", "010", "12:30", "1e3", "~", "1_000", "2020-01-01"]
    assert keys["c"].integer() == 10
    assert [node.line for node in keys.values()] == list(range(1, 9))


def test_numbers_and_flags() -> None:
    keys = parse('a: 12\nb: -1.50\nc: true\nd: "true"\ne: 1,000').mapping()
    assert keys["a"].integer() == 12
    assert keys["b"].decimal() == Decimal("-1.50")
    assert keys["c"].flag() is True
    for key, ask in (("d", "flag"), ("b", "integer"), ("e", "decimal"), ("c", "integer")):
        with pytest.raises(YamlError, match=f"expected .* as `{key}`, found"):
            getattr(keys[key], ask)()


def test_a_value_on_the_next_line_is_blamed_on_its_key() -> None:
    node = parse("a:\n  b:\n    - c\n").mapping()["a"].mapping()["b"]
    assert (node.line, node.sequence()[0].line) == (2, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "f:1: the file is empty; expected a mapping (key: value)"),
        ("# only this", "f:1: the file is empty; expected a mapping (key: value)"),
        ("- a", "f:1: expected a mapping (key: value), found a list"),
        ("word", "f:1: expected a mapping (key: value), found `word`"),
        ("a: 1\nb: 2\na: 3", "f:3: the key `a` stands here twice (first on line 1)"),
        ("a: &x 1\nb: *x", "f:1: anchors and aliases (`x`) are not allowed"),
        ("b: *x", "f:1: anchors and aliases (`x`) are not allowed"),
        ("a: !!python/object:os.system x", "f:1: tags (`tag:yaml.org,2002:python/object:os.system`) are not allowed"),
        ("a: 1\n---\nb: 2", "f:1: a second document after this one is not allowed"),
        ("? [a]\n: b", "f:1: a key must be one word"),
        ("a: [1\nb: 2", "f:2: this is not YAML: a bracket"),
        ("\ta: 1", "f:1: this is not YAML: there is a tab"),
        ("a:\n\tb: 1", "f:2: this is not YAML: there is a tab"),
        ("a: b: c", "f:1: this is not YAML: there is a colon too many"),
        ("a: 1\n  b: 2", "f:2: this is not YAML: there is a colon too many, or the indentation"),
        ("a: 1\nb\nc: 2", "f:2: this is not YAML: a colon is missing"),
        ('a: 1\nb: "x\nc: 1\n', "f:2: this is not YAML: a quotation mark"),
        ("a: 1\nb: 'x\nc: 1\n", "f:2: this is not YAML: a quotation mark"),
        ("a:\n  b: 1\n c: 2", "f:3: this is not YAML: the indentation is wrong"),
        ("a: - 1", "f:1: this is not YAML: this is not how a list is written"),
        ("a:\n  - b\n  c: 1", "f:3: this is not YAML: this is not how a list is written"),
        ("a: @x", "f:1: this is not YAML: a value cannot begin with this sign"),
        ("a: [1, 2}}", "f:1: this is not YAML: a bracket"),
        ("a: ]", "f:1: this is not YAML: a bracket"),
        ("a: 'x' y", "f:1: this is not YAML: there is text after the closing quotation mark"),
        ('a: "\\q"', "f:1: this is not YAML: a backslash"),
        ("x\x01: 1", "f:1: this is not YAML: there is a control character"),
        ("[" * 5000, "f:1: nested more than 24 deep"),
        ("a: " + "{b: " * 200, "f:1: nested more than 24 deep"),
    ],
)
def test_mistakes(text: str, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text, "f")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert_chinese(caught.value("zh"))


def test_keys() -> None:
    node = parse("name: a\nsevrity: b", "f")
    with pytest.raises(YamlError, match=r"f:2: unknown key `sevrity`; did you mean `severity`\?"):
        node.mapping(allowed=("name", "severity"))
    with pytest.raises(YamlError, match="f:1: `code` is missing"):
        node.mapping(required=("code",))
    with pytest.raises(YamlError, match="f:1: unknown value of `name` `a`; expected one of `x`, `y`"):
        node.mapping()["name"].choice(("x", "y"))


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with pytest.raises(YamlError, match="cannot be read: there is no such file"):
        load(path)
    path.write_bytes("\ufeffa: 名".encode())
    assert load(path).mapping()["a"].text() == "名"
    path.write_bytes("a: 1\nb: 名".encode("gbk"))
    with pytest.raises(YamlError, match="a.yaml:2: the file is not UTF-8 text"):
        load(path)
    path.write_text("a: " + "x" * 300_000)
    with pytest.raises(YamlError, match="larger than 256 kB"):
        load(path)
