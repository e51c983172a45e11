"""Answers requests under `mkdocs serve`: with files of the served folder, and in each page with what lets it follow
edits.

MkDocs' own server lets every request wait while something is built, writes a script into the page, and waits for ever
after a build that failed.
"""

from __future__ import annotations

import html
import json
import logging
import mimetypes
import os
import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote

from mkdocs_dossier.diagnostics import as_text
from mkdocs_dossier.run.package_files import templates_folder
from mkdocs_dossier.serve.banner import banner
from mkdocs_dossier.serve.reload_state import ReloadState

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.dossier")

OWN = "dossier/serve/"
"""Below it lies what only `mkdocs serve` has."""

PATIENCE = 25.0
"""Seconds after which a page that asks for news gets none, and asks again."""

_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)

Answer = Iterable[bytes]


class PreviewApp:
    """A WSGI application.

    Args:
        folder: The folder that is served.
        make: Brings the file at an address up to date.
        media_type: Gives the media type of a file whose name does not tell it.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        folder: str,
        make: Callable[[str], None],
        media_type: Callable[[str], str | None],
        reload_state: ReloadState,
    ) -> None:
        self._server, self._folder, self._make, self._reload_state = server, folder, make, reload_state
        self._media_type = media_type
        self._mount = server.mount_path

    def __call__(self, environ: dict[str, Any], start: Any) -> Answer:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self._mount + OWN):
            return self._own(path[len(self._mount + OWN) :], environ.get("QUERY_STRING", ""), start)
        if path.startswith(self._mount):
            return self._file(path, start)
        if path.startswith("/livereload/"):  # a page that MkDocs served, before it was started again
            return self._server.serve_request(environ, start)
        if path in ("/", self._mount.rstrip("/")):
            return _elsewhere(self._mount, start)
        return self._missing(start)

    def _file(self, path: str, start: Any) -> Answer:
        url = path[len(self._mount) :]
        pages, state = self._reload_state.pages, self._reload_state.state  # before it is made: what comes then is news
        try:
            self._make(url)
        except Exception as error:
            log.error("%s: %s", type(error).__name__, error)
            log.debug("of '%s'", url, exc_info=True)
        inside = posixpath.normpath(f"/{url}{'index.html' if path.endswith('/') else ''}").lstrip("/")
        file = Path(self._folder, inside)
        try:
            content = file.read_bytes()
        except (OSError, ValueError):
            if not path.endswith("/") and os.path.isfile(Path(self._folder, inside.replace("\0", ""), "index.html")):
                return _elsewhere(f"{path}/", start)
            return self._missing(start)
        kind = self._media_type(inside) or _kind(file.name)
        return _given("200 OK", kind, self._alive(content, pages, state) if kind == "text/html" else content, start)

    def _missing(self, start: Any) -> Answer:
        try:
            content = Path(self._folder, "404.html").read_bytes()
        except OSError:
            content = b"<!doctype html><html><body><h1>404 Not Found</h1></body></html>"
        return _given(
            "404 Not Found",
            "text/html",
            self._alive(content, self._reload_state.pages, self._reload_state.state),
            start,
        )

    def _own(self, name: str, query: str, start: Any) -> Answer:
        if name == "state":
            return self._news(query, start)
        file = own_file(name)
        if name not in ("banner.js", "banner.css") or not file.is_file():
            return self._missing(start)
        return _given("200 OK", _kind(name), file.read_bytes(), start)

    def _news(self, query: str, start: Any) -> Answer:
        """Answer an open page that asks for news, as soon as there is any. Pages ask again after each answer."""
        self._reload_state.wait(parse_qs(query).get("state", [""])[0], PATIENCE)
        reload_state = self._reload_state
        state, pages, problems = reload_state.state, reload_state.pages, reload_state.problems
        news = {"state": state, "pages": pages, "banner": banner(problems), "problems": list(map(as_text, problems))}
        return _given("200 OK", "application/json", json.dumps(news).encode(), start)

    def _alive(self, content: bytes, pages: str, state: str) -> bytes:
        part = live_part(self._mount, pages, state, banner(self._reload_state.problems))
        return with_part(content, part)


def live_part(mount: str, pages: str, state: str, shown: str) -> str:
    """Return what every page gets under `serve`: the banner, and the script that follows edits."""
    script = html.escape(quote(f"{mount}{OWN}banner.js"))
    return (
        still_part(mount, shown) + f'<script defer src="{script}" data-pages="{pages}" data-state="{state}"></script>'
    )


def still_part(mount: str, shown: str) -> str:
    """Return the banner alone, for pages that are served as they lie."""
    style = html.escape(quote(f"{mount}{OWN}banner.css"))
    return (
        f'<link rel="stylesheet" href="{style}">'
        f'<div id="dossier:problems" role="alert" aria-live="polite" data-pagefind-ignore="all">{shown}</div>'
    )


def own_file(name: str) -> Path:
    """Return the path of a file that only `mkdocs serve` has."""
    return templates_folder() / "serve" / name


def with_part(content: bytes, part: str) -> bytes:
    """Return a page with something inserted at the beginning of its body."""
    body = _BODY.search(content, max(content.find(b"</head>"), 0))
    at = 0 if body is None else body.end()
    return content[:at] + part.encode() + content[at:]


def _kind(name: str) -> str:
    if name.lower().endswith((".js", ".mjs")):
        return "application/javascript"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _given(status: str, kind: str, content: bytes, start: Any) -> Answer:
    headers = [("Content-Type", kind), ("Content-Length", str(len(content))), ("Cache-Control", "no-cache")]
    start(status, headers)
    return [content]


def _elsewhere(path: str, start: Any) -> Answer:
    start("302 Found", [("Location", quote(path)), ("Content-Length", "0")])
    return []
