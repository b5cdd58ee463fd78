"""YAML files that people edit: every value stays text, keeps its line, and every mistake is one sentence.

The parser's events are read directly, so that nothing is guessed: `no`, `on`, `010` and `12:30` are the
text that stands there until the reader of a key asks for a number or a flag. Anchors, aliases, tags,
second documents and duplicate keys are refused, size and depth are bounded.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import yaml

from linter.form import Words
from linter.mishap import why
from linter.patterns import compiled

_LIMIT = 256 * 1024
_DEPTH = 24
_SHOWN = 60
_INTEGER = compiled(r"[-+]?\d{1,15}", re.ASCII)
_DECIMAL = compiled(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """A mistake in a YAML file: where it is and what was expected there, in both languages. `line` is None if no line
    is to blame."""

    def __init__(self, path: str, line: int | None, zh: str, en: str) -> None:
        self.place = f"{path}:{line}" if line else path
        super().__init__(f"{self.place}: {en}")
        self.path = path
        self.line = line
        self.message = Words(zh, en)

    def __call__(self, lang: str) -> str:
        return f"{self.place}: {self.message.en}" if lang == "en" else f"{self.place}：{self.message.zh}"


@dataclass(slots=True)
class Node:
    """A value of the file, the key it stands under (for messages) and the line of that key."""

    path: str
    line: int
    value: str | list[Node] | dict[str, Node]
    name: str = ""
    plain: bool = True

    def fail(self, zh: str, en: str) -> NoReturn:
        raise YamlError(self.path, self.line, zh, en)

    def mapping(self, allowed: Iterable[str] | None = None, required: Iterable[str] = ()) -> Mapping[str, Node]:
        """The keys and values; a key that is not `allowed`, or a `required` one missing, is refused."""
        if not isinstance(self.value, dict):
            self._expected("“键: 值”的形式（冒号后面空一格）", "a mapping (key: value)")
        if allowed is not None:
            names = [*allowed, *required]
            for key, node in self.value.items():
                if key not in names:
                    node.fail(*unknown(("键", "key"), key, names))
        for key in required:
            if key not in self.value:
                inside = f"{self.name} 里" if self.name else ""
                en = f"`{key}` is missing" + (f" in `{self.name}`" if self.name else "")
                self.fail(f"{inside}缺少 {key}，请补上。", f"{en}; add it")
        return self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        yield from self.mapping().items()

    def sequence(self) -> list[Node]:
        if not isinstance(self.value, list):
            self._expected("一个列表（每项一行，以“- ”开头）", "a list")
        return self.value

    def text(self) -> str:
        """The scalar as it is written, never empty."""
        if isinstance(self.value, dict):
            self._expected("一段文字，以 { 开头的要加引号", "text; one that begins with { stands in quotes")
        if not isinstance(self.value, str) or not self.value.strip():
            self._expected("一段文字", "text")
        return self.value

    def texts(self) -> tuple[str, ...]:
        return tuple(node.text() for node in self.sequence())

    def some(self) -> list[Node]:
        """A list that is not empty."""
        found = self.sequence()
        if not found:
            self._expected("至少有一项的列表", "a list of at least one")
        return found

    def integer(self) -> int:
        if not isinstance(self.value, str) or not _INTEGER.fullmatch(self.value):
            self._expected("一个整数", "a whole number")
        return int(self.value)

    def decimal(self) -> Decimal:
        if not isinstance(self.value, str) or not _DECIMAL.fullmatch(self.value):
            self._expected("一个数", "a number")
        return Decimal(self.value)

    def flag(self) -> bool:
        if not self.plain or self.value not in ("true", "false"):
            self._expected(" true 或 false，不加引号", "`true` or `false`")
        return self.value == "true"

    def choice(self, options: Iterable[str]) -> str:
        """One of the words in `options`."""
        names = list(options)
        text = self.text()
        if text not in names:
            what = (f"值（{self.name}）", f"value of `{self.name}`") if self.name else ("值", "value")
            self.fail(*unknown(what, text, names))
        return text

    def _expected(self, zh: str, en: str) -> NoReturn:
        found = Words("一组“键: 值”", "a mapping")
        if isinstance(self.value, list):
            found = Words("一个列表", "a list") if self.value else Words("空的列表", "an empty list")
        if isinstance(self.value, str):
            shown = _shortened(self.value)
            found = Words(f"“{shown}”", f"`{shown}`") if self.value.strip() else Words("空的", "nothing")
        named = f" as `{self.name}`" if self.name else ""
        self.fail(
            f"{self.name or '这里'} 应当是{zh}，现在是{found.zh}。".replace("这里 ", "这里"),
            f"expected {en}{named}, found {found.en}",
        )


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else one_line[:_SHOWN] + "…"


def unknown(what: tuple[str, str], name: str, names: Iterable[str]) -> Words:
    """The sentence for a name nobody knows, with the nearest right one, or all of them if they are few; `what` it is
    the name of, in Chinese and English."""
    known = sorted(set(names))
    name = _shortened(name)
    if near := difflib.get_close_matches(name, known, n=1, cutoff=0.5):
        zh, en = f"是不是 {near[0]}？", f"did you mean `{near[0]}`?"
    else:
        listed = ", ".join(f"`{one}`" for one in known[:12])
        zh = f"可以用的有 {'、'.join(known[:12])}。"
        en = f"expected {'one of ' if len(known) > 1 else ''}{listed}"
    return Words(f"没有叫 {name} 的{what[0]}，{zh}", f"unknown {what[1]} `{name}`; {en}")


def load(path: Path | str, limit: int = _LIMIT) -> Node:
    """Read a file of at most `limit` bytes whose top is a mapping; raises YamlError."""
    name = str(path)
    try:
        if Path(path).stat().st_size > limit:
            size = f"{limit // 1024} kB"
            raise YamlError(name, None, f"文件超过 {size}，请拆开。", f"the file is larger than {size}; divide it")
        data = Path(path).read_bytes()
    except OSError as error:
        reason = why(error)
        raise YamlError(name, None, f"读不了：{reason.zh}。", f"cannot be read: {reason.en}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        zh, en = "文件不是 UTF-8 编码，请另存为 UTF-8。", "the file is not UTF-8 text; save it as UTF-8"
        raise YamlError(name, line, zh, en) from None
    return parse(text, name)


def parse(text: str, path: str = "<text>") -> Node:
    """The same for text that has been read already."""
    try:
        node = _build(text, path)
    except yaml.YAMLError as error:
        from linter.yamlproblem import place_and_kind

        line, kind = place_and_kind(error, text)
        raise YamlError(path, line, f"不是 YAML：{kind.zh}。", f"this is not YAML: {kind.en}") from None
    if node is None or node.value == "":
        zh, en = "文件是空的，应当是“键: 值”的形式。", "the file is empty; expected a mapping (key: value)"
        raise YamlError(path, 1, zh, en)
    node.mapping()
    return node


def is_blank(path: Path) -> bool:
    """Whether a file has nothing but blank lines and comments; one that cannot be read has not."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


def _build(text: str, path: str) -> Node | None:
    """Events to nodes, with a stack of the containers that are open and the key that waits for its value."""
    root: Node | None = None
    open_nodes: list[tuple[Node, list[Node]]] = []
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                zh, en = (
                    "一个文件只能有一份内容，请删去“---”和后面的。",
                    "a second document after this one is not allowed",
                )
                root.fail(zh, en)
            continue
        node = _node(event, path)
        if len(open_nodes) >= _DEPTH:
            node.fail(f"套了超过 {_DEPTH} 层，请检查括号和缩进。", f"nested more than {_DEPTH} deep")
        if open_nodes:
            _attach(node, *open_nodes[-1])
        else:
            root = node
        if not isinstance(node.value, str):
            open_nodes.append((node, []))
    return root


def _node(event: Any, path: str) -> Node:
    line = event.start_mark.line + 1
    if event.anchor is not None:
        zh = f"不能用锚和引用（& 和 *，{event.anchor}），请照写一遍；以它们开头的文字请加引号。"
        en = f"anchors and aliases (`{event.anchor}`) are not allowed; write it out, or put it in quotes"
        raise YamlError(path, line, zh, en)
    if event.tag is not None:
        zh = f"不能用标签（{event.tag}），请删去；以 ! 开头的文字请加引号。"
        raise YamlError(path, line, zh, f"tags (`{event.tag}`) are not allowed; remove it, or put it in quotes")
    if isinstance(event, yaml.ScalarEvent):
        return Node(path, line, event.value, plain=not event.style)
    return Node(path, line, [] if isinstance(event, yaml.SequenceStartEvent) else {})


def _attach(node: Node, parent: Node, waiting: list[Node]) -> None:
    if isinstance(parent.value, list):
        node.name = parent.name
        parent.value.append(node)
    elif isinstance(parent.value, dict) and waiting:
        key = waiting.pop()
        node.name = str(key.value)
        node.line = key.line
        parent.value[node.name] = node
    else:
        if not isinstance(node.value, str) or not node.value:
            node.fail("键应当是一个词。", "a key must be one word")
        if isinstance(parent.value, dict) and node.value in parent.value:
            first = parent.value[node.value].line
            zh = f"键 {node.value} 写了两次（第一次在第 {first} 行），请删去一个。"
            node.fail(zh, f"the key `{node.value}` stands here twice (first on line {first})")
        waiting.append(node)
