"""Web archives (WARC, WACZ) to articles: each captured page by its address. The one door to warcio."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mkdocs_dossier.imports.archive import opened
from mkdocs_dossier.imports.article import page_draft
from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Draft, Refusal
from mkdocs_dossier.imports.page import missing_extra
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken

_RECORDS = 100_000
_PAGE = 20_000_000
_ALL = 1_000_000_000
"""Records that are looked at; bytes of one page, and of all of them."""

_CHARSET = re.compile(r"charset=[\"']?([\w:.-]{2,40})", re.IGNORECASE)


@dataclass(slots=True)
class _Pages:
    """What is found: the drafts, the pages that are none, and how many records are of other kinds."""

    drafts: list[Draft] = field(default_factory=list)
    notes: list[NotTaken] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Captured:
    """A page of an archive: where it was, when it was captured, what was sent."""

    address: str
    when: str
    content: bytes
    told: str


def read_warc(source: ImportSource) -> Found | Refusal:
    """Return the pages of a WARC file, packed or not."""
    return _found([source.content])


def read_wacz(source: ImportSource) -> Found | Refusal:
    """Return the pages of the WARC files in a WACZ file."""
    archive = opened(source.content)
    if isinstance(archive, Refusal):
        return archive
    names = [name for name in archive.names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))]
    return _found([archive.read(name) for name in names])


def _found(files: list[bytes]) -> Found | Refusal:
    pages = _Pages()
    for content in files:
        refused = _read(content, pages)
        if refused is not None:
            return refused
    if not pages.drafts:
        return Refusal("there is no page with an article in this web archive")
    others = tuple(NotTaken(f"{count} × {kind}") for kind, count in sorted(pages.others.items()))
    return Found(tuple(pages.drafts), (*pages.notes, *others))


def _read(content: bytes, pages: _Pages) -> Refusal | None:
    """Add the pages of one file. Return why it cannot be read; what was read before it broke stays."""
    try:
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        return missing_extra("web archives")
    try:
        for captured in _captured(content, pages.others):
            draft = page_draft(decode(captured.content, told=captured.told, declares=True), captured.address)
            if isinstance(draft, Refusal):
                pages.notes.append(NotTaken(str(draft), captured.address))
            else:
                pages.drafts.append(replace(draft, name=f"{captured.address} as captured {captured.when}"))
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, AttributeError, KeyError) as error:
        if not pages.drafts:
            return Refusal(f"this web archive is damaged ({type(error).__name__})", "fetch it anew")
        pages.notes.append(NotTaken("what stands behind a damaged place"))
    return None


def _captured(content: bytes, others: Counter[str]) -> Iterator[_Captured]:
    from warcio.archiveiterator import ArchiveIterator

    total = 0
    seen: set[str] = set()
    for number, record in enumerate(ArchiveIterator(io.BytesIO(content))):
        if number >= _RECORDS or total > _ALL:
            others["records behind the limit"] += 1
            return
        if record.rec_type != "response" or record.http_headers is None:
            continue
        kind = (record.http_headers.get_header("Content-Type") or "").lower()
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.http_headers.get_statuscode() != "200" or "html" not in kind:
            others[kind.partition(";")[0] or "other answers"] += 1
            continue
        if address in seen:
            others["captured again"] += 1
            continue
        seen.add(address)
        body = record.content_stream().read(_PAGE)
        total += len(body)
        charset = _CHARSET.search(kind)
        when = record.rec_headers.get_header("WARC-Date") or ""
        yield _Captured(address.strip("<>"), when, body, charset[1] if charset else "")
