"""The gettext calls of templates that write Markdown, and their lists.

What a call gives is escaped like any value: a text when the template writes it, and where Markdown or links stand
among its values, the parts around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mkdocs_dossier.model.lines import Link
from mkdocs_dossier.model.markdown import Markdown
from mkdocs_dossier.pages.markdown import code_span, escape_within, with_values
from mkdocs_dossier.words.catalogue import Words

Write = Callable[[Any], str]
"""Gives what a template writes for a value."""


def markdown_calls(words: Words, write: Write) -> Mapping[str, Callable[..., str]]:
    """Return what templates call, by name."""

    def gettext(message: str, /, **values: Any) -> str:
        return _with(words.gettext(message), values, write) if values else words.gettext(message)

    def pgettext(context: str, message: str, /, **values: Any) -> str:
        text = words.pgettext(context, message)
        return _with(text, values, write) if values else text

    def ngettext(one: str, many: str, num: int, /, **values: Any) -> str:
        if not values:
            return words.ngettext(one, many, num)
        return _with(words.pattern(one, many, num), {"num": num, **values}, write)

    def npgettext(context: str, one: str, many: str, num: int, /, **values: Any) -> str:
        if not values:
            return words.npgettext(context, one, many, num)
        return _with(words.pattern(one, many, num, context), {"num": num, **values}, write)

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext, "npgettext": npgettext}


def listed(values: Iterable[Any], words: Words, write: Write) -> Markdown:
    """Return values as a list within a line, in the manner of the language; those that are empty are left out."""
    return Markdown(escape_within(words.gettext(", ")).join([write(value) for value in values if value != ""]))


_PLAIN_CODE = re.compile(r"[A-Za-z0-9]+(?:[ -]+[A-Za-z0-9]+)*|--[a-z]+")


def as_code(value: Any) -> Markdown:
    """Return a value as inline code: between backticks where nothing in it could mean anything there."""
    text = str(value)
    return Markdown(f"`{text}`" if _PLAIN_CODE.fullmatch(text) else code_span(text))


def _with(text: str, values: Mapping[str, Any], write: Write) -> str:
    if any(isinstance(value, Markdown | Link) for value in values.values()):
        return Markdown(with_values(text, {name: write(value) for name, value in values.items()}))
    return text % values
