"""Dossier beside other plugins that people use: what they make of its pages, and what becomes of the site."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import ROOT
from tests.processes import run
from tests.small_project import small_project

_SETTINGS = """\
site_name: A small site
site_url: https://example.org/small/
theme: {name: dossier}
plugins:
  - dossier: {search: false}
"""
_LANGUAGES = """\
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, default: true, name: English, build: true}
        - {locale: fr, name: French, build: true}
"""


def _built(project: Path, plugin: str, *, first: bool = False) -> Path:
    settings = _SETTINGS.replace("  - dossier", f"{plugin}  - dossier") if first else _SETTINGS + plugin
    (project / "mkdocs.yml").write_text(settings)
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_feed_holds_the_generated_pages_that_it_is_asked_for(tmp_path: Path) -> None:
    site = _built(small_project(tmp_path), '  - rss: {match_path: "(articles|dates)/.*", use_git: false}\n')
    feed = ElementTree.fromstring((site / "feed_rss_created.xml").read_bytes())
    links = {link.text for link in feed.iterfind("channel/item/link")}
    assert "https://example.org/small/articles/2016/visit/" in links
    assert "https://example.org/small/dates/2016/08/18/" in links


def test_a_site_in_two_languages_has_one_dossier_that_both_lead_to(tmp_path: Path) -> None:
    for number, first in enumerate((False, True)):
        project = small_project(tmp_path / str(number))
        (project / "docs" / "about.md").write_text("# About\n\nSee [him](actors/guan-youfei.md).\n")
        (project / "docs" / "about.fr.md").write_text("# Le projet\n\nVoir [lui](actors/guan-youfei.md).\n")
        site = _built(project, _LANGUAGES, first=first)
        assert "Le projet" in (site / "fr/about/index.html").read_text()
        assert 'href="../../actors/guan-youfei/"' in (site / "fr/about/index.html").read_text()
        page = (site / "actors/guan-youfei/index.html").read_text()
        assert "Guan Youfei</h1>" in page and re.search(r'<a[^>]* href="../../about/"', page)
        assert not (project / ".site.dossier").exists()


def test_a_site_may_be_in_a_language_of_which_mkdocs_has_no_translations(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "mkdocs.yml").write_text(_SETTINGS.replace("{name: dossier}", "{name: dossier, locale: de}"))
    done = run("mkdocs", "build", "--strict", cwd=project)
    assert done.returncode == 0, done.stderr
    assert '<html lang="de"' in (project / "site/about/index.html").read_text()


def test_what_the_pages_policy_blocks_is_said_in_the_build_unless_it_is_allowed(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    extras = "extra_javascript: [https://cdn.example.org/chart.js, own.js]\nextra_css: ['//cdn.example.org/x.css']\n"
    (project / "mkdocs.yml").write_text(_SETTINGS + extras)
    (project / "docs/own.js").write_text("")
    blocks = [
        '<iframe src="https://video.example.org/1"></iframe>',
        '<p style="color: red">Red.</p>',
        '<button onclick="go()">Go</button>',
        "<script>go()</script>",
        "![Photo](https://pictures.example.org/1.png)",
    ]
    (project / "docs/about.md").write_text("# About\n\n" + "\n\n".join(blocks))
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "will not work" in line]
    names = ("chart.js", "x.css", "<iframe", "style within", "onclick", "script within", "1.png")
    assert len(said) == len(names) and all(any(name in line for line in said) for name in names), said

    head = (ROOT / "templates/theme/head.html").read_text()
    head = head.replace("script-src 'self'", "script-src 'self' https://cdn.example.org; frame-src https:")
    own = project / "templates/theme"
    own.mkdir(parents=True)
    (own / "head.html").write_text(head)
    said = [line for line in run("mkdocs", "build", cwd=project).stderr.splitlines() if "will not work" in line]
    assert len(said) == 5 and not any("chart.js" in line or "iframe" in line for line in said), said


def test_properdocs_builds_the_same_dossiers_with_the_plugin_and_the_theme(tmp_path: Path) -> None:
    pages = []
    for builder in ("mkdocs", "properdocs"):
        project = small_project(tmp_path / builder)
        done = run(builder, "build", "--strict", cwd=project)
        assert done.returncode == 0, done.stderr
        pages.append((project / "site/actors/guan-youfei/index.html").read_text())
        assert not (project / ".site.dossier").exists()
    assert pages[0] == pages[1] and "Guan Youfei" in pages[0]
