"""The exact value of a span that the grammar has taken for a number."""

from __future__ import annotations

from decimal import Decimal

from linter.record import NamedTuple

_SCALES = {"百": 10**2, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6, "千万": 10**7}
_LONGEST = 18


class Figure(NamedTuple):
    """A number as printed: its value, the weight of its last digit, and whether 余 or 多 stands inside."""

    value: Decimal
    step: Decimal
    approximate: bool


def arabic(text: str) -> Figure | None:
    """`1,234`, `12`, `1.2万`, `3万余`, `10余万`; None for a run of digits that is no count of anything."""
    digits = text.rstrip("余多百千万亿")
    scale_text = text[len(digits) :]
    approximate = scale_text.startswith(("余", "多"))
    scale = Decimal(_SCALES.get(scale_text.strip("余多"), 1))
    digits = digits.replace(",", "").replace("\x1f", "")
    if len(digits) > _LONGEST or (scale == 1 and scale_text.strip("余多")):
        return None
    value = Decimal(digits) * scale
    if value == value.to_integral_value():
        value = Decimal(int(value))
    step = Decimal(1).scaleb(-len(digits.partition(".")[2])) * scale
    return Figure(value, step, approximate)


_DIGITS = {"零": 0, "〇": 0, "两": 2} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_BESIDE_TEN = ("", *"一二三四五六七八九")
"""What may stand before and after 十."""


def numeral(text: str) -> Figure | None:
    """The same for Chinese numerals: 十二, 两, 一百零五, 三万余."""
    plain = text.replace("余", "").replace("多", "")
    value = _chinese(plain)
    if value is None:
        return None
    step = 1
    if plain[-1] in "千万亿" and len(plain) > 1:
        step = _SCALES[plain[-1]]
    return Figure(Decimal(value), Decimal(step), plain != text)


def _chinese(text: str) -> int | None:
    """Most numerals in prose are below a hundred: for them cn2an is not worth its import, ten starts of Python."""
    if text in _DIGITS:
        return _DIGITS[text]
    tens, ten, ones = text.partition("十")
    if ten and tens in _BESIDE_TEN and ones in _BESIDE_TEN:
        return 10 * max(_BESIDE_TEN.index(tens), 1) + _BESIDE_TEN.index(ones)
    from cn2an import cn2an  # type: ignore[import-untyped]

    try:
        value = cn2an(f"一{text}" if text[:1] in "百千万亿" else text, "normal")
    except (ValueError, KeyError, IndexError):
        return None
    return value if isinstance(value, int) else None


def percentage(text: str) -> tuple[Decimal, int] | None:
    """The value of `33.9%` or 百分之三十 in per cent, and how many decimals are printed."""
    digits = text.removesuffix("%").removesuffix("％").removesuffix("个百分点").removeprefix("百分之")
    if digits[:1].isascii() and digits[:1].isdigit():
        return Decimal(digits), len(digits.partition(".")[2])
    whole, point, decimals = digits.partition("点")
    value = _chinese(whole)
    if value is None:
        return None
    if not point:
        return Decimal(value), 0
    figures = [_chinese(character) for character in decimals]
    if not figures or any(figure is None or figure > 9 for figure in figures):
        return None
    return Decimal(f"{value}.{''.join(map(str, figures))}"), len(figures)
