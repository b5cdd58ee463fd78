"""The cells of the two national forms and of the mixed one, with the labels printed beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """One printed label: its ordinal (``（三）``, may be empty) and its words."""

    ordinal: str
    name: str


@dataclass(frozen=True)
class Row:
    """A row of cells under a path of labels, the outermost group first."""

    path: tuple[Label, ...]
    fields: tuple[str, ...]

    @property
    def name(self) -> str:
        """The row's id, such as ``granted``."""
        return self.fields[0].split(".")[1]


@dataclass(frozen=True)
class Block:
    """A part of table two: the clause it belongs to, its column headers, its rows."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Form:
    """Everything a report of this form prints in tables two and three; table four never changes."""

    two: tuple[Block, ...]
    three: tuple[Row, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field id of the form, in printed order."""
        two = [field for block in self.two for row in block.rows for field in row.fields]
        three = [field for row in self.three for field in row.fields]
        return (*two, *three, *FOUR)


APPLICANTS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
APPLICANT_IDS = (
    "natural_person",
    "business",
    "research",
    "public_welfare",
    "legal_service",
    "other_org",
    "total",
)
CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
RESULT_IDS = ("upheld", "corrected", "other", "pending", "total")
CASE_IDS = ("review", "suit_direct", "suit_after_review")
FOUR = tuple(f"t4.{case}.{result}" for case in CASE_IDS for result in RESULT_IDS)


def _block(clause: str, columns: dict[str, str], rows: dict[str, str]) -> Block:
    """A block of table two; both dictionaries map ids to printed words."""
    made = tuple(
        Row((Label("", name),), tuple(f"t2.{row}.{column}" for column in columns)) for row, name in rows.items()
    )
    return Block(f"第二十条第（{clause}）项", tuple(columns.values()), made)


_CHANGES = {"items_prev": "上一年项目数量", "items_delta": "本年增/减"}
_PROJECTS = {**_CHANGES, "decisions": "处理决定数量"}
_DECISIONS = {"decisions": "本年处理决定数量"}
_FEES = {"fees": "行政事业性收费"}
_COERCION = {"penalty": "行政处罚", "coercion": "行政强制"}

_TWO_2019 = (
    _block(
        "一",
        {
            "made_new": "本年新制作数量",
            "disclosed_new": "本年新公开数量",
            "disclosed_total": "对外公开总数量",
        },
        {"rules": "规章", "norm_docs": "规范性文件"},
    ),
    _block("五", _PROJECTS, {"permit": "行政许可", "other_services": "其他对外管理服务事项"}),
    _block("六", _PROJECTS, _COERCION),
    _block("八", _CHANGES, _FEES),
    _block(
        "九",
        {"projects": "采购项目数量", "amount": "采购总金额"},
        {"procurement": "政府集中采购"},
    ),
)
_TWO_2021 = (
    _block(
        "一",
        {"issued": "本年制发件数", "repealed": "本年废止件数", "in_force": "现行有效件数"},
        {"rules": "规章", "norm_docs": "行政规范性文件"},
    ),
    _block("五", _DECISIONS, {"permit": "行政许可"}),
    _block("六", _DECISIONS, _COERCION),
    _block("八", {"amount_wan": "本年收费金额（单位：万元）"}, _FEES),
)

_RESULT = Label("三、", "本年度办理结果")
_DENIED = Label("（三）", "不予公开")
_UNABLE = Label("（四）", "无法提供")
_REJECTED = Label("（五）", "不予处理")
_OTHER = Label("（六）", "其他处理")


def _row(row: str, *path: Label) -> Row:
    return Row(path, tuple(f"t3.{row}.{applicant}" for applicant in APPLICANT_IDS))


def _leaves(group: Label, rows: dict[str, str]) -> list[Row]:
    """The numbered rows of one group under 三、."""
    numbered = enumerate(rows.items(), 1)
    return [_row(row, _RESULT, group, Label(f"{n}.", name)) for n, (row, name) in numbered]


_BEFORE = [
    _row("new_received", Label("一、", "本年新收政府信息公开申请数量")),
    _row("carried_in", Label("二、", "上年结转政府信息公开申请数量")),
    _row("granted", _RESULT, Label("（一）", "予以公开")),
    _row(
        "partial",
        _RESULT,
        Label("（二）", "部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ),
    *_leaves(
        _DENIED,
        {
            "denied_state_secret": "属于国家秘密",
            "denied_law_forbidden": "其他法律行政法规禁止公开",
            "denied_safety_stability": "危及“三安全一稳定”",
            "denied_third_party": "保护第三方合法权益",
            "denied_internal_affairs": "属于三类内部事务信息",
            "denied_process_info": "属于四类过程性信息",
            "denied_enforcement_file": "属于行政执法案卷",
            "denied_admin_query": "属于行政查询事项",
        },
    ),
    *_leaves(
        _UNABLE,
        {
            "unable_not_held": "本机关不掌握相关政府信息",
            "unable_needs_creation": "没有现成信息需要另行制作",
            "unable_unclear": "补正后申请内容仍不明确",
        },
    ),
    *_leaves(
        _REJECTED,
        {
            "rejected_petition": "信访举报投诉类申请",
            "rejected_repeat": "重复申请",
            "rejected_publication": "要求提供公开出版物",
            "rejected_excessive": "无正当理由大量反复申请",
            "rejected_reconfirm": "要求行政机关确认或重新出具已获取信息",
        },
    ),
]
_OTHER_2019 = [_row("other_handling", _RESULT, _OTHER)]
_OTHER_2021 = _leaves(
    _OTHER,
    {
        "other_no_correction": "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "other_fee_unpaid": ("申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
        "other_misc": "其他",
    },
)
_AFTER = [
    _row("handled_total", _RESULT, Label("（七）", "总计")),
    _row("carried_out", Label("四、", "结转下年度继续办理")),
]

FORMS = {
    "f2019": Form(_TWO_2019, (*_BEFORE, *_OTHER_2019, *_AFTER)),
    "f2021": Form(_TWO_2021, (*_BEFORE, *_OTHER_2021, *_AFTER)),
    "mixed": Form(_TWO_2021, (*_BEFORE, *_OTHER_2019, *_AFTER)),
}
