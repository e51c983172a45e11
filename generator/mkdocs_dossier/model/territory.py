"""A country as the built-in table knows it: ISO 3166-1 alpha-2 code, names by language, demonyms, capitals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or another territory, with all names by which texts may call it.

    Attributes:
        names, capitals: By BCP 47 language.
        demonyms: English ones, as `Syrian`.
        prefixes: What stands for the demonym before a hyphen: `Franco` of `Franco-German`.
        weak: Names and demonyms that count only beside a stronger mention of the same country.
        hidden: Phrases that hide a match inside them, as "South China Sea".
        aliases: From the user's `countries.yml`, in any language.
        latitude, longitude: Degrees, of its capital or centre.
    """

    code: str
    name: str
    names: dict[str, tuple[str, ...]]
    official: str = ""
    demonyms: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capitals: dict[str, tuple[str, ...]] | None = None
    weak: frozenset[str] = frozenset()
    hidden: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    summary: str = ""
    latitude: float | None = None
    longitude: float | None = None
    own: bool = False
    """Whether the user's `countries.yml` added it."""
    source: str = ""
    """The user's file that says something of it, relative to the project."""

    @property
    def flag(self) -> str:
        """The flag as two regional indicator letters; empty for codes that are not two letters."""
        if len(self.code) != 2 or not self.code.isalpha() or self.own:
            return ""
        return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in self.code)
