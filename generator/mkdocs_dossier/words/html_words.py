"""The gettext calls of templates that write HTML. The only importer of markupsafe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from mkdocs_dossier.words.catalogue import Words


def html_calls(words: Words) -> Mapping[str, Callable[..., Markup]]:
    """Return what templates call, by name. Texts and values are escaped, but for those that are HTML already."""

    @lru_cache(maxsize=1 << 10)
    def pattern(one: str, many: str = "", num: int = 1, context: str = "") -> Markup:
        return escape(words.pattern(one, many, num, context))

    def gettext(message: str, /, **values: object) -> Markup:
        text = pattern(message)
        return text % values if values else text

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        text = pattern(message, context=context)
        return text % values if values else text

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        return pattern(one, many, num) % {"num": num, **values}

    def npgettext(context: str, one: str, many: str, num: int, /, **values: object) -> Markup:
        return pattern(one, many, num, context) % {"num": num, **values}

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext, "npgettext": npgettext}
