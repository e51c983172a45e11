"""A saved web page to a `Draft`. The one door to lxml; `body.py` finds the text of the article in the tree.

Nothing is fetched: what the page refers to is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from mkdocs_dossier.imports.addresses import best_first
from mkdocs_dossier.imports.boilerplate import rule_of
from mkdocs_dossier.imports.date_labels import label_of, publication_in
from mkdocs_dossier.imports.dates import date_in_name, first_date
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Field, LeftOut, Refusal
from mkdocs_dossier.imports.guarded import without_guards
from mkdocs_dossier.imports.names import names_in
from mkdocs_dossier.imports.sorting import clue_of, sort_blocks
from mkdocs_dossier.imports.structured import structured_clues
from mkdocs_dossier.imports.tree import prepare
from mkdocs_dossier.imports.words import is_sentence, one_line, visible

_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|[^<>]{0,200}?\burl:\s*)(https?://[^\s<>]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
_UNSHOWN = frozenset("script style noscript template head svg iframe object textarea select".split())
_INLINE = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u var".split())
_VOID = ("embed", "source", "track")
"""Elements that hold nothing; libxml2 puts into them what comes behind."""

_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
_SITE = re.compile(r"\s+[-–—|·•:»]\s+")
_HEAD = 10_000
_CHUNKS = 5000
_ABOVE = 20
_LINES, _LINE = 20, 140
"""Marked lines that are kept, and how long they may be."""

_LABEL = 80

_META: tuple[tuple[Field, tuple[str, ...]], ...] = (
    ("title", ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "title")),
    (
        "date",
        (
            *("article:published_time", "og:article:published_time", "datepublished", "citation_publication_date"),
            *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date"),
            *(
                "sailthru.date",
                "publishdate",
                "publish-date",
                "pubdate",
                "publication_date",
                "cxenseparse:recs:publishtime",
            ),
            *("date", "article.published"),
        ),
    ),
    ("outlet", ("og:site_name", "citation_journal_title", "dc.publisher", "application-name", "publisher")),
    (
        "authors",
        ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "byl"),
    ),
    ("url", ("og:url", "twitter:url", "parsely-link")),
    ("lang", ("og:locale", "content-language", "dc.language", "inlanguage", "language")),
    ("summary", ("og:description", "description", "twitter:description", "dc.description")),
)
"""For each field the names of `<meta>` that give it, the most trusted first."""


@dataclass(slots=True)
class _Seen:
    """What a walk through the tree finds. metas: by lower-case name, in the order of the page."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    dated: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)


def read_page(text: str, *, address: str = "") -> Draft | Refusal:
    """Return what a page holds. address: where it was saved from."""
    tree = tree_of(text)
    if isinstance(tree, Refusal):
        return tree
    seen = _see(tree)
    clues = list(best_first([*_clues(seen, text, address)]))
    home = next((clue.values[0] for clue in clues if clue.field == "url"), "")
    prepare(tree, address or home)
    chunks = tuple(_chunks(tree))
    from mkdocs_dossier.imports.body import find_body

    found = find_body(tree, home)
    if isinstance(found, Refusal):
        return found
    title = next((clue.values[0] for clue in clues if clue.field == "title"), "")
    sorted_out = sort_blocks(found, title)
    beside = _above(chunks, title, sorted_out.blocks)
    return Draft(
        (*clues, *beside, *sorted_out.clues, *_labelled(chunks), *_by_name(home)),
        sorted_out.blocks,
        (*_not_in(chunks, found), *sorted_out.left_out),
        sorted_out.near,
    )


def tree_of(text: str) -> Any | Refusal:
    """Return the tree of a page without what no browser shows."""
    try:
        import lxml.etree
        import lxml.html
    except ImportError:
        return missing_extra("HTML")
    # The text behind a comment hangs on it in the tree, and trafilatura takes it away with the comment.
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = lxml.html.document_fromstring(_XML_HEAD.sub("", without_guards(visible(text))), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return Refusal("this is no web page that could be read")
    lxml.etree.strip_tags(tree, *_VOID)
    return tree


def xml_tree(content: bytes) -> Any | Refusal:
    """Return the tree of XML; entities that it declares are refused, and nothing that it refers to is opened."""
    try:
        import lxml.etree
    except ImportError:
        return missing_extra("feeds")
    if b"<!ENTITY" in content[:_HEAD].upper():
        return Refusal("its XML declares entities, as no feed does", "export it anew, and import that")
    parser = lxml.etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml.etree.fromstring(content, parser)
    except (lxml.etree.LxmlError, ValueError):
        tree = None
    return tree if tree is not None else Refusal("this XML cannot be read", "export it anew, and import that")


def serialised(element: Any) -> str:
    """Return an element of XML with what is in it, as text."""
    import lxml.etree

    return str(lxml.etree.tostring(element, encoding="unicode", with_tail=False))


def missing_extra(what: str) -> Refusal:
    return Refusal(f"reading {what} needs an extra", "install it with: pip install 'mkdocs-dossier[import]'")


def _see(tree: Any) -> _Seen:
    seen = _Seen()
    seen.first["lang"] = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for element in tree.iter("meta", "link", "script", "title", "h1", "time", "a", "span", "div", "p", "li", "address"):
        _see_element(element, seen)
    return seen


def _see_element(element: Any, seen: _Seen) -> None:
    tag, rel = element.tag, (element.get("rel") or "").lower()
    prop = (element.get("itemprop") or "").lower()
    if tag == "meta":
        name = element.get("property") or element.get("name") or element.get("http-equiv") or prop
        if name and element.get("content"):
            seen.metas.setdefault(name.strip().lower(), []).append(one_line(element.get("content")))
    elif tag == "link" and "canonical" in rel.split():
        seen.first.setdefault("canonical", (element.get("href") or "").strip())
    elif tag == "script" and "ld+json" in (element.get("type") or "").lower():
        seen.scripts.append(element.text or "")
    elif tag in ("title", "h1") and not (tag == "h1" and _is_logo(element)):
        text = one_line(_COMMENT.sub("", element.text_content()))  # in a title, a comment is text
        if text:
            seen.first.setdefault(tag, text)
    elif tag == "time":
        text = one_line(element.text_content())[:200]
        place = 0 if "published" in prop or element.get("pubdate") is not None else len(seen.times)
        seen.times.insert(place, (element.get("datetime") or text, text))
    elif "author" in rel.split() or prop == "author":
        text = one_line(element.text_content())
        if 0 < len(text) <= 80:
            seen.authors.append(text)
    elif (marks := f"{element.get('class') or ''} {element.get('id') or ''}") != " ":
        if _DATED.search(marks) and len(seen.dated) < 20 and 6 <= len(text := one_line(element.text_content())) <= 140:
            seen.dated.append(text)
        if (
            _BYLINE.search(marks)
            and len(seen.bylines) < 20
            and 6 <= len(text := one_line(element.text_content())) <= 140
        ):
            seen.bylines.append(text)


def _marked(names: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{names})(?![a-z])", re.IGNORECASE)


_DATED = _marked("date|datum|pub(?:lish(?:ed)?)?-?date|publish(?:ed)?|posted|timestamp|dateline")
_BYLINE = _marked("byline|by-line|authors?|author-?name|contributors?")
_LOGO = _marked("logo|site-?(?:title|name|header|branding)|brand|masthead|navbar")
"""The classes and ids of elements that hold the date, the authors, the name of the site."""


def _is_logo(heading: Any) -> bool:
    """Whether a first heading is the site's name: it, or what it lies in or holds, is marked so, or leads home."""
    around = [
        heading,
        *(one for _, one in zip(range(3), heading.iterancestors(), strict=False)),
        *heading.iter("a", "img"),
    ]
    if any(_LOGO.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in around):
        return True
    return any(urlsplit(link.get("href") or "x").path in ("", "/") for link in heading.iter("a") if _is_address(link))


def _is_address(link: Any) -> bool:
    target = link.get("href") or ""
    try:
        urlsplit(target)
    except ValueError:
        return False
    return bool(target) and not target.startswith("#")


def _clues(seen: _Seen, text: str, address: str) -> Iterator[Clue]:
    yield from _dated(structured_clues(tuple(seen.scripts), seen.first.get("h1", "")))
    if seen.first.get("canonical", "").startswith("http"):
        yield Clue("url", (seen.first["canonical"],), "the page's link rel=canonical", given=True)
    yield from _dated(_from_metas(seen))
    if seen.first["lang"]:
        yield Clue("lang", (seen.first["lang"],), "the page's lang", given=True)
    for text_of, label in ((one, label_of(one)) for one in seen.dated):
        if label == "published" and (told := publication_in(text_of)) is not None:
            yield Clue("date", (told[0].value,), f'the line "{text_of}"')
    for value, shown in seen.times[:5]:
        if (found := first_date(value) or first_date(shown)) is not None:
            yield Clue("date", (found.value,), f'the page\'s <time> "{shown or value}"')
    for text_of in seen.dated:
        if (told := publication_in(text_of)) is not None:
            yield Clue("date", (told[0].value,), f'the line "{text_of}"')
    if seen.authors:
        yield Clue("authors", tuple(dict.fromkeys(seen.authors)), "the page's link to the author")
    for line in seen.bylines:
        if names := names_in(line):
            yield Clue("authors", names, f'the byline "{line}"')
    yield from _titles(seen.first.get("h1", ""), seen.first.get("title", ""))
    if (match := _SAVED_FROM.search(text[:_HEAD])) is not None:
        yield Clue("url", (match[1],), "the browser's note of where the page was saved from", given=True)
    if address:
        yield Clue("url", (address,), "the note of where the page was saved from", given=True)


def _titles(heading: str, title: str) -> Iterator[Clue]:
    """The first heading is the article's, or the site's: then the title ends with it."""
    marks = list(_SITE.finditer(title))
    if heading and marks and title[marks[-1].end() :] == heading:
        yield Clue("title", (title[: marks[-1].start()],), "the title in the page's head")
        yield Clue("outlet", (heading,), "the title in the page's head")
    if heading:
        yield Clue("title", (heading,), "the page's first heading")
    if title:
        yield Clue("title", (title,), "the title in the page's head")


def _from_metas(seen: _Seen) -> Iterator[Clue]:
    for name, keys in _META:
        for key in keys:
            values = tuple(dict.fromkeys(value for value in seen.metas.get(key, ()) if value))
            if values:
                kept = tuple(_authors(values)) if name == "authors" else values[:1]
                if kept:
                    yield Clue(name, kept, f"the page's meta {key}", given=True)


def _authors(values: tuple[str, ...]) -> Iterator[str]:
    """Several names in one value are several authors."""
    for value in values:
        if "://" not in value:
            yield from names_in(value, alone=True) or (value,)


def _dated(clues: Iterator[Clue]) -> Iterator[Clue]:
    """Leave out dates that cannot be read, and write the others as the collection does."""
    for clue in clues:
        if clue.field != "date":
            yield clue
        elif (found := first_date(clue.values[0])) is not None:
            yield Clue("date", (found.value,), clue.source, given=True)
        elif (day := date_in_name(clue.values[0])) is not None:
            yield Clue("date", (day,), clue.source, given=True)


def _by_name(address: str) -> Iterator[Clue]:
    """What an address tells: often the day, and at least whose page it is."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return
    if host:
        yield Clue("outlet", (host,), "the address")
    if (day := date_in_name(parts.path)) is not None:
        yield Clue("date", (day,), "the address")


def _chunks(tree: Any) -> Iterator[str]:
    """Yield what the page shows, block by block: the text between the tags that are not within a line."""
    parts: list[str] = []
    count = 0
    hidden: Any = None
    import lxml.etree

    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if hidden is None and tag in _UNSHOWN:
                hidden = element
            if hidden is None:
                if tag not in _INLINE and (chunk := one_line("".join(parts))):
                    yield chunk
                    count += 1
                if tag not in _INLINE:
                    parts = []
                parts.append(element.text or "")
        else:
            if hidden is element:
                hidden = None
            if hidden is None:
                if tag not in _INLINE:
                    if chunk := one_line("".join(parts)):
                        yield chunk
                        count += 1
                    parts = []
                parts.append(element.tail or "")
        if count >= _CHUNKS:
            return


def _above(chunks: Sequence[str], title: str, blocks: Sequence[Block]) -> tuple[Clue, ...]:
    """What the lines between the title and the text tell: they are mostly taken for no part of the article."""
    text = next((one_line(block.text) for block in blocks if is_sentence(block.text)), "")
    end = next((at for at, chunk in enumerate(chunks) if text and chunk in text and is_sentence(chunk)), 0)
    start = max((at for at in range(end) if chunks[at] == title), default=-1) + 1
    found = (
        clue_of(chunk) for chunk in chunks[start:end][:_ABOVE] if not is_sentence(chunk) and rule_of(chunk) is None
    )
    return tuple(clue for clue in found if clue is not None and clue.field in ("date", "authors"))


def _labelled(chunks: Sequence[str]) -> Iterator[Clue]:
    """The first line anywhere that says when something was published: the last resort."""
    for chunk in chunks:
        if len(chunk) <= _LABEL and (told := publication_in(chunk)) is not None and told[1] == "published":
            yield Clue("date", (told[0].value,), f'the line "{chunk}"')
            return


def _not_in(chunks: tuple[str, ...], blocks: tuple[Block, ...]) -> Iterator[LeftOut]:
    text = one_line(" ".join(block.text for block in blocks))
    yield from (LeftOut(chunk, "page") for chunk in chunks if chunk not in text)
