"""The rules that waivers themselves are judged by. They look at no report, so they are no rule files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from linter.finding import Finding, Severity
from linter.form import Words
from linter.judging.fingerprint import fingerprint
from linter.judging.rule import Case, Check, Expected, Rule
from linter.record import NamedTuple
from linter.waivers import CODES

if TYPE_CHECKING:
    from linter.report import Span

UNREASONED, STALE, UNCLEAR = CODES


class _Told(NamedTuple):
    code: str
    name: str
    title: Words
    condition: str
    advice: Words
    passes: str
    fails: str
    message: Words


_TOLD = (
    _Told(
        UNREASONED, "waiver-without-reason", Words("豁免没有写理由", "A waiver without a reason"),
        "stated(waiver.reason)",
        Words("请在代码后面加上 -- 和理由；写明理由之前，这条豁免不起作用。",
              "Add -- and the reason after the code; until then the waiver does not hold."),
        "<!-- gouji: ignore BRK01 -- 含转发信息 -->", "<!-- gouji: ignore BRK01 -->",
        Words("{place}豁免了 {what}，却没有写理由。", "{place} waives {what} without a reason."),
    ),
    _Told(
        STALE, "stale-waiver", Words("豁免已经用不上", "A stale waiver"),
        "occurrences(finding, waiver) > 0",
        Words("问题已经解决的，请删去这条豁免；还在的，请核对代码或指纹。",
              "Remove it if the finding is gone; else see the code or fingerprint."),
        "<!-- gouji: ignore BRK01 -- 含转发信息 -->", "<!-- gouji: ignore BRK99 -- 含转发信息 -->",
        Words("{place}豁免 {what}，但{why}。", "{place} waives {what}, but {why}."),
    ),
    _Told(
        UNCLEAR, "unclear-waiver", Words("看不懂的豁免", "A waiver that cannot be understood"),
        "understood(waiver)",
        Words("请写成 gouji: ignore 代码 -- 理由；只管一行的用 ignore-line；注释以 <!-- 开头，以 --> 结束。",
              "Write gouji: ignore CODE -- reason, or ignore-line for one line, between <!-- and -->."),
        "<!-- gouji: ignore-line BRK01 -- 含转发信息 -->", "<!-- gouji: ignroe BRK01 -- 含转发信息 -->",
        Words("{place}是写给 gouji 的，却看不懂：{what}。", "{place} speaks to gouji and is not understood: {what}."),
    ),
)  # fmt: skip


def _rule(told: _Told) -> Rule:
    check = Check(None, None, told.condition, Severity.WARNING, told.message, told.advice)  # type: ignore[arg-type]
    return Rule(
        code=told.code,
        name=told.name,
        title=told.title,
        default=True,
        checks=(check,),
        authority="gouji：豁免要写明理由，用不上的要删去",
        cases=(
            Case("pass", 0, {"comment": told.passes}),
            Case("fail", 0, {"comment": told.fails}, (Expected({}, 0),)),
        ),
        subject=Words("豁免", "Waivers"),
    )


RULES: Mapping[str, Rule] = {told.code: _rule(told) for told in _TOLD}
"""By code; they are not among the rules of a family, and nothing of them is bound to a form."""

_MOST = 80
_REASON_KEY = Words(
    "请在这一条里写上 reason: 和理由；写明理由之前，这条豁免不起作用。",
    "Add `reason:` with the reason to the entry; until then the waiver does not hold.",
)
"""What to do about a reason that is missing in the file; a comment has it behind the code."""


def finding(
    code: str,
    place: tuple[str, str],
    what: str,
    span: Span | None,
    why: tuple[str, str] = ("", ""),
    *,
    in_file: bool = False,
) -> Finding:
    """The finding that a waiver makes; `place` names it, `what` is what it waives or says, `in_file` says that it is
    one of the file beside the report."""
    rule = RULES[code]
    check = rule.checks[0]
    advice = _REASON_KEY if in_file and code == UNREASONED else check.advice
    said = what if len(what) <= _MOST else what[:_MOST] + "…"
    return Finding(
        rule=code,
        name=rule.name,
        severity=check.severity,
        instance=place[1],
        title={"zh": rule.title.zh, "en": rule.title.en},
        message={
            lang: check.message(lang).format(place=place[number], what=said, why=why[number])
            for number, lang in enumerate(("zh", "en"))
        },
        advice={"zh": advice.zh, "en": advice.en},
        where={"zh": "豁免", "en": "waivers"},
        span=span,
        fingerprint=fingerprint(code, [what]),
    )
