"""A report about to be laid out: its cells, its wording, and the sentences around the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from .labels import CORNER, FOUR, Block, Form, Label, Row
from .model import Shown

Prose = dict[str, Sequence[str]]
"""Paragraphs by part: ``preamble``, ``overall``, ``problems``, ``other``."""

_HEADINGS = (
    ("总体情况", "工作基本情况"),
    ("主动公开政府信息情况", "行政机关主动公开政府信息情况"),
    ("收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况"),
    (
        "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政法复议、行政诉讼情况",
    ),
    (
        "存在的主要问题及改进情况",
        "存在问题及改进情况",
        "存在的主要问题及整改措施",
        "政府信息公开工作存在的主要问题及改进情况",
    ),
    ("其他需要报告的事项",),
)
_VARIANTS = {
    "没有现成信息需要另行制作": "没有现成信息需另行制作",
    "其他法律行政法规禁止公开": "其他法律法规禁止公开",
}
_ORDINAL = re.compile(r"（[一二三四五]）|[0-9]\.(?![0-9])")


@dataclass(frozen=True)
class Wording:
    """How this report writes labels: its brackets, its ordinals, its choice of words."""

    brackets: str
    point: str
    ordinals: bool
    words: Mapping[str, str]
    headings: tuple[str, ...]
    rng: Random

    def text(self, text: str) -> str:
        """The text with this report's brackets; ``mixed`` decides anew each time."""
        half = self.brackets == "half" or (self.brackets == "mixed" and self.rng.random() < 0.5)
        return text.replace("（", "(").replace("）", ")") if half else text

    def label(self, label: Label) -> str:
        """The label as printed, with its ordinal unless Word numbered it."""
        name = self.words.get(label.name, label.name)
        if not self.ordinals:
            return self.text(name)
        ordinal = re.sub(r"^(\d)\.$", rf"\1{self.point}", label.ordinal)
        gap = " " if self.text(ordinal).startswith("(") and self.rng.random() < 0.5 else ""
        return self.text(ordinal + gap + name)

    def heading(self, number: int) -> str:
        """The heading of section 1 to 6."""
        ordinal = "一二三四五六"[number - 1] + "、" if self.ordinals else ""
        return ordinal + self.headings[number - 1]


def wording(rng: Random, *, ordinals: bool = True, brackets: str | None = None) -> Wording:
    """A wording drawn from the variants that published reports show."""
    return Wording(
        brackets or rng.choice(("full", "full", "half", "mixed")),
        rng.choice((".", ".", "、")),
        ordinals,
        {usual: other for usual, other in _VARIANTS.items() if rng.random() < 0.5},
        tuple(rng.choice(variants) for variants in _HEADINGS),
        rng,
    )


@dataclass(frozen=True)
class Report:
    """All that a layout needs; rows that no cell was given for are left out."""

    year: int
    agency: str
    form: Form
    cells: Mapping[str, Shown]
    prose: Prose
    wording: Wording
    rng: Random

    @property
    def title(self) -> str:
        """The agency, the year and what this is."""
        return f"{self.agency}{self.year}年政府信息公开工作年度报告"

    @property
    def corner(self) -> str:
        """The corner cell of table three."""
        return self.wording.text(CORNER)

    @property
    def two(self) -> list[Block]:
        """The blocks of table two that the report prints."""
        made = []
        for block in self.form.two:
            rows = tuple(row for row in block.rows if self._printed(row))
            if rows:
                made.append(Block(self.wording.text(block.head), block.columns, rows))
        return made

    @property
    def three(self) -> list[Row]:
        """The rows of table three that the report prints."""
        return [row for row in self.form.three if self._printed(row)]

    @property
    def four(self) -> list[Shown]:
        """The fifteen cells of table four."""
        return [self.cells[field] for field in FOUR]

    def of(self, row: Row) -> list[Shown]:
        """The cells of a row."""
        return [self.cells[field] for field in row.fields]

    def columns(self, block: Block) -> list[str]:
        """The column headers of a block of table two."""
        return [self.wording.text(column) for column in block.columns]

    def leaf(self, row: Row) -> str:
        """The row's own label."""
        return self.wording.label(row.path[-1])

    def grouped(self, rows: Sequence[Row]) -> Iterator[tuple[Row, list[str | None]]]:
        """Each row with its group labels, outermost first; ``None`` for one printed before."""
        before: tuple[Label, ...] = ()
        for row in rows:
            groups = row.path[:-1]
            yield row, [None if g in before else self.wording.label(g) for g in groups]
            before = groups

    def _printed(self, row: Row) -> bool:
        return any(cell.state != "missing" for cell in self.of(row))


def usual_prose(agency: str, year: int, *, ordinals: bool) -> Prose:
    """Sentences with numbers of their own, none of which speaks of a cell of the tables."""
    prose = _sentences(agency, year)
    if ordinals:
        return prose
    return {part: [_ORDINAL.sub("", text) for text in texts] for part, texts in prose.items()}


def _sentences(agency: str, year: int) -> Prose:
    return {
        "preamble": [
            f"{agency}依照《中华人民共和国政府信息公开条例》编制本报告，所列数据的统计期限"
            f"自{year}年1月1日起至12月31日止。如有疑问，可在工作日拨打电话 010-55550123 咨询。",
        ],
        "overall": [
            f"{year}年，我单位把公开贯穿于日常工作，制度、平台和队伍都有所加强。",
            "（一）公开渠道。全年在门户网站发布信息 1463 条，其中工作动态 1390 条、"
            "其他文件 15 条、其他信息 58 条；政务新媒体推送 2047 条。",
            "（二）解读回应。举办开放日活动 3 场，发布解读稿件 21 篇，图解占 42.9%。",
            "（三）监督保障。组织培训 2 次，参加 86 人次，年度内 0 人被追究责任。",
        ],
        "problems": [
            "一是解读形式还不够丰富，图文解读占比偏低；二是个别栏目更新不及时，最长间隔 45 天。",
            "下一步将从两个方面改进：1.建立栏目更新提醒制度；2.每季度开展一次业务交流。",
        ],
        "other": [f"{year}年度没有收取信息处理费，没有其他需要报告的事项。"],
    }
