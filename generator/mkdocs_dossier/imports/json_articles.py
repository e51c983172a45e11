"""JSON and JSON Lines of articles, as crawlers of news write them, one article each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, Refusal, Span
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken
from mkdocs_dossier.imports.words import one_line, visible

_OBJECTS = 100_000
_TEXTS = ("maintext", "articleBody", "text", "body", "content", "content_html")
_FIELDS: dict[Field, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "date": (
        "date_publish",
        "datePublished",
        "published",
        "publish_date",
        "date",
        "published_at",
        "pub_date",
        "created",
    ),
    "outlet": ("outlet", "publisher", "source", "source_domain", "sitename", "site", "domain"),
    "authors": ("authors", "author", "byline"),
    "url": ("url", "link", "canonical_url"),
    "lang": ("lang", "language", "inLanguage"),
    "summary": ("summary", "description", "excerpt"),
}


def read_json_articles(source: ImportSource) -> Found | Refusal:
    """Return the articles in JSON: an object, a list, or one object a line."""
    drafts: list[Draft] = []
    notes: list[NotTaken] = []
    for number, value in enumerate(_objects(decode(source.content, forced=source.reading.encoding)), 1):
        name = f"entry {number}"
        if isinstance(value, str):
            notes.append(NotTaken(value, name))
            continue
        draft = _draft(value, source, name)
        if isinstance(draft, Refusal):
            return draft
        if draft is None:
            notes.append(NotTaken("it has no text", name))
        else:
            drafts.append(draft)
    if not drafts:
        return Refusal("there is no article with a text in it")
    return Found(tuple(drafts), tuple(notes))


def _objects(text: str) -> Iterator[dict[str, Any] | str]:
    """Yield the objects of JSON, and why a line is none."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        yield from _lines(text)
        return
    items = value if isinstance(value, list) else [value]
    for item in items[:_OBJECTS]:
        yield item if isinstance(item, dict) else "it is no object"


def _lines(text: str) -> Iterator[dict[str, Any] | str]:
    for line in text.split("\n")[:_OBJECTS]:
        if line.strip():
            try:
                value = json.loads(line, strict=False)
            except (ValueError, RecursionError):
                value = None
            yield value if isinstance(value, dict) else "this line is no JSON object"


def _draft(value: dict[str, Any], source: ImportSource, name: str) -> Draft | Refusal | None:
    fields = {source.reading.fields.get(key.lower(), key): item for key, item in value.items()}
    text = next((item for key in _TEXTS if isinstance(item := fields.get(key), str) and item.strip()), "")
    url = next((one for key in _FIELDS["url"] for one in _texts(fields.get(key))), "")
    blocks = html_blocks(text, url) if text.lstrip().startswith("<") else tuple(_plain(text))
    if isinstance(blocks, Refusal) or not blocks:
        return blocks if isinstance(blocks, Refusal) else None
    clues: list[Clue] = []
    for field, keys in _FIELDS.items():
        for key in keys:
            values = _texts(fields.get(key))
            if field == "date" and values:
                values = (found.value,) if (found := first_date(values[0])) is not None else ()
            if values:
                clues.append(Clue(field, values if field == "authors" else values[:1], f"its field {key}", given=True))
    if language := guess_language(text):
        clues.append(Clue("lang", (language,), "the words of the text"))
    tags = tuple(dict.fromkeys(tag for key in ("tags", "keywords", "categories") for tag in _texts(fields.get(key))))
    return Draft(tuple(clues), blocks, name=name, extra=(("tags", tags),) if tags else ())


def _plain(text: str) -> Iterator[Block]:
    for part in visible(text).split("\n"):
        if part.strip():
            yield Block("paragraph", (Span(one_line(part)),))


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for item in value[:100] for text in _texts(item))
    if isinstance(value, dict):
        return _texts(value.get("name"))
    text = one_line(value) if isinstance(value, str) else ""
    return (text,) if text and text.lower() not in ("none", "null", "nan") else ()
