"""What a user's own templates of the theme may rely on, though the plugin renders once what many pages share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.processes import run
from tests.small_project import small_project

ACTORS = "ann-archer:\n  name: Ann Archer\n  type: person\n  countries: [FR]\n"
ARTICLE = "---\ntitle: An inquiry\ndate: 2016-08-18\noutlet: A paper\n---\n\nAnn Archer was in France on 3 May 2016.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {"data/actors.yml": ACTORS, "data/articles/inquiry.md": ARTICLE, "docs/about.md": "# About\n\n## Us\n"}
    return small_project(tmp_path, files)


def _built(project: Path, **templates: str) -> dict[str, str]:
    """Three pages of the site, built with some templates of the user's own."""
    folder = project / "templates" / "theme"
    folder.mkdir(parents=True)
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text)
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    paths = ("about", "actors/ann-archer", "articles/inquiry")
    return {path: (project / "site" / path / "index.html").read_text() for path in paths}


def test_a_head_of_ones_own_may_show_what_each_page_has(project: Path) -> None:
    shown = "{% if page %}{{ (page.meta.dossier or {}).kind }} {{ page.url }}{% endif %}"
    head = f"<title>{{{{ title }}}}</title><meta name='kind' content='{shown}'>"
    pages = _built(project, head=head)
    assert "content='actor actors/ann-archer/'>" in pages["actors/ann-archer"]
    assert "content='article articles/inquiry/'>" in pages["articles/inquiry"]
    assert "content=' about/'>" in pages["about"]


def test_a_main_template_of_ones_own_sees_what_mkdocs_says_of_a_page(project: Path) -> None:
    main = (
        "{{ page.title }}|{{ (page.meta.dossier or {}).kind }}|{{ page.toc|map(attribute='url')|join }}|"
        "{% for entry in page.toc %}{{ entry.children|map(attribute='title')|join(',') }}{% endfor %}|"
        "{{ page.file.src_uri }}|{{ page.canonical_url }}|{{ page.is_homepage }}|{% include 'head.html' %}"
    )
    pages = _built(project, main=main)
    assert pages["articles/inquiry"].startswith(
        "An inquiry|article|#an-inquiry|Actors,Countries,Dates|articles/inquiry.md|None|False|<meta charset"
    )
    assert pages["about"].startswith("About||#about|Us|about.md|None|False|<meta charset")


def test_a_heading_or_a_list_of_headings_is_each_pages_own(project: Path) -> None:
    pages = _built(project)
    assert '<a href="#actors">Actors</a>' in pages["articles/inquiry"]
    assert '<nav class="contents"' not in pages["about"]
    assert "<title>Ann Archer – A small site</title>" in pages["actors/ann-archer"]
    assert "<title>About – A small site</title>" in pages["about"]


def test_what_fails_in_a_main_template_is_said_with_its_line(project: Path) -> None:
    folder = project / "templates" / "theme"
    folder.mkdir(parents=True)
    (folder / "main.html").write_text("one\n{% if page.meta.dossier %}{{ page.nothing.of_this }}{% endif %}\n")
    done = run("mkdocs", "build", cwd=project)
    assert done.returncode != 0 and "main.html" in done.stderr and "line 2" in done.stderr


def test_a_build_with_nothing_new_imports_no_stage(project: Path) -> None:
    run("mkdocs", "build", cwd=project)
    again = run("mkdocs", "build", cwd=project, PYTHONPROFILEIMPORTTIME="1").stderr
    assert "mkdocs_dossier.site_build.output" in again
    ours = (f"mkdocs_dossier.{module}" for module in ("build", "model.records", "serve.preview"))
    for module in (*ours, "pydantic", "watchdog"):
        assert f" {module}\n" not in again
