"""A page that a browser saved as one file (MHTML): its HTML, where it was saved from, and its encoding."""

from __future__ import annotations

from email import policy
from email.message import Message
from email.parser import BytesParser

from mkdocs_dossier.imports.decode import decode
from mkdocs_dossier.imports.draft import Refusal

_PARTS = 1000


def saved_page(content: bytes) -> tuple[str, str] | Refusal:
    """Return the page's text and its address, which may be empty."""
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(content)
        parts = [part for _, part in zip(range(_PARTS), message.walk(), strict=False)]
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        payload = page.get_payload(decode=True) if page is not None else None
    except (ValueError, LookupError, RecursionError, AssertionError):
        return Refusal("this saved page is damaged", "save it again, as HTML")
    if page is None or not isinstance(payload, bytes):
        return Refusal("there is no page in this file", "save it again, as HTML")
    text = decode(payload, told=str(page.get_content_charset() or ""), declares=True)
    return text, _address(page) or _address(message)


def _address(part: Message) -> str:
    value = str(part.get("Content-Location") or part.get("Snapshot-Content-Location") or "").strip()
    return value if value.startswith(("http://", "https://")) else ""
