"""A project of a few small files: what a test begins with, and changes step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.conftest import article

Files = Mapping[str, str | bytes]
"""Texts, or bytes, by the path of the file."""

Step = Callable[[Path], None]
"""What is done in a project's folder."""


def settings(options: str = "search: false", *, theme: str = "dossier", more: str = "") -> str:
    """Return a `mkdocs.yml`. options: of the plugin. more: lines to follow."""
    plugins = f"plugins: [dossier: {{{options}}}]" if options else "plugins: [dossier]"
    return f"site_name: A small site\ntheme: {{name: {theme}}}\n{plugins}\n{more}"


ACTORS = """
guan-youfei:
  name: Guan Youfei
  type: person
  countries: [CN]
  summary: A rear admiral, of whom *little* is known.
  roles:
    - title: Director
      organization: xinhua
      from: 2016-01
      sources:
        - {article: 2016/visit, quote: met Syrian ministers}
john-kerry: {name: John Kerry, type: person, countries: [US]}
xinhua: {name: Xinhua, type: media}
"""
EVENTS = """
visit:
  title: A visit to Damascus
  date: 2016-08-17
  type: meeting
  place: {name: Damascus, country: SY, lat: 33.5, lon: 36.3}
  actors: [guan-youfei]
  sources: [2016/visit]
talks: {title: Talks, date: 2016-08, part_of: visit, countries: [US]}
"""
SETTINGS = """
site_name: A small site
site_url: https://example.org/small/
repo_url: https://example.org/repository
edit_uri: edit/main/docs/
theme: {name: dossier}
plugins: [dossier: {search: false}]
nav:
  - Home: index.md
  - Actors: actors/index.md
  - Dates: dates/index.md
  - About: about.md
not_in_nav: "*"
validation: {omitted_files: ignore}
"""
FILES: Files = {
    "mkdocs.yml": SETTINGS,
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/articles/2016/visit.md": article(
        "Guan Youfei met Syrian ministers on Wednesday, Xinhua said.\n\nGuan left on 20 August.", outlet="xinhua"
    ),
    "data/articles/2016/talks.md": article(
        "John Kerry spoke in Norway yesterday. Kerry said nothing of Guan Youfei.", date="2016-08-20", title="Talks"
    ),
    "data/articles/left.md": article(
        "All left [[guan-youfei|the admiral]] alone in the South China Sea.", date="2015-01-01", title="Left"
    ),
    "data/articles/plan.md": article(
        "John Kerry has a secret plan.", date="2016-09-01", title="Plan", embargo="2026-03-01"
    ),
    "docs/index.md": "# A small site\n\n<!-- dossier:home -->\n",
    "docs/about.md": "# About\n\nSee [the admiral](actors/guan-youfei.md).\n",
    "docs/method.md": "# Method\n\n<!-- dossier:home -->\n",
    "docs/img/dot.txt": "a file that is copied",
}
"""A collection with something of each kind, one article of it under an embargo up to 1 March 2026."""

BARE: Files = {"mkdocs.yml": settings(), "docs/index.md": "# A small site\n\n<!-- dossier:home -->\n"}
"""What there is of any site, beside its data."""


def small_project(folder: Path, files: Files = FILES) -> Path:
    """Write a project, and return its folder. files: those of `BARE` are there besides, where they hold none."""
    return write(folder, {**BARE, **files})


def write(folder: Path, files: Files) -> Path:
    """Write some files below a folder, and return it."""
    for path, content in files.items():
        put(path, content)(folder)
    return folder


def put(path: str, content: str | bytes) -> Step:
    """Write a file, as it stands there."""

    def step(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)

    return step
