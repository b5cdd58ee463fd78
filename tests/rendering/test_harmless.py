"""Whatever a report or a path contains, every format for programs stays well-formed and brings nothing along."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from findings import checked, finding, operand, skipped, span
from linter.check import Checked
from linter.files import Unreadable
from linter.rendering.interface import Manner
from linter.rendering.screen import Screen
from linter.sources import read_bytes
from rendering.machines import (
    kit,
    path_of,
    read_github,
    read_gitlab,
    read_junit,
    read_markdown,
    read_sarif,
    render,
)

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "faulty-district-2023.txt"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"'>&amp;&lt;",
    "{{ 7*7 }}{% raw %}${x}",
    "]]><!--",
    "甲\n::error::乙\r\n##[error]丙",
    "::set-output name=x::1%0A%",
    "| a | b |\n---\n# x\n```\n- [ ] y",
    "@admin #1 !2 [a](http://evil.example) ![](x) https://evil.example <http://x>",
    "\x1b[31m\x07\x00\x9b2J\u202e\u2028\ufffe\ufdd0",
    "\udc80\ud800",
    "\U0001f600𠮷ﷺ",
]
LANGS = ["zh", "en"]
hostile = pytest.mark.parametrize("text", HOSTILE)


def normal(path: str) -> str:
    return PurePath(path).as_posix()


def results(text: str) -> list[Checked]:
    """A report full of the text, made by hand, and one that was read."""
    body = f"{text}2023年度报告 8\n"
    parts = [operand(body, "8", f"总计{text}")]
    one = finding(span(body, "8"), parts, message=f"标题是“{text}”。", where=f"表三 / {text} / 总计")
    made = checked(body, [one], [skipped("T401", "t4", f"{text}没有读到")], path=f"各局/{text}.txt", title=text)
    return [made, read(text)]


def read(text: str) -> Checked:
    source = EXAMPLE.read_text(encoding="utf-8").replace("东河区", f"东河区{text}", 3).replace("\t/\t", f"\t{text}\t")
    data = source.encode(errors="replace").replace(b"\x00", b"")
    return kit().check(read_bytes(data, f"{text}.txt"))


def run(name: str, text: str, lang: str) -> str:
    tasks = [*results(text), Unreadable(f"{text}.pdf", f"{text}是图片")]
    return render(name, tasks, Manner(lang, kit=kit()))


@hostile
@pytest.mark.parametrize("lang", LANGS)
def test_sarif(text: str, lang: str) -> None:
    found = read_sarif(run("sarif", text, lang))
    first = found["results"][0]
    assert "](" not in first["message"]["text"]
    uri = path_of(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
    assert "\ud800" in text or uri == normal(f"各局/{text}.txt")
    assert len(found["results"]) > 6
    assert len(found["invocations"][0]["toolExecutionNotifications"]) == 1


@hostile
@pytest.mark.parametrize("lang", LANGS)
def test_gitlab(text: str, lang: str) -> None:
    entries = read_gitlab(run("gitlab", text, lang))
    assert entries[0]["location"]["path"] == normal(f"各局/{text}.txt")
    assert (entries[-1]["severity"], entries[-1]["location"]["path"]) == ("blocker", normal(f"{text}.pdf"))


@hostile
@pytest.mark.parametrize("lang", LANGS)
def test_junit(text: str, lang: str) -> None:
    root = read_junit(run("junit", text, lang))
    assert len(root) == 3
    assert {element.tag for element in root.iter()} <= {
        *("testsuites", "testsuite", "testcase"),
        *("failure", "error", "skipped", "system-out"),
    }
    told = "".join(root.itertext()) + "".join(str(value) for one in root.iter() for value in one.attrib.values())
    assert not {"\x1b", "\x07", "\x9b"} & set(told)


@hostile
@pytest.mark.parametrize("lang", LANGS)
def test_github(text: str, lang: str) -> None:
    output = run("github", text, lang)
    commands, others = read_github(output)
    assert {one.name for one in commands} <= {"error", "warning", "notice"}
    assert len(commands) == output.count("\n") - 1
    assert len(others) == 1
    assert all("file" in one.properties and "title" in one.properties for one in commands)
    if text.isprintable():
        assert commands[0].properties["file"] == normal(f"各局/{text}.txt")
    assert not {"\x1b", "\x07", "\x00", "\x9b", "\r"} & set(output)


@hostile
@pytest.mark.parametrize("lang", LANGS)
def test_markdown(text: str, lang: str) -> None:
    output = run("markdown", text, lang)
    comment = read_markdown(output)
    assert len(comment.headings) == 2
    assert {len(row) for row in comment.rows} == {5}
    summaries = [one for one in comment.html if one.startswith("<details><summary>")]
    assert len(comment.html) == 2 * len(summaries)
    assert all(one == "</details>" for one in comment.html if one not in summaries)
    shown = Screen().clean(text).strip()
    told = comment.headings[0].replace("\u200b", "")
    assert told.endswith(f"{shown}")
    assert "@admin" not in "".join([*comment.headings, *comment.paragraphs, *sum(comment.rows, [])])


@hostile
@pytest.mark.parametrize("name", ["sarif", "gitlab", "junit", "github", "markdown"])
def test_a_gbk_console_can_take_it(text: str, name: str) -> None:
    manner = Manner(screen=Screen("gbk"), kit=kit())
    output = render(name, results(text), manner).encode("gbk", errors="backslashreplace")
    readers = {"sarif": read_sarif, "gitlab": read_gitlab, "junit": read_junit, "github": read_github}
    readers.get(name, read_markdown)(output.decode("gbk"))
