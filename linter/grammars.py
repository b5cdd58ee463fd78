"""Lark's LALR tables by the name of their grammar, made once, kept in the user's cache and driven from here.

Lark reads the grammar and builds the tables. What drives them is a small loop over tokens that are cut already: it
does half the work for each token, and a start that finds the tables in the cache need not import Lark at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import Any, Protocol

from linter.cache import kept, name_of
from linter.record import NamedTuple
from linter.resources import load_grammar

_END = "$END"


class TokenLike(Protocol):
    """What a grammar needs to know of a token: the name of its terminal."""

    @property
    def type(self) -> str: ...


class Tree(NamedTuple):
    """A rule of the grammar (or its alias) with what it is made of: tokens and trees."""

    data: str
    children: list[Any]


class SyntaxFaultError(Exception):
    """A sequence of tokens that the grammar does not accept, which a total grammar never says."""


class _Tables(NamedTuple):
    """`states` say for each symbol what follows: the next state, or -1 - n for the reduction by rule n. A rule is its
    origin, its length, and the name of its tree (empty if its parts go into the rule around it)."""

    states: list[dict[str, int]]
    rules: list[tuple[str, int, str]]
    starts: dict[str, int]
    ends: dict[str, int]
    terminals: dict[str, str]


class TokenParser:
    """Parses tokens by the tables of a grammar."""

    def __init__(self, tables: _Tables) -> None:
        self._tables = tables

    def parse(self, tokens: Iterable[TokenLike], start: str = "start") -> Tree:
        """The tree of the tokens; raises SyntaxFaultError."""
        states, rules = self._tables.states, self._tables.rules
        path = [self._tables.starts[start]]
        end = self._tables.ends[start]
        values: list[Any] = []
        for token in chain(tokens, (None,)):
            symbol = _END if token is None else token.type
            while True:
                action = states[path[-1]].get(symbol)
                if action is None:
                    raise SyntaxFaultError(f"{symbol} is not expected here")
                if action >= 0:
                    path.append(action)
                    values.append(token)
                    break
                origin, length, name = rules[-1 - action]
                at = len(values) - length
                made = _node(name, values[at:])
                del values[at:], path[len(path) - length :]
                values.append(made)
                path.append(states[path[-1]][origin])
                if token is None and path[-1] == end:
                    tree: Tree = values[-1]
                    return tree
        raise AssertionError("the end of the tokens ends the loop")


class _Parts(list[Any]):
    """The parts of a rule that has no tree of its own."""


def _node(name: str, children: list[Any]) -> Any:
    """A tree, or the parts of one. A repetition gives its parts so far as the first child: they are gone on with, so
    that a long one takes linear time."""
    going_on = not name and children and type(children[0]) is _Parts
    parts = children[0] if going_on else _Parts()
    for child in children[1:] if going_on else children:
        if type(child) is _Parts:
            parts += child
        else:
            parts.append(child)
    return Tree(name, parts) if name else parts


@cache
def token_parser(name: str) -> TokenParser:
    """The parser of `grammar/<name>.lark`."""
    return TokenParser(_tables(name))


def terminals(name: str) -> dict[str, str]:
    """The terminals of a grammar as regular expressions, by name."""
    return _tables(name).terminals


@cache
def _tables(name: str) -> _Tables:
    grammar = load_grammar(name)
    return kept(f"{name}-tables", name_of(grammar), lambda: _make(grammar))


def _make(grammar: str) -> _Tables:
    """Lets Lark build the tables; every rule that begins a line as `name :` and is used by no other is a start."""
    from lark import Lark
    from lark.lexer import Lexer
    from lark.parsers.lalr_analysis import Shift

    class NoLexer(Lexer):
        """Lark asks for a lexer class; tokens are cut elsewhere."""

        def __init__(self, conf: object) -> None:
            pass

        def lex(self, lexer_state: object, parser_state: object) -> Any:
            raise NotImplementedError

    starts = _starts(grammar)
    lark = Lark(grammar, parser="lalr", lexer=NoLexer, start=starts, maybe_placeholders=False)
    built = lark.parser.parser._parse_table  # noqa: SLF001  # Lark offers no public way to its tables
    number_of = {state: number for number, state in enumerate(built.states)}
    rules: dict[Any, int] = {}
    kept: list[tuple[str, int, str]] = []
    states: list[dict[str, int]] = []
    for actions in built.states.values():
        row: dict[str, int] = {}
        for symbol, (action, argument) in actions.items():
            if action is Shift:
                row[symbol] = number_of[argument]
                continue
            if argument not in rules:
                rules[argument] = len(kept)
                origin = str(argument.origin.name)
                named = "" if origin.startswith("_") else str(argument.alias or origin)
                kept.append((origin, len(argument.expansion), named))
            row[symbol] = -1 - rules[argument]
        states.append(row)
    return _Tables(
        states,
        kept,
        {name: number_of[state] for name, state in built.start_states.items()},
        {name: number_of[state] for name, state in built.end_states.items()},
        {one.name: one.pattern.to_regexp() for one in lark.terminals if one.pattern is not None},
    )


def _starts(grammar: str) -> list[str]:
    """`start`, and the rules that nothing else uses: they name terminals for a lexer."""
    heads = [line.partition(":")[0].strip() for line in grammar.splitlines() if line[:1].isalpha() and ":" in line]
    names = [head for head in heads if head.islower() and head.isidentifier()]
    words = [word for line in grammar.splitlines() if not line.startswith("//") for word in _words(line)]
    return ["start", *(name for name in names if name != "start" and words.count(name) == 1)]


def _words(line: str) -> list[str]:
    return "".join(c if c.isalnum() or c == "_" else " " for c in line).split()
