"""Lark parsers by the name of their grammar, made once and kept in the user's cache."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from linter.cache import cache_folder
from linter.resources import load_grammar


class TokenLexer(Lexer):
    """Hands Lark tokens that were cut elsewhere: what is parsed is any iterable of tokens."""

    def __init__(self, conf: object) -> None:
        del conf

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Any]:
        del parser_state
        yield from lexer_state


@cache
def token_parser(name: str, start: tuple[str, ...] = ("start",)) -> Lark:
    """The LALR parser of `grammar/<name>.lark` over tokens that are cut already."""
    folder = cache_folder()
    return Lark(
        load_grammar(name),
        parser="lalr",
        lexer=TokenLexer,
        start=list(start),
        maybe_placeholders=False,
        # Lark survives a damaged cache file, and a name of its own would lie in a shared folder.
        cache=str(folder / f"{name}.lark-cache") if folder else False,
    )


def terminals(name: str, start: tuple[str, ...] = ("start",)) -> dict[str, str]:
    """The terminals of a grammar as regular expressions, by name."""
    return {
        terminal.name: terminal.pattern.to_regexp()
        for terminal in token_parser(name, start).terminals
        if terminal.pattern is not None
    }
