"""Comments of people stay as they are, and so does one of ours that somebody answered."""

from __future__ import annotations

from rendering.wordcomments.noted import COMMENTS, MAIN, W, canonical, comments, noted, parts, root, shape, word_file
from sources.wordfile import TRANSITIONAL, paragraph, run

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
NEWER = {
    "commentsExtended": ("http://schemas.microsoft.com/office/word/2012/wordml", "commentsEx", "commentEx"),
    "commentsIds": ("http://schemas.microsoft.com/office/word/2016/wordml/cid", "commentsIds", "commentId"),
    "commentsExtensible": ("http://schemas.microsoft.com/office/word/2018/wordml/cex", "commentsExtensible", "x"),
}
OURS = "【错误】合计不符（T300）两边不等。建议：请核对。"
OLD = "【错误】旧（T300）"


def comment(number: int, author: str, *texts: str, name: str = "") -> str:
    """A comment; `name` is what newer Words call its last paragraph."""
    known = f' w14:paraId="{name}"' if name else ""
    inside = "".join(paragraph(text) for text in texts[:-1]) + paragraph(texts[-1]).replace("<w:p>", f"<w:p{known}>")
    return f'<w:comment w:id="{number}" w:author="{author}">{inside}</w:comment>'


def several(*made: str) -> str:
    return f'<w:comments xmlns:w="{TRANSITIONAL}" xmlns:w14="{W14}">{"".join(made)}</w:comments>'


def newer(part: str, *entries: dict[str, str]) -> str:
    """One of the parts that newer Words keep beside the comments."""
    space, outer, inner = NEWER[part]
    inside = "".join(
        f"<n:{inner} {' '.join(f'n:{key}={chr(34)}{one}{chr(34)}' for key, one in entry.items())}/>"
        for entry in entries
    )
    return f'<n:{outer} xmlns:n="{space}">{inside}</n:{outer}>'


def marked(number: int, *runs: str) -> str:
    start, end = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
    return f'{start}{"".join(runs)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def test_people_keep_their_comments_and_numbers() -> None:
    body = paragraph("收", marked(0, run("到15件")), marked(17, run("共")), '<w:commentRangeStart w:id="40"/>')
    data = word_file(body, comments=several(comment(0, "王科长", "请核"), comment(17, "gouji2", "好")))
    made = noted(data, "15")
    assert comments(made) == [("王科长", "请核"), ("gouji2", "好"), ("gouji", OURS)]
    assert [one.get(W + "id") for one in root(made, COMMENTS)] == ["0", "17", str(48 + 2 + 8)]
    assert shape(made) == ["收 [ 到 [ 15 ] * 件 ] * [ 共 ] * ["]
    assert shape(data) == ["收 [ 到15件 ] * [ 共 ] * ["]
    changed = {part for part in parts(data) if canonical_or_raw(made, part) != canonical_or_raw(data, part)}
    assert changed == {MAIN, COMMENTS}


def canonical_or_raw(data: bytes, part: str) -> bytes:
    return canonical(data, part) if part.endswith((".xml", ".rels")) else parts(data)[part]


def test_what_newer_words_keep_about_ours_goes_with_them() -> None:
    names = {"王科长": "0000000A", "gouji": "0000000b"}
    extended = newer("commentsExtended", *({"paraId": name, "done": "0"} for name in names.values()))
    ids = newer("commentsIds", {"paraId": "0000000A", "durableId": "1"}, {"paraId": "0000000B", "durableId": "2"})
    more = newer("commentsExtensible", {"durableId": "1"}, {"durableId": "2"})
    both = several(
        *(comment(n, who, OLD if who == "gouji" else "话", name=name) for n, (who, name) in enumerate(names.items()))
    )
    body = paragraph("收到", marked(0, marked(1, run("15"))), "件")
    data = word_file(body, comments=both, commentsExtended=extended, commentsIds=ids, commentsExtensible=more)
    made = noted(data, "15")
    assert comments(made) == [("王科长", "话"), ("gouji", OURS)]
    for part in NEWER:
        (left,) = root(made, f"word/{part}.xml")
        assert set(left.values()) & {"0000000A", "1"}
        assert not set(left.values()) & {"0000000b", "0000000B", "2"}


def test_one_of_ours_that_was_answered_stays_and_is_not_made_twice() -> None:
    answered = comment(5, "gouji", "【错误】合计不符（T300）", "两边不等。", "建议：请核对。", name="0A")
    both = several(answered, comment(6, "王科长", "已核，没有错", name="0B"))
    extended = newer("commentsExtended", {"paraId": "0A"}, {"paraId": "0B", "paraIdParent": "0A"})
    body = paragraph("收到", marked(5, marked(6, run("15"))), "件")
    data = word_file(body, comments=both, commentsExtended=extended)
    assert noted(data, "15") == data
    other = noted(data, "15", "15")
    assert comments(other)[:2] == comments(data)
    assert [text for _, text in comments(other)[2:]] == [OURS.replace("T300", "T301")]


def test_one_that_was_answered_and_is_out_of_date_says_so() -> None:
    answered = comment(5, "gouji", "【错误】合计不符（T300）", "两边不等。", "建议：请核对。", name="0A")
    both = several(answered, comment(6, "王科长", "已改", name="0B"))
    extended = newer("commentsExtended", {"paraId": "0A"}, {"paraId": "0B", "paraIdParent": "0A"})
    data = word_file(paragraph("收到", marked(5, marked(6, run("15"))), "件"), comments=both, commentsExtended=extended)
    settled = noted(data)
    assert comments(settled) == [("gouji", "【错误】合计不符（T300）已不再发现这一问题。"), ("王科长", "已改")]
    assert root(settled, COMMENTS)[0][-1].get(f"{{{W14}}}paraId") == "0A"
    again = comments(noted(settled, "15"))
    assert again[0] == ("gouji", "【错误】合计不符（T300）情况有变，见新的批注。")
    assert again[1:] == [("王科长", "已改"), ("gouji", OURS)]


def test_somebody_who_is_called_as_we_are_keeps_his_comments() -> None:
    his = [comment(1, "gouji", "我姓勾名吉"), comment(2, "gouji", "【急】请核")]
    named = comment(3, "gouji", OLD).replace("<w:comment ", '<w:comment w:initials="G" ')
    data = word_file(paragraph("收到15件"), comments=several(*his, named))
    assert comments(noted(data, "15"))[:-1] == comments(data)


def test_references_that_word_put_into_one_run() -> None:
    runs = '<w:r><w:rPr/><w:commentReference w:id="3"/><w:commentReference w:id="4"/></w:r>'
    data = word_file(
        paragraph("收到15件", runs), comments=several(comment(3, "gouji", OLD), comment(4, "王科长", "新"))
    )
    made = noted(data)
    assert comments(made) == [("王科长", "新")]
    assert shape(made) == ["收到15件 *"]


def test_runs_that_look_different_are_not_sewn_together() -> None:
    """Whoever numbered the comments anew, such as Word, says of this one that a text was cut for it."""
    body = paragraph("收到", marked(10, run("15", "<w:b/>")), "件")
    data = word_file(body, comments=several(comment(10, "gouji", OLD)))
    assert shape(noted(data)) == ["收到 15 件"]
