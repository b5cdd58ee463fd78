"""The named patterns of `grammar/patterns.lark`: rule files name them and bring no regular expressions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from linter.resources import load_grammar


@cache
def load_patterns() -> dict[str, str]:
    """Each terminal of the grammar as a regular expression."""
    from lark import Lark
    from lark.lexer import Lexer, Token

    class NoLexer(Lexer):
        """Terminals are taken from the grammar and never joined into one lexer."""

        def __init__(self, _conf: object) -> None:
            pass

        def lex(self, *_: object) -> Iterator[Token]:
            yield from ()

    grammar = Lark(load_grammar("patterns"), parser="lalr", lexer=NoLexer)
    return {
        terminal.name: terminal.pattern.to_regexp() for terminal in grammar.terminals if terminal.pattern is not None
    }
