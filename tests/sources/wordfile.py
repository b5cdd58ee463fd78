"""Small Word files for tests: a body in, the bytes of an archive out."""

from __future__ import annotations

import io
import zipfile

from linter.sources.composed import ComposedSource
from linter.sources.docx import TextRun, anchors, main_root, read_docx

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

HIDDEN = "<w:vanish/>"


def document(body: str, word: str = TRANSITIONAL) -> str:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return (
        f'<w:document xmlns:w="{word}" xmlns:m="{math}" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        f' xmlns:wps="urn:shape"><w:body>{body}</w:body></w:document>'
    )


def relations(target: str = "word/document.xml", kind: str = DOCUMENT) -> str:
    return f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{kind}" Target="{target}"/></Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip with these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def word_file(body: str) -> bytes:
    return packed({"_rels/.rels": relations(), "word/document.xml": document(body)})


def read(body: str) -> ComposedSource[TextRun]:
    return read_docx(word_file(body), "x.docx")


def lines(body: str) -> list[str]:
    """The lines of a body as they are shown, cells between bars."""
    return read(body).original.replace("\t", "|").splitlines()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is no element is text."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def cell(*blocks: str, properties: str = "") -> str:
    """A cell of paragraphs and tables; what is no element is a paragraph's text."""
    inside = "".join(one if one.startswith("<") else paragraph(one) for one in blocks)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(one if one.startswith("<") else cell(one) if one else cell() for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def elements_under(data: bytes, start: int, end: int) -> list[tuple[str, str]]:
    """The tag and text of each element under a stretch, found anew in the file as a writer of comments would."""
    from linter.sources.archive import open_archive

    found = list(anchors(main_root(open_archive(data, "x.docx"), "x.docx")[1]))
    parts = read_docx(data, "x.docx").parts(start, end)
    result = []
    for part in parts:
        element = found[part.origin.ordinal]
        begin = part.origin.offset
        tag = str(element.tag).rpartition("}")[2]
        result.append((tag, (element.text or "")[begin + part.start : begin + part.end]))
    return result


def box(*blocks: str) -> str:
    """A run with a text box, as Word keeps it: for itself, for newer programs, and for old ones."""
    inside = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><wps:txbx>{inside}</wps:txbx></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}{choice}{fallback}</mc:AlternateContent></w:r>"
