"""Why a PDF is not read, raised where it is noticed."""

from __future__ import annotations


class RefusalError(Exception):
    """The message is one sentence for the person who handed the file over: what is wrong and what to do."""
