"""Tells which form a report is on, or why it is no report of the family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from linter.family import Family
from linter.form import Form, Table
from linter.reading.labels import plain, plain_word
from linter.report import Fact, Section

_ROWS = 12
_TELLING = 4
"""So many rows of one table, by labels of so many characters, are that table."""
_SECTIONS = 4
"""With so many of the family's headings a text is a report even if no table is left in it."""


def recognise(
    text: str,
    shown: Mapping[str, int],
    sections: Sequence[Section],
    facts: Mapping[str, Fact],
    family: Family,
) -> Form | None:
    """The form by the words that only it prints (`shown`, by `markers_shown`), those of the table that decides
    before others; by its rows, or its year, where the headings or one of its tables show that it is a report; None if
    nothing shows it."""
    if shown:
        counts = shown if len(shown) == 1 else _shown_where_it_counts(text, sections, family) or shown
        return family.forms[max(counts, key=lambda form_id: (counts[form_id], form_id))]
    year = _year(facts)
    if sum(section.official for section in sections) >= _SECTIONS and year is not None:
        return next((form for form in family.forms.values() if form.is_for(year)), None)
    return _by_rows(text, year, family)


def _by_rows(text: str, year: int | None, family: Family) -> Form | None:
    """The form most of whose row labels a table shows that stands alone, such as one handed over as a sheet; of several
    the one for the year, else the newest."""
    words = plain(text)
    forms = family.forms.values()
    shown = {form.id: max(_rows_shown(words, table) for table in form.tables.values()) for form in forms}
    most = max(shown.values())
    if most < _ROWS:
        return None
    best = [form for form in forms if shown[form.id] == most]
    return max(best, key=lambda form: (year is not None and form.is_for(year), form.first))


def _rows_shown(words: str, table: Table) -> int:
    """How many rows of a table have their label in the text."""
    labels = ([plain_word(label) for label in row.labels] for row in table.rows)
    return sum(any(len(label) >= _TELLING and label in words for label in row) for row in labels)


def _shown_where_it_counts(text: str, sections: Sequence[Section], family: Family) -> dict[str, int]:
    """The markers in the section of the table that decides."""
    deciding = next(iter(family.forms.values())).tables[family.form_of].section
    body = next((section.body for section in sections if section.id == deciding), None)
    return markers_shown(text[body.start : body.end], family) if body else {}


def markers_shown(text: str, family: Family) -> dict[str, int]:
    """How many of its markers each form shows, forms without any left out."""
    words = plain(text)
    counts = {form.id: sum(plain_word(marker) in words for marker in form.markers) for form in family.forms.values()}
    return {form_id: count for form_id, count in counts.items() if count}


def refusal(text: str, facts: Mapping[str, Fact], family: Family) -> str:
    """Why a text is none of the family's reports, in one sentence."""
    words = plain(text)
    for foreign in family.foreign:
        if all(plain(word) in words for word in foreign.words):
            return (
                f"是{foreign.name.zh}，不在检查范围内，请不要交来检查 ({foreign.name.en}, which is not checked here"
                "; leave it out)"
            )
    year = _year(facts)
    first = min(form.first for form in family.forms.values())
    if year is not None and year < first:
        return (
            f"是 {year} 年度的报告，{first} 年起的格式才能检查，以前的请人工核对"
            f" (a report for {year}; forms since {first} are checked, earlier ones by hand)"
        )
    return (
        f"不是{family.name.zh}：没有找到它的表格，请核对是不是给错了文件，或者文件不完整"
        " (none of its tables were found: not such a report, or not the whole of it; see whether it is the right file)"
    )


def _year(facts: Mapping[str, Fact]) -> int | None:
    value = facts["report.year"].value
    return int(value) if isinstance(value, Decimal) else None
