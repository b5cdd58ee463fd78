"""Radicals that stand for whole characters: PDFs print ⼈⺠ for 人民, which looks alike and compares unlike.

Unicode decomposes the Kangxi block (U+2F00) but not the supplement (U+2E80), and takes ⼾ for the Taiwanese 戶. The
pairs below are the equivalents that the Unicode Character Database names for Chinese.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from linter.patterns import compiled

_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬"
    "⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳㓁⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足"
    "⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_RADICAL = compiled("[\u2e80-\u2fd5]")


def whole_characters(text: str) -> str:
    """The text with characters in the place of radicals, of the same length."""
    return _RADICAL.sub(lambda match: _whole().get(match[0], match[0]), text)


@cache
def _whole() -> dict[str, str]:
    """The character that each radical stands for; most files have none."""
    return {
        **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
        **dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True)),
        "⼾": "户",
    }
