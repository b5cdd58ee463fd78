"""A JSON Schema of rule files, by which editors complete and check them."""

from __future__ import annotations

from typing import Any

from linter.finding import Severity
from linter.judging.casefile import EXPECT, KINDS
from linter.judging.rulefile import CHECK_KEYS, CODE, FILE_KEYS, KEYS, NAME, REQUIRED

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SEVERITY = {"enum": [str(one) for one in Severity]}
_TEXT = {"type": "string", "minLength": 1}
_WORDS = {
    "type": "object",
    "properties": {"zh": _TEXT, "en": _TEXT},
    "required": ["zh", "en"],
    "additionalProperties": False,
}
_SCALAR = {"type": ["string", "number", "boolean", "null"]}
_REASON = {
    "type": "object",
    "properties": {"condition": _TEXT, "reason": _WORDS},
    "required": ["condition", "reason"],
    "additionalProperties": False,
}
_CHECK: dict[str, Any] = {
    "for": {**_TEXT, "description": "对什么逐一检查 what the condition holds for, such as `each column of t3`"},
    "condition": {**_TEXT, "description": "应当成立的条件 what should hold"},
    "severity": _SEVERITY,
    "message": _WORDS,
    "advice": _WORDS,
    "requires": {"type": "array", "items": _REASON},
}


def rules_schema() -> dict[str, Any]:
    """The schema of a file of rules."""
    return {
        "$schema": _DRAFT,
        "title": "gouji rules",
        "description": "gouji（勾稽）的规则文件 A file of rules for gouji",
        **_mapping({"order": {"type": "integer"}, "subject": _WORDS, "rules": _rules()}, FILE_KEYS, ("rules",)),
    }


def _rules() -> dict[str, Any]:
    """A rule has either a condition or several checks."""
    one_of = [{"required": ["condition"]}, {"required": ["checks"]}]
    return {
        "type": "array",
        "minItems": 1,
        "items": {**_mapping(_rule(), (*REQUIRED, *KEYS), REQUIRED), "oneOf": one_of},
    }


def _rule() -> dict[str, Any]:
    return {
        "code": {"type": "string", "pattern": f"^{CODE.pattern}$", "description": "代码 such as ABC01"},
        "name": {"type": "string", "pattern": f"^{NAME.pattern}$", "description": "英文名称 such as sum-of-parts"},
        "title": _WORDS,
        "default": {"type": "boolean", "description": "默认启用 on unless the configuration says otherwise"},
        "authority": {**_TEXT, "description": "依据 on whose authority"},
        **_CHECK,
        "checks": {"type": "array", "minItems": 1, "items": _mapping(_CHECK, CHECK_KEYS, ())},
        "merge": {"type": "boolean", "description": "合成一条 one finding for all instances"},
        "item": _WORDS,
        "exceptions": {"type": "array", "items": _WORDS},
        "formerly": {"type": "array", "items": _TEXT},
        "cases": _cases(),
    }


def _cases() -> dict[str, Any]:
    """Figures and facts by name; what names there are depends on the family."""
    plain = {"type": "object", "additionalProperties": {}}
    expect = _mapping(dict.fromkeys(EXPECT, _SCALAR), EXPECT, ())
    fails = {**plain, "properties": {"expect": {"anyOf": [expect, {"type": "array", "items": expect}]}}}
    kinds: dict[str, Any] = {kind: {"type": "array", "items": plain} for kind in KINDS}
    kinds["fail"] = {"type": "array", "minItems": 1, "items": {**fails, "required": ["expect"]}}
    kinds["pass"] = {**kinds["pass"], "minItems": 1}
    return _mapping(kinds, KINDS, ("pass", "fail"))


def _mapping(properties: dict[str, Any], keys: tuple[str, ...], required: tuple[str, ...]) -> dict[str, Any]:
    """The keys that the reader knows, and no others."""
    return {
        "type": "object",
        "properties": {key: properties[key] for key in keys},
        "required": list(required),
        "additionalProperties": False,
    }
