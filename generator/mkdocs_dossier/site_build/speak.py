"""Gives the theme its language: its templates, and its scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files

from mkdocs_dossier.pages.urls import WORDS_FILE
from mkdocs_dossier.site_build.generated_file import generated_file
from mkdocs_dossier.words.catalogue import ENGLISH, Words
from mkdocs_dossier.words.direction import direction
from mkdocs_dossier.words.html_words import html_calls

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


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


def add_script_words(files: Files, words: Words, config: MkDocsConfig) -> None:
    """Add what the theme's scripts say in another language than English."""
    if words.language == ENGLISH:
        return
    from mkdocs_dossier.export.script_words import script_words

    scripts = (file.content_string for file in files.javascript_files() if file.src_uri.startswith("js/"))
    files.append(generated_file(config, WORDS_FILE, script_words(words, scripts)))
