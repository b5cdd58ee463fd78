"""The hook as people meet it: pre-commit builds it from the repository and runs it in another one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cli.test_annotate import as_word
from sources.packed import rows, workbook

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("linter", "grammar", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
IDENTITY = {f"GIT_{who}_{what}": "test@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
PAGE = ROOT / "docs" / "hooks.md"

pytest.importorskip("pre_commit", reason="pre-commit is not installed")


class Repository:
    """A scratch repository whose commits go through pre-commit."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments], cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8"
        )  # fmt: skip

    def begin(self) -> None:
        self.folder.mkdir(exist_ok=True)
        assert self.git("init", "-q").returncode == 0

    def commit(self, message: str = "改") -> tuple[int, str]:
        """The exit status of a commit of everything, and what was said."""
        assert self.git("add", "-A").returncode == 0
        done = self.git("commit", "-m", message)
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    base = tmp_path_factory.mktemp("home")
    return {
        **os.environ, **IDENTITY, "PRE_COMMIT_HOME": str(base / "home"), "LC_ALL": "C.UTF-8",
        "XDG_CACHE_HOME": str(base / "cache"), "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip


@pytest.fixture(scope="module")
def hook(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """A clone of gouji with a tag, as somebody may keep it."""
    made = Repository(tmp_path_factory.mktemp("hook") / "gouji", environment)
    made.folder.mkdir()
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, made.folder / name)
    made.begin()
    assert made.commit("hook")[0] == 0
    assert made.git("tag", "v0.1.0").returncode == 0
    return made


def installed(folder: Path, configuration: str, environment: dict[str, str]) -> Repository:
    """A repository in which pre-commit is installed; skips where no environment can be built."""
    made = Repository(folder, environment)
    made.begin()
    (made.folder / ".pre-commit-config.yaml").write_text(configuration, encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "install", "--install-hooks"]
    try:
        built = subprocess.run(
            command, cwd=made.folder, env=environment, capture_output=True, text=True, timeout=240
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        pytest.skip("pre-commit could not build the hook's environment in four minutes")
    if built.returncode:
        pytest.skip(f"pre-commit cannot build the hook's environment here: {built.stdout[-300:]}")
    assert made.commit("开始")[0] == 0
    return made


def shown(marker: str, hook: Repository) -> str:
    """A snippet of the page, with the address of this clone in the place of the example's."""
    found = re.search(rf"<!-- hook: {marker} -->\n```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, marker
    address = hook.folder.as_uri()
    return (
        found[1]
        .replace("git+https://git.example.org/tools/gouji", f"git+{address}")
        .replace("https://git.example.org/tools/gouji", address)
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, hook: Repository, environment: dict[str, str]) -> Repository:
    """Chinese folder and file names, and the first snippet of the page."""
    return installed(tmp_path_factory.mktemp("库") / "公开 年报库", shown("address", hook), environment)


def write(repository: Repository, name: str, data: bytes) -> Path:
    path = repository.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def example(name: str) -> bytes:
    return (ROOT / "examples" / name).read_bytes()


def test_commits(repository: Repository) -> None:
    """A clean one; one that is stopped, then waived; files that are no reports."""
    write(repository, "2020 年度报告/科技局.md", example("clean-bureau-2020.md"))
    status, said = repository.commit()
    assert status == 0 and "Passed" in said

    path = write(repository, "2023年报/东河区.txt", example("faulty-district-2023.txt"))
    status, said = repository.commit()
    assert status == 1 and "2023年报/东河区.txt:9:28: 错误 BRK01" in said

    program = next(Path(repository.environment["PRE_COMMIT_HOME"]).glob("repo*/py_env*/bin/gouji"))
    waived = subprocess.run(
        [program, "waive", path, "--reason", "含转发信息"], cwd=repository.folder, capture_output=True, text=True
    )
    assert waived.returncode == 0
    status, said = repository.commit()
    assert status == 0, said

    write(repository, "年报封面/说明.txt", "本文件夹存放封面图片的说明。".encode())
    write(repository, "年报封面/坏.docx", b"\x89PNG\r\n\x1a\n")
    write(repository, "会议纪要.txt", "收到申请 3 件".encode())
    write(repository, "年报/图.png", b"\x89PNG\r\n\x1a\n")
    assert repository.git("add", "-A").returncode == 0
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"], cwd=repository.folder, capture_output=True, text=True,
        env=repository.environment,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
    assert "年报封面/说明.txt: " in run.stdout and "年报封面/坏.docx: " in run.stdout
    assert "会议纪要" not in run.stdout and "图.png" not in run.stdout
    status, said = repository.commit()
    assert status == 0 and "年报封面/坏.docx: " in said, said


def test_a_name_may_begin_with_a_dash(repository: Repository) -> None:
    write(repository, "-年报.txt", example("clean-city-2024.txt"))
    status, said = repository.commit()
    assert status == 0 and "Passed" in said, said
    write(repository, "--年报.txt", example("faulty-district-2023.txt"))
    status, said = repository.commit()
    assert status == 1 and "--年报.txt:9:28: 错误 BRK01" in said, said
    assert repository.git("reset", "-q", "--hard").returncode == 0


def test_core_dependencies_read_word_and_web_pages(repository: Repository) -> None:
    text = example("faulty-district-2023.txt").decode()
    write(repository, "年报/东河区.docx", as_word(text))
    page = "".join(f"<p>{line}</p>" for line in text.splitlines())
    write(repository, "年报/东河区.html", f"<!doctype html><meta charset=utf-8><body>{page}</body>".encode())
    status, said = repository.commit()
    assert status == 1
    assert "年报/东河区.docx: " in said and "错误 BRK01" in said and "年报/东河区.html:" in said
    assert repository.git("reset", "-q", "--hard").returncode == 0


@pytest.mark.parametrize(("marker", "extra"), [("system", ""), ("formats", "年报/东河区.xlsx")])
def test_the_other_snippets(
    tmp_path: Path, hook: Repository, environment: dict[str, str], marker: str, extra: str
) -> None:
    """Each of them reads a clean report, stops a faulty one, and names what is none."""
    made = installed(tmp_path / "年报库", shown(marker, hook), environment)
    write(made, "年报/科技局.md", example("clean-bureau-2020.md"))
    write(made, "年报/说明.txt", "本文件夹存放封面图片的说明。".encode())
    write(made, "-年报.txt", example("clean-city-2024.txt"))
    status, said = made.commit()
    assert status == 0 and "Passed" in said and "年报/说明.txt: " in said
    write(made, "年报/东河区.txt", example("faulty-district-2023.txt"))
    if extra:
        lines = example("faulty-district-2023.txt").decode().splitlines()
        cells = [re.split(r"\s{2,}|\t", line) for line in lines]
        write(made, extra, workbook(rows(*cells)))
    status, said = made.commit()
    assert status == 1 and "年报/东河区.txt:9:28: 错误 BRK01" in said
    assert not extra or "gouji[xlsx]" not in said


def test_what_init_writes_is_the_second_snippet(hook: Repository) -> None:
    from linter.config.starting import HOOK

    assert yaml.safe_load(f"repos:\n{HOOK}") == yaml.safe_load(shown("system", hook))
