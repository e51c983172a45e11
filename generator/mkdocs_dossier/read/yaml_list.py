"""Reads a YAML file that maps ids to records, so that after one of them was edited no other is parsed again.

The text is cut above each line that begins a record. Pieces that stood there the last time are known, and others are
parsed by themselves. Where that could give anything else than parsing the whole, down to the message for what is
wrong, the whole is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import NamedTuple

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.read.yaml_limits import MAX_RECORDS
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, is_repeated, parse_yaml

_LINE_WITH_NO_INDENT = re.compile(r"(?<!\n)\n++(?=[^ \n#])")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,199}:(?=[ \n]|\Z)")


class ListEntry(NamedTuple):
    """A record of a list.

    Attributes:
        below: By how many lines it stands further down now than `key` and `tree` say.
        damaged: A key stands twice in it.
    """

    key: Scalar
    tree: Node
    below: int = 0
    damaged: bool = False


Pieces = dict[str, ListEntry]
"""The records by their texts."""


@dataclass(frozen=True, slots=True)
class ParsedList:
    """A list file as it was parsed.

    Attributes:
        entries: None if the file is no mapping; `root` is what it is then.
        pieces: The parts of the text, for when the file is parsed again.
    """

    entries: tuple[ListEntry, ...] | None
    root: Node | None
    problems: tuple[Diagnostic, ...]
    pieces: Pieces


def parse_list(text: str, path: str, pieces: Pieces) -> ParsedList:
    """Return the records that `text` lists.

    Args:
        pieces: Of the last time; what stands there is not parsed again.
    """
    cut = _cut(text)
    if len(cut) > MAX_RECORDS + 1:
        return ParsedList(None, None, (_too_many(cut, path),), pieces)
    if pieces and (known := _known(cut, path, pieces)) is not None:
        return ParsedList(tuple(known.values()), None, (), known)
    root, problems = parse_yaml(text, path, records=True)
    if not isinstance(root, Mapping):
        return ParsedList(None, root, problems, pieces)
    entries = tuple(
        ListEntry(root.keys[id], tree, damaged=bool(problems) and is_repeated(tree)) for id, tree in root.items.items()
    )
    new = dict(zip(cut[1:], entries, strict=True)) if not problems and _agree(cut, entries) else pieces
    return ParsedList(entries, root, problems, new)


def _cut(text: str) -> list[str]:
    """Return what stands before the first line that has no indent, and what from each such line to the next.

    Where there are more of them than a file may hold, the last piece is the rest.
    """
    starts = [match.end() for match in islice(_LINE_WITH_NO_INDENT.finditer(text), MAX_RECORDS + 1)]
    if text[:1] not in (" ", "\n", "#"):
        starts.insert(0, 0)
    return [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]


def _too_many(cut: list[str], path: str) -> Diagnostic:
    place = Place(path, 1 + sum(piece.count("\n") for piece in cut[: MAX_RECORDS + 1]))
    return Diagnostic(place, "yaml-size", f"more than {MAX_RECORDS:,} records in a file", "split the file")


def _lines(cut: list[str]) -> list[int]:
    """Return the 1-based lines on which the records begin."""
    return list(accumulate((piece.count("\n") for piece in cut[:-1]), initial=1))[1:]


def _agree(cut: list[str], entries: tuple[ListEntry, ...]) -> bool:
    """Tell whether the records of the whole begin where the text was cut."""
    places = [(entry.key.line, entry.key.column) for entry in entries]
    return all(map(_ID.match, cut[1:])) and places == [(line, 1) for line in _lines(cut)]


def _known(cut: list[str], path: str, pieces: Pieces) -> Pieces | None:
    """Return the record of each piece; None where one is more or less than a record, or has something wrong with it."""
    if parse_yaml(cut[0], path) != (None, ()):
        return None
    known: Pieces = {}
    for text, line in zip(cut[1:], _lines(cut), strict=True):
        entry = pieces.get(text) or _parse_piece(text, path)
        if entry is None:
            return None
        below = line - entry.key.line
        known[text] = entry if entry.below == below else ListEntry(entry.key, entry.tree, below)
    ids = {entry.key.value for entry in known.values()}
    return known if known and len(ids) == len(cut) - 1 else None


def _parse_piece(text: str, path: str) -> ListEntry | None:
    if "\r" in text or _ID.match(text) is None:
        return None
    node, problems = parse_yaml(text, path, records=True)
    if problems or not isinstance(node, Mapping) or len(node.keys) != 1:
        return None
    ((id, key),) = node.keys.items()
    return ListEntry(key, node.items[id])
