"""Which language the person reads: asked for, or that of the locale, else Chinese."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

LANGUAGES = ("zh", "en")
_ENGLISH_ON_WINDOWS = 0x09


def language(environment: Mapping[str, str] = os.environ) -> str:
    """`zh` or `en` by the environment."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "en" if value.lower().startswith("en") else "zh"
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "en" if primary == _ENGLISH_ON_WINDOWS else "zh"
    return "zh"


def language_of(arguments: Sequence[str]) -> str:
    """The language to complain in while the arguments themselves may be wrong."""
    for index, argument in enumerate(arguments):
        for lang in LANGUAGES:
            asked = argument == "--lang" and list(arguments[index + 1 : index + 2]) == [lang]
            if asked or argument == f"--lang={lang}":
                return lang
    return language()
