"""Shared by tests of the formats for programs: a run from results to text, and each format read back."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import jsonschema
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from linter.check import Checked, Kit, Result, load_kit
from linter.rendering import writer
from linter.rendering.interface import Manner
from linter.rendering.tally import Tally
from linter.sources import TextSource
from linter.sources.interface import Place

SCHEMAS = Path(__file__).resolve().parents[1] / "data" / "schemas"


class PagedSource(TextSource, frozen=True):
    """A file without lines, such as a PDF."""

    def place(self, start: int, end: int) -> Place:  # noqa: ARG002
        return Place(None, None, None, None, "第 3 页")


@cache
def kit() -> Kit:
    return load_kit()


def paged(checked: Checked, path: str = "年报.pdf") -> Checked:
    """The same report out of a file without lines."""
    source = checked.report.source
    report = checked.report._replace(source=PagedSource(path, source.text, source.original))
    return Checked(report, checked.outcomes)


def render(name: str, results: Sequence[Result], manner: Manner | None = None) -> str:
    """What a run over these results writes."""
    tally, made = Tally(), writer(name, manner or Manner())
    text = ""
    for result in results:
        tally.add(result)
        if isinstance(result, Checked):
            text += made.report(result)
    return text + made.end(tally)


@cache
def _sarif_validator() -> jsonschema.Draft4Validator:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def read_sarif(text: str) -> dict[str, Any]:
    """The run of a valid SARIF file."""
    log = json.loads(text)
    _sarif_validator().validate(log)
    (run,) = log["runs"]
    found: dict[str, Any] = run
    return found


def read_gitlab(text: str) -> list[dict[str, Any]]:
    """The entries; each has what GitLab asks for, and its own fingerprint."""
    entries: list[dict[str, Any]] = json.loads(text)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not entry["location"]["path"].startswith("./")
        assert entry["location"]["lines"]["begin"] >= 1
    prints = [entry["fingerprint"] for entry in entries]
    assert len(prints) == len(set(prints))
    return entries


def read_junit(text: str) -> etree._Element:
    """The root of a well-formed file whose counts are right."""
    root = etree.fromstring(text.encode())
    for suite in root:
        for count, kind in {"tests": "", "failures": "failure", "errors": "error", "skipped": "skipped"}.items():
            assert int(suite.get(count, "")) == len(suite.findall(f"testcase[{kind}]" if kind else "testcase"))
    return root


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def read_github(text: str) -> tuple[list[Command], list[str]]:
    """The commands and the lines that are none, as GitHub's runner takes them apart."""
    commands, others = [], []
    for line in re.split("\r\n|\r|\n", text.removesuffix("\n")):
        if not line.lstrip().startswith("::"):
            assert "##[" not in line
            others.append(line)
            continue
        head, message = line.lstrip()[2:].split("::", 1)
        name, _, listed = head.partition(" ")
        pairs = (pair.split("=", 1) for pair in listed.split(","))
        properties = {key: _unescape(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}) for key, value in pairs}
        commands.append(Command(name, properties, _unescape(message, {"%0D": "\r", "%0A": "\n"})))
    return commands, others


def _unescape(text: str, escapes: dict[str, str]) -> str:
    for code, character in escapes.items():
        text = text.replace(code, character)
    return text.replace("%25", "%")


class Comment(NamedTuple):
    """A Markdown comment: the rows of its tables, its headings, its paragraphs and points, and the HTML in it."""

    rows: list[list[str]]
    headings: list[str]
    paragraphs: list[str]
    html: list[str]


def read_markdown(text: str) -> Comment:
    """Nothing but text, bold and folding may come of it."""
    found = Comment([], [], [], [])
    opened = ""
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "html_block":
            found.html.append(token.content.strip())
        elif token.type == "inline":
            assert {child.type for child in token.children or ()} <= {
                "text",
                "text_special",
                "strong_open",
                "strong_close",
            }
            told = _text(token)
            if opened == "td_open":
                found.rows[-1].append(told)
            elif opened == "heading_open":
                found.headings.append(told)
            elif opened == "paragraph_open":
                found.paragraphs.append(told)
        elif token.type == "tr_open":
            found.rows.append([])
        else:
            assert token.type not in ("fence", "code_block", "hr", "blockquote_open", "ordered_list_open"), token
        opened = token.type
    return found._replace(rows=[row for row in found.rows if row])


def _text(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def path_of(uri: str) -> str:
    """The path that a relative reference of ours stands for."""
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
    return unquote(uri, errors="surrogateescape")
