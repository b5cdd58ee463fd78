"""Finds `grammar/` and `rules/`: inside the package when installed from a wheel, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def grammar_path(name: str) -> Path:
    """The file of a grammar, such as `layout`."""
    return _folder("grammar") / f"{name}.lark"


def load_grammar(name: str) -> str:
    return grammar_path(name).read_text(encoding="utf-8")


def rules_folder(family: str) -> Path:
    """The folder of a family that comes with the tool."""
    return _folder("rules") / family


def schema_path(name: str) -> Path:
    """A JSON Schema of the files that people write, such as `gouji.schema.json`."""
    return _PACKAGE / "schemas" / name


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder by name, under either ending."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
