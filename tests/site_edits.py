"""Everything that may happen to the small project between two builds of its site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.conftest import ROOT, article
from tests.small_project import FILES, Step, put, write


def copied_demo(folder: Path) -> Path:
    """Return a copy of this repository's own project, without the full-text index."""
    for name in ("data", "docs", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return write(folder, {"mkdocs.yml": settings.replace("- dossier\n", "- dossier: {search: false}\n", 1)})


def files_of(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def swap(path: str, old: str, new: str) -> Step:
    """Replace a text in a file, if it is there."""

    def step(root: Path) -> None:
        if (root / path).is_file():
            put(path, (root / path).read_text(encoding="utf-8").replace(old, new))(root)

    return step


def append(path: str, text: str) -> Step:
    def step(root: Path) -> None:
        if (root / path).is_file():
            put(path, (root / path).read_text(encoding="utf-8") + text)(root)

    return step


def remove(path: str) -> Step:
    def step(root: Path) -> None:
        if (root / path).is_dir():
            shutil.rmtree(root / path)
        (root / path).unlink(missing_ok=True)

    return step


def rename(old: str, new: str) -> Step:
    def step(root: Path) -> None:
        if (root / old).is_file():
            (root / new).parent.mkdir(parents=True, exist_ok=True)
            os.replace(root / old, root / new)

    return step


def own(path: str, more: str) -> Step:
    """Give the project its own copy of one of our templates, with something more in it."""
    return put(path, (ROOT / path).read_text(encoding="utf-8") + more)


def damage(cut: int, more: bytes = b"") -> Step:
    """Cut every file of the cache, and put other bytes at its end."""

    def step(root: Path) -> None:
        for path in (root / ".cache").rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                path.write_bytes(content[: len(content) * cut // 100] + more)

    return step


def swap_bytes(root: Path) -> None:
    """Change bytes in the middle of every file of the cache, its length and time aside."""
    for path in (root / ".cache").rglob("*"):
        if path.is_file():
            content, status = bytearray(path.read_bytes()), path.stat()
            middle = len(content) // 2
            content[middle : middle + 4] = b"0000"
            path.write_bytes(bytes(content))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def nothing(root: Path) -> None:
    """Leave all as it is."""


def mend(root: Path) -> None:
    """Take back the steps after which no site can be built."""
    remove("data/articles/2016/broken.md")(root)
    put("data/articles/2016/visit.md", FILES["data/articles/2016/visit.md"])(root)


DATA: dict[str, Step] = {
    "an article says more": append("data/articles/2016/talks.md", "\nXinhua agreed in China on Monday.\n"),
    "an article is of another day": swap("data/articles/left.md", "2015-01-01", "2016-08-19"),
    "an article is added": put("data/articles/new.md", article("Xinhua reported from Aleppo on 16 August 2016.")),
    "an article is renamed": rename("data/articles/left.md", "data/articles/2015/gone.md"),
    "an article is removed": remove("data/articles/2016/talks.md"),
    "an article is removed that a source rests on": remove("data/articles/2016/visit.md"),
    "an article cannot be read": put("data/articles/2016/broken.md", "---\ntitle: [\n---\n"),
    "an actor has another summary": swap("data/actors.yml", "A rear admiral", "An officer"),
    "an actor has another name": swap("data/actors.yml", "name: John Kerry", "name: J. F. Kerry"),
    "an actor of that surname is added": append("data/actors.yml", "teresa: {name: Teresa Kerry, type: person}\n"),
    "an actor is renamed": swap("data/actors.yml", "john-kerry:", "kerry:"),
    "an actor is renamed, and its old address leads on": swap(
        "data/actors.yml", "john-kerry: {", "j-kerry: {formerly: [john-kerry, jk], "
    ),
    "that actor has another name": swap("data/actors.yml", "jk], name: John Kerry", "jk], name: John F. Kerry"),
    "a former id is another one": swap("data/actors.yml", "john-kerry, jk", "john-kerry, kerry"),
    "that actor is withheld": swap("data/actors.yml", "j-kerry: {", "j-kerry: {status: draft, "),
    "that actor is published again": swap("data/actors.yml", "status: draft, ", ""),
    "an actor has its old id back": swap(
        "data/actors.yml", "j-kerry: {formerly: [john-kerry, kerry], ", "john-kerry: {formerly: [j-kerry], "
    ),
    "an event was called otherwise before": swap("data/events.yml", "talks: {", "talks: {formerly: [peace], "),
    "an article lay elsewhere before": swap("data/articles/left.md", "date:", "formerly: [2014/left]\ndate:"),
    "an alias is added": append("data/actors.yml", "ministers: {name: Ministers, type: other, aliases: [ministers]}\n"),
    "an event is of another day": swap("data/events.yml", "2016-08-17", "2016-08-18"),
    "an event is added": append("data/events.yml", "end: {title: The end, date: 2017, countries: [SY, NO]}\n"),
    "events are removed": remove("data/events.yml"),
    "a country has another alias": put("data/countries.yml", "NO: {aliases: [South China Sea], summary: Cold.}\n"),
    "the countries are as they were": remove("data/countries.yml"),
    "an actor is withheld": swap("data/actors.yml", "name: John Kerry,", "name: John Kerry, status: withheld,"),
    "an article is a draft": swap("data/articles/2016/talks.md", "title: Talks", "title: Talks\nstatus: draft"),
    "an event is under embargo": swap("data/events.yml", "title: Talks,", "title: Talks, embargo: 2999-01-01,"),
    "notes are made": swap("data/articles/left.md", "title: Left", "title: Left\nnotes: A secret."),
    "a file lies there that is not read": put("data/articles/notes.txt", "notes"),
}
SITE: dict[str, Step] = {
    "a page by hand says more": append("docs/about.md", "\nMore.\n"),
    "a page by hand is added": put("docs/more.md", "# More\n\nOf [China](countries/china.md).\n"),
    "a page by hand is removed": remove("docs/method.md"),
    "a page by hand takes the place of an actor": put("docs/actors/xinhua.md", "# Xinhua\n\nBy hand.\n"),
    "the actor has its place again": remove("docs/actors"),
    "a page by hand takes the place of one that leads on": put("docs/actors/jk.md", "# Initials\n"),
    "a page by hand leads to an old address": append("docs/about.md", "\n[Initials](actors/jk.md)\n"),
    "a page by hand leads to nothing": append("docs/about.md", "\n[Nowhere](actors/nobody.md)\n"),
    "a page by hand is there to which it leads": put("docs/actors/nobody.md", "# Nobody\n"),
    "that page is gone again": remove("docs/actors/nobody.md"),
    "the home page is ours": remove("docs/index.md"),
    "a file that is copied changes": put("docs/img/dot.txt", "another"),
    "the site has another name": swap("mkdocs.yml", "A small site", "Another site"),
    "the nav is in another order": swap(
        "mkdocs.yml", "  - Dates: dates/index.md\n  - About: about.md", "  - About: about.md"
    ),
    "the nav names a page that is not there": swap("mkdocs.yml", "About: about.md", "About: nowhere.md"),
    "pages are files and not folders": append("mkdocs.yml", "use_directory_urls: false\n"),
    "pages are folders again": swap("mkdocs.yml", "use_directory_urls: false\n", ""),
    "there are no maps": swap("mkdocs.yml", "{search: false}", "{search: false, maps: false}"),
    "pages cannot be edited": swap("mkdocs.yml", "edit_uri: edit/main/docs/\n", ""),
    "an extension is added": append("mkdocs.yml", "markdown_extensions: [footnotes]\n"),
    "a page template is the project's own": own("templates/pages/actor.md.jinja", "\nBy our own template.\n"),
    "a part of the templates is the project's own": own("templates/pages/parts/facts.md.jinja", ""),
    "the templates are ours again": remove("templates/pages"),
    "a file of the theme is the project's own": own("templates/theme/footer.html", "<p>Our own</p>"),
    "the stylesheet is the project's own": own("templates/theme/css/dossier.css", "\n.own { color: red; }\n"),
    "a file is added to the theme": put("templates/theme/css/more.css", "body {}"),
    "the theme is ours again": remove("templates/theme"),
}
WHAT_IS_THERE: dict[str, Step] = {
    "nothing happens": nothing,
    "a page of the site is changed": append("site/actors/xinhua/index.html", "by somebody"),
    "a page by hand of the site is changed": append("site/about/index.html", "by somebody"),
    "a page of the site is removed": remove("site/dates/2016/08/17/index.html"),
    "a folder of the site is removed": remove("site/actors"),
    "a file is put into the site": put("site/actors/foreign.html", "foreign"),
    "a file is put into a new folder of the site": put("site/foreign/deep/file.txt", "foreign"),
    "the stylesheet of the site is changed": append("site/css/dossier.css", "x"),
    "the site is removed": remove("site"),
    "the cache is cut": damage(60),
    "the cache is empty": damage(0),
    "the cache is of other bytes": damage(0, b"\xff\x00 [not] {what: it was"),
    "the cache has more bytes": damage(100, b"more"),
    "the cache holds other bytes": swap_bytes,
    "the cache is removed": remove(".cache"),
}
STEPS = {**DATA, **SITE, **WHAT_IS_THERE}
