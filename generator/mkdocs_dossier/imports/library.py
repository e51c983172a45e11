"""Libraries of references (CSL JSON as Zotero writes it, BibTeX, RIS) to articles: entries that have an abstract.

The one door to bibtexparser and rispy. What has no text is a source, not an article, and is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from mkdocs_dossier.imports.dates import first_date
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, Refusal, Span
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.months import month
from mkdocs_dossier.imports.page import missing_extra
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken, text_of
from mkdocs_dossier.imports.words import one_line, visible

_ENTRIES = 50_000


@dataclass(frozen=True, slots=True)
class _Entry:
    """One reference. date: a day, or what is known of one."""

    title: str
    text: str
    date: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    lang: str = ""
    tags: tuple[str, ...] = ()


def read_csl(source: ImportSource) -> Found | Refusal:
    """Return the articles of a library in CSL JSON."""
    text, notes = text_of(source)
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return Refusal("this is no JSON that can be read", "export the library anew")
    items = value.get("items", [value]) if isinstance(value, dict) else value
    return _found((_csl(item) for item in items if isinstance(item, dict)), notes)


def _csl(item: dict[str, Any]) -> _Entry:
    def text(*names: str) -> str:
        return next((one_line(item[name]) for name in names if isinstance(item.get(name), str) and item[name]), "")

    people = item.get("author") or item.get("editor") or []
    return _Entry(
        title=text("title"),
        text=str(item.get("abstract") or ""),
        date=_parts(item.get("issued")),
        outlet=text("container-title", "publisher"),
        authors=tuple(_person(one) for one in people if isinstance(one, dict)) if isinstance(people, list) else (),
        url=text("URL"),
        lang=text("language"),
        tags=_words(text("keyword")),
    )


def _parts(value: Any) -> str:
    """The day in a date of CSL: `{"date-parts": [[2016, 8, 18]]}`."""
    if not isinstance(value, dict):
        return ""
    try:
        year, number, day = (int(part) for part in value["date-parts"][0][:3])
    except (KeyError, IndexError, TypeError, ValueError):
        return str(value.get("raw") or value.get("literal") or "")
    return f"{year:04}-{number:02}-{day:02}"


def _person(one: dict[str, Any]) -> str:
    parts = [one.get("given"), one.get("non-dropping-particle"), one.get("family"), one.get("literal")]
    return one_line(" ".join(part for part in parts if isinstance(part, str)))


def read_bibtex(source: ImportSource) -> Found | Refusal:
    """Return the articles of a library in BibTeX or BibLaTeX."""
    try:
        from bibtexparser.entrypoint import parse_string
        from bibtexparser.middlewares import LatexDecodingMiddleware
    except ImportError:
        return missing_extra("BibTeX")
    text, notes = text_of(source)
    try:
        library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
        entries = [{key.lower(): str(one.value) for key, one in entry.fields_dict.items()} for entry in library.entries]
        broken = len(library.failed_blocks)
    except Exception as error:  # whatever a damaged library makes of the parser
        return Refusal(f"this library is damaged ({type(error).__name__})", "export it anew")
    notes += (NotTaken(f"{broken} entries that are damaged, or there twice"),) if broken else ()
    return _found((_bibtex(fields) for fields in entries), notes)


def _bibtex(fields: dict[str, str]) -> _Entry:
    names = fields.get("author") or fields.get("editor") or ""
    return _Entry(
        title=one_line(fields.get("title", "").replace("{", "").replace("}", "")),
        text=fields.get("abstract", ""),
        date=_bib_date(fields),
        outlet=one_line(fields.get("journaltitle") or fields.get("journal") or fields.get("publisher") or ""),
        authors=tuple(_turned(name) for name in names.split(" and ") if name.strip()),
        url=one_line(fields.get("url", "")),
        lang=one_line(fields.get("langid") or fields.get("language") or ""),
        tags=_words(fields.get("keywords", "")),
    )


def _bib_date(fields: dict[str, str]) -> str:
    if fields.get("date"):
        return fields["date"]
    number = fields.get("month", "")
    at = int(number) if number.isdigit() else month(number, "en")
    return (
        f"{fields['year']}-{at:02}-{int(fields['day']):02}"
        if at and fields.get("day", "").isdigit() and fields.get("year")
        else ""
    )


def _turned(name: str) -> str:
    """`Roe, Jane` is Jane Roe."""
    family, sign, given = one_line(name.replace("{", "").replace("}", "")).partition(",")
    return f"{given.strip()} {family}" if sign and given.strip() else family


def read_ris(source: ImportSource) -> Found | Refusal:
    """Return the articles of a library in RIS."""
    try:
        import rispy
    except ImportError:
        return missing_extra("RIS")
    text, notes = text_of(source)
    try:
        entries = rispy.loads(text)
    except Exception as error:  # whatever a damaged library makes of the parser
        return Refusal(f"this library is damaged ({type(error).__name__})", "export it anew")
    return _found((_ris(entry) for entry in entries), notes)


def _ris(entry: dict[str, Any]) -> _Entry:
    def text(*names: str) -> str:
        values = (entry.get(name) for name in names)
        return next((one_line(str(value[0] if isinstance(value, list) else value)) for value in values if value), "")

    day = text("date", "publication_year", "year")
    return _Entry(
        title=text("title", "primary_title"),
        text=str(entry.get("abstract") or entry.get("notes_abstract") or ""),
        date=day.strip("/").replace("/", "-"),
        outlet=text("journal_name", "secondary_title", "alternate_title3", "publisher"),
        authors=tuple(_turned(name) for name in entry.get("authors") or entry.get("first_authors") or ()),
        url=text("url", "urls"),
        lang=text("language"),
        tags=tuple(one_line(word) for word in entry.get("keywords") or ()),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.replace(";", ",").split(",") if (word := one_line(part)))


def _found(entries: Iterable[_Entry], before: Sequence[NotTaken]) -> Found | Refusal:
    drafts: list[Draft] = []
    notes = list(before)
    for number, entry in enumerate(entries, 1):
        name = f"entry {number}"
        if number > _ENTRIES:
            notes.append(NotTaken(f"what stands behind the first {_ENTRIES} entries"))
            break
        blocks = _blocks(entry.text)
        if isinstance(blocks, Refusal):
            return blocks
        if blocks:
            drafts.append(_draft(entry, blocks, name))
        else:
            notes.append(NotTaken(f"'{entry.title[:80]}' has no abstract; name it as a source where you cite it", name))
    return (
        Found(tuple(drafts), tuple(notes))
        if drafts
        else Refusal("no entry of this library has an abstract", "name them as sources where you cite them")
    )


def _blocks(text: str) -> tuple[Block, ...] | Refusal:
    if text.lstrip().startswith("<"):
        return html_blocks(text)
    parts = unescape(visible(text)).split("\n\n")
    return tuple(Block("paragraph", (Span(one_line(part)),)) for part in parts if part.strip())


def _draft(entry: _Entry, blocks: tuple[Block, ...], name: str) -> Draft:
    return Draft(tuple(_clues(entry, blocks)), blocks, name=name, extra=(("tags", entry.tags),) if entry.tags else ())


def _clues(entry: _Entry, blocks: tuple[Block, ...]) -> Iterator[Clue]:
    found = first_date(entry.date)
    said: tuple[tuple[Field, tuple[str, ...]], ...] = (
        ("title", (entry.title,)),
        ("date", (found.value if found is not None else "",)),
        ("outlet", (entry.outlet,)),
        ("authors", entry.authors),
        ("url", (entry.url,)),
        ("lang", (entry.lang,)),
    )
    yield from (Clue(field, values, "the library", given=True) for field, values in said if any(values))
    if language := guess_language("\n".join(block.text for block in blocks)):
        yield Clue("lang", (language,), "the words of the text")
