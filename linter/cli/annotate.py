"""`gouji annotate`: a copy of a Word file with each finding as a comment of Word."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.outfile import OutputFile
from linter.cli.previous import read_previous, refusal
from linter.cli.problem import CommandError, complain
from linter.cli.setup import Asked, Setups, folder_of
from linter.halves import half

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.holding import Holder
    from linter.rendering.wordcomments import Annotation

_OWN_ENDING = frozenset({".docm", ".dotx", ".dotm"})
"""Word opens what has one of these only under the same."""
_BYTES = "latin-1"
"""As text in this encoding, every byte is one character."""


@click.command("annotate", short_help="把问题写成 Word 批注 Findings as comments.")
@click.argument("path", type=click.Path(path_type=Path), metavar="IN.docx")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="OUT.docx", required=True,
              help="写到这个文件 The copy to write.")  # fmt: skip
@click.option("--previous", type=click.Path(path_type=Path), metavar="FILE",
              help="上年的报告 Last year's report.")  # fmt: skip
@click.option("--select", multiple=True, metavar="CODES", help="只用这些规则 Only these rules: T3,STR01.")
@click.option("--ignore", multiple=True, metavar="CODES", help="不用这些规则 All but these rules.")
@options.profile()
@options.rules()
@options.lang()
def command(
    path: Path,
    output: Path,
    previous: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    folder: Path | None,
    lang: str,
) -> int:
    """另存一份 Word 文件，每个问题写成一条批注。

    Write a copy of a Word file, each finding a comment.

    \b
    退出码 Exit status
      0  已写好 written, whatever was found
      2  没能写 unreadable file, wrong usage, broken rules
      3  内部出错 internal fault, see the log
    """
    from linter.check import MisfitError
    from linter.sources import UnreadableError

    _refuse_target(path, output, lang)
    setups = Setups(Asked(None, profile, select, ignore, folder, options.lang_given(), lang))
    setup = setups.of(folder_of(path))
    lang = setup.lang
    kit = setup.kit(read_previous(previous, setup.family, lang))
    try:
        annotation, checked, suspected = _annotated(path, kit, setups.holder(setup), lang)
    except UnreadableError as problem:
        complain(f"{problem.path}: {half(problem.reason, lang)}")
        return 2
    except MisfitError as error:
        raise refusal(error.reason(lang), lang) from None
    _save(annotation.data(), output, lang)
    return _tell(output, annotation, checked, suspected, lang)


def _refuse_target(path: Path, output: Path, lang: str) -> None:
    """The file itself is never written over, not even under another name; a copy keeps an ending that matters."""
    if str(output) == "-":
        zh, en = "批注要写到文件里，请用 -o 给出文件名。", "comments go to a file; name one with -o"
    elif os.path.realpath(output) == os.path.realpath(path) or (_there(output, path) and output.samefile(path)):
        zh, en = f"{output} 就是原文件，请用 -o 另给一个文件名。", f"{output} is the file itself; name another with -o"
    elif (ending := path.suffix.lower()) in _OWN_ENDING and output.suffix.lower() != ending:
        zh, en = f"原文件是 {ending}，请让 {output} 也用这个扩展名。", f"{path} is a {ending}; let {output} end so too"
    else:
        return
    raise CommandError(en if lang == "en" else zh)


def _there(*paths: Path) -> bool:
    return all(map(os.path.exists, paths))


def _annotated(path: Path, kit: Kit, hold: Holder, lang: str) -> tuple[Annotation, Checked, int]:
    """The copy, what was found, and how many suspects have comments; raises UnreadableError, MisfitError."""
    from linter.rendering.interface import Manner
    from linter.rendering.wordcomments import Annotation
    from linter.rendering.wordcomments.opening import word_file

    annotation = Annotation(word_file(path), str(path))
    source = annotation.source()
    checked = hold(kit.check(source))
    return annotation, checked, annotation.write(checked, source, Manner(lang, kit=kit))


def _save(data: bytes, path: Path, lang: str) -> None:
    file = OutputFile(path, lang, _BYTES)
    try:
        file.write(data.decode(_BYTES))
        file.close()
    except BaseException:
        file.abandon()
        raise


def _tell(output: Path, annotation: Annotation, checked: Checked, suspected: int, lang: str) -> int:
    """One sentence about what was written, and others about what did not go well; the exit status."""
    from collections import Counter

    from linter.finding import Result
    from linter.rendering.held import of_report
    from linter.rendering.interface import Manner
    from linter.rendering.unread import unread_cells, unread_tables
    from linter.rendering.verdict import NOTHING, NOTHING_IN_PART, severities

    say, findings = Manner(lang).say, checked.outcomes.findings
    counts = severities(Counter(finding.severity for finding in findings), Manner(lang))
    held = of_report(checked.outcomes, Manner(lang))
    if suspected:
        counts += say(f"，疑点 {suspected}", f", suspects {suspected}")
    if findings:
        number = len(findings) + suspected
        zh = f"已写入 {output}，批注 {number} 条（{counts}）{held}。"
        complain(say(zh, f"wrote {output}, comments: {number} ({counts}){held}"))
    else:
        found = say(*(NOTHING_IN_PART if unread_cells(checked.report) else NOTHING))
        zh, en = f"{found}，已写入 {output}，没有加批注{held}。", f"{found}; wrote {output} without comments{held}"
        complain(say(zh, en))
    for unread in unread_tables(checked, Manner(lang)):
        complain(unread)
    if annotation.outdated:
        number = annotation.outdated
        zh = f"有 {number} 条有人答复过的批注已过时，保留并注明。"
        complain(say(zh, f"answered comments that are out of date, kept and marked: {number}"))
    if annotation.signed:
        zh = "原文件有数字签名，副本里的签名不再有效。"
        complain(say(zh, "the digital signature of the file does not hold for the copy"))
    broken = checked.outcomes.counts.get(Result.RULE_ERROR, 0)
    if broken:
        zh = f"有 {broken} 项规则无法执行，用 gouji check 可以看到原因。"
        complain(say(zh, f"{broken} rule instances broke; `gouji check` tells why"))
    return 2 if broken else 0
