"""The mark at which a page written by hand shows figures of the collection."""

from __future__ import annotations

import re

from mkdocs_dossier.pages.markdown import escape

MARK = "<!-- dossier:home -->"
"""Where a hand-written page wants the figures of the collection: alone on its line."""

_CODE_OR_MARK = re.compile(
    rf"^(?P<fence>`{{3,}}|~{{3,}})[^\n]*\n.*?^(?P=fence)[ \t]*$|^(?P<mark>{re.escape(MARK)})[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
"""A block of code, which may show how to write the mark, or the mark itself."""


def home_text(name: str, description: str) -> str:
    """Return a home page for a site that has none: its name, its description, the mark."""
    parts = (f"# {escape(name)}", escape(description), MARK)
    return "\n\n".join(part for part in parts if part) + "\n"


def wants_home(text: str) -> bool:
    """Whether a page has the mark."""
    return any(found["mark"] for found in _CODE_OR_MARK.finditer(text))


def with_home(text: str, home: str) -> str:
    """Put `home` (Markdown) in place of the mark."""
    return _CODE_OR_MARK.sub(lambda found: home if found["mark"] else found[0], text)
