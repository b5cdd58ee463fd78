"""What is generated is current, and what the documentation shows is right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from linter.config.schema import config_schema
from linter.rendering import FORMATS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    subprocess.run([sys.executable, str(DOCS / "generate.py"), str(folder)], check=True, cwd=ROOT)
    return folder


def test_generated_files_are_current(generated: Path) -> None:
    """After a change: `python docs/generate.py`."""
    for made in (path for path in generated.rglob("*") if path.is_file()):
        name = made.relative_to(generated)
        assert (ROOT / name).read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), name
    kept = {path.relative_to(ROOT) for path in (DOCS / "rules").rglob("*.md")}
    assert kept == {path.relative_to(generated) for path in (generated / "docs" / "rules").rglob("*.md")}


@pytest.mark.parametrize("folder", [DOCS / "rules", DOCS / "rules" / "en"])
def test_every_code_of_the_sheet_leads_to_its_rule(folder: Path) -> None:
    links = re.findall(r"\[(\w+)\]\((\w+\.md)#(\w+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert len(links) > 100
    for code, page, anchor in links:
        text = (folder / page).read_text(encoding="utf-8")
        assert f'<a id="{anchor}"></a>\n\n## {code} ' in text


def test_explain_prints_what_the_page_says() -> None:
    command = [sys.executable, "-m", "linter", "explain", "T301", "--lang", "zh"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT).stdout
    page = (DOCS / "rules" / "table_three.md").read_text(encoding="utf-8").split('<a id="t302">')[0]
    plain = re.sub(r"[\s>#`-]|\\(?=_)|```text", "", page)
    for line in shown.splitlines()[1:]:
        assert re.sub(r"[\s>#`-]", "", line) in plain.replace("\\", ""), line


def blocks(page: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL)


def test_the_configuration_that_is_shown() -> None:
    (text,) = blocks("configuration.md", "toml")
    shown = tomllib.loads(text)
    jsonschema.validate(shown, config_schema())
    assert set(shown) == set(config_schema()["properties"])


def test_the_pipelines_that_are_shown() -> None:
    for text in blocks("hooks.md", "yaml"):
        assert yaml.safe_load(text)
        for name in re.findall(r"--format (\w+)", text):
            assert name in FORMATS


def test_the_hook() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "gouji"
    for path, meant in {
        "公开/2023年报/甲.docx": True,
        "2023年年度报告.MD": True,
        "年报/页.html": True,
        "年报.txt": True,
        "年报.pdf": False,
        "报告.docx": False,
        "年报.txt.bak": False,
    }.items():
        assert bool(re.search(hook["files"], path)) is meant, path


def test_every_page_is_linked_or_generated() -> None:
    for page in DOCS.glob("*.md"):
        for target in re.findall(r"\]\(((?!http)[^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), (page.name, target)
    assert json.loads((ROOT / "linter" / "schemas" / "gouji.schema.json").read_text(encoding="utf-8"))
