"""`gouji-waivers.yaml` as somebody keeps it: added to as text, so that comments, order and blank lines stay."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from linter.patterns import compiled
from linter.waivers.file import HEAD, Entry, read_entries
from linter.yamlwriting import scalar, write_whole

_REASON = compiled(r"(\s*(?:- +)?reason:).*?(\r?)$")
_FINGERPRINT = compiled(r"(\s*)((?:- +)?)fingerprint:")
_ITEM = compiled(r"( *)- ", re.MULTILINE)
_KEY = compiled(r"^\ufeff?waivers:", re.MULTILINE)
_EMPTY = compiled(r"^waivers:[ \t]*\[[ \t]*\]", re.MULTILINE)


def add_entries(path: Path, entries: Sequence[Entry]) -> bool:
    """Adds waivers to a file, which need not be there; one that is there gets the new reason. False if the file is
    written in a way that only a fresh one could take them, without its comments. Raises ConfigError, OSError."""
    if not os.path.lexists(path):
        write_whole(path, HEAD + "".join(map(_item, _sorted(entries))))
        return True
    old = read_entries(path)
    reasons = {(one.file, one.fingerprint): one for one in entries}
    kept = [reasons.get((one.file, one.fingerprint), one)._replace(rule=one.rule, line=0) for one in old]
    known = {(one.file, one.fingerprint) for one in old}
    added = _sorted(one for key, one in reasons.items() if key not in known)
    text = path.read_bytes().decode("utf-8")
    edited = _appended(_changed(text, old, reasons), added)
    if _says(path, edited, [*kept, *added]):
        write_whole(path, edited)
        return True
    write_whole(path, HEAD + "".join(map(_item, _sorted([*kept, *added]))))
    return False


def _sorted(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(set(entries), key=lambda one: (one.file, one.rule, one.fingerprint))


def _item(entry: Entry, indent: str = "  ") -> str:
    lines = [
        f"{indent}- file: {scalar(entry.file)}",
        *([f"{indent}  rule: {entry.rule}"] if entry.rule else []),
        f'{indent}  fingerprint: "{entry.fingerprint}"',
        f"{indent}  reason: {scalar(entry.reason)}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _changed(text: str, old: Sequence[Entry], new: dict[tuple[str, str], Entry]) -> str:
    """The reasons of entries that are there already; from below, so that lines above keep their numbers."""
    lines = text.split("\n")
    ends = [*(one.line - 1 for one in old[1:]), len(lines)]
    for entry, end in reversed(list(zip(old, ends, strict=False))):
        if (wanted := new.get((entry.file, entry.fingerprint))) is not None:
            lines[entry.line - 1 : end] = _reasoned(lines[entry.line - 1 : end], wanted.reason)
    return "\n".join(lines)


def _reasoned(lines: list[str], reason: str) -> list[str]:
    """The lines of one entry with another reason."""
    for number, line in enumerate(lines):
        if found := _REASON.fullmatch(line):
            return [*lines[:number], f"{found[1]} {scalar(reason)}{found[2]}", *lines[number + 1 :]]
    for number, line in enumerate(lines):
        if found := _FINGERPRINT.match(line):
            added = f"{found[1]}{' ' * len(found[2])}reason: {scalar(reason)}{line[len(line.rstrip()) :]}"
            return [*lines[: number + 1], added, *lines[number + 1 :]]
    return lines


def _appended(text: str, entries: Sequence[Entry]) -> str:
    """The new ones at the end, indented as the others are."""
    if not entries:
        return text
    text = _EMPTY.sub("waivers:", text)
    if not _KEY.search(text):
        text += ("" if text.endswith("\n") or not text else "\n") + "waivers:\n"
    found = _ITEM.search(text)
    items = "".join(_item(one, found[1] if found else "  ") for one in entries)
    newline = "\r\n" if "\r\n" in text else "\n"
    return text + ("" if text.endswith("\n") else newline) + items.replace("\n", newline)


def _says(path: Path, text: str, wanted: Sequence[Entry]) -> bool:
    """Whether an edited text reads as these entries do: nothing is written that was not read back."""
    from linter.config import ConfigError

    try:
        return [one._replace(line=0) for one in read_entries(path, text)] == list(wanted)
    except ConfigError:
        return False
