"""Whole reports with planted mistakes, in every way in which Word files are made."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from documents.printed import converted
from linter.check import Checked, Kit, load_kit
from linter.rendering.interface import Manner
from linter.rendering.wordcomments import Annotation
from linter.report import Span
from linter.sources.archive import open_archive
from linter.sources.composed import ComposedSource
from linter.sources.docx import TextRun, anchors, main_root, read_docx
from rendering.wordcomments.noted import COMMENTS, LINKS, MAIN, TYPES, W, bare, canonical, comments, parts, root
from sources.wordfile import packed

FOLDER = Path(__file__).resolve().parents[2] / "data" / "documents"
VARIANTS = ("merged", "tracked", "numbered", "nested")
WRONG = {
    "t3.granted.total": "99",
    "t3.partial.research": "",
    "t3.partial.business": "/",
    "t4.review.total": "77",
    "t2.norm_docs.in_force": "5",
}
CLAIM, OTHER = "3119", "3191"

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the committed documents are not at hand")
NEEDS_OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@cache
def kit() -> Kit:
    return load_kit()


@cache
def faulty(variant: str) -> bytes:
    """A report with the wrong figures, and one wrong claim in its prose."""
    data = (FOLDER / f"city_2024-{variant}.docx").read_bytes()
    _, part = main_root(open_archive(data, "x"), "x")
    elements, source = list(anchors(part)), read_docx(data, "x")
    report = kit().check(source).report
    claim = source.text.index(CLAIM)
    changes = [(report.cells[field].span, text) for field, text in WRONG.items()]
    for span, text in [*changes, (Span(claim, claim + len(CLAIM)), OTHER)]:
        assert span is not None
        for place, found in enumerate(source.parts(*span)):
            element, begin = elements[found.origin.ordinal], found.origin.offset
            old, new = element.text or "", "" if place else text
            element.text = old[: begin + found.start] + new + old[begin + found.end :]
    return packed({**parts(data), MAIN: etree.tostring(part)})


def annotated(data: bytes) -> tuple[bytes, Checked, ComposedSource[TextRun]]:
    annotation = Annotation(data, "x.docx")
    source = annotation.source()
    checked = kit().check(source)
    annotation.write(checked, source, Manner("zh"))
    return annotation.data(), checked, source


def suspected(data: bytes) -> list[str]:
    """What is said where nothing but a suspect stands."""
    return [text for _, text in comments(data) if text.startswith("【疑点】")]


def marked(data: bytes) -> list[str]:
    """What each comment goes around, as text."""
    found: dict[str | None, str] = {}
    inside: set[str | None] = set()
    for one in root(data, MAIN).iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if one.tag == f"{W}commentRangeStart":
            found[one.get(f"{W}id")] = ""
            inside.add(one.get(f"{W}id"))
        elif one.tag == f"{W}commentRangeEnd":
            inside.discard(one.get(f"{W}id"))
        else:
            found |= {number: found[number] + (one.text or "") for number in inside}
    return [found[one.get(f"{W}id")] for one in root(data, COMMENTS)]


@pytest.mark.parametrize("variant", VARIANTS)
def test_each_finding_marks_its_figure(variant: str) -> None:
    data = faulty(variant)
    made, checked, source = annotated(data)
    findings = sorted(checked.outcomes.findings, key=lambda one: one.span or Span(-1, -1))
    assert {"FMT01", "FMT02", "NAR01", "T303", "T302", "T401"} <= {one.rule for one in findings}
    assert sorted(found for _, text in comments(made) for found in re.findall(r"（([A-Z]+\d+)）", text)) == sorted(
        one.rule for one in findings
    )
    expected = sorted(source.text[slice(*one.span)].strip() for one in findings if one.span is not None)
    # The field that stands in the code of another has a result too, which nobody sees.
    shown = [text.removeprefix("70713") if variant == "nested" else text for text in marked(made)]
    suspects = [text for text, (_, said) in zip(shown, comments(made), strict=True) if said.startswith("【疑点】")]
    assert sorted(shown) == sorted([*expected, *suspects])
    assert suspects == ["5", "/"]
    assert suspected(made)[1].startswith("【疑点】应为 7疑点：（二）部分公开·商业企业：空白，应为 7")


def test_the_cause_stands_before_what_follows_from_it() -> None:
    made, _, _ = annotated(faulty("merged"))
    of_sum = [text for _, text in comments(made) if "（T302）" in text and "1362" in text]
    assert [re.findall("疑点：|应等于|建议：", text) for text in of_sum] == [["疑点：", "应等于", "建议："]]


@pytest.mark.parametrize("variant", VARIANTS)
def test_nothing_else_changes(variant: str) -> None:
    data = faulty(variant)
    made, _, source = annotated(data)
    before, after = parts(data), parts(made)
    assert {name for name in after if before.get(name) != after[name]} == {TYPES, MAIN, LINKS, COMMENTS}
    assert read_docx(made, "x").text == source.text
    assert "".join(root(made, MAIN).itertext()) == "".join(root(data, MAIN).itertext())
    assert canonical(bare(made), MAIN) == canonical(data, MAIN)
    assert annotated(made)[0] == made


@NEEDS_OFFICE
@pytest.mark.parametrize("variant", ["tracked", "nested"])
def test_libreoffice_shows_the_same_text(variant: str, tmp_path: Path) -> None:
    shown = []
    for name, data in (("before", faulty(variant)), ("after", annotated(faulty(variant))[0])):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(data)
        shown.append(converted(path, "txt", tmp_path).read_text(encoding="utf-8-sig"))
    assert shown[0] == shown[1]
    assert "2024" in shown[0]


@NEEDS_OFFICE
@pytest.mark.parametrize("variant", ["tracked", "nested"])
def test_libreoffice_keeps_every_comment(variant: str, tmp_path: Path) -> None:
    made, checked, _ = annotated(faulty(variant))
    path = tmp_path / "x.docx"
    path.write_bytes(made)
    saved = converted(path, "fodt", tmp_path).read_text(encoding="utf-8")
    assert saved.count("<office:annotation ") == len(checked.outcomes.findings) + len(suspected(made))


@NEEDS_OFFICE
def test_ours_are_known_again_after_libreoffice_saved_them(tmp_path: Path) -> None:
    made, checked, _ = annotated(faulty("merged"))
    path = tmp_path / "x.docx"
    path.write_bytes(made)
    saved = converted(path, "docx", tmp_path).read_bytes()
    assert len(comments(saved)) == len(checked.outcomes.findings) + len(suspected(made))
    assert sorted(comments(annotated(saved)[0])) == sorted(comments(made))
    assert marked(annotated(saved)[0]) == marked(made)
