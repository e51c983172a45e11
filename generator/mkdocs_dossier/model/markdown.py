"""Text that is Markdown already, told apart from text that still has to be escaped."""

from __future__ import annotations


class Markdown(str):
    """Safe Markdown: made by `pages/markdown.py` or `pages/prose.py`, never by a user's text as it stands."""

    __slots__ = ()
