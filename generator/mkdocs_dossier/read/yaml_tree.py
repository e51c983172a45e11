"""Strict YAML with positions: every scalar is text, and what could surprise is refused.

The checks run on the event stream, before anything is composed: PyYAML's C composer recurses, and deep nesting
would end the process.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.yaml_limits import (
    MAX_DEPTH,
    MAX_ITEMS,
    MAX_KEYS,
    MAX_RECORDS,
    MAX_REPEATED,
    MAX_TEXT,
    MAX_VALUES,
)
from mkdocs_dossier.read.yaml_slips import find_slip

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BREAKS = "\x85\u2028\u2029"
_LOADER: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]


class Scalar(NamedTuple):
    """A text and its place (1-based line and column). `empty`: nothing was written, not even quotes. There are many: a
    tuple is made three times as fast as a frozen dataclass.

    Attributes:
        end_line, end_column: The place behind its last character, quotes and all; 0 if it stands in no YAML.
    """

    value: str
    line: int
    column: int
    empty: bool = False
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Sequence:
    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping of the tree.

    Attributes:
        repeated: Keys that stand here more than once; the first value is kept.
    """

    line: int
    column: int
    items: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    repeated: list[Scalar] = field(default_factory=list)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """Carries the diagnostic of the first thing in the stream that is not allowed."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def parse_yaml(
    text: str, path: str, *, first_line: int = 1, records: bool = False
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the tree that `text` writes, or None and why not.

    Args:
        first_line: Where `text` begins in its file.
        records: It maps ids to records, so there may be many.
    """
    if (unseen := _UNSEEN.search(text)) is not None:
        return None, (_unseen(unseen, path, first_line),)
    if text.startswith("%") or "\n%" in text:
        return None, (_directive(text, path, first_line),)
    builder = _Builder(path, first_line, records)
    try:
        # To YAML these end a line; to an editor, by which the user looks for a place, they do not.
        next_event = _LOADER(_without_breaks(text)).get_event
        while (event := next_event()) is not None:
            builder.take(event)
    except _Refused as refused:
        return None, (*builder.problems, refused.diagnostic)
    except yaml.YAMLError as error:
        return None, (_syntax(error, path, first_line, text),)
    return builder.root, tuple(builder.problems)


def _without_breaks(text: str) -> str:
    """Make blanks of what ends a line to YAML alone."""
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    return text


class _Builder:
    """Takes events one by one; holds the open collections as a stack."""

    def __init__(self, path: str, first_line: int, records: bool) -> None:
        self.path, self.shift, self._records = path, first_line, records
        self.root: Node | None = None
        self.problems: list[Diagnostic] = []
        self._open: list[tuple[Sequence | Mapping, list[Scalar | None]]] = []
        self._documents = 0
        self._values = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                raise self._feature(event)
            value, mark, end = event.value, event.start_mark, event.end_mark
            if len(value) > MAX_TEXT:
                raise self._refused(event, "yaml-size", f"a text of more than {MAX_TEXT:,} characters", "shorten it")
            empty = value == "" and event.style in (None, "")
            line = mark.line + self.shift
            end_line = line if end.line == mark.line else end.line + self.shift
            self._add(Scalar(value, line, mark.column + 1, empty, end_line, end.column + 1))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
        elif kind is yaml.AliasEvent:
            raise self._refused(event, "yaml-feature", "aliases (*name) are not allowed", "write the value out")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise self._refused(event, "yaml-feature", "a second document begins here", "remove the line '---'")

    def _start(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            raise self._feature(event)
        if len(self._open) >= MAX_DEPTH:
            raise self._refused(event, "yaml-depth", f"nested deeper than {MAX_DEPTH} levels", "make it flatter")
        line, column = self._at(event)
        node = (Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence)(line, column)
        self._add(node)
        self._open.append((node, [None]))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        self._values += 1
        if self._values > MAX_VALUES:
            raise self._at_node(node, f"more than {MAX_VALUES:,} values in one record", "split it")
        parent, pending = self._open[-1]
        if isinstance(parent, Sequence):
            if len(parent.items) >= MAX_ITEMS:
                raise self._at_node(node, f"more than {MAX_ITEMS:,} items in a list", "shorten it")
            parent.items.append(node)
        elif pending[0] is None:
            pending[0] = self._key(node, parent)
        else:
            self._set(parent, pending[0], node)
            pending[0] = None

    def _key(self, node: Node, parent: Mapping) -> Scalar:
        if not isinstance(node, Scalar):
            place = Place(self.path, node.line, node.column)
            raise _Refused(Diagnostic(place, "yaml-feature", "a key must be a text", "write 'key: value'"))
        if node.value == "<<":
            place = Place(self.path, node.line, node.column)
            raise _Refused(Diagnostic(place, "yaml-feature", "merge keys (<<) are not allowed", "write the keys out"))
        if self._records and len(self._open) == 1:
            self._values = 0
            if len(parent.items) >= MAX_RECORDS:
                raise self._at_node(node, f"more than {MAX_RECORDS:,} records in a file", "split the file")
        elif len(parent.items) >= MAX_KEYS:
            raise self._at_node(node, f"more than {MAX_KEYS:,} keys in a mapping", "shorten it")
        return node

    def _set(self, parent: Mapping, key: Scalar, node: Node) -> None:
        if key.value in parent.items:
            first = parent.keys[key.value]
            parent.repeated.append(key)
            if len(self.problems) >= MAX_REPEATED:
                raise self._at_node(key, f"more than {MAX_REPEATED} keys stand here twice", "keep one of each")
            self.problems.append(
                Diagnostic(
                    Place(self.path, key.line, key.column),
                    "duplicate-key",
                    "this key stands here twice",
                    "keep one of the two",
                    ((Place(self.path, first.line, first.column), "first used here"),),
                )
            )
            return
        parent.items[key.value] = node
        parent.keys[key.value] = key

    def _feature(self, event: Any) -> _Refused:
        if event.anchor is not None:
            return self._refused(event, "yaml-feature", "anchors (&name) are not allowed", "write the value out")
        return self._refused(event, "yaml-feature", "tags (!name) are not allowed", "quote a text that begins with '!'")

    def _at_node(self, node: Node, message: str, hint: str) -> _Refused:
        return _Refused(Diagnostic(Place(self.path, node.line, node.column), "yaml-size", message, hint))

    def _refused(self, event: Any, code: str, message: str, hint: str) -> _Refused:
        return _Refused(Diagnostic(Place(self.path, *self._at(event)), code, message, hint))

    def _at(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self.shift, event.start_mark.column + 1


_HINTS = (
    ("mapping values are not allowed", "put quotes around a text that contains ': '"),
    ("found character '\\t'", "indent with spaces, not with tabs"),
    ("that cannot start any token", "put quotes around a text that begins with this character"),
    ("could not find expected ':'", "a key is followed by ': '"),
    ("did not find expected key", "check the indentation, and the quotes of the lines above"),
    ("did not find expected ',' or", "close the list with ']' or the mapping with '}'"),
    ("found unexpected end of stream", "a quote or bracket is not closed"),
)


def _syntax(error: yaml.YAMLError, path: str, first_line: int, text: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = error.context_mark if isinstance(error, yaml.MarkedYAMLError) and _is_open_quote(error) else None
    if opened is not None:
        place = Place(path, opened.line + first_line, opened.column + 1)
        return Diagnostic(place, "yaml-syntax", "this quote is not closed", "close it, or leave it out")
    slip = find_slip(text, line + 1, _error_line)
    if slip is not None:
        place = Place(path, slip.line + first_line - 1, slip.column)
        return Diagnostic(place, "yaml-syntax", slip.message, slip.hint)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML")
    hint = next((hint for part, hint in _HINTS if part in problem), "check quotes, colons and indentation")
    return Diagnostic(Place(path, line + first_line, column + 1), "yaml-syntax", problem, hint)


def _is_open_quote(error: yaml.MarkedYAMLError) -> bool:
    return "quoted scalar" in str(error.context) and "end of stream" in str(error.problem)


def _error_line(text: str) -> int | None:
    """Return the line of the first syntax error (1-based), or None."""
    next_event = _LOADER(_without_breaks(text)).get_event
    try:
        while next_event() is not None:
            pass
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        return mark.line + 1 if mark else 1
    return None


def _unseen(found: re.Match[str], path: str, first_line: int) -> Diagnostic:
    before = found.string[: found.start()]
    place = Place(path, first_line + before.count("\n"), found.start() - before.rfind("\n"))
    code = f"U+{ord(found[0]):04X}"
    return Diagnostic(place, "yaml-syntax", f"the character {code} cannot be seen", "remove it")


def _directive(text: str, path: str, first_line: int) -> Diagnostic:
    """For `%YAML` and `%TAG`: libyaml takes the square of their number for the latter."""
    line = first_line if text.startswith("%") else first_line + text.count("\n", 0, text.index("\n%")) + 1
    hint = "remove this line; a text that begins with '%' is indented"
    return Diagnostic(Place(path, line), "yaml-feature", "directives (%NAME) are not allowed", hint)


def is_repeated(node: Node) -> bool:
    """Tell whether a key stands twice anywhere in the tree."""
    if isinstance(node, Mapping):
        return bool(node.repeated) or any(is_repeated(item) for item in node.items.values())
    return isinstance(node, Sequence) and any(is_repeated(item) for item in node.items)


def plain(node: Node) -> Any:
    """Return the tree as plain texts, lists and mappings. Keys with nothing written after them are left out."""
    if isinstance(node, Scalar):
        return None if node.empty else node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: value for key, item in node.items.items() if (value := plain(item)) is not None}
