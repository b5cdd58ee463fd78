"""`extract --format csv`: cells and claims as one table; a column that does not apply is blank."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from typing import TYPE_CHECKING

from linter.rendering.extract import facts

if TYPE_CHECKING:
    from linter.rendering.interface import Manner
    from linter.report import Report

_COLUMNS = (
    "kind", "field", "value", "state", "raw", "line", "column", "end_line", "end_column",
    "concept", "unit", "approximate", "scope", "parent", "where",
)  # fmt: skip


def extract(report: Report, _manner: Manner, _without_witness: Collection[int] = ()) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    table.writeheader()
    read = facts(report)
    for cell in read["cells"]:
        table.writerow({"kind": "cell", **cell})
    for claim in read["claims"]:
        shown = {**claim, "raw": claim["text"], "scope": " ".join(claim["scope"])}
        del shown["text"]
        table.writerow({"kind": "claim", **shown})
    return out.getvalue()
