"""Templates that include parts: what a page shows and what is said of a mistake is as if each part were run alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.model.page import Page
from mkdocs_dossier.model.pages import DatePage
from mkdocs_dossier.pages.render import BadTemplate, Renderer
from mkdocs_dossier.pages.sources import read_templates
from mkdocs_dossier.words.catalogue import words_in
from tests.conftest import MakeCollection, article

PAGE = DatePage(path="dates/2016/index.md", title="*2016*", kind="date")


def rendered(folder: Path, **files: str) -> str:
    """What the files of a user's folder make of a page, the file `date` first."""
    for name, text in files.items():
        file = folder / ("date.md.jinja" if name == "date" else f"parts/{name}.md.jinja")
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return Renderer(read_templates([folder])[0], words_in("en")).render(PAGE)


def test_a_part_sees_the_names_around_it_and_what_it_sets_stays_in_it(tmp_path: Path) -> None:
    date = '{% set a = "1" %}{% with b = "2" %}{% include "parts/one.md.jinja" %}{% endwith %} {{ a }}'
    one = '{{ a }}{{ b }}{% set a = "3" %}{{ a }}{% include "parts/two.md.jinja" %}'
    assert rendered(tmp_path, date=date, one=one, two="{{ a }}{{ page.title }}") == "1233\\*2016\\* 1\n"


def test_a_part_of_the_users_own_takes_the_place_of_the_built_in_one(tmp_path: Path) -> None:
    own, built_in = tmp_path / "own", tmp_path / "built-in"
    own.mkdir()
    built_in.mkdir()
    rendered(built_in, date='{% include "parts/one.md.jinja" %}', one="built in")
    (own / "parts").mkdir()
    (own / "parts" / "one.md.jinja").write_text("own")
    assert Renderer(read_templates([own, built_in])[0], words_in("en")).render(PAGE) == "own\n"


def test_a_mistake_in_a_part_is_told_of_the_part(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate) as caught:
        rendered(tmp_path, date='a\n{% include "parts/one.md.jinja" %}', one="\n\n{{ page.titel }}")
    assert (Path(caught.value.path).name, caught.value.line) == ("one.md.jinja", 3)
    assert "titel" in caught.value.problem


def test_a_part_that_cannot_be_read_is_told_of_the_part(tmp_path: Path) -> None:
    with pytest.raises(BadTemplate) as caught:
        rendered(tmp_path, date='{% include "parts/one.md.jinja" %}', one="\n{% if %}")
    assert (Path(caught.value.path).name, caught.value.line) == ("one.md.jinja", 2)


@pytest.mark.parametrize("one", ["{% if %}", "{{ page.title | nothing }}", "{{ nothing }}", None])
def test_a_part_that_no_page_comes_to_may_be_broken_or_missing(tmp_path: Path, one: str | None) -> None:
    parts = {} if one is None else {"one": one}
    date = '{% if page.next %}{% include "parts/one.md.jinja" %}{% endif %}fine'
    assert rendered(tmp_path, date=date, **parts) == "fine\n"


def test_a_part_may_include_itself(tmp_path: Path) -> None:
    one = '{{ n }}{% if n > 1 %}{% with n = n - 1 %}{% include "parts/one.md.jinja" %}{% endwith %}{% endif %}'
    date = '{% with n = 3 %}{% include "parts/one.md.jinja" %}{% endwith %}'
    assert rendered(tmp_path, date=date, one=one) == "321\n"


def test_a_part_with_blocks_may_extend_another(tmp_path: Path) -> None:
    one = '{% extends "parts/two.md.jinja" %}{% block b %}one{% endblock %}'
    two = "<{% block b %}two{% endblock %}>"
    assert rendered(tmp_path, date='{% include "parts/one.md.jinja" %}', one=one, two=two) == "<one>\n"


def test_a_built_in_template_runs_in_one_go_and_not_a_second_time_part_by_part(
    collection: MakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    second: list[str] = []
    alone = Renderer._part_by_part

    def part_by_part(self: Renderer, page: Page) -> str:
        second.append(page.path)
        return alone(self, page)

    monkeypatch.setattr(Renderer, "_part_by_part", part_by_part)
    files = {
        "data/actors.yml": "ann: {name: Ann Archer, type: person, countries: [FR]}\n",
        "data/events.yml": "talks: {title: Talks, date: 2016-08-18, actors: [ann]}\n",
        "data/articles/one.md": article("Ann Archer came to France on 2016-08-18."),
    }
    written, problems = write_site(collection(files))
    assert len(written.pages) > 10 and problems == () and second == []
