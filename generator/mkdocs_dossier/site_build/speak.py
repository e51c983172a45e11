"""Gives the theme's templates their language."""

from __future__ import annotations

from typing import Any

from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.direction import direction
from mkdocs_dossier.words.html_words import html_calls


def speak(env: Any, words: Words, named: str) -> None:
    """Let the templates of `env` (of Jinja) call gettext. named: the language, if `mkdocs.yml` names one.

    Where it names none, the texts are English, and the pages are said to be in the language of the theme's own setting.
    """
    env.globals |= html_calls(words)
    env.globals |= {
        "dossier_language": words.language,
        "dossier_direction": direction(words.language),
        "dossier_named_language": named,
    }
