"""The script of a page: harmless whatever the report says, small, and silent where nobody gave the rules."""

from __future__ import annotations

from judging.desk import report
from linter.check import Checked
from linter.finding import Outcomes
from linter.judging.javascript.quoting import quoted
from linter.rendering import whatif
from linter.rendering.interface import Manner
from linter.report import Report
from rendering.whatif.page import Trial, kit, needs_node, node, script

EVIL = "</script><!-- <script> ]]> \" ' \\ {{ }} \u2028\u2029\x07\x7f\ud800"


def titled(title: str) -> Report:
    base = report({})
    return base._replace(facts={**base.facts, "report.title": base.facts["report.title"]._replace(value=title)})


def test_a_title_cannot_leave_the_script() -> None:
    text = script(Trial(titled(EVIL)), "r1", set())
    for mark in ("</", "<!--", "<script", "\u2028", "\u2029", "\ud800"):
        assert mark not in text
    text.encode()


@needs_node
def test_a_title_arrives_unchanged() -> None:
    assert node(f"console.log({quoted(EVIL)} === {quoted([EVIL])}[0])").strip() == "true"
    script_of = script(Trial(titled(EVIL)), "r1", set())
    node(whatif.library() + script_of)


def test_the_library_can_stand_in_a_page() -> None:
    for mark in ("</script", "<!--", "<script", "eval(", "new Function", "innerHTML", "http"):
        assert mark not in whatif.library()


def test_without_rules_there_is_no_script() -> None:
    assert whatif.script(Checked(report({}), Outcomes({})), Manner()) == ""


def test_a_form_is_written_once_and_reports_are_small() -> None:
    known: set[str] = set()
    first, second = (script(Trial(report({})), section, known) for section in ("r1", "r2"))
    assert len(first.encode()) < 75_000  # All rules of the strict profile.
    assert len(second.encode()) < 3_000
    usual = kit()._replace(enabled=frozenset(rule.code for rule in kit().rules.rules if rule.default))
    assert len(whatif.script(Checked(report({}), Outcomes({})), Manner(kit=usual)).encode()) < 60_000
