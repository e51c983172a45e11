"""The texts of the theme's scripts in another language than English, as a script that is loaded before them.

The scripts name their texts in English: `_("Copy")`, `ngettext("%(num)s page", "%(num)s pages", number)`. What they
name is looked for in them, so that scripts which a user has put in the place of the theme's are served as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from mkdocs_dossier.export.script import data_script
from mkdocs_dossier.pages.say import months_in_dates
from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import N_

_KINDS = (N_("actor"), N_("country"), N_("date"), N_("event"), N_("article"))
"""What the full-text search finds; no script spells them out."""

_TEXT = r'("(?:[^"\\\n]|\\.)*")'
_CALL = re.compile(rf"\b(?:n?gettext|_)\(\s*{_TEXT}(?:\s*,\s*{_TEXT})?")
_RULE = re.compile(r"[n\d\s()?:!=<>&|%+*/-]+")
"""An expression that means in JavaScript what it means in C."""


def script_words(words: Words, scripts: Iterable[str]) -> str:
    """Return the script. It sets `dossierTexts`, the texts by their English, those with plural forms as a list of them;
    `dossierForm`, the function that gives the number of the form; `dossierMonths`, as they stand in dates.
    """
    texts: dict[str, str | list[str]] = {kind: words.gettext(kind) for kind in _KINDS}
    for one, many in sorted(named for script in scripts for named in texts_named(script)):
        texts[one] = [words.pattern(one, many, num) for num in words.plural_examples] if many else words.gettext(one)
    rule = words.plural_rule if _RULE.fullmatch(words.plural_rule) else "n != 1"
    return (
        data_script("dossierTexts", texts)
        + data_script("dossierMonths", months_in_dates(words))
        + f"globalThis.dossierForm=(n)=>+({rule});\n"
    )


def texts_named(script: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that a script names, each with its plural, which is empty where it has none."""
    for one, many in _CALL.findall(script):
        with suppress(ValueError):  # written as JSON has no texts
            yield json.loads(one), json.loads(many) if many else ""
