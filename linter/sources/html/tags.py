"""Kinds of HTML elements, as browsers lay them out."""

RAW = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
"""What stands in these is no markup."""

_PARTS_OF_FORMS = frozenset({"select", "datalist", "button"})
_PICTURES = frozenset({"object", "applet", "audio", "video", "canvas", "map", "svg", "math"})

_STRUCK = frozenset({"del", "s", "strike"})

DROPPED = RAW | _PARTS_OF_FORMS | _PICTURES | _STRUCK | {"template", "noscript", "rp"}
"""Nobody reads these as text of the page, or as text that still holds."""

OBJECTS = frozenset({"img", "input", "select", "object", "canvas", "svg"})
"""A cell with nothing but one of these is not blank."""

CELLS = frozenset({"td", "th"})
ROW_GROUPS = frozenset({"thead", "tbody", "tfoot"})
HEADINGS = frozenset({"h1", "h2"})
LISTS = frozenset({"ul", "ol", "li", "dl", "dt", "dd", "dir", "menu"})

BLOCKS = (
    CELLS
    | ROW_GROUPS
    | HEADINGS
    | LISTS
    | {"address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "listing"}
    | {"main", "marquee", "nav", "p", "pre", "search", "section", "summary", "table", "tr"}
)
"""What stands in these begins and ends a line."""

PRE = frozenset({"pre", "listing"})
RAISED = frozenset({"sup", "sub"})
"""A note's number beside a figure must not become a part of it."""
