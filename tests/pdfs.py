"""PDF files put together by hand: pages of text and strokes, in points from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5

from linter.sources.composed import ComposedSource
from linter.sources.pdf import PdfOrigin, composed
from linter.sources.pdf.worker import answered

WIDTH, HEIGHT = 595, 842

_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000/W[1 95 500]>>]>>"
)
_IMAGE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\n"
    b"endstream"
)


def read_here(data: bytes) -> ComposedSource[PdfOrigin]:
    """The file as a source, without a child process: for tests of the layout, which need no protection."""
    return composed(answered(data)["pieces"], "a.pdf")  # type: ignore[arg-type]


def text(x: float, top: float, words: str, size: float = 10) -> str:
    """Words whose line begins at `x` and whose letters stand `top` points below the page's upper edge."""
    return f"BT /F {size} Tf {x} {HEIGHT - top - size} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def stroke(x0: float, top: float, x1: float, bottom: float) -> str:
    return f"{x0} {HEIGHT - top} m {x1} {HEIGHT - bottom} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All rulings of a table without merged cells."""
    rows = [stroke(xs[0], y, xs[-1], y) for y in ys]
    return "".join(rows + [stroke(x, ys[0], x, ys[-1]) for x in xs])


def table(xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]], size: float = 10) -> str:
    """A table with its text five points from the left of each cell; a line feed begins a new line of it."""
    drawn = [grid(xs, ys)]
    for y, row in zip(ys, rows, strict=False):
        for x, cell in zip(xs, row, strict=False):
            drawn += [text(x + 5, y + 3 + n * (size + 2), line, size) for n, line in enumerate(cell.split("\n"))]
    return "".join(drawn)


def picture(width: float = WIDTH, height: float = HEIGHT) -> str:
    return f"q {width} 0 0 {height} 0 0 cm /I Do Q\n"


def pdf(
    *pages: str | bytes, attributes: str = "", filters: str = "", trailer: bytes = b"", font: bytes = _FONT
) -> bytes:
    """A file of pages with these content streams; `attributes` are added to each page, `filters` to each stream."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font, _IMAGE]
    kids = []
    for page in pages:
        content = page if isinstance(page, bytes) else page.encode("latin-1")
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{attributes}/Contents {number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>>>".encode()
        )
        head = f"<</Length {len(content)}{filters}>>stream\n".encode()
        objects.append(head + content + b"\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>".encode()
    return assembled(objects, trailer)


def encrypted(password: bytes, *pages: str) -> bytes:
    """A file that opens with a password (RC4, 40 bits), which may be empty."""
    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    owner, rights = b"o" * 32, -4
    key = md5((password + padding)[:32] + owner + rights.to_bytes(4, "little", signed=True) + b"i" * 16).digest()[:5]
    lock = b"/Encrypt<</Filter/Standard/V 1/R 2/P %d/O<%b>/U<%b>>>/ID[<%b><%b>]" % (
        rights,
        *(one.hex().encode() for one in (owner, _rc4(key, padding), b"i" * 16, b"i" * 16)),
    )

    def locked(number: int, held: bytes) -> bytes:
        return _rc4(md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], held)

    font = _FONT
    for word in (b"Adobe", b"GB1"):
        font = font.replace(b"(%b)" % word, b"<%b>" % locked(3, word).hex().encode())
    contents = [locked(6 + 2 * n, page.encode()) for n, page in enumerate(pages)]
    return pdf(*contents, trailer=lock, font=font)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Numbered objects as a file, the first of them its catalog."""
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Root 1 0 R/Size %d%b>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)
