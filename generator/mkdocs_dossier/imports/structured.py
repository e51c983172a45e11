"""What a page says of itself in JSON-LD (schema.org): the object that is an article, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.imports.draft import Clue, Field
from mkdocs_dossier.imports.words import one_line

SOURCE = "the page's JSON-LD"

_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting "
    "SocialMediaPosting LiveBlogPosting Report TechArticle ScholarlyArticle AdvertiserContentArticle".split()
)
_LONGEST = 500_000
_OBJECTS = 1000
"""Characters of a script that are read; objects of it that are looked at."""


def structured_clues(scripts: tuple[str, ...]) -> Iterator[Clue]:
    """Yield what the first article in these scripts says of its fields."""
    objects = [item for script in scripts for item in _objects(script)]
    articles = [item for item in objects if _types(item) & _TYPES]
    if not articles:
        return
    article, by_id = articles[0], {str(item["@id"]): item for item in objects if "@id" in item and len(item) > 1}
    main = article.get("mainEntityOfPage")
    fields: tuple[tuple[Field, tuple[str, ...]], ...] = (
        ("title", _texts(article.get("headline"), by_id) or _texts(article.get("name"), by_id)),
        ("date", _texts(article.get("datePublished"), by_id) or _texts(article.get("dateCreated"), by_id)),
        ("outlet", _texts(article.get("publisher"), by_id)),
        ("authors", _texts(article.get("author"), by_id)),
        ("url", _texts(article.get("url"), by_id) or _addresses(main)),
        ("lang", _texts(article.get("inLanguage"), by_id)),
        ("summary", _texts(article.get("description"), by_id)),
    )
    yield from (Clue(name, values, SOURCE, given=True) for name, values in fields if values)


def _objects(script: str) -> list[dict[str, Any]]:
    """All objects in a script, outer ones first. Damaged JSON, or such as nests too deep, has none."""
    try:
        todo = [json.loads(script[:_LONGEST].strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    for item in todo:  # grows while it is read
        if len(todo) > _OBJECTS:
            break
        if isinstance(item, dict):
            found.append(item)
            todo += [value for value in item.values() if isinstance(value, dict | list)]
        elif isinstance(item, list):
            todo += [value for value in item if isinstance(value, dict | list)]
    return found


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    return {str(one).rpartition("/")[2] for one in (kind if isinstance(kind, list) else [kind])}


def _texts(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> tuple[str, ...]:
    """The texts that a value holds: a text, an object's name, or a list of either."""
    if isinstance(value, str):
        text = one_line(value)
        return (text,) if text else ()
    if isinstance(value, list) and depth == 0:
        return tuple(dict.fromkeys(text for item in value[:50] for text in _texts(item, by_id, depth + 1)))
    if isinstance(value, dict) and depth < 3:
        named = value.get("name") or value.get("@value")
        if named is None and str(value.get("@id")) in by_id:
            named = by_id[str(value["@id"])].get("name")
        return _texts(named, by_id, depth + 1) if isinstance(named, str | list) else ()
    return ()


def _addresses(value: Any) -> tuple[str, ...]:
    address = value.get("@id") if isinstance(value, dict) else value
    return (address.strip(),) if isinstance(address, str) and address.startswith("http") else ()
