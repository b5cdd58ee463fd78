"""Claims: what the prose of a report says in figures."""

from linter.reading.claims.phrases import Phrases
from linter.reading.claims.reader import ClaimReader

__all__ = ["ClaimReader", "Phrases"]
