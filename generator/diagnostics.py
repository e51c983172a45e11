"""What is wrong with the input, and where. Values only: stages return them, the two doors print them.

`CODES` names every diagnostic there is; the manual has a section on each (`docs/diagnostics.md`, held by a test).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


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
class Diagnostic:
    """One problem found in the input. `hint` says how to go on; `related` names other places that matter."""

    place: Place
    code: str
    message: str
    hint: str = ""
    related: tuple[tuple[Place, str], ...] = ()

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
    "unexpected-file": WARNING,
    # YAML and front matter
    "yaml-syntax": ERROR,
    "yaml-feature": ERROR,
    "yaml-depth": ERROR,
    "yaml-size": ERROR,
    "duplicate-key": ERROR,
    "front-matter": ERROR,
    "heavy-markdown": WARNING,
    # fields
    "unknown-key": ERROR,
    "missing-key": ERROR,
    "bad-value": ERROR,
    "bad-date": ERROR,
    "bad-status": ERROR,
    "bad-link": ERROR,
    # references
    "unknown-actor": ERROR,
    "unknown-article": ERROR,
    "unknown-event": ERROR,
    "unknown-country": ERROR,
    "private-reference": WARNING,
    "quote-not-found": ERROR,
    # linking
    "ambiguous-name": WARNING,
    "unused-overrule": WARNING,
    "unknown-reference": WARNING,
    # templates
    "bad-template": ERROR,
}
"""Every code with its severity."""


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics sorted by place, each once."""
    return tuple(sorted(set(diagnostics)))


def has_errors(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Whether there is an error among them, or with `strict` anything at all."""
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)


Plain = list[Any]


def as_plain(p: Diagnostic) -> Plain:
    """Return a diagnostic as lists of texts and numbers, to be kept in a file."""
    return [_plain(p.place), p.code, p.message, p.hint, [[_plain(at), text] for at, text in p.related]]


def from_plain(plain: Plain) -> Diagnostic:
    """Return what `as_plain` was given."""
    place, code, message, hint, related = plain
    return Diagnostic(Place(*place), code, message, hint, tuple((Place(*at), text) for at, text in related))


def _plain(place: Place) -> Plain:
    return [place.path, place.line, place.column]


def as_text(diagnostic: Diagnostic) -> str:
    """`data/actors.yml:14:11: error[unknown-key] unknown key 'alises' (did you mean 'aliases'?)`"""
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    head = f"{diagnostic.place}: {diagnostic.severity}[{diagnostic.code}] {diagnostic.message}{hint}"
    return "\n".join([head, *(f"    {place}: {message}" for place, message in diagnostic.related)])


def as_json(diagnostic: Diagnostic) -> str:
    """One JSON object on one line."""
    value = asdict(diagnostic) | {"severity": diagnostic.severity}
    value["related"] = [{"place": asdict(place), "message": text} for place, text in diagnostic.related]
    return json.dumps(value, ensure_ascii=False)


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command that GitHub shows beside the line."""
    place = diagnostic.place
    where = ",".join(
        f"{name}={_property(str(value))}"
        for name, value in (
            ("file", place.path),
            ("line", place.line),
            ("col", place.column),
            ("title", diagnostic.code),
        )
    )
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"::{diagnostic.severity} {where}::{_data(diagnostic.message + hint)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github}
