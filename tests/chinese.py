"""Whether a message is whole in Chinese: names of keys and examples stay as they are, sentences do not."""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"\b(?:the|is|are|not|must|of|did|expected|found|unknown|missing|takes|cannot|file|line)\b")

_QUOTED = re.compile(r"“[^”]*”|each \w+(?: of)?|\w+\(|\w+(?:-\w+)+")


def assert_chinese(message: str) -> None:
    """File, line, and no word of an English sentence."""
    said = message.rsplit("：", 1)[-1] if "：" in message else message
    assert re.search("[\u4e00-\u9fff]", said), message
    assert message.endswith(("。", "？")), message
    assert not _ENGLISH.search(_QUOTED.sub("", message)), message


def has_chinese(message: str) -> bool:
    """Whether an English message has Chinese in it besides what it quotes."""
    return re.search("[\u4e00-\u9fff]", re.sub("`[^`]*`", "", message)) is not None
