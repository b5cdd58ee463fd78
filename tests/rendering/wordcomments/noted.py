"""Shared by tests of comments: small Word files with findings made by hand, and what became of them, as lines."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from findings import checked, finding, span
from linter.check import Checked
from linter.finding import Finding
from linter.rendering.interface import Manner
from linter.rendering.wordcomments import Annotation
from linter.sources.docx import read_docx
from sources.packed import content_types
from sources.wordfile import RELATIONS, TRANSITIONAL, document, packed, relations

W = f"{{{TRANSITIONAL}}}"
MAIN, COMMENTS, TYPES = "word/document.xml", "word/comments.xml", "[Content_Types].xml"
LINKS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, **more: str) -> bytes:
    """A whole package; `more` are further parts of `word/` by name, related to the text and called `<name>.xml`."""
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for n, name in enumerate(more, 1)
    )
    parts = {
        TYPES: content_types("wordprocessingml.document", MAIN),
        "_rels/.rels": relations(),
        MAIN: document(body),
        LINKS: f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "word/media/picture.png": "\x89PNG",
    }
    return packed({**parts, **{f"word/{name}.xml": text for name, text in more.items()}})


def noted(data: bytes, *phrases: str | Finding | None) -> bytes:
    """The copy with a finding at each phrase, whole report for None; removing it all must give back the text as it
    was, and a second run the same bytes."""
    once = _noted(data, phrases)
    assert _noted(once, phrases) == once
    if MAIN in parts(data):
        assert canonical(bare(once), MAIN) == canonical(bare(data), MAIN)
    assert read_docx(once, "x").text == read_docx(data, "x").text
    return once


def _noted(data: bytes, phrases: tuple[str | Finding | None, ...]) -> bytes:
    annotation = Annotation(data, "x.docx")
    source = annotation.source()
    findings = [
        one if isinstance(one, Finding) else finding(span(source.text, one) if one else None, rule=f"T30{number}")
        for number, one in enumerate(phrases)
    ]
    made = checked(source.text, findings)
    about: Checked = made._replace(report=made.report._replace(source=source))
    annotation.write(about, source, Manner("zh"))
    return annotation.data()


def bare(data: bytes) -> bytes:
    """The file without comments of ours."""
    return Annotation(data, "x.docx").data()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(data: bytes, part: str) -> etree._Element:
    return etree.fromstring(parts(data)[part])


def canonical(data: bytes, part: str) -> bytes:
    return etree.tostring(root(data, part), method="c14n")


def comments(data: bytes) -> list[tuple[str, str]]:
    """Author and words of each comment."""
    return [(one.get(W + "author") or "", words(one)) for one in root(data, COMMENTS).iter(W + "comment")]


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def shape(data: bytes) -> list[str]:
    """Each paragraph that no other holds: runs, `[` and `]` where comments begin and end, `*` for their references, and
    what is inside of something after its name."""
    found = root(data, MAIN).iter(W + "p")
    return [" ".join(_shapes(one)) for one in found if next(one.iterancestors(W + "p"), None) is None]


def _shapes(element: etree._Element) -> Iterator[str]:
    marks = {"commentRangeStart": "[", "commentRangeEnd": "]"}
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name in marks:
            yield marks[name]
        elif name == "r":
            yield _run(child)
        elif name == "sdtContent":
            yield from _shapes(child)
        elif not name.endswith("Pr"):
            yield f"{name}( {' '.join(_shapes(child))} )"


def _run(run: etree._Element) -> str:
    shown = {"commentReference": "*", "AlternateContent": "box", "br": "/", "noBreakHyphen": "-", "sym": "$"}
    shown |= {"instrText": "", "rPr": "", "ruby": "ruby"}
    marks = {"begin": "{", "separate": ":", "end": "}"}
    texts = []
    for child in run:
        name = str(child.tag).rpartition("}")[2]
        texts.append(
            shown.get(name, child.text or "") if name != "fldChar" else marks[child.get(W + "fldCharType", "")]
        )
    return "".join(texts)
