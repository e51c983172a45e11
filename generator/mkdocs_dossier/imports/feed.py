"""RSS, Atom and WordPress exports to articles, one an entry. XML is parsed without entities, network or files."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, Refusal, Span
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.page import xml_tree
from mkdocs_dossier.imports.site_files import without_templates
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken
from mkdocs_dossier.imports.words import one_line, visible

_ENTRIES = 50_000
_TEXTS = ("encoded", "content", "body", "description", "summary")
_DATES = ("post_date_gmt", "pubDate", "published", "date", "issued", "updated", "post_date")
_HELD = ("draft", "private", "pending", "trash", "auto-draft", "future")


def read_feed(source: ImportSource) -> Found | Refusal:
    """Return the articles of a feed, or the posts and pages of a WordPress export."""
    tree = xml_tree(source.content)
    if isinstance(tree, Refusal):
        return tree
    entries = [one for _, one in zip(range(_ENTRIES), _local(tree, "item", "entry"), strict=False)]
    channel = next(_local(tree, "channel"), tree)
    outlet = _first(channel, ("title",))
    lang = _first(channel, ("language",)) or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    drafts: list[Draft] = []
    notes: list[NotTaken] = []
    for number, entry in enumerate(entries, 1):
        name = f"entry {number}"
        kind, title = _first(entry, ("post_type",)), _first(entry, ("title",)) or name
        if kind not in ("", "post", "page"):
            notes.append(NotTaken(f"{kind} '{title[:80]}'", name))
            continue
        draft = _draft(entry, outlet, lang, name)
        if isinstance(draft, Refusal):
            return draft
        if draft is None:
            notes.append(NotTaken(f"'{title[:80]}' has no text", name))
        else:
            drafts.append(draft)
    if not drafts:
        return Refusal("there is no entry with a text in this feed")
    return Found(tuple(drafts), tuple(notes))


def _draft(entry: Any, outlet: str, lang: str, name: str) -> Draft | Refusal | None:
    link = _link(entry)
    html = next((text for key in _TEXTS if (text := _raw(entry, key)).strip()), "")
    text, _ = without_templates(html)
    blocks = html_blocks(text, link) if "<" in text else tuple(_plain(text))
    if isinstance(blocks, Refusal) or not blocks:
        return blocks if isinstance(blocks, Refusal) else None
    where = "the feed"
    day = next((found for key in _DATES if (found := _date(_first(entry, (key,))))), "")
    authors = tuple(dict.fromkeys(_authors(entry)))
    said: tuple[tuple[Field, tuple[str, ...]], ...] = (
        ("title", (one_line(unescape(_first(entry, ("title",)))),)),
        ("date", (day,)),
        ("outlet", (outlet,)),
        ("authors", authors),
        ("url", (link,)),
        ("lang", (lang,)),
    )
    clues = [Clue(field, values, where, given=True) for field, values in said if any(values)]
    if language := guess_language("\n".join(block.text for block in blocks)):
        clues.append(Clue("lang", (language,), "the words of the text"))
    tags = tuple(dict.fromkeys(_tags(entry)))
    held = _first(entry, ("status",)) in _HELD
    return Draft(tuple(clues), blocks, name=name, extra=(("tags", tags),) if tags else (), held=held)


def _plain(text: str) -> Iterator[Block]:
    yield from (Block("paragraph", (Span(one_line(part)),)) for part in visible(text).split("\n\n") if part.strip())


def _local(element: Any, *names: str) -> Iterator[Any]:
    """The elements below one of these names, in any namespace."""
    for one in element.iter():
        if isinstance(one.tag, str) and one.tag.rpartition("}")[2] in names:
            yield one


def _children(element: Any, name: str) -> Iterator[Any]:
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == name:
            yield child


def _first(element: Any, names: tuple[str, ...]) -> str:
    found = (one_line("".join(child.itertext())) for name in names for child in _children(element, name))
    return next((text for text in found if text), "")


def _raw(entry: Any, name: str) -> str:
    """The longest text of that name: a feed may have the whole and an excerpt. What is XHTML in Atom is serialised."""
    texts = ["".join(child.itertext()) if not len(child) else _serialised(child) for child in _children(entry, name)]
    return max(texts, key=len, default="")


def _serialised(element: Any) -> str:
    from mkdocs_dossier.imports.page import serialised

    return serialised(element)


def _link(entry: Any) -> str:
    links = list(_children(entry, "link"))
    best = next((one for one in links if one.get("rel") in (None, "alternate")), None)
    address = (best.get("href") or one_line(best.text or "")) if best is not None else ""
    return address if address.startswith(("http://", "https://")) else ""


def _date(text: str) -> str:
    if not text or text.startswith("0000"):
        return ""
    try:
        return parsedate_to_datetime(text).isoformat() if "," in text else _found(text)
    except (ValueError, TypeError, IndexError):
        return _found(text)


def _found(text: str) -> str:
    found = first_date(text)
    return found.value if found is not None else ""


def _authors(entry: Any) -> Iterator[str]:
    for name in ("creator", "author"):
        for child in _children(entry, name):
            text = _first(child, ("name",)) or one_line(child.text or "")
            if text and "@" not in text:
                yield text


def _tags(entry: Any) -> Iterator[str]:
    for child in _children(entry, "category"):
        text = one_line(child.text or "") or one_line(child.get("label") or child.get("term") or "")
        if text and child.get("domain") != "nav_menu":
            yield text
