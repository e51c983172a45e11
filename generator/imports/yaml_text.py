"""Values to YAML as the collection's strict reader takes it: every scalar is text, plain where that is sure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.imports.words import one_line

_PLAIN = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\x9f:#]|:(?! |\Z)|(?<! )#)*")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}[~?%]?(?:T[\d:+-]+)?(?:/\d{4}(?:-\d\d){0,2}[~?%]?)?")
_OTHER_THINGS = re.compile(r"[\d.,:+_eE-]+|true|false|yes|no|on|off|null|y|n|0[xo][0-9a-f]+", re.IGNORECASE)
_IN_LIST = re.compile(r"[^\W_][\w .’-]*(?<! )")


def scalar(text: str) -> str:
    """Return `text`, on one line, as a YAML scalar that editors read as text too."""
    text = one_line(text)
    plain = _PLAIN.fullmatch(text) is not None and not text.endswith(" ")
    if plain and (_DATE.fullmatch(text) or not _OTHER_THINGS.fullmatch(text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def in_list(text: str) -> str:
    """Return `text` as it may stand in a list between brackets."""
    text = one_line(text)
    if _IN_LIST.fullmatch(text) and not _OTHER_THINGS.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


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
            yield f"{blank}{key}: [{', '.join(map(in_list, value))}]"
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
