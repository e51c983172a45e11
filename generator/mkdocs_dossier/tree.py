"""`dossier build --to`: the whole site as Markdown, with the pages written by hand, for any builder that reads MkDocs'
projects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs_dossier.build import Snapshot, WrittenSite, write_home
from mkdocs_dossier.export.markdown_tree import tree_files, with_site_links
from mkdocs_dossier.pages.home_mark import home_text, wants_home, with_home
from mkdocs_dossier.pages.moved import moved_pages
from mkdocs_dossier.read.site_settings import read_site
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.run.regular_file import read_regular
from mkdocs_dossier.write.tree import TreeChange, write_tree

_MOST = 1 << 30
"""Bytes of a file of the docs folder that are read."""


def write_site_tree(
    site: WrittenSite, target: Path, tell: Callable[[str], None], progress: Progress = silent
) -> TreeChange:
    """Write the site into the folder `target`, and return what changed there. Raises `CannotWrite`.

    tell: is told of each file written by hand that is left out, and why.
    """
    root = site.snapshot.root
    own_settings = read_site(root)
    settings = dict(own_settings.values)
    by_hand = dict(_hand_written(own_settings.docs, settings, tell))
    by_hand = {path: _with_home(path, content, site.snapshot, settings) for path, content in by_hand.items()}
    pages = {path: page.markdown for path, page in site.pages.items()}
    own = {**site.files, **by_hand}
    files = tree_files(pages, moved_pages(site.site.moved, pages), own, settings, site.site.words)
    progress("writing files", 0, 0)
    return write_tree(target, files)


def _hand_written(
    folder: Path, settings: Mapping[str, Any], tell: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the docs folder, and a home page where there is none, by their paths below it."""
    has_home = False
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts) or path.is_dir():
            continue
        try:
            inside = path.resolve(strict=True).is_relative_to(folder.resolve())
            content = read_regular(str(path), _MOST) if inside else b""
        except (OSError, RuntimeError) as error:
            tell(f"{path} is left out: {getattr(error, 'strerror', None) or error}")
            continue
        if inside:
            has_home = has_home or relative.as_posix() == "index.md"
            yield relative.as_posix(), content
        else:
            tell(f"{path} is left out: this link leads out of {folder}")
    if not has_home:
        name, description = (str(settings.get(key) or "") for key in ("site_name", "site_description"))
        yield "index.md", home_text(name or "Dossier", description).encode()


def _with_home(path: str, content: bytes, snapshot: Snapshot, settings: Mapping[str, Any]) -> bytes:
    """A file with the figures of the collection, where it is a page that wants them."""
    text = content.decode("utf-8", "replace") if path.endswith(".md") else ""
    if not wants_home(text):
        return content
    home, _ = write_home(snapshot, path)
    return with_home(text, with_site_links(home, path, settings)).encode()
