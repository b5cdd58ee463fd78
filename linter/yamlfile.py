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

from linter.patterns import compiled

_LIMIT = 256 * 1024
_DEPTH = 24
_INTEGER = compiled(r"[-+]?\d{1,15}", re.ASCII)
_DECIMAL = compiled(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """A mistake in a YAML file: where it is and what was expected there. `line` is None if no line is to blame."""

    def __init__(self, path: str, line: int | None, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = path
        self.line = line
        self.message = message


@dataclass(slots=True)
class Node:
    """A value of the file, the key it stands under (for messages) and the line of that key."""

    path: str
    line: int
    value: str | list[Node] | dict[str, Node]
    name: str = ""
    plain: bool = True

    def fail(self, message: str) -> NoReturn:
        raise YamlError(self.path, self.line, message)

    def mapping(self, allowed: Iterable[str] | None = None, required: Iterable[str] = ()) -> Mapping[str, Node]:
        """The keys and values; a key that is not `allowed`, or a `required` one missing, is refused."""
        if not isinstance(self.value, dict):
            self._expected("a mapping (key: value)")
        if allowed is not None:
            names = [*allowed, *required]
            for key, node in self.value.items():
                if key not in names:
                    node.fail(unknown("key", key, names))
        for key in required:
            if key not in self.value:
                self.fail(f"`{key}` is missing" + (f" in `{self.name}`" if self.name else ""))
        return self.value

    def items(self) -> Iterator[tuple[str, Node]]:
        yield from self.mapping().items()

    def sequence(self) -> list[Node]:
        if not isinstance(self.value, list):
            self._expected("a list")
        return self.value

    def text(self) -> str:
        """The scalar as it is written, never empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            self._expected("text")
        return self.value

    def texts(self) -> tuple[str, ...]:
        return tuple(node.text() for node in self.sequence())

    def integer(self) -> int:
        if not isinstance(self.value, str) or not _INTEGER.fullmatch(self.value):
            self._expected("a whole number")
        return int(self.value)

    def decimal(self) -> Decimal:
        if not isinstance(self.value, str) or not _DECIMAL.fullmatch(self.value):
            self._expected("a number")
        return Decimal(self.value)

    def flag(self) -> bool:
        if not self.plain or self.value not in ("true", "false"):
            self._expected("`true` or `false`")
        return self.value == "true"

    def choice(self, options: Iterable[str]) -> str:
        """One of the words in `options`."""
        names = list(options)
        text = self.text()
        if text not in names:
            self.fail(unknown(f"value of `{self.name}`" if self.name else "value", text, names))
        return text

    def _expected(self, what: str) -> NoReturn:
        found = "a list" if isinstance(self.value, list) else "a mapping"
        if isinstance(self.value, str):
            found = f"`{self.value}`" if self.value.strip() else "nothing"
        self.fail(f"expected {what}{' as `' + self.name + '`' if self.name else ''}, found {found}")


def unknown(what: str, name: str, names: Iterable[str]) -> str:
    """The sentence for a name nobody knows, with the nearest right one, or all of them if they are few."""
    known = sorted(set(names))
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if near:
        return f"unknown {what} `{name}`; did you mean `{near[0]}`?"
    listed = ", ".join(f"`{one}`" for one in known[:12])
    return f"unknown {what} `{name}`; expected {'one of ' if len(known) > 1 else ''}{listed}"


def load(path: Path | str) -> Node:
    """Read a file whose top is a mapping; raises YamlError."""
    name = str(path)
    try:
        if Path(path).stat().st_size > _LIMIT:
            raise YamlError(name, None, f"the file is larger than {_LIMIT // 1024} kB")
        data = Path(path).read_bytes()
    except OSError as error:
        raise YamlError(name, None, f"cannot be read: {error.strerror}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlError(name, line, "the file is not UTF-8 text") from None
    return parse(text, name)


def parse(text: str, path: str = "<text>") -> Node:
    """The same for text that has been read already."""
    try:
        node = _build(text, path)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise YamlError(path, line, f"this is not YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise YamlError(path, None, f"this is not YAML: {str(error).splitlines()[0]}") from None
    if node is None or node.value == "":
        raise YamlError(path, 1, "the file is empty; expected a mapping (key: value)")
    node.mapping()
    return node


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
                root.fail("a second document after this one is not allowed")
            continue
        node = _node(event, path)
        if len(open_nodes) >= _DEPTH:
            node.fail(f"nested more than {_DEPTH} deep")
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
        raise YamlError(path, line, f"anchors and aliases (`{event.anchor}`) are not allowed")
    if event.tag is not None:
        raise YamlError(path, line, f"tags (`{event.tag}`) are not allowed")
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
            node.fail("a key must be one word")
        if isinstance(parent.value, dict) and node.value in parent.value:
            first = parent.value[node.value].line
            node.fail(f"the key `{node.value}` stands here twice (first on line {first})")
        waiting.append(node)
