"""Markdown of other programs: front matter in YAML, TOML or JSON, wiki links, shortcodes, tags of templates."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, Refusal, Span
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.markdown import outside_code, without_hand_links
from mkdocs_dossier.imports.pictures import as_pictures
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken, text_of
from mkdocs_dossier.imports.words import one_line, visible
from mkdocs_dossier.read.files import SourceFile
from mkdocs_dossier.read.front_matter import split_article
from mkdocs_dossier.read.yaml_tree import plain

_YAML = re.compile(r"---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<fields>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(
    r"\A#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)|\A(?P<under>[^\n#>*-][^\n]*)\n=+[ \t]*(?:\n|\Z)"
)
_FIELDS: dict[Field, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "date": (
        "date",
        "published",
        "pubdate",
        "publishdate",
        "publish_date",
        "published_at",
        "date_published",
        "created",
    ),
    "outlet": ("outlet", "publisher", "site", "publication", "source"),
    "authors": ("authors", "author", "byline", "creator"),
    "url": ("url", "link", "original", "original_url", "source", "canonical", "canonical_url", "canonicalurl"),
    "lang": ("lang", "language", "locale"),
    "summary": ("summary", "description", "abstract", "excerpt", "subtitle"),
}
"""The names that each field has in other programs, in lower case, the most usual first."""

_TAGS = ("tags", "tag", "keywords", "topics", "categories", "category")
_ARCHIVED = ("archived", "archive", "archive_url")
_FALSE, _TRUE = ("false", "no", "0", "off"), ("true", "yes", "1", "on")
_IGNORED = frozenset((*_TAGS, *_ARCHIVED, "draft", "layout", "type", "slug", "permalink", "aliases", "cssclass"))
_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]]*))?\]\]")


@dataclass(frozen=True, slots=True)
class _Matter:
    """fields: by their names in lower case. body: what stands below. broken: it is none that could be read whole."""

    fields: Mapping[str, Any]
    body: str
    broken: bool = False


def read_markdown(source: ImportSource) -> Found | Refusal:
    """Return the article of a Markdown file: its own front matter is believed, its body stays Markdown."""
    text, notes = text_of(source)
    matter = _matter(visible(text).lstrip("\n"), source.name)
    if isinstance(matter, Refusal):
        return matter
    fields = {source.reading.fields.get(key, key): value for key, value in matter.fields.items()}
    clues = list(_clues(fields))
    body = matter.body.strip("\n")
    if (match := _HEADING.match(body)) is not None:
        clues.append(Clue("title", (one_line(match["title"] or match["under"]),), "the first heading"))
        body = body[match.end() :].lstrip("\n")
    body, removed = without_templates(as_pictures(body))
    if not body.strip():
        return Refusal("there is no text in it")
    if language := guess_language(body):
        clues.append(Clue("lang", (language,), "the words of the text"))
    extra = tuple(_extra(fields))
    draft = Draft(tuple(clues), (Block("markdown", (Span(without_hand_links(body)),)),), extra=extra)
    notes += tuple(NotTaken(f"{name} ({count} times)" if count > 1 else name) for name, count in removed.items())
    if matter.broken:
        notes += (NotTaken("its front matter is no valid YAML, and was read line by line"),)
    return Found((replace(draft, held=_is_held(fields)),), notes)


def _matter(text: str, name: str) -> _Matter | Refusal:
    if (match := _TOML.match(text)) is not None:
        try:
            fields = tomllib.loads(match["fields"])
        except (ValueError, RecursionError) as error:
            return Refusal(f"its TOML front matter cannot be read: {one_line(str(error))[:200]}", "fix it first")
        return _Matter(_lower({**fields, **_inner(fields)}), text[match.end() :])
    if text.startswith("{") and (found := _json(text)) is not None:
        return found
    if (match := _YAML.match(text)) is None:
        return _Matter({}, text)
    raw, _ = split_article(SourceFile("article", name, name, text), text)
    fields = _loosely(match["fields"]) if raw is None else plain(raw.fields)
    return _Matter(_lower(fields), text[match.end() :], raw is None)


def _json(text: str) -> _Matter | None:
    """JSON front matter ends with its object; other text in braces is none."""
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None
    return _Matter(_lower(value), text[end:]) if isinstance(value, dict) else None


def _inner(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What Hugo and Zola keep in tables of their own."""
    found: dict[str, Any] = {}
    for name in ("taxonomies", "params", "extra"):
        inner = fields.get(name)
        found |= inner if isinstance(inner, dict) else {}
    return found


def _lower(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).strip().lower(): value for key, value in fields.items()}


def _loosely(fields: str) -> dict[str, Any]:
    """Front matter that is no YAML, as many programs write it (`title: A: b`), line by line."""
    found: dict[str, Any] = {}
    last = ""
    for line in fields.split("\n"):
        if line[:1].isalpha() and ":" in line:
            last, _, value = line.partition(":")
            found[last.strip()] = value.strip().strip("\"'")
        elif last and (item := line.strip()).startswith("- "):
            before = found[last.strip()]
            found[last.strip()] = [*(before if isinstance(before, list) else []), item[2:].strip().strip("\"'")]
    return found


def _texts(value: Any) -> tuple[str, ...]:
    """The texts of a value: of a list, of objects their names. Wiki links are their texts."""
    if isinstance(value, datetime):
        return (value.isoformat(),)
    if isinstance(value, date | int | float) and not isinstance(value, bool):
        return (str(value),)
    if isinstance(value, dict):
        return _texts(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return tuple(text for item in value[:100] for text in _texts(item))
    text = one_line(_WIKI.sub(lambda match: match[2] or match[1], value)) if isinstance(value, str) else ""
    return (text,) if text else ()


def _clues(fields: Mapping[str, Any]) -> Iterator[Clue]:
    for field, keys in _FIELDS.items():
        for key in keys:
            values = _texts(fields.get(key))
            is_address = any("://" in value for value in values)
            if not values or (field == "outlet" and is_address) or (field == "url" and not is_address):
                continue
            if field == "date" and values[0].lower() in (*_FALSE, *_TRUE):
                continue  # `published: false` of Jekyll
            yield Clue(field, values, "its own front matter", given=True)


def _extra(fields: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, ...] | str]]:
    tags = [tag for key in _TAGS for tag in _tags(fields.get(key))]
    if tags:
        yield "tags", tuple(dict.fromkeys(tags))
    for key in _ARCHIVED:
        if (values := _texts(fields.get(key))) and values[0].startswith(("http://", "https://")):
            yield "archived", values[0]
            return


def _tags(value: Any) -> Iterator[str]:
    """Tags of a list, or of a line: separated by commas, else by spaces as Jekyll has it."""
    if isinstance(value, str):
        yield from (
            tag.strip().lstrip("#") for tag in (value.split(",") if "," in value else value.split()) if tag.strip()
        )
    else:
        yield from (text.lstrip("#") for text in _texts(value))


def _is_held(fields: Mapping[str, Any]) -> bool:
    """Whether the file says that it is not for readers yet."""
    draft, published = (str(fields.get(key, "")).strip().lower() for key in ("draft", "published"))
    return (
        draft in _TRUE
        or published in _FALSE
        or str(fields.get("status", "")).lower() in ("draft", "private", "withheld")
    )


_HIGHLIGHT = re.compile(r"\{%-?[ ]?highlight[ ]+(\w*)[^%\n]{0,100}%\}\n?")
_END = re.compile(r"\{%-?[ ]?endhighlight[ ]?-?%\}")
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_TEMPLATES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("shortcode", re.compile(r"\{\{[<%]\s*/?\s*([\w./-]{1,60})[^\n]{0,300}?[%>]\}\}")),
    ("Liquid tag", re.compile(r"\{%-?\s*([\w-]{1,60})[^\n]{0,300}?-?%\}")),
    ("template value", re.compile(r"\{\{\s*([\w.-]{1,60})[^{}\n]{0,300}\}\}")),
    ("attributes", re.compile(r"^\{:\s*([^}\n]{1,200})\}[ \t]*$|\{:\s*([^}\n]{1,200})\}", re.MULTILINE)),
    ("MDX import", re.compile(r"^import[ ]+(\S{1,200})[ ]+from\s+['\"][^\n]{0,300}$", re.MULTILINE)),
)


def without_templates(text: str) -> tuple[str, Counter[str]]:
    """Return Markdown without what programs that build sites replace, and the names of what was taken out."""
    removed: Counter[str] = Counter()
    text = _between(text, _HIGHLIGHT, _END, lambda match, inner: f"```{match[1]}\n{inner.rstrip()}\n```")

    def clean(part: str) -> str:
        part = _RAW.sub("", part)
        for what, mark, end in _COMMENTS:
            part = _between(part, mark, end, lambda match, _, what=what: _removed(match, what, removed))  # type: ignore[misc]
        for what, pattern in _TEMPLATES:
            part = pattern.sub(lambda match, what=what: _removed(match, what, removed), part)  # type: ignore[misc]
        return part

    return outside_code(text, clean), removed


_COMMENTS = (
    ("HTML comment", re.compile("<!--"), re.compile("-->")),
    ("Obsidian comment", re.compile("%%"), re.compile("%%")),
)


def _between(
    text: str, start: re.Pattern[str], end: re.Pattern[str], change: Callable[[re.Match[str], str], str]
) -> str:
    """Return `text` with what lies between two marks changed, they included; each place is looked at once."""
    parts: list[str] = []
    at = 0
    while (first := start.search(text, at)) is not None and (last := end.search(text, first.end())) is not None:
        parts += [text[at : first.start()], change(first, text[first.end() : last.start()])]
        at = last.end()
    return "".join([*parts, text[at:]])


def _removed(match: re.Match[str], what: str, removed: Counter[str]) -> str:
    name = one_line(next((group for group in match.groups() if group), ""))
    removed[f"{what} '{name[:60]}'" if name else what] += 1
    return ""
