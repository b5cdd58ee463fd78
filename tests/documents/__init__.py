"""The published reports of ``tests/data/facts`` as the files that people really have.

``python -m documents``, run in ``tests/``, writes the set that is committed in ``tests/data/documents``: Word files
and web pages in every variant, and printed PDFs where LibreOffice and Chromium are there to print them. The same
report gives the same bytes. Nothing here imports the linter.
"""

from .published import NAMES, Published, published
from .text import as_text
from .web import PAGES
from .word import WORDS

__all__ = ["NAMES", "PAGES", "WORDS", "Published", "as_text", "published"]
