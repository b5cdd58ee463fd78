"""The page of a family's files has a word on every key that its readers know, and on none besides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter import familyfile, formfile
from linter.reading.claims import phrasefile

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "family.md").read_text(encoding="utf-8")
KEYS = {
    "family.yaml": (*familyfile.REQUIRED, *familyfile.OPTIONAL),
    "forms/*.yaml": (*formfile.REQUIRED, *formfile.OPTIONAL, *formfile.TABLE_KEYS),
    "phrases.yaml": phrasefile.SECTIONS,
}
BELOW = {
    "family.yaml": sum(familyfile.SECTION_KEYS, ()),
    "forms/*.yaml": (*formfile.COLUMN_KEYS, *formfile.ROW_KEYS),
    "phrases.yaml": (*sum((*phrasefile.PARTS.values(), *phrasefile.WAY_KEYS, *phrasefile.DENIAL_KEYS), ()),),
}


def part(name: str) -> str:
    found = re.search(rf"## {re.escape(name)}\n(.*?)\n## ", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", KEYS)
def test_every_key_has_a_line(name: str) -> None:
    heads = re.findall(r"^\| ((?:`\w+`、?)+) \|", part(name), re.MULTILINE)
    told = [key for head in heads for key in re.findall(r"\w+", head)]
    assert sorted(set(told)) == sorted(set(KEYS[name]))
    for key in BELOW[name]:
        assert f"`{key}" in part(name), key


def test_it_is_linked() -> None:
    for page in ("README.md", "README.zh-CN.md", "examples/own-family/README.md"):
        assert "docs/family.md)" in (ROOT / page).read_text(encoding="utf-8"), page
