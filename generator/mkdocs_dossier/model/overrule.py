"""What an article's `mentions:` says of a phrase: which actor, country or date it names, or that it names nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_dossier.model.edtf import EdtfError, parse_edtf
from mkdocs_dossier.model.mention import MentionKind


@dataclass(frozen=True, slots=True)
class Overrule:
    """What a phrase of `mentions:` means. Both fields are None if it names nothing."""

    phrase: str
    kind: MentionKind | None = None
    key: str | None = None


def read_overrule(phrase: str, value: str) -> Overrule:
    """Return what `value` means: `false`, two capitals for a country, an EDTF date, else an actor's id."""
    if value.lower() in ("false", "no"):
        return Overrule(phrase)
    if re.fullmatch(r"[A-Z]{2}", value):
        return Overrule(phrase, "country", value)
    if value[:1].isdigit() or value[:1] in ".-":
        try:
            return Overrule(phrase, "date", parse_edtf(value).text)
        except EdtfError:
            pass
    return Overrule(phrase, "actor", value)
