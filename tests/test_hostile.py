"""What strangers write stays text: in our theme and in MkDocs' own."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import MakeCollection, article
from tests.processes import run

ATTACK = "</title><script>alert(1)</script><img src=x onerror=alert(2)>"
ACTORS = f"""
bird:
  name: "Bird {ATTACK}"
  type: person
  aliases: ["Alias {ATTACK}", Zilpzalp]
  summary: "Summary {ATTACK} [x](javascript:alert(3))"
  roles: [{{title: "Role {ATTACK}", organization: "Org {ATTACK}"}}]
"""
EVENTS = f"""
song:
  title: "Song {ATTACK}"
  date: 2016-08-17
  place: "Place {ATTACK}"
  actors: [{{actor: bird, role: "Part {ATTACK}"}}]
  sources:
    - {{article: a, quote: "quoted words", says: "Says {ATTACK}"}}
    - {{title: "Source {ATTACK}", url: "https://example.org/\\"onmouseover=alert(4)"}}
"""
BODY = f"""
## Heading {ATTACK}

Zilpzalp said quoted words on Wednesday. {ATTACK} <b>bold</b> {{{{ config }}}} {{: onclick=alert(5)}}
[x](javascript:alert(6)) [y](data:text/html,alert(7)) ![z](https://example.org/z.png)

<div onclick="alert(8)">block</div>
"""


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts.append(data)


@pytest.mark.parametrize("theme", ["dossier", "mkdocs", "readthedocs", "material"])
@pytest.mark.promise("no-script")
def test_no_text_of_a_record_or_article_becomes_script(theme: str, collection: MakeCollection) -> None:
    root = collection(
        {
            "mkdocs.yml": f"site_name: Test\ntheme: {{name: {theme}}}\nplugins: [dossier: {{search: false}}]\n",
            "docs/about.md": "# About\n",
            "data/actors.yml": ACTORS,
            "data/events.yml": EVENTS,
            "data/articles/a.md": article(BODY, title=f'"Title {ATTACK}"', outlet=f'"Outlet {ATTACK}"'),
        }
    ).root
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    pages = list((root / "site").rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        _assert_harmless(page)
    shown = (root / "site/articles/a/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def _assert_harmless(page: Path) -> None:
    seen = _Seen()
    seen.feed(page.read_text(encoding="utf-8"))
    # The readthedocs theme gives its own script the title, as a JSON text.
    assert not [script for script in seen.scripts if "alert" in script and "mkdocs_page_name" not in script], page
    for name, value in seen.attributes:
        assert not name.startswith("on") or "alert" not in value, (page, name)
        if name in ("href", "src"):
            assert not value.strip().lower().startswith(("javascript:", "data:text")), (page, value)
            assert name == "href" or "example.org" not in value, (page, value)


@pytest.mark.promise("no-engine")
def test_an_article_reaches_no_engine_no_snippet_and_no_setting_of_its_page(collection: MakeCollection) -> None:
    extensions = "[attr_list, pymdownx.snippets, pymdownx.superfences, abbr, footnotes, toc]"
    root = collection(
        {
            "mkdocs.yml": f"site_name: Test\ntheme: material\nmarkdown_extensions: {extensions}\n"
            "plugins: [dossier: {search: false}]\n",
            "docs/about.md": "# About\n",
            "data/articles/a.md": article(ENGINES),
        }
    ).root
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stderr
    page = (root / "site/articles/a/index.html").read_text(encoding="utf-8")
    for text in (
        "{{ config.site_name }}",
        "{% raw %}",
        '--8&lt;-- "mkdocs.yml"',
        "[TOC]",
        "[^1]: note",
        "*[word]: long",
    ):
        assert text in page or text.replace('"', "&quot;") in page, text
    assert '<a class="md-logo"' in page or "md-header" in page  # the template that every page has
    assert "site_name: Test" not in page and "onclick=" not in re.sub(r"<p>.*?</p>", "", page)


ENGINES = """template: 404.html
hide: [navigation]

---
template: 404.html
---

{{ config.site_name }} and {% raw %} and {: onclick="x" }

--8<-- "mkdocs.yml"

[TOC]

A word[^1].

[^1]: note

*[word]: long
"""
