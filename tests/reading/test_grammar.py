"""The layout grammar is total: no sequence of tokens is an error."""

from __future__ import annotations

from itertools import product

from lark import Token

from linter.grammars import token_parser
from linter.reading.anchors import STARTS

TOKENS = ("SECTION", "CLAUSE", "ORD1", "ORD2", "ORD3", "RUN", "TEXT", "PROSE")


def test_every_sequence_parses_and_loses_no_token() -> None:
    parser = token_parser("layout", STARTS)
    for length in range(6):
        for kinds in product(TOKENS, repeat=length):
            tree = parser.parse((Token(kind, "") for kind in kinds), start="start")
            found = [token.type for token in tree.scan_values(lambda value: isinstance(value, Token))]
            assert sorted(found) == sorted(kinds)
