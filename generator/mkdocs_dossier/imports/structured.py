"""What a page says of itself in JSON-LD (schema.org): the object that is an article, wherever it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from mkdocs_dossier.imports.draft import Clue, Field
from mkdocs_dossier.imports.words import one_line

SOURCE = "the page's JSON-LD"

_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle BlogPosting "
    "SocialMediaPosting LiveBlogPosting Report TechArticle ScholarlyArticle AdvertiserContentArticle".split()
)
_PAGES = frozenset("WebPage MedicalWebPage AboutPage ItemPage QAPage ProfilePage CollectionPage VideoObject".split())
"""What may have the day of publication where no article is described."""

_WRAPPED = re.compile(r"\A\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*\Z")
_COMMA = re.compile(r",(?=\s*[}\]])")
_LONGEST = 500_000
_OBJECTS = 1000
"""Characters of a script that are read; objects of it that are looked at."""


def structured_clues(scripts: tuple[str, ...], heading: str = "") -> Iterator[Clue]:
    """Yield what the first article in these scripts says of its fields, and the page where that has a date.

    heading: the page's first, which tells the title from a headline that is another text.
    """
    objects = [item for script in scripts for item in _objects(script)]
    by_id = {str(item["@id"]): item for item in objects if "@id" in item and len(item) > 1}
    article = next((item for item in objects if _types(item) & _TYPES), None)
    page = next((item for item in objects if _types(item) & _PAGES and item.get("datePublished")), None)
    if article is not None:
        yield from _said(article, by_id, heading)
    if page is not None and (article is None or not article.get("datePublished")):
        yield from (Clue("date", (text,), SOURCE, given=True) for text in _texts(page["datePublished"], by_id)[:1])


def _said(article: dict[str, Any], by_id: dict[str, dict[str, Any]], heading: str) -> Iterator[Clue]:
    main = article.get("mainEntityOfPage")
    titles = (_texts(article.get("headline"), by_id), _texts(article.get("name"), by_id))
    named = next((title for title in titles if heading and title[:1] == (heading,)), titles[0] or titles[1])
    fields: tuple[tuple[Field, tuple[str, ...]], ...] = (
        ("title", named),
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
    todo = _values(_WRAPPED.sub("", script[:_LONGEST]))
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


def _values(text: str) -> list[Any]:
    """All values that stand one after another, whatever stands behind them (`}` too many, `;`)."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while len(found) < _OBJECTS and (start := _START.search(text, at)) is not None:
        try:
            value, at = decoder.raw_decode(text, start.start())
        except (ValueError, RecursionError):
            if found or (mended := _COMMA.sub("", text)) == text:
                break
            text = mended
            continue
        found.append(value)
    return found


_START = re.compile(r"[{\[]")


def _types(item: dict[str, Any]) -> set[str]:
    kind = item.get("@type")
    return {str(one).rpartition("/")[2] for one in (kind if isinstance(kind, list) else [kind])}


def _texts(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> tuple[str, ...]:
    """The texts that a value holds: a text, an object's name, or a list of either."""
    if isinstance(value, str):
        text = one_line(unescape(value))
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
