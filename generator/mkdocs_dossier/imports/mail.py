"""Mails to articles: .eml and .mbox. Who they went to is left out unless the user asks, since they may be sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Block, Clue, Draft, Refusal, Span, paragraph
from mkdocs_dossier.imports.html_blocks import html_blocks
from mkdocs_dossier.imports.languages import guess_language
from mkdocs_dossier.imports.paragraphs import paragraphs
from mkdocs_dossier.imports.source import Found, ImportSource, NotTaken
from mkdocs_dossier.imports.words import one_line, visible

_MESSAGES = 20_000
_PARTS = 500
_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"--\s?\Z")
_FROM = re.compile(rb"^From [^\r\n]*\r?\n", re.MULTILINE)


def read_eml(source: ImportSource) -> Found | Refusal:
    """Return the article of one mail."""
    found = _mail(source.content, source)
    return found if isinstance(found, Refusal) else Found((found[0],), found[1])


def read_mbox(source: ImportSource) -> Found | Refusal:
    """Return the articles of a mailbox, one a mail."""
    drafts: list[Draft] = []
    notes: list[NotTaken] = []
    for number, content in enumerate(_messages(source.content), 1):
        if number > _MESSAGES:
            notes.append(NotTaken(f"the mails behind the first {_MESSAGES}"))
            break
        name = f"message {number}"
        found = _mail(content, source, name)
        if isinstance(found, Refusal):
            notes.append(NotTaken(str(found), name))
            continue
        drafts.append(found[0])
        notes += (NotTaken(note.what, name) for note in found[1])
    return Found(tuple(drafts), tuple(notes)) if drafts else Refusal("there is no mail in it")


def _messages(content: bytes) -> Iterator[bytes]:
    """The mails of a mailbox: each begins with a line `From `, which lines of the text have with `>` before it."""
    starts = [
        match
        for match in _FROM.finditer(content)
        if match.start() == 0 or content[: match.start()].endswith((b"\n\n", b"\r\n\r\n"))
    ]
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        yield content[start.end() : following.start() if following is not None else len(content)].replace(
            b"\n>From ", b"\nFrom "
        )


def _mail(content: bytes, source: ImportSource, name: str = "") -> tuple[Draft, tuple[NotTaken, ...]] | Refusal:
    try:
        message: Any = message_from_bytes(content, policy=policy.default)
        parts = [part for _, part in zip(range(_PARTS), message.walk(), strict=False)]
        blocks = _text(parts, source)
    except (ValueError, LookupError, RecursionError, AssertionError, TypeError, AttributeError, IndexError) as error:
        return Refusal(f"this mail is damaged ({type(error).__name__})", "save it anew, and import that")
    if isinstance(blocks, Refusal):
        return blocks
    blocks = tuple(block for block in blocks if block.text.strip())
    if not blocks:
        return Refusal("there is no text in this mail")
    clues = list(_clues(message, blocks))
    notes = [
        NotTaken(f"the attachment {visible(one_line(str(part.get_filename() or part.get_content_type())))}")
        for part in parts
        if part.is_attachment()
    ]
    head: tuple[Block, ...] = ()
    if source.reading.recipients:
        named = [f"{field}: {_header(message, field)}" for field in ("To", "Cc") if _header(message, field)]
        head = tuple(paragraph(line) for line in named)
    elif any(_header(message, field) for field in ("To", "Cc", "Bcc")):
        notes.append(NotTaken("who it went to (keep them with --recipients)"))
    return Draft(tuple(clues), (*head, *blocks), name=name), tuple(notes)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message.get(name) or ""))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):  # damaged heads raise of all kinds
        return ""


def _clues(message: EmailMessage, blocks: tuple[Block, ...]) -> Iterator[Clue]:
    where = "the mail's head"
    if subject := _header(message, "Subject"):
        yield Clue("title", (subject,), where, given=True)
    if date := _header(message, "Date"):
        with suppress(ValueError, TypeError):
            yield Clue("date", (parsedate_to_datetime(date).isoformat(),), where, given=True)
    names = tuple(name or address for name, address in getaddresses([_header(message, "From")]) if name or address)
    if names:
        yield Clue("authors", names[:20], where, given=True)
    if language := guess_language("\n".join(block.text for block in blocks)):
        yield Clue("lang", (language,), "the words of the text")


def _text(parts: list[Any], source: ImportSource) -> tuple[Block, ...] | Refusal:
    """The text of a mail: the plain one where it has one, else its HTML."""
    shown = [part for part in parts if not part.is_multipart() and not part.is_attachment()]
    plain = next((part for part in shown if part.get_content_type() == "text/plain"), None)
    html = next((part for part in shown if part.get_content_type() == "text/html"), None)
    if plain is not None and (text := _decoded(plain, source)).strip():
        return tuple(_plain(text))
    return html_blocks(_decoded(html, source, declares=True)) if html is not None else ()


def _decoded(part: Any, source: ImportSource, *, declares: bool = False) -> str:
    payload = part.get_payload(decode=True) or b""
    told = str(part.get_content_charset() or "")
    return decode(payload, told=told, declares=declares, forced=source.reading.encoding)


def _plain(text: str) -> Iterator[Block]:
    """The paragraphs of a mail, without its signature; what it quotes is a quotation."""
    lines = visible(text).split("\n")
    end = next((at for at, line in enumerate(lines) if _SIGNATURE.fullmatch(line)), len(lines))
    group: list[str] = []
    quoted = False
    for line in [*lines[:end], None]:
        is_quote = line is not None and _QUOTED.match(line) is not None
        if line is None or is_quote != quoted:
            yield from (Block("quote" if quoted else "paragraph", (Span(one),)) for one in paragraphs("\n".join(group)))
            group, quoted = [], is_quote
        if line is not None:
            group.append(line.lstrip("> ") if is_quote else line)
