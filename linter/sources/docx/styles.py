"""Styles whose text is hidden, such as those that web forms leave behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.sources.archive import parse_part
from linter.sources.docx.namespaces import is_on, word_of

if TYPE_CHECKING:
    from lxml import etree

_WORD = "vanish"


def hidden_styles(data: bytes, name: str) -> frozenset[str]:
    """The ids of the styles in a styles part that hide text, by themselves or through the style they are based on."""
    if not any(_WORD.encode(encoding) in data for encoding in ("ascii", "utf-16-le", "utf-16-be")):
        return frozenset()
    root = parse_part(data, name)
    w = f"{{{word_of(root)}}}"
    hides: dict[str, bool] = {}
    heirs: dict[str, list[str]] = {}
    for style in root.iter(w + "style"):
        style_id, says = style.get(w + "styleId") or "", _says(style, w)
        if says is not None:
            hides[style_id] = says
        elif (base := style.find(w + "basedOn")) is not None:
            heirs.setdefault(base.get(w + "val") or "", []).append(style_id)
    hidden = {style_id for style_id, says in hides.items() if says}
    waiting = list(hidden)
    while waiting:
        new = [heir for heir in heirs.get(waiting.pop(), ()) if heir not in hidden]
        hidden.update(new)
        waiting += new
    return frozenset(hidden)


def _says(style: etree._Element, w: str) -> bool | None:
    """Whether a style hides text; None where it leaves that to the style it is based on."""
    switch = style.find(f"{w}rPr/{w}{_WORD}")
    return None if switch is None else is_on(switch, w)
