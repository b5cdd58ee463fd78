"""One report in a comment: heading, verdict, a table of findings, and folded below it what was not checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.record import NamedTuple
from linter.rendering.address import address
from linter.rendering.held import ignored_rules, why
from linter.rendering.markdown_text import escape
from linter.rendering.notice import Notice, headline, held_notices, notices
from linter.rendering.phrase import one_line
from linter.rendering.verdict import SEVERITIES, verdict
from linter.report import Span

if TYPE_CHECKING:
    from linter.check import Checked
    from linter.rendering.interface import Manner

_MOST_FOLDED = 50


class Row(NamedTuple):
    severity: Severity
    text: str


class Section(NamedTuple):
    """The parts of a report in Markdown; whoever writes them may leave rows and `folded` out."""

    head: str
    table: str
    rows: tuple[Row, ...]
    folded: str

    @property
    def size(self) -> int:
        return sum(map(len, (self.head, self.table, self.folded, *(row.text for row in self.rows))))


def section(checked: Checked, manner: Manner) -> Section:
    """`manner` is one without colours and line breaks."""
    counts, *reasons = verdict(checked, manner)
    title = checked.report.title
    path = _escape(address(checked.report.source.path), manner)
    heading = path + (manner.say("：", ": ") + _escape(title, manner) if title else "")
    names = manner.say("程度|规则|位置|问题|建议", "Severity|Rule|Place|Finding|Advice").split("|")
    return Section(
        f"\n### {heading}\n\n{counts}\n",
        f"\n{_line(names)}{_line(['---'] * len(names))}",
        tuple(_row(one, manner) for one in notices(checked, manner)),
        "" if manner.quiet else "".join(_folds(checked, reasons, manner)),
    )


def _row(notice: Notice, manner: Manner) -> Row:
    advice = notice.finding.advice.get(manner.lang, "")
    texts = (f"{notice.rule} {notice.title}", _place(notice), notice.message, advice)
    severity = notice.finding.severity
    return Row(severity, _line([manner.say(*SEVERITIES[severity]), *(_escape(text, manner) for text in texts)]))


def _place(notice: Notice) -> str:
    place = notice.place
    at = "" if place.line is None else f"{place.line}:{place.column or 1}"
    return f"{notice.where} ({at})" if notice.where and at else notice.where or at


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _folds(checked: Checked, reasons: list[str], manner: Manner) -> Iterator[str]:
    yield _held(checked, manner)
    yield _unchecked(checked, reasons, manner)
    yield _unwitnessed(checked, manner)


def _held(checked: Checked, manner: Manner) -> str:
    """Every finding that somebody holds back, with the reason; and the rules that were ignored."""
    told = [_held_back(notice, why(one, manner), manner) for notice, one in held_notices(checked, manner)]
    if checked.outcomes.ignored:
        told.append(ignored_rules(checked.outcomes, manner))
    return _fold(manner.say("不列出的", "Held back"), told, manner)


def _held_back(notice: Notice, reason: str, manner: Manner) -> str:
    line = notice.place.line
    at = "" if line is None else manner.say(f"第 {line} 行，", f"line {line}, ")
    head = headline(notice, manner)
    return manner.say(f"{head}（{at}{reason}）", f"{head} ({at}{reason})")


def _unchecked(checked: Checked, reasons: list[str], manner: Manner) -> str:
    count = len(checked.outcomes.not_evaluated) + len(checked.outcomes.rule_errors)
    return _fold(manner.say(f"未检查 {count} 项", f"{count} not evaluated"), reasons, manner)


def _unwitnessed(checked: Checked, manner: Manner) -> str:
    """The claims that no table confirms or denies, with their lines; a zero said without a figure is no figure."""
    said = [checked.report.narrative.claims[index] for index in checked.outcomes.without_witness]
    claims = [one for one in said if (one.start, one.end) != (one.number_start, one.number_end)]
    title = manner.say(
        f"正文另有 {len(claims)} 个数字表格无法印证", f"{len(claims)} figures of the prose stand in no table"
    )
    spans = [Span(one.start, one.end) for one in claims]
    return _fold(title, [_phrase(checked, span, manner) for span in spans], manner)


def _phrase(checked: Checked, span: Span, manner: Manner) -> str:
    source = checked.report.source
    line = source.place(*span).line
    at = manner.say("正文：", "prose: ") if line is None else manner.say(f"第 {line} 行：", f"line {line}: ")
    return at + one_line(source.original[span.start : span.end])


def _fold(title: str, lines: list[str], manner: Manner) -> str:
    """What only those read who unfold it; nothing if there is nothing."""
    return "".join(_folded(title, lines, manner)) if lines else ""


def _folded(title: str, lines: list[str], manner: Manner) -> Iterator[str]:
    yield f"\n<details><summary>{title}</summary>\n\n"
    yield from (f"- {_escape(line, manner)}\n" for line in lines[:_MOST_FOLDED])
    if more := len(lines) - _MOST_FOLDED if len(lines) > _MOST_FOLDED else 0:
        yield manner.say(f"- 另有 {more} 项\n", f"- and {more} more\n")
    yield "\n</details>\n"


def _escape(text: str, manner: Manner) -> str:
    return escape(text, manner.screen)
