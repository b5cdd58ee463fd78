"""The page of the language of conditions is whole, and what it shows is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.check import load_kit
from linter.facts import SECTION
from linter.family import Family
from linter.judging.checking import Checker
from linter.judging.functions import SIGNATURES
from linter.judging.loading import vocabulary_of
from linter.judging.ranges import parse_range
from linter.judging.subjects import UNITS
from linter.judging.syntax import parse

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "conditions.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def family() -> Family:
    return load_kit().family


@pytest.mark.parametrize("name", SIGNATURES)
def test_every_function_is_told(name: str) -> None:
    assert f"`{name}(" in PAGE


@pytest.mark.parametrize("unit", UNITS)
def test_every_variable_of_the_prose_is_told(unit: str) -> None:
    (row,) = [line for line in PAGE.splitlines() if line.startswith(f"| `each {unit}")]
    assert {f"${name}" for name in UNITS[unit]} == set(re.findall(r"\$\w+", row))


def test_every_aspect_of_a_section_is_told() -> None:
    (row,) = [line for line in PAGE.splitlines() if line.startswith("| `section.")]
    assert all(f".{aspect}`" in row for aspect in SECTION)


def test_the_examples_are_conditions(family: Family) -> None:
    block = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert block is not None
    for line in block[1].splitlines():
        variables = ("column",) if "$column" in line else ()
        Checker(vocabulary_of(family), variables).condition(parse(line))


@pytest.mark.parametrize("text", re.findall(r"`(each [a-z][^`]*)`", PAGE))
def test_the_ranges_are_ranges(family: Family, text: str) -> None:
    vocabulary_of(family).check_range(parse_range(text))
