"""Values to YAML as the collection's strict reader takes it: every scalar is text, plain where that is sure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.edit import written
from mkdocs_dossier.imports.words import one_line


def scalar(text: str) -> str:
    """Return `text`, on one line, as YAML."""
    return written.scalar(one_line(text))


def comment(text: str) -> str:
    """Return a comment of one line."""
    return f"# {one_line(text)[:300]}"


def mapping(values: dict[str, Any], indent: int = 0) -> Iterator[str]:
    """Yield the lines of a mapping of texts, lists and mappings."""
    blank = " " * indent
    for key, value in values.items():
        if isinstance(value, dict):
            yield f"{blank}{key}:"
            yield from mapping(value, indent + 2)
        elif isinstance(value, list) and all(isinstance(item, str) for item in value):
            yield f"{blank}{key}: [{', '.join(map(scalar, value))}]"
        elif isinstance(value, list):
            yield f"{blank}{key}:"
            for item in value:
                yield from _item(item, indent + 2)
        else:
            yield f"{blank}{key}: {scalar(str(value))}"


def _item(item: Any, indent: int) -> Iterator[str]:
    blank = " " * indent
    if isinstance(item, dict):
        first, *rest = mapping(item, indent + 2)
        yield f"{blank}- {first.lstrip()}"
        yield from rest
    else:
        yield f"{blank}- {scalar(str(item))}"
