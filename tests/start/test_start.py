"""What one start keeps for the next: modules and patterns of libraries come from the cache, and never wrongly."""

from __future__ import annotations

import marshal
import os
import pickle
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from linter.start import modules

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples" / "faulty-bureau-2022.txt"
_SHOWN = "import sys; from linter.__main__ import main; sys.argv[0] = 'gouji'; main()"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tool, to be changed at will."""
    place = tmp_path_factory.mktemp("copy")
    for name in ("linter", "grammar", "rules"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return place


@pytest.fixture(scope="module")
def warm(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that three starts have left."""
    cache = tmp_path_factory.mktemp("cache")
    for _ in range(3):
        check(package, cache)
    return cache


def check(package: Path, cache: Path, *more: str, program: str = _SHOWN) -> subprocess.CompletedProcess[str]:
    """One start, which leaves no bytecode beside the modules."""
    return subprocess.run(
        [sys.executable, "-P", *more, "-c", program, "check", str(REPORT), "--format", "html", "--lang", "zh"],
        env={
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "PYTHONPATH": str(package),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
            "XDG_CACHE_HOME": str(cache),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def own(tmp_path: Path, warm: Path) -> Path:
    """A copy of the cache for one test."""
    return Path(shutil.copytree(warm, tmp_path / "cache"))


def looked_for(done: subprocess.CompletedProcess[str]) -> set[str]:
    """The modules of the tool that Python had to look for, of a start with `-v`."""
    lines = re.findall(r"^import '(linter[\w.]*)' # <_frozen_importlib_external", done.stderr, re.MULTILINE)
    return set(lines)


def test_modules_come_from_the_cache(package: Path, warm: Path, tmp_path: Path) -> None:
    first, later = check(package, tmp_path, "-v"), check(package, warm, "-v")
    assert first.stdout == later.stdout != ""
    assert len(looked_for(first)) > 150
    assert looked_for(later) <= {"linter", "linter.__main__", "linter.start", "linter.start.modules", "linter.cache"}


def test_a_changed_module_is_imported_anew(package: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(package, tmp_path / "copy"))
    cache = tmp_path / "cache"
    for _ in range(2):
        before = check(copied, cache)
    changed = copied / "linter" / "rendering" / "html" / "wording.py"
    text = changed.read_text("utf-8")
    assert "请先核对" in text
    changed.write_text(text.replace("请先核对", "先请核对"), "utf-8")
    for _ in range(2):
        after = check(copied, cache)
        assert after.returncode == before.returncode == 1
        assert "先请核对" in after.stdout
        assert "先请核对" not in before.stdout


@pytest.mark.parametrize("kind", ["modules", "libraries", "patterns"])
@pytest.mark.parametrize("damage", ["emptied", "cut", "strange", "forged", "nothing in it", "no groups"])
def test_damage_costs_time_and_nothing_else(package: Path, warm: Path, tmp_path: Path, kind: str, damage: str) -> None:
    expected = check(package, warm)
    cache = own(tmp_path, warm)
    (path,) = (cache / "gouji").glob(f"{kind}-*")
    whole = path.read_bytes()
    named: tuple[object, ...] = (r"(?P<a>b)", 0)
    damages = {
        "emptied": b"",
        "cut": whole[: len(whole) // 2],
        "strange": b"no such thing" * 9,
        "forged": whole[:14] + b"\xff" * 99,
        "nothing in it": pickle.dumps([]),
        "no groups": pickle.dumps(
            {place: (b"\0" * 4, 0, {"a": 1}, 32) for place in (named, (str, *named), (r"\s+", 0), (str, r"\s+", 0))}
        ),
    }
    path.write_bytes(damages[damage])
    for _ in range(2):
        done = check(package, cache)
        assert (done.returncode, done.stdout, done.stderr) == (1, expected.stdout, "")
    assert path.read_bytes() not in damages.values()


def test_patterns_of_libraries_come_from_the_cache(package: Path, warm: Path, tmp_path: Path) -> None:
    counted = (
        "import sys, re\n"
        "from re import _compiler\n"
        "sought, usual = [], _compiler.compile\n"
        "_compiler.compile = lambda p, flags=0: (sought.append(p), usual(p, flags))[1]\n"
        "import atexit\n"
        "atexit.register(lambda: print(len(sought), file=sys.stderr))\n" + _SHOWN
    )
    first, later = (
        check(package, tmp_path, program=counted),
        check(package, own(tmp_path / "own", warm), program=counted),
    )
    assert first.stdout == later.stdout != ""
    assert int(later.stderr) < 8 < int(first.stderr)


def test_a_start_that_reads_rules_leaves_no_patterns_behind(package: Path, tmp_path: Path) -> None:
    check(package, tmp_path)
    assert list((tmp_path / "gouji").glob("modules-*"))
    assert not list((tmp_path / "gouji").glob("libraries-*"))
    check(package, tmp_path)
    assert list((tmp_path / "gouji").glob("libraries-*"))


def test_without_a_cache_folder_nothing_is_missing(package: Path, warm: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder")
    done = check(package, nowhere)
    assert (done.returncode, done.stdout, done.stderr) == (1, check(package, warm).stdout, "")


def test_faults_name_files_and_lines(package: Path, warm: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from linter.start.modules import import_from_cache; import_from_cache()\n"
        "from linter.judging.kleene import contained; from linter.finding import Finding\n"
        "print(contained.__code__.co_filename, sys.modules['linter.judging'].__path__, Finding.__module__)\n"
        "print(sys.modules['linter.judging.kleene'].__file__)\n"
        "contained(1, 2, None)"
    )
    done = check(package, warm, program=program)
    place = str(package / "linter" / "judging" / "kleene.py")
    assert done.stdout.splitlines() == [f"{place} ['{Path(place).parent}'] linter.finding", place]
    assert "seen = list(options)" in done.stderr


@pytest.mark.skipif(not hasattr(os, "pread"), reason="processes are not forked here")
def test_reading_a_module_moves_nothing_that_forked_processes_share(warm: Path) -> None:
    (path,) = (warm / "gouji").glob("modules-*")
    importer = modules._Importer(path)
    importer._file.seek(3)
    code = importer._code("linter.finding")
    assert importer._file.tell() == 3
    importer._file.seek(0, os.SEEK_END)
    assert importer._code("linter.finding") == code
    assert marshal.loads(code).co_filename.endswith("finding.py")


def test_forked_processes_read_their_own_modules(package: Path, warm: Path, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(12)]
    for file in files:
        file.write_text(REPORT.read_text("utf-8"), "utf-8")
    program = _SHOWN.replace("main()", f"sys.argv[1:] = ['check', '--jobs', '6', *{list(map(str, files))!r}]; main()")
    found = {(done.returncode, done.stderr) for done in (check(package, warm, program=program) for _ in range(8))}
    assert found == {(1, "")}


def test_code_of_another_module_is_not_taken(package: Path, warm: Path, tmp_path: Path) -> None:
    cache = own(tmp_path, warm)
    (path,) = (cache / "gouji").glob("modules-*")
    whole = path.read_bytes()
    end = 22 + int.from_bytes(whole[14:22], "little")
    contents = marshal.loads(whole[22:end])
    first, second = contents["linter.finding"], contents["linter.report"]
    contents |= {"linter.finding": (first[0], *second[1:]), "linter.report": (second[0], *first[1:])}
    listed = marshal.dumps(contents)
    path.write_bytes(whole[:14] + len(listed).to_bytes(8, "little") + listed + whole[end:])
    done = check(package, cache)
    assert (done.returncode, done.stderr) == (1, "")


def test_globs_of_users_are_not_kept(package: Path, warm: Path, tmp_path: Path) -> None:
    cache = own(tmp_path, warm)
    (path,) = (cache / "gouji").glob("libraries-*")
    before = path.read_bytes()
    (tmp_path / "gouji.toml").write_text(f"exclude = {[f'draft-{n}-*.md' for n in range(30)]!r}\n", "utf-8")
    program = f"import os; os.chdir({str(tmp_path)!r})\n" + _SHOWN.replace("main()", "sys.argv[2:3] = ['.']; main()")
    shutil.copy(REPORT, tmp_path / "report.txt")
    assert check(package, cache, program=program).returncode == 1
    assert b"draft-" not in path.read_bytes()
    assert len(path.read_bytes()) < 2 * len(before)
