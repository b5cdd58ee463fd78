"""The command `gouji`, which is also `python -m linter`."""

import atexit
import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs the command line. Most of what a start makes stays to the end: it is not gone over again and again."""
    gc.set_threshold(100_000)
    from linter.start.modules import import_from_cache

    import_from_cache()
    from linter.start.libraries import put_back

    put_back()
    from linter.cli import run

    _leave(run())


def _leave(status: int) -> NoReturn:
    """Ends the process without taking apart first, object by object, what the system takes back as a whole."""
    atexit._run_exitfuncs()  # noqa: SLF001  # there is no public way to leave quickly and yet to leave nothing undone
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)  # Python says what is to be said of a stream that takes no more
    os._exit(status)


if __name__ == "__main__":
    main()
