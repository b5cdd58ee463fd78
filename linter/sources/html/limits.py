"""What a page may hold at most; each is many times what a published report has, and keeps memory below 300 MB."""

MAX_BYTES = 12_000_000
"""Pages with pictures inside reach some megabytes, those without stay below one."""

MAX_ITEMS = 300_000
"""Elements and pieces of text, hidden ones too; a page has some thousands."""

MAX_DEPTH = 600
"""Elements inside each other. Unclosed tags reach a hundred or two; time for an end tag grows with the depth."""

MAX_TABLES_DEEP = 40
"""Tables inside each other; a page laid out by tables has five."""

MAX_CELLS = 150_000
"""Cells of a page with the blank ones that cells reaching down leave in the rows below; a report has 300."""

MAX_TEXT = 2_000_000
"""Characters outside markup; a report has a twentieth of that."""
