"""The tool finds its grammar and rules however it was installed, and runs from an empty folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "faulty-district-2023.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, built from a copy of the tracked files."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def site_packages(environment: Path) -> Path:
    return next(environment.rglob("site-packages"))


def install(package: Path, environment: Path) -> Path:
    """Unpacks into an environment that sees this one's dependencies but not this checkout; gives its Python."""
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (site_packages(environment) / "dependencies.pth").write_text(dependencies, encoding="utf-8")
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps",
               "--no-build-isolation", "--disable-pip-version-check", str(package)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return python


def check(python: Path, folder: Path, *arguments: str) -> tuple[int, dict[str, object]]:
    """Runs the command in an empty folder, apart from this checkout."""
    clean = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    clean["XDG_CACHE_HOME"] = str(folder / "cache")
    shutil.copy(EXAMPLE, folder / "年报.txt")
    command = [str(python), *arguments, "check", "年报.txt", "--format", "json"]
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_installed_package_runs_from_an_empty_folder(built: Path, pattern: str, tmp_path: Path) -> None:
    python = install(next(built.glob(pattern)), tmp_path / "venv")
    where = subprocess.run(
        [str(python), "-c", "import linter; print(linter.__file__)"], cwd=tmp_path, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert str(tmp_path) in where.stdout
    folder = tmp_path / "empty"
    folder.mkdir()
    status, result = check(python, folder, "-m", "linter")
    assert status == 1
    assert result["summary"]["error"] > 0  # type: ignore[index]
    script = python.with_name("gouji")
    assert check(script, folder)[0] == 1


def test_checkout_runs_in_place(tmp_path: Path) -> None:
    runner = tmp_path / "run.py"
    runner.write_text(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom linter.cli import main\nmain()\n", encoding="utf-8"
    )
    status, result = check(Path(sys.executable), tmp_path, str(runner))
    assert status == 1
    assert result["summary"]["error"] > 0  # type: ignore[index]
