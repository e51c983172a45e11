"""One input as a reader gets it, and what a reader gives back: articles to be, and what was not taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs_dossier.imports.decode import decoded
from mkdocs_dossier.imports.draft import Draft, Refusal


@dataclass(frozen=True, slots=True)
class Reading:
    """How the user wants inputs to be read.

    encoding: a label in place of what files declare. recipients: also who a mail went to. people: also the authors in
    the properties of documents. fields: our names of fields by those that front matter has, in lower case.
    """

    encoding: str = ""
    recipients: bool = False
    people: bool = False
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportSource:
    """content: the bytes of a file. name: its name, of which the ending counts."""

    content: bytes
    name: str
    reading: Reading = Reading()


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something in an input that became no part of an article. where: in the input, empty for the whole."""

    what: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" if self.where else self.what


@dataclass(frozen=True, slots=True)
class Found:
    """What is in an input. Drafts of an input of many have names of their own."""

    drafts: tuple[Draft, ...]
    not_taken: tuple[NotTaken, ...] = ()


def only(draft: Draft | Refusal, *not_taken: NotTaken) -> Found | Refusal:
    """Return what an input of one article gives."""
    return draft if isinstance(draft, Refusal) else Found((draft,), not_taken)


def text_of(source: ImportSource, *, declares: bool = False, told: str = "") -> tuple[str, tuple[NotTaken, ...]]:
    """Return the text of an input, and a note where bytes of it are none. See `decoded`."""
    found = decoded(source.content, declares=declares, told=told, forced=source.reading.encoding)
    return found.text, ((NotTaken(found.warning),) if found.warning else ())
