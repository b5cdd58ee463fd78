"""Documents that go through LibreOffice: with the real one where it is installed, and with stand-ins that misbehave."""

from __future__ import annotations

import json
import os
import stat
import sys
import threading
import time
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from linter.reading import read
from linter.sources import UnreadableError, open_source, read_bytes, suite
from reports import SHARED, family
from sources.packed import packed
from sources.wordfile import word_file

RTF = rb"{\rtf1\ansi hello 2023\par}"
SAMPLE = SHARED / "samples" / "report.doc"
needs_suite = pytest.mark.skipif(suite.find_suite() is None, reason="LibreOffice is not installed")
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only `soffice` there is: a script that its test writes."""
    program = tmp_path / "soffice"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def refusal(data: bytes = RTF) -> str:
    with pytest.raises(UnreadableError) as problem:
        read_bytes(data, "年报.doc")
    assert "\n" not in problem.value.reason
    return problem.value.reason


def test_without_libreoffice_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(suite, "_usual_places", list)
    assert "另存为 .docx" in refusal()


@needs_shell
def test_it_is_found_where_installers_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(suite, "_usual_places", lambda: [tmp_path / "nowhere", program])
    assert suite.find_suite() == str(program)


@needs_shell
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "kill -9 $$"])
def test_one_that_makes_nothing(stand_in: Path, script: str) -> None:
    stand_in.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    assert refusal().startswith("LibreOffice 打不开它")


@needs_shell
def test_one_that_cannot_be_started(stand_in: Path) -> None:
    stand_in.write_bytes(b"\x7fELF nonsense")
    assert refusal().startswith("LibreOffice 打不开它")


@needs_shell
def test_one_that_hangs_is_ended_with_all_that_it_started(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = tmp_path / "numbers"
    stand_in.write_text(f"#!/bin/sh\nsleep 600 &\necho $! $$ > {numbers}\nwait\n", encoding="utf-8")
    monkeypatch.setattr(suite, "SLOWEST", 1.0)
    begin = time.monotonic()
    assert "秒还没有打开" in refusal()
    assert time.monotonic() - begin < 10
    for number in map(int, numbers.read_text().split()):
        assert not _runs(number)


def _runs(number: int) -> bool:
    """Whether a process still does anything; one that waits to be buried does not."""
    try:
        state = Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@needs_shell
def test_its_profile_and_files_are_its_own_and_gone_afterwards(stand_in: Path, tmp_path: Path) -> None:
    seen, made = tmp_path / "seen", tmp_path / "made.docx"
    made.write_bytes(word_file("<w:p><w:r><w:t>收到</w:t></w:r></w:p>"))
    stand_in.write_text(f'#!/bin/sh\necho "$1" >> {seen}\nmkdir made\ncp {made} made/report.docx\n', encoding="utf-8")
    for _ in range(2):
        source = read_bytes(RTF, "年报.rtf")
        assert (source.path, source.original.strip()) == ("年报.rtf", "收到")
        assert source.place(0, 2)[:4] == (None, None, None, None)
    profiles = seen.read_text().split()
    assert len(set(profiles)) == 2
    for profile in profiles:
        assert profile.startswith("-env:UserInstallation=file:///")
        assert not Path(profile.split("file://")[1]).exists()


@needs_shell
def test_what_is_made_but_is_no_document(stand_in: Path) -> None:
    stand_in.write_text("#!/bin/sh\nmkdir made\necho x > made/report.docx\n", encoding="utf-8")
    assert "损坏" in refusal()


@needs_suite
@pytest.mark.skipif(not SAMPLE.exists(), reason="the samples are not at hand")
@pytest.mark.parametrize("name", ["年报.doc", "年报.wps", "年报.docx"])
def test_an_old_word_file_has_every_figure_in_its_place(tmp_path: Path, name: str) -> None:
    """Table four comes back from LibreOffice with a grid column more than it has."""
    path = tmp_path / name
    path.write_bytes(SAMPLE.read_bytes())
    report = read(open_source(path), family())
    original = read(open_source(SAMPLE.with_name("report.docx")), family())
    table = report.form.tables["t3"]
    truth = json.loads(SAMPLE.with_name("truth.json").read_text(encoding="utf-8"))
    found = [[report.cells[field].value for field in table.fields_of(row)] for row in table.rows]
    assert found == [[Decimal(value) for value in row] for row in truth]
    assert {name: (cell.state, cell.value) for name, cell in report.cells.items()} == {
        name: (cell.state, cell.value) for name, cell in original.cells.items()
    }


@needs_suite
def test_a_damaged_document_is_one_sentence() -> None:
    """LibreOffice opens nearly anything; what comes of it is then no report."""
    with pytest.raises(UnreadableError):
        read(read_bytes(RTF[:20], "年报.rtf"), family())


@needs_suite
def test_nothing_is_fetched() -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        read_bytes(_with_picture(f"http://127.0.0.1:{server.server_port}/a.png"), "年报.odt")
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def _with_picture(address: str) -> bytes:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    return packed(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}">{entries}</m:manifest>',
            "content.xml": f'<office:document-content {declared} office:version="1.2"><office:body><office:text>'
            '<text:p>年报<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">'
            f'<draw:image xlink:href="{address}" xlink:type="simple"/></draw:frame></text:p>'
            "</office:text></office:body></office:document-content>",
        }
    )
