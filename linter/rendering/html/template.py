"""The page's templates, and what they are filled with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup, escape

from linter import __version__
from linter.patterns import compiled
from linter.rendering.html.drawing import Drawing
from linter.rendering.html.keeping import TemplateCache
from linter.rendering.html.safety import Harmless, harmless, inline_script, inline_style, policy
from linter.rendering.html.wording import Wording

if TYPE_CHECKING:
    from linter.rendering.html.overview import Overview
    from linter.rendering.html.view import ReportView
    from linter.rendering.html.whatif import WhatIf
    from linter.rendering.interface import Manner

_FOLDER = Path(__file__).parent / "templates"
_HAN = compiled(r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef]+")


class Pages:
    """Fills the templates in one language."""

    def __init__(self, manner: Manner) -> None:
        self._manner = manner
        self._utf8 = manner.screen.encoding.lower() in ("utf-8", "utf8", "utf_8")
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_FOLDER),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            finalize=harmless,
            auto_reload=False,
            bytecode_cache=TemplateCache(),
        )
        self._words = Wording(manner)
        self._environment.globals.update(
            say=manner.say, lang=manner.lang, html_lang=manner.say("zh-Hans", "en"), words=self._words
        )
        self._environment.filters |= {"quoted": self._quoted, "sentence": _sentence}
        self._report = self._environment.get_template("report.html.j2")

    def report(self, view: ReportView) -> Harmless:
        """One report's section of the page."""
        drawing = Drawing(view, self._manner, self._words)
        return Harmless(self._report.render(view=view, drawing=drawing))  # its template has escaped it

    def page(self, run: Overview, whatif: WhatIf) -> str:
        """The whole page. On a screen that is not UTF-8 it is written in ASCII."""
        styles = [inline_style(text) for text in (_asset("style.css"), *whatif.styles)]
        scripts = [inline_script(text) for text in (_asset("page.js"), *whatif.scripts)]
        text = self._environment.get_template("page.html.j2").render(
            run=run,
            styles=list(map(Harmless, styles)),
            scripts=list(map(Harmless, scripts)),
            policy=policy(styles, scripts),
            version=__version__,
        )
        return text if self._utf8 else text.encode("ascii", "xmlcharrefreplace").decode()

    def _quoted(self, text: object) -> Markup:
        """Words of a report: on a page in English, Chinese is marked as such."""
        plain = str(text)
        if self._manner.lang != "en" or plain.isascii():
            return escape(plain)
        marked, end = Markup(), 0
        for match in _HAN.finditer(plain):
            marked += escape(plain[end : match.start()]) + Markup('<span lang="zh-Hans">%s</span>') % match[0]
            end = match.end()
        return marked + escape(plain[end:])


def _sentence(text: str) -> str:
    """A message that stands alone begins with a capital; in Chinese this changes nothing."""
    return text[:1].upper() + text[1:]


def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
