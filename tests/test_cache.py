"""What is kept for the next start: found again, made anew when damaged, and never needed."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import cache, patterns
from linter.cache import kept, name_of

_AWKWARD = ("(?P<year>20\\d{2})年|[，。；]+", "[^一-龥]{2,5}?(?=月)", "(?i)straße|\U00020000", "(?:甲|乙|丙丁)*\\Z")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own."""
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path)
    _forget()
    yield tmp_path
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    cache.path_for_python.cache_clear()
    patterns._kept.cache_clear()
    patterns._learned.clear()


def test_what_was_made_is_found_again(folder: Path) -> None:
    assert kept("thing", name_of("a"), lambda: [1, 2]) == [1, 2]
    assert kept("thing", name_of("a"), lambda: [3]) == [1, 2]
    assert kept("thing", name_of("b"), lambda: [3]) == [3]
    assert len(list(folder.glob("thing-*.pickle"))) == 2


@pytest.mark.parametrize("damage", [b"", b"no pickle", pickle.dumps([1])[:-2], b"cos\nnothing\n."])
def test_what_is_damaged_is_made_anew(folder: Path, damage: bytes) -> None:
    path = folder / f"thing-{name_of('a')}.pickle"
    path.write_bytes(damage)
    assert kept("thing", name_of("a"), lambda: "made") == "made"
    assert pickle.loads(path.read_bytes()) == "made"


def test_only_the_newest_are_kept(folder: Path) -> None:
    for number in range(20):
        kept("thing", name_of(str(number)), lambda: 0)
    assert len(list(folder.glob("thing-*.pickle"))) == 8


def test_without_a_folder_everything_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "cache_folder", lambda: None)
    assert [kept("thing", "a", lambda: 1), kept("thing", "a", lambda: 2)] == [1, 2]


@pytest.mark.parametrize("source", _AWKWARD)
def test_a_kept_pattern_is_the_same_pattern(folder: Path, source: str) -> None:
    patterns.compiled(source, re.MULTILINE)
    patterns._keep()
    _forget()
    found = patterns.compiled(source, re.MULTILINE)
    assert not patterns._learned, "it came from the cache"
    assert found == re.compile(source, re.MULTILINE)
    text = "2023年12月，甲乙丙丁。STRASSE straße \U00020000\n2024年；"
    assert [m.groupdict() for m in found.finditer(text)] == [
        m.groupdict() for m in re.finditer(source, text, re.MULTILINE)
    ]


def test_a_damaged_book_of_patterns_is_as_good_as_none(folder: Path) -> None:
    for damage in (
        b"",
        b"no pickle",
        pickle.dumps({("a+", 0): (b"\0\0\0\0", 0, {}, 32)}),
        pickle.dumps({("a+", 0): 1}),
    ):
        path = cache.path_for_python("patterns")
        assert path is not None
        path.write_bytes(damage)
        _forget()
        assert patterns.compiled("a+").findall("baab") == ["aa"]


def test_a_start_without_any_cache_folder_works(tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder")
    code = "from linter.patterns import compiled; print(compiled('[一-龥]+').findall('a年报b'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"XDG_CACHE_HOME": str(nowhere), "HOME": str(nowhere), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert (done.stdout, done.stderr) == ("['年报']\n", "")
