"""The schema of rule files: every rule that comes with the tool fits it, and what it refuses the reader refuses too."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from chinese import assert_chinese
from judging.desk import shop
from judging.test_rulefile import RULE
from linter.judging.rulefile import RuleFileError, read_rules
from linter.judging.schema import rules_schema

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [path for path in sorted((ROOT / "rules").rglob("*.yaml")) if "\nrules:" in path.read_text(encoding="utf-8")]
Place = tuple[str | int, ...]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_rules_fit(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), rules_schema())


def places(value: Any, schema: dict[str, Any], place: Place = ()) -> Iterator[Place]:
    """Every key of a value that the schema names."""
    if isinstance(value, list):
        for index, one in enumerate(value):
            yield from places(one, schema.get("items", {}), (*place, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            if key in schema.get("properties", {}):
                yield (*place, key)
                yield from places(one, schema["properties"][key], (*place, key))


def full() -> dict[str, Any]:
    """A rule with every key that one with a condition can have."""
    value: dict[str, Any] = yaml.safe_load(RULE)
    value["subject"] = {"zh": "店", "en": "shop"}
    value["rules"][0] |= {"merge": True, "item": {"zh": "{column}", "en": "{column}"}, "formerly": ["OLD01"]}
    value["rules"][0] |= {"message": {"zh": "{list}。", "en": "{list}."}}
    return value


ALL = list(places(full(), rules_schema()))


def refusal(value: Any, folder: Path) -> str:
    path = folder / "rules.yaml"
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        read_rules(path, shop())
    assert_chinese(caught.value("zh").removeprefix(str(folder)))
    return str(caught.value)


def test_the_rule_that_is_broken_below_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(yaml.safe_dump(full(), allow_unicode=True), encoding="utf-8")
    read_rules(path, shop())
    jsonschema.validate(full(), rules_schema())
    named = {place[-1] for place in ALL}
    wanted = {*rules_schema()["properties"], *rules_schema()["properties"]["rules"]["items"]["properties"]}
    assert wanted - named == {"checks"}


@pytest.mark.parametrize("place", ALL, ids=lambda place: ".".join(map(str, place)))
def test_every_key_broken_in_turn(tmp_path: Path, place: Place) -> None:
    """Misspelt, and with a value of another shape: one message with the file and a line."""
    for value in (_misspelt(place), _misshapen(place)):
        said = refusal(value, tmp_path)
        assert said.startswith(f"{tmp_path}/rules.yaml:") and "\n" not in said
        assert any(word in said for word in ("expected", "unknown", "missing", "needs", "did you mean")), said


def _holder(value: Any, place: Place) -> Any:
    for step in place[:-1]:
        value = value[step]
    return value


def _misspelt(place: Place) -> Any:
    value = copy.deepcopy(full())
    holder = _holder(value, place)
    holder[f"{place[-1]}x"] = holder.pop(place[-1])
    return value


def _misshapen(place: Place) -> Any:
    value = copy.deepcopy(full())
    holder = _holder(value, place)
    now = holder[place[-1]]
    holder[place[-1]] = ["x"] if not isinstance(now, list) else "x"
    return value
