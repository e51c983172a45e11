"""The language of the interface, as an option of the plugin."""

from __future__ import annotations

from mkdocs.config.base import ValidationError
from mkdocs.config.config_options import Type

from mkdocs_dossier.words.catalogue import NoSuchLanguage, words_in


class Language(Type[str]):
    """A language that there is a catalogue of, as a BCP 47 tag."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        language = super().run_validation(value)
        try:
            words_in(language)
        except NoSuchLanguage as error:
            raise ValidationError(str(error)) from error
        return language
