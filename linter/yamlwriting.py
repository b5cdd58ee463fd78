"""The few lines of YAML that the tool writes: scalars that `yamlfile` reads back as they were."""

from __future__ import annotations

import json
from pathlib import Path

from linter.patterns import compiled

_PLAIN = compiled(r"[A-Za-z_\u3400-\u9fff][\w./（）《》“”，。、\u3400-\u9fff -]*(?<![ ])")


def scalar(text: str) -> str:
    """A text as a value or key: bare where that is safe, otherwise in double quotes."""
    if _PLAIN.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\u2028", "\\u2028")


def write_whole(path: Path, text: str) -> None:
    """Writes a file as a whole or not at all; a link stays one. Raises OSError."""
    path = path.resolve()
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
