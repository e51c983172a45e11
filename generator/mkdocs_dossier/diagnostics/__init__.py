"""What is wrong with the input, and where. Values only: stages return them, the two doors print them.

`CODES` names every diagnostic there is; the manual has a section on each (`docs/manual/diagnostics.md`, held by a
test).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from mkdocs_dossier.diagnostics.visible import json_line, visible


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in an input file: project-relative POSIX path, 1-based line and column (code points)."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class About:
    """A record that matters to a diagnostic: what it has to do with it, and which of its names is meant, if one is."""

    kind: str
    id: str
    says: str
    name: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem found in the input. `hint` says how to go on; `related` names other places that matter.

    Attributes:
        about: Records whose places are not known yet where the problem is found; in the end they are in `related`.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    about: tuple[About, ...] = ()

    @property
    def severity(self) -> Severity:
        return CODES[self.code]


ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES: dict[str, Severity] = {
    # files
    "no-data": ERROR,
    "unreadable-file": ERROR,
    "outside-data": ERROR,
    "too-big": ERROR,
    "encoding": ERROR,
    "empty-file": ERROR,
    "bad-id": ERROR,
    "duplicate-id": ERROR,
    "duplicate-name": WARNING,
    "unexpected-file": WARNING,
    # YAML and front matter
    "yaml-syntax": ERROR,
    "yaml-feature": ERROR,
    "yaml-depth": ERROR,
    "yaml-size": ERROR,
    "duplicate-key": ERROR,
    "front-matter": ERROR,
    "heavy-text": WARNING,
    # fields
    "unknown-key": ERROR,
    "missing-key": ERROR,
    "bad-value": ERROR,
    "bad-date": ERROR,
    "bad-status": ERROR,
    "curly-quotes": WARNING,
    "bad-link": ERROR,
    # references
    "unknown-actor": ERROR,
    "unknown-article": ERROR,
    "unknown-event": ERROR,
    "unknown-country": ERROR,
    "private-reference": WARNING,
    "former-id": ERROR,
    "quote-not-found": ERROR,
    # linking
    "ambiguous-name": WARNING,
    "look-alike-name": WARNING,
    "unused-overrule": WARNING,
    "unknown-reference": WARNING,
    # pictures
    "unknown-picture": WARNING,
    "bad-picture": WARNING,
    # templates
    "bad-template": ERROR,
    # what MkDocs says, under `mkdocs serve`
    "site-error": ERROR,
    "site-warning": WARNING,
}
"""Every code with its severity."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by place, each once."""
    return tuple(sorted(set(diagnostics)))


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Tell whether there is an error among them, or with `strict` anything at all."""
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)


PlainDiagnostic = list[Any]


def as_plain(p: Diagnostic) -> PlainDiagnostic:
    """Return a diagnostic as lists of texts and numbers, to be kept in a file."""
    about = [[one.kind, one.id, one.says, one.name] for one in p.about]
    return [_plain(p.place), p.code, p.message, p.hint, [[_plain(at), text] for at, text in p.related], about]


def from_plain(plain: PlainDiagnostic) -> Diagnostic:
    """Return what `as_plain` was given."""
    place, code, message, hint, related, about = plain
    others = tuple((Place(*at), text) for at, text in related)
    return Diagnostic(Place(*place), code, message, hint, others, tuple(About(*one) for one in about))


def _plain(place: Place) -> PlainDiagnostic:
    return [place.path, place.line, place.column]


def as_text(diagnostic: Diagnostic) -> str:
    """`data/actors.yml:14:11: error[unknown-key] unknown key 'alises' (did you mean 'aliases'?)`"""
    return "\n".join([head(diagnostic), *(f"    {related_head(*one)}" for one in diagnostic.related)])


def head(diagnostic: Diagnostic) -> str:
    """Return the line that says everything but the related places."""
    text = f"{diagnostic.place}: {diagnostic.severity}[{diagnostic.code}] {_said(diagnostic)}"
    return visible(text)


def related_head(place: Place, says: str) -> str:
    """Return the line on a related place."""
    return visible(f"{place}: {says}")


def _said(diagnostic: Diagnostic) -> str:
    return diagnostic.message + (f" ({diagnostic.hint})" if diagnostic.hint else "")


def as_json(diagnostic: Diagnostic) -> str:
    """One JSON object on one line: code, severity, message, hint, place and related places."""
    value = asdict(diagnostic) | {"severity": diagnostic.severity}
    value["related"] = [{"place": asdict(place), "message": text} for place, text in diagnostic.related]
    del value["about"]
    return json_line(value)


def as_github(diagnostic: Diagnostic) -> str:
    """Return a workflow command that GitHub shows beside the line. It has no room for other places but the text."""
    place = diagnostic.place
    where = ",".join(
        f"{name}={_property(value)}"
        for name, value in (
            ("file", place.path),
            ("line", str(place.line)),
            ("col", str(place.column)),
            ("title", diagnostic.code),
        )
    )
    lines = [_said(diagnostic), *(f"{at}: {says}" for at, says in diagnostic.related)]
    return f"::{diagnostic.severity} {where}::" + "%0A".join(map(_data, lines))


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
