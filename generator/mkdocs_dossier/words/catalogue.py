"""The texts of the interface in one language.

English texts stand in the code and are their own keys, as gettext has it; `locale/LANG/LC_MESSAGES/dossier.mo` holds
what they are in another language. `make words` extracts the keys and compiles what translators wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"
ENGLISH = "en"

_FILE = Path("LC_MESSAGES", "dossier.mo")
_NUMBERS = 1000
"""Up to here every plural form of every language is needed."""


class NoSuchLanguage(ValueError):
    """There is no catalogue of a language; says which there are."""


class Words:
    """The texts in one language. There is one such object for each language, so that it can be a key of caches.

    language: BCP 47, as it was asked for.
    """

    __slots__ = ("_found", "language")

    def __init__(self, language: str, found: NullTranslations) -> None:
        self.language = language
        self._found = found

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """To another process goes the language alone."""
        return words_in, (self.language,)

    def gettext(self, message: str, /, **values: object) -> str:
        """Return a text. values: what stands for `%(name)s` in it."""
        text = self._found.gettext(message)
        return text % values if values else text

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Return a text of which English has one form for several meanings. context: says which is meant."""
        text = self._found.pgettext(context, message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> str:
        """Return the form of a text that goes with a number, which stands for `%(num)s`."""
        return self._found.ngettext(one, many, num) % {"num": num, **values}

    def npgettext(self, context: str, one: str, many: str, num: int, /, **values: object) -> str:
        """Return the form of such a text that goes with a number."""
        return self._found.npgettext(context, one, many, num) % {"num": num, **values}

    def pattern(self, one: str, many: str = "", num: int = 1, context: str = "") -> str:
        """Return a text before anything is put into it. many: empty for a text without plural forms."""
        if not many:
            return self._found.pgettext(context, one) if context else self._found.gettext(one)
        found = self._found
        return found.npgettext(context, one, many, num) if context else found.ngettext(one, many, num)

    def listed(self, items: Iterable[str]) -> str:
        """Return items as a list within a line; those that are empty are left out."""
        return self.gettext(", ").join(filter(None, items))

    def grouped(self, number: int) -> str:
        """Return a number, its thousands set off."""
        return f"{number:,}".replace(",", self.pgettext("between thousands", ","))

    @property
    def plural_rule(self) -> str:
        """What tells the number of a plural form, as catalogues say it: an expression of C in `n`."""
        rule = self._found.info().get("plural-forms", "")
        return rule.partition("plural=")[2].rstrip(" ;") or "n != 1"

    @property
    def plural_examples(self) -> tuple[int, ...]:
        """A number that takes the first plural form, one that takes the second, and so on."""
        form = getattr(self._found, "plural", lambda n: int(n != 1))
        first = {form(n): n for n in range(_NUMBERS, -1, -1)}
        return tuple(first[number] for number in sorted(first))


def languages() -> tuple[str, ...]:
    """Return the languages that there are, as BCP 47 tags, English first."""
    others = sorted(_tag(folder.name) for folder in LOCALES.glob("*") if (folder / _FILE).is_file())
    return (ENGLISH, *(tag for tag in others if tag != ENGLISH))


@cache
def words_in(language: str) -> Words:
    """Return the texts in a language (BCP 47); for `pt-BR` those of `pt` will do. Raises `NoSuchLanguage`."""
    known = {tag.lower(): tag for tag in languages()}
    parts = language.lower().replace("_", "-").split("-")
    for length in range(len(parts), 0, -1):
        tag = known.get("-".join(parts[:length]))
        if tag is not None:
            return Words(language, _read(tag))
    known_ones = ", ".join(f"'{tag}'" for tag in languages())
    raise NoSuchLanguage(f"there are no texts in the language '{language}'; expected one of {known_ones}")


def _read(tag: str) -> NullTranslations:
    file = LOCALES / tag.replace("-", "_") / _FILE
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as content:
        return GNUTranslations(content)


def _tag(folder: str) -> str:
    """`pt_BR` is the folder of `pt-BR`."""
    return folder.replace("_", "-")
