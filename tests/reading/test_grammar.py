"""The layout grammar is total: no sequence of tokens is an error."""

from __future__ import annotations

from itertools import product

from linter.grammars import Tree, token_parser
from linter.reading.tables.anchors import Anchor

TOKENS = ("SECTION", "CLAUSE", "ORD1", "ORD2", "ORD3", "RUN", "TEXT", "PROSE")


def test_every_sequence_parses_and_loses_no_token() -> None:
    parser = token_parser("layout")
    for length in range(6):
        for kinds in product(TOKENS, repeat=length):
            tree = parser.parse(Anchor(kind, 0, 0) for kind in kinds)
            assert [anchor.type for anchor in leaves(tree)] == list(kinds)


def leaves(tree: Tree) -> list[Anchor]:
    return [leaf for child in tree.children for leaf in (leaves(child) if isinstance(child, Tree) else [child])]
