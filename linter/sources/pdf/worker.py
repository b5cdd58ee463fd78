"""The child process that parses a PDF: bytes on standard input, one JSON object on standard output.

A parser of hostile files may take any time and memory, or crash; here it can do so without harm.
"""

from __future__ import annotations

import json
import logging
import sys

from linter.sources.pdf.limits import EXIT_MEMORY, TooLargeError, bound_inflating, bound_process
from linter.sources.pdf.refusal import RefusalError


def main() -> int:
    """Writes `pieces`, or `refused` with the reason; exits with EXIT_MEMORY when the file holds too much."""
    data = sys.stdin.buffer.read()
    bound_process()
    # The parser warns about each oddity of a file; nobody reads it here.
    logging.disable(logging.CRITICAL)
    try:
        bound_inflating()
        answer = answered(data)
    except RefusalError as problem:
        answer = {"refused": str(problem)}
    except (TooLargeError, MemoryError, RecursionError):
        return EXIT_MEMORY
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace"))
    return 0


def answered(data: bytes) -> dict[str, object]:
    """The text of a file piece by piece; raises RefusalError when there is none to be had."""
    # Imported only here, where the limits hold already.
    from linter.sources.pdf.composition import pieces
    from linter.sources.pdf.document import sheets
    from linter.sources.pdf.scan import refuse_without_text

    pages = sheets(data)
    refuse_without_text(pages)
    return {"pieces": [(before, text, page, *box) for before, text, page, box in pieces(pages)]}


if __name__ == "__main__":
    sys.exit(main())
