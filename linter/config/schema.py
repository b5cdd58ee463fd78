"""A JSON Schema of the configuration, by which editors complete and check it."""

from __future__ import annotations

from typing import Any

from linter.config.keys import DAY, KEYS, Key

DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}


def config_schema() -> dict[str, Any]:
    """The schema of a `gouji.toml`, and of `[tool.gouji]` in a `pyproject.toml`."""
    return {
        "$schema": DRAFT,
        "title": "gouji.toml",
        "description": "gouji（勾稽）的配置 Configuration of gouji",
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: {"description": f"{key.about.zh} {key.about.en}", **_value(key)} for key in KEYS},
    }


def _value(key: Key) -> dict[str, Any]:
    match key.kind:
        case "word":
            return {"enum": list(key.words)}
        case "text":
            return {"type": "string", "minLength": 1}
        case "list":
            return {**_TEXTS, "minItems": key.least} if key.least else _TEXTS
    values = {"word": {"enum": list(key.words)}, "list": _TEXTS, "day": {"type": "string", "pattern": f"^{DAY}$"}}
    return {
        "type": "object",
        "additionalProperties": values[key.kind_in_table],
        **({"propertyNames": {"enum": list(key.names)}} if key.names else {}),
    }
