"""Everything that may befall a file of a project while it is served, how it is mended, and what is to be said of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import article
from tests.small_project import Files, Step, put

SETTINGS = """site_name: Served
site_url: https://example.org/small/
theme: {name: dossier}
plugins:
  - dossier: {search: false}
nav:
  - index.md
  - Actors: actors/index.md
  - About us: about.md
  - Method: sub/method.md
hooks: [hooks/hook.py]
markdown_extensions: [attr_list]
"""
ACTORS = """guan-youfei:
  name: Guan Youfei
  type: person
  countries: [CN]
  summary: A rear admiral.
xinhua:
  name: Xinhua
  type: media
"""
OWN_PAGE = "# Dossier on {{ page.title }}\n\n{% for group in page.mentions.groups %}{{ group.article }}{% endfor %}\n"
HOOK = '''"""Of this project."""

import time
from pathlib import Path

HERE = Path(__file__).parent


def on_pre_build(config):
    while (HERE / "wait").exists():
        time.sleep(0.05)
    if (HERE / "raise").exists():
        raise ValueError("of the hook")
'''

FILES: Files = {
    "mkdocs.yml": SETTINGS,
    "hooks/hook.py": HOOK,
    "docs/index.md": "# Served\n\n<!-- dossier:home -->\n",
    "docs/about.md": "---\ntitle: About\n---\n\n# About\n\nBy hand, see [Guan](actors/guan-youfei.md).\n",
    "docs/sub/method.md": "# Method\n\nHow it is done.\n",
    "docs/img/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "data/actors.yml": ACTORS,
    "data/actors/wang-yi.yml": "name: Wang Yi\ntype: person\n",
    "data/events.yml": "talks:\n  title: Talks\n  date: 2016-08-17\n  actors: [guan-youfei]\n",
    "data/articles/visit.md": article("Guan Youfei met ministers in Damascus, Xinhua said. Syria agreed."),
    "data/articles/other.md": article("Wang Yi spoke in Norway.", date="2016-08-20"),
    "templates/pages/event.md.jinja": "# {{ page.title }}\n\nAn event of our own template.\n",
    "templates/theme/footer.html": "<p>Our own footer</p>\n",
    "templates/theme/css/own.css": "p { margin: 0; }\n",
}

PAGES = (
    *("", "about/", "sub/method/", "actors/", "actors/guan-youfei/", "actors/wang-yi/", "actors/xinhua/"),
    *("articles/visit/", "articles/other/", "events/talks/", "dates/2016/08/18/", "countries/syria/", "nowhere/"),
)
"""A page of each kind: by hand, generated, index, home, and one that is not there."""


def remove(root: Path, path: str) -> None:
    """Remove whatever is there."""
    target = root / path
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)


def a_folder_instead(path: str) -> Step:
    def step(root: Path) -> None:
        remove(root, path)
        (root / path).mkdir(parents=True)

    return step


def a_link_to_nothing(path: str) -> Step:
    def step(root: Path) -> None:
        remove(root, path)
        (root / path).symlink_to("nothing-that-is-there")

    return step


def gone(path: str) -> Step:
    return lambda root: remove(root, path)


def closed(path: str) -> Step:
    """Take away the permission to read."""
    return lambda root: (root / path).chmod(0)


def both(*steps: Step) -> Step:
    def step(root: Path) -> None:
        for one in steps:
            one(root)

    return step


@dataclass(frozen=True)
class Fault:
    """break_it: what befalls. path: of the file that is named. says: what is said of it. put_back: files and folders
    that are mended by what `FILES` has of them. at_start: whether the server can start with it.
    """

    break_it: Step
    path: str
    says: str
    put_back: tuple[str, ...]
    at_start: bool = True

    def mend(self, root: Path) -> None:
        """Let the files be what they were."""
        for path in self.put_back:
            remove(root, path)
        for path, text in FILES.items():
            if any(path == part or path.startswith(f"{part}/") for part in self.put_back):
                put(path, text)(root)


def _of(path: str, break_it: Step, says: str, *more: str, at_start: bool = True) -> Fault:
    return Fault(break_it, path, says, (path, *more), at_start)


def _file(path: str, text: str | bytes, says: str, *, at_start: bool = True) -> Fault:
    return _of(path, put(path, text), says, at_start=at_start)


_NOT_UTF8 = b"\xff\xfe name: \xe4"
_LIST, _ONE, _ARTICLE = "data/actors.yml", "data/actors/wang-yi.yml", "data/articles/visit.md"
_PAGE, _TEMPLATE, _THEME = "docs/about.md", "templates/pages/event.md.jinja", "templates/theme/footer.html"
_SITE = "mkdocs.yml"

FAULTS: Mapping[str, Fault] = {
    # the data
    "a list is cut in a name": _file(_LIST, ACTORS[: ACTORS.index("nhua") + 2] + "\n  ty", "yaml-syntax"),
    "a list is cut after a field": _file(_LIST, ACTORS[: ACTORS.index("  type: media")], "missing-key"),
    "a list is empty": _file(_LIST, "", "empty-file"),
    "a list is not UTF-8": _file(_LIST, _NOT_UTF8, "encoding"),
    "a list has a fault of syntax": _file(_LIST, "guan-youfei: {name: [}\n", "yaml-syntax"),
    "a list is a folder": _of(_LIST, a_folder_instead(_LIST), "unreadable-file"),
    "a list is a link to nothing": _of(_LIST, a_link_to_nothing(_LIST), "outside-data"),
    "a list may not be read": _of(_LIST, closed(_LIST), "unreadable-file"),
    "a record is broken": _file(_LIST, ACTORS.replace("type: media", "type: medium"), "bad-value"),
    "a single record is empty": _file(_ONE, "", "empty-file"),
    "a single record is broken": _file(_ONE, "name: [Wang\n", "yaml-syntax"),
    "a single record is a folder": _of(_ONE, a_folder_instead(_ONE), "unreadable-file"),
    "an article is empty": _file(_ARTICLE, "", "empty-file"),
    "an article has no fence": _file(_ARTICLE, "title: A\ndate: 2016-08-18\n", "front-matter"),
    "an article has bad front matter": _file(_ARTICLE, "---\ntitle: [\n---\n\nText.\n", "yaml-syntax"),
    "an article is not UTF-8": _file(_ARTICLE, _NOT_UTF8, "encoding"),
    "an article is a link to nothing": _of(_ARTICLE, a_link_to_nothing(_ARTICLE), "outside-data"),
    "the articles are a link to nothing": _of("data/articles", a_link_to_nothing("data/articles"), "outside-data"),
    "the data folder is gone": _of("data", gone("data"), "no-data"),
    # page templates
    "a page template cannot be compiled": _file(_TEMPLATE, "{% if %}", "bad-template"),
    "a page template uses what is not there": _file(_TEMPLATE, "# {{ page.nothing }}\n", "bad-template"),
    "a page template is empty": _file(_TEMPLATE, "", "empty-file"),
    "a page template is not UTF-8": _file(_TEMPLATE, _NOT_UTF8, "encoding"),
    "a page template is a folder": _of(_TEMPLATE, a_folder_instead(_TEMPLATE), "unreadable-file"),
    # the theme
    "a theme template cannot be compiled": _file(_THEME, "<p>\n{% if %}", "bad-template"),
    "a theme template fails": _file(_THEME, "<p>\n{{ nothing.at.all }}", "bad-template"),
    "a theme template is empty": _file(_THEME, "", "empty-file"),
    "a theme template is not UTF-8": _file(_THEME, _NOT_UTF8, "encoding"),
    "a theme template is a folder": _of(_THEME, a_folder_instead(_THEME), "unreadable-file"),
    "a stylesheet is empty": _file("templates/theme/css/own.css", "", "empty-file", at_start=False),
    "a stylesheet is a folder": _of(
        "templates/theme/css/own.css",
        a_folder_instead("templates/theme/css/own.css"),
        "unreadable-file",
        at_start=False,
    ),
    # pages written by hand
    "a page is empty": _file(_PAGE, "", "empty-file"),
    "a page is not UTF-8": _file(_PAGE, _NOT_UTF8, "encoding"),
    "a page has bad front matter": _file(_PAGE, "---\ntitle: [\n---\n\n# About\n", "yaml-syntax"),
    "a page's front matter has no end": _file(_PAGE, "---\ntitle: About\n\n# About\n", "front-matter"),
    "a page is a folder": _of(_PAGE, a_folder_instead(_PAGE), "unreadable-file", at_start=False),
    "a page is a link to nothing": _of(_PAGE, a_link_to_nothing(_PAGE), "unreadable-file"),
    "a page may not be read": _of(_PAGE, closed(_PAGE), "unreadable-file"),
    "a page asks for no template that there is": _file(
        _PAGE, FILES[_PAGE].replace("title: About", "title: About\ntemplate: none.html"), "bad-template"
    ),
    "a picture is a link to nothing": _of("docs/img/dot.svg", a_link_to_nothing("docs/img/dot.svg"), "unreadable-file"),
    "the pages' folder is gone": _of("docs", gone("docs"), "site-error", at_start=False),
    # the settings, and code of the project
    "the settings are empty": _file(_SITE, "", "empty-file", at_start=False),
    "the settings are cut": _file(_SITE, "site_name: Served\n", "site-error", at_start=False),
    "the settings have a fault of syntax": _file(_SITE, "site_name: [Served\n", "yaml-syntax", at_start=False),
    "the settings are not UTF-8": _file(_SITE, b"site_name: \xff\n", "encoding", at_start=False),
    "the settings are gone": _of(_SITE, gone(_SITE), "unreadable-file", at_start=False),
    "the settings are a folder": _of(_SITE, a_folder_instead(_SITE), "unreadable-file", at_start=False),
    "the plugin has a bad option": _file(
        _SITE, SETTINGS.replace("search: false", "max_file_size: much"), "site-error", at_start=False
    ),
    "there is no such plugin": _file(
        _SITE, SETTINGS.replace("plugins:\n", "plugins:\n  - nothing-of-the-kind\n"), "site-error", at_start=False
    ),
    "there is no such extension": _file(
        _SITE, SETTINGS.replace("[attr_list]", "[attr_list, nothing_of_the_kind]"), "site-error", at_start=False
    ),
    "the nav names a page that is not there": _file(_SITE, SETTINGS.replace("about.md", "nowhere.md"), "site-warning"),
    "a hook raises": Fault(
        both(put("hooks/raise", ""), put(_SITE, SETTINGS)),
        "hooks/hook.py",
        "site-error",
        ("hooks", _SITE),
        at_start=False,
    ),
}


def can_be_closed() -> bool:
    """Whether permissions mean anything to who runs this."""
    return os.geteuid() != 0
