"""Where "Edit this page" of a generated page leads: to the file of its record, which lies outside the docs folder.

MkDocs joins `edit_uri` with a path below the docs folder. `docs/../data/actors.yml` is understood in the path of
an address, but not in a parameter of it (`?path=docs/`), nor where it is quoted (`{path!q}`).
"""

from __future__ import annotations

import posixpath
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def edit_uri(source: str, config: MkDocsConfig) -> str | None:
    """Return where a file is edited, seen from the docs folder, as MkDocs asks for it.

    source: a path in the project; empty if there is no file.
    """
    docs = _docs(config.config_file_path or "mkdocs.yml", config.docs_dir)
    return None if not source or docs is None else posixpath.relpath(source, docs)


def resolved(url: str | None, source: str, config: MkDocsConfig) -> str | None:
    """Return the address that MkDocs made of an `edit_uri`, with the path of the file as it is in the project."""
    docs = _docs(config.config_file_path or "mkdocs.yml", config.docs_dir)
    if url is None or docs is None:
        return url
    seen = posixpath.relpath(source, docs)
    for written in (str, _quoted):
        url = url.replace(written(f"{docs}/{seen}"), written(source))
        if not source.endswith(".md"):  # a template may have `{path_noext}.md`
            without = posixpath.splitext(seen)[0]
            for path in (f"{docs}/{without}.md", f"{posixpath.normpath(f'{docs}/{without}')}.md"):
                url = url.replace(written(path), written(source))
        url = url.replace(f"{docs}/{_quoted(seen)}", _quoted(source))
    return url


def _quoted(path: str) -> str:
    return quote(path, safe="")


@lru_cache(maxsize=16)
def _docs(settings: str, docs_dir: str) -> str | None:
    """The docs folder as a path in the project; None if it lies elsewhere."""
    root, docs = Path(settings).resolve().parent, Path(docs_dir).resolve()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else None
