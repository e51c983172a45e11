"""The fields of records that hold inline Markdown, parsed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from mkdocs_dossier.model.prose import Prose
from mkdocs_dossier.model.records import Actor, Article, Country, Event
from mkdocs_dossier.read.prose import parse_prose


def parse_inline(records: Iterable[Mapping[str, Any]]) -> dict[str, Prose]:
    """Return the prose of each text in these records that is written in inline Markdown, by the text."""
    texts = dict.fromkeys(text for of_kind in records for record in of_kind.values() for text in _texts(record))
    return {text: _parsed(text) for text in texts}


def _texts(record: Actor | Event | Country | Article) -> tuple[str, ...]:
    relations = record.relations if isinstance(record, Actor) else ()
    summaries = (record.summary, *(relation.summary for relation in relations))
    return tuple(summary for summary in summaries if summary is not None)


@lru_cache(maxsize=1 << 14)
def _parsed(text: str) -> Prose:
    return parse_prose(text, title="-", title_place=(1, 1), first_line=1)
